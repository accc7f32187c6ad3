//! A world on PostgreSQL that is copied into another schema of the same database, as it is at one instant, while others use it.

use postgres::{Client, IsolationLevel, Transaction};

use crate::store::StoreError;
use crate::store::detached::rows_of_a_copy;
use crate::store::emptied::{KEPT, TABLES};
use crate::store::engine::server::Server;
use crate::store::error::of_postgres;

/// What of a world is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// What is part of the world (D42).
    World,
    /// All rows, those of its use too.
    #[cfg(feature = "testing")]
    Everything,
}

impl Server {
    /// Copies a world into another schema, which nobody uses: what that held is replaced. Both are brought up to date.
    ///
    /// # Errors
    /// [`StoreError::Away`], [`StoreError::Postgres`] and [`StoreError::Newer`]; then nothing was copied.
    pub fn copy_into(&self, other: &Self, wanted: Wanted) -> Result<(), StoreError> {
        self.bring_up_to_date()?;
        other.bring_up_to_date()?;
        let mut client = self.client()?;
        copy(&mut client, self.schema(), other.schema(), wanted).map_err(of_postgres)
    }

    /// The same with all rows.
    ///
    /// # Errors
    /// As [`Self::copy_into`].
    #[cfg(feature = "testing")]
    pub async fn copy_to(&self, other: &Self) -> Result<(), StoreError> {
        let other = other.clone();
        self.apart(move |server| server.copy_into(&other, Wanted::Everything)).await
    }
}

fn copy(client: &mut Client, from: &str, to: &str, wanted: Wanted) -> Result<(), postgres::Error> {
    // The tables of the one instant are all read in one snapshot.
    let mut transaction =
        client.build_transaction().isolation_level(IsolationLevel::RepeatableRead).start()?;
    for table in TABLES.iter().chain(&KEPT) {
        transaction.batch_execute(&format!("DELETE FROM \"{to}\".{table}"))?;
    }
    for table in TABLES.iter().rev().chain(&KEPT) {
        let rows = match wanted {
            Wanted::World => rows_of_a_copy(table),
            #[cfg(feature = "testing")]
            Wanted::Everything => Some("true"),
        };
        if let Some(rows) = rows {
            transaction.batch_execute(&format!(
                "INSERT INTO \"{to}\".{table} OVERRIDING SYSTEM VALUE SELECT * FROM \"{from}\".{table} WHERE {rows}"
            ))?;
        }
    }
    draw_on(&mut transaction, from, to)?;
    transaction.commit()
}

/// Has the numbers that the database draws go on after the highest that is there or was drawn in the other schema.
fn draw_on(transaction: &mut Transaction<'_>, from: &str, to: &str) -> Result<(), postgres::Error> {
    let sql = "SELECT table_name::text, column_name::text, \
               pg_get_serial_sequence(format('%I.%I', $1::text, table_name::text), column_name::text), \
               pg_get_serial_sequence(format('%I.%I', $2::text, table_name::text), column_name::text) \
               FROM information_schema.columns WHERE table_schema = $2 AND is_identity = 'YES'";
    for row in transaction.query(sql, &[&from, &to])? {
        let table: String = row.get(0);
        let column: String = row.get(1);
        let theirs: String = row.get(2);
        let ours: String = row.get(3);
        transaction.batch_execute(&format!(
            "SELECT setval('{ours}', greatest(highest, 1), highest > 0) FROM (SELECT greatest( \
             (SELECT coalesce(max({column}), 0) FROM \"{to}\".{table}), \
             CASE WHEN is_called THEN last_value ELSE last_value - 1 END) AS highest FROM {theirs}) AS found"
        ))?;
    }
    Ok(())
}
