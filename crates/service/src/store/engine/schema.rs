//! The tables of a world on PostgreSQL: a schema of their own, brought up to date by whoever opens it first.

use std::sync::Arc;

use postgres::Client;
use refinery::Migration;

use crate::store::engine::server::Server;
use crate::store::engine::session::Session;
use crate::store::engine::values::Params;
use crate::store::error::{of_postgres, told_of};
use crate::store::migrate::{Note, missing};
use crate::store::{StoreError, migrate};

mod migrations {
    refinery::embed_migrations!("../../db/postgres");
}

/// The notes of the migrations, the same as in SQLite.
const HISTORY: &str = "CREATE TABLE IF NOT EXISTS refinery_schema_history ( \
    version INT4 PRIMARY KEY, name TEXT, applied_on TEXT, checksum TEXT)";
/// What the lock is called that is held while a schema is made or brought up to date.
const LOCK: i32 = 1_936_026_742;

impl Server {
    /// Makes the schema where it is missing and brings its tables up to date. Of several processes that do so at once, the
    /// others wait for the first.
    ///
    /// # Errors
    /// [`StoreError::Away`] when no server is there, [`StoreError::Newer`] and [`StoreError::Open`] as for a file.
    pub fn bring_up_to_date(&self) -> Result<(), StoreError> {
        let mut client = self.client()?;
        self.fits(&mut client)?;
        client
            .batch_execute("SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0")
            .map_err(of_postgres)?;
        // Released with the connection.
        let lock = "SELECT pg_advisory_lock($1, hashtext($2))";
        client.execute(lock, &[&LOCK, &self.schema()]).map_err(of_postgres)?;
        let schema = format!("CREATE SCHEMA IF NOT EXISTS \"{}\"", self.schema());
        client.batch_execute(&schema).map_err(of_postgres)?;
        apply(&mut client, migrations::migrations::runner().get_migrations())
    }

    /// Whether there is a world in the schema.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    pub async fn has_world(&self) -> Result<bool, StoreError> {
        self.apart(|server| {
            let sql = "SELECT to_regclass('refinery_schema_history') IS NOT NULL";
            Ok(server.client()?.query_one(sql, &[]).map_err(of_postgres)?.get(0))
        })
        .await
    }

    /// Whether there is a schema of this name, whatever is in it.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    pub async fn has_schema(&self) -> Result<bool, StoreError> {
        self.apart(|server| {
            let sql = "SELECT count(*) > 0 FROM pg_namespace WHERE nspname = $1";
            Ok(server.client()?.query_one(sql, &[&server.schema()]).map_err(of_postgres)?.get(0))
        })
        .await
    }

    /// Whether another connection of the program is open to the schema.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    pub async fn is_served(&self) -> Result<bool, StoreError> {
        self.apart(|server| {
            let sql = "SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database() \
                       AND application_name = current_setting('application_name') AND pid <> pg_backend_pid()";
            Ok(server.client()?.query_one(sql, &[]).map_err(of_postgres)?.get(0))
        })
        .await
    }

    /// Deletes the schema with all that is in it.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    pub async fn remove(&self) -> Result<(), StoreError> {
        self.apart(|server| server.client()?.batch_execute(&drop_of(&server)).map_err(of_postgres)).await
    }

    /// Gives a schema that was made as a draft the name of another one, which is not there yet.
    ///
    /// # Errors
    /// When there is a schema of that name, and [`StoreError::Away`].
    pub fn settle_as(&self, other: &Self) -> Result<(), StoreError> {
        let sql = format!("ALTER SCHEMA \"{}\" RENAME TO \"{}\"", self.schema(), other.schema());
        self.client()?.batch_execute(&sql).map_err(of_postgres)
    }

    /// Ends all connections of the program to the schema, as a server does that stops.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    #[cfg(feature = "testing")]
    pub async fn end_connections(&self) -> Result<(), StoreError> {
        self.apart(|server| {
            let sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() \
                       AND application_name = current_setting('application_name')";
            server.client()?.batch_execute(sql).map_err(of_postgres)
        })
        .await
    }

    /// Copies a world as it is at one instant into another schema, which is made anew.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`]; nothing of the copy stays then.
    #[cfg(feature = "testing")]
    pub async fn copy_to(&self, other: &Self) -> Result<(), StoreError> {
        let other = other.clone();
        self.apart(move |server| {
            other.bring_up_to_date()?;
            copy(&mut server.client()?, server.schema(), other.schema()).map_err(of_postgres)
        })
        .await
    }

    /// Does something on a thread where waiting for the server blocks nothing else.
    pub async fn apart<T: Send + 'static>(
        &self,
        act: impl FnOnce(Self) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let server = self.clone();
        let done = tokio::task::spawn_blocking(move || act(server)).await;
        done.map_err(|error| StoreError::Connection(error.to_string()))?
    }
}

#[cfg(feature = "testing")]
impl Server {
    /// Runs statements in its schema, past all rules.
    ///
    /// # Errors
    /// When one of them fails, or no server is there.
    pub fn tell(&self, statements: &str) -> Result<(), StoreError> {
        self.client()?.batch_execute(statements).map_err(of_postgres)
    }

    /// The number that is the whole answer to a statement.
    ///
    /// # Errors
    /// When it fails, or no server is there.
    pub fn ask(&self, statement: &str) -> Result<i64, StoreError> {
        Ok(self.client()?.query_one(statement, &[]).map_err(of_postgres)?.get(0))
    }

    /// Whether it takes a statement: the tables, columns and functions are there, and the kinds of all values are known.
    ///
    /// # Errors
    /// With what it says.
    pub fn takes(&self, statement: &str) -> Result<(), StoreError> {
        self.connect(&Arc::default())?.takes(statement)
    }
}

/// A schema in which a world is made, before it gets its name. As long as this is held, nobody else makes one for the same.
pub struct DraftSchema {
    server: Server,
    /// The server releases the lock with it, also when the process dies.
    #[expect(dead_code, reason = "it is held, not used")]
    held: Session,
}

impl DraftSchema {
    /// The place for a draft of a schema; what a draft that was cut off has left there is removed. `None` where somebody else makes one.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    pub fn of(server: &Server) -> Result<Option<Self>, StoreError> {
        // No world's name has a point in it.
        let draft = server.clone().with_schema(&format!("{}.draft", server.schema()));
        let held = server.connect(&Arc::default())?;
        // Not the lock of the schema itself, which is held while its tables are made.
        let name = format!("the draft {}", draft.schema());
        let taken = held.query("SELECT pg_try_advisory_lock(?1, hashtext(?2))", &(LOCK, &name).values()?)?;
        if taken.first().is_none_or(|row| !row.get::<_, bool>(0)) {
            return Ok(None);
        }
        draft.client()?.batch_execute(&drop_of(&draft)).map_err(of_postgres)?;
        Ok(Some(Self { server: draft, held }))
    }

    pub fn server(&self) -> &Server {
        &self.server
    }
}

fn drop_of(server: &Server) -> String {
    format!("DROP SCHEMA IF EXISTS \"{}\" CASCADE", server.schema())
}

fn apply(client: &mut Client, known: &[Migration]) -> Result<(), StoreError> {
    let mut known: Vec<_> = known.iter().collect();
    known.sort();
    let mut transaction = client.transaction().map_err(of_postgres)?;
    transaction.batch_execute(HISTORY).map_err(of_postgres)?;
    let sql = "SELECT version, name, checksum FROM refinery_schema_history ORDER BY version";
    let rows = transaction.query(sql, &[]).map_err(of_postgres)?;
    let note = |row: &postgres::Row| Note {
        version: row.get::<_, i32>(0).into(),
        name: row.get(1),
        checksum: row.get(2),
    };
    let notes: Vec<_> = rows.iter().map(note).collect();
    for migration in missing(&notes, &known).map_err(migrate::told)? {
        transaction.batch_execute(migration.sql().unwrap_or_default()).map_err(|error| {
            let why = told_of(&error);
            StoreError::Open(format!(
                "the database could not be brought up to date and was left as it is: migration {migration}: {why}"
            ))
        })?;
        let sql = "INSERT INTO refinery_schema_history (version, name, applied_on, checksum) \
                   VALUES ($1, $2, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), $3)";
        let (version, checksum) = (migration.version(), migration.checksum().to_string());
        transaction.execute(sql, &[&version, &migration.name(), &checksum]).map_err(of_postgres)?;
    }
    transaction.commit().map_err(of_postgres)
}

/// Copies all rows of the tables of one schema into those of another, which has only what a new one has.
#[cfg(feature = "testing")]
fn copy(client: &mut Client, from: &str, to: &str) -> Result<(), postgres::Error> {
    use crate::store::emptied::{KEPT, TABLES};

    let mut transaction =
        client.build_transaction().isolation_level(postgres::IsolationLevel::RepeatableRead).start()?;
    for table in TABLES.iter().chain(&KEPT) {
        transaction.batch_execute(&format!("DELETE FROM \"{to}\".{table}"))?;
    }
    for table in TABLES.iter().rev().chain(&KEPT) {
        transaction.batch_execute(&format!(
            "INSERT INTO \"{to}\".{table} OVERRIDING SYSTEM VALUE SELECT * FROM \"{from}\".{table}"
        ))?;
    }
    // Numbers that the database draws go on after the highest.
    let sql = "SELECT table_name::text, column_name::text FROM information_schema.columns \
               WHERE table_schema = $1 AND is_identity = 'YES'";
    for row in transaction.query(sql, &[&to])? {
        let table: String = row.get(0);
        let column: String = row.get(1);
        transaction.batch_execute(&format!(
            "SELECT setval(pg_get_serial_sequence('\"{to}\".{table}', '{column}'), \
             (SELECT coalesce(max({column}), 0) + 1 FROM \"{to}\".{table}), false)"
        ))?;
    }
    transaction.commit()
}
