//! A world that is put back to one of its save points: the contents of another database in the place of its own, in one
//! transaction (D42).

use rusqlite::Connection;
use rusqlite::types::Value;

use crate::store::draft::reading;
use crate::store::emptied::TABLES;
use crate::store::error::of_sqlite;
use crate::store::{Place, StoreError, Tx};

/// Where a save point lies.
#[derive(Clone, Debug)]
pub enum Saved {
    /// In a file.
    File(Place),
    /// In a schema beside that of the world.
    Schema(String),
}

/// What the counters of a world have of a save point's.
const COUNTERS: &str = "name <> 'outbox'";

impl Tx<'_> {
    /// Puts what stands in a save point into the place of everything that tells of this world. What stays is what stays
    /// when a world is emptied, too ([`Tx::empty`]). The save point is up to date and nobody else's; its clock has to be set
    /// afterwards.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn take_over(&self, point: &Saved) -> Result<(), StoreError> {
        let (key_id, mark) = (self.key_id()?, self.mark()?);
        match point {
            Saved::File(place) => self.take_over_file(&reading(place)?)?,
            Saved::Schema(schema) => self.take_over_schema(schema)?,
        }
        if let Some(key_id) = key_id {
            self.save_key_id(&key_id)?;
        }
        self.save_mark(mark.as_deref())?;
        self.save_stands_at(None)?;
        self.save_mail_stays(true)
    }

    fn take_over_file(&self, point: &Connection) -> Result<(), StoreError> {
        self.clear()?;
        for table in TABLES.iter().rev() {
            self.fill_from(point, table, "true")?;
        }
        self.fill_from(point, "counters", COUNTERS)
    }

    /// The same within one database. Numbers that the database draws go on from where they are.
    fn take_over_schema(&self, point: &str) -> Result<(), StoreError> {
        self.clear()?;
        let rows = TABLES.iter().rev().map(|table| (*table, "true"));
        for (table, condition) in rows.chain([("counters", COUNTERS)]) {
            self.execute_once(&format!(
                "INSERT INTO {table} OVERRIDING SYSTEM VALUE SELECT * FROM \"{point}\".{table} WHERE {condition}"
            ))?;
        }
        Ok(())
    }

    /// Copies the rows of a table that answer to a condition.
    fn fill_from(&self, other: &Connection, table: &str, condition: &str) -> Result<(), StoreError> {
        let sql = format!("SELECT * FROM {table} WHERE {condition}");
        let mut selected = other.prepare(&sql).map_err(of_sqlite)?;
        let columns: Vec<String> = selected.column_names().into_iter().map(str::to_owned).collect();
        let places = vec!["?"; columns.len()].join(", ");
        let insert = format!("INSERT INTO {table} ({}) VALUES ({places})", columns.join(", "));
        let mut rows = selected.query([]).map_err(of_sqlite)?;
        while let Some(row) = rows.next().map_err(of_sqlite)? {
            let values = (0..columns.len()).map(|column| row.get::<_, Value>(column));
            let values = values.collect::<Result<Vec<_>, _>>().map_err(of_sqlite)?;
            self.execute(&insert, values)?;
        }
        Ok(())
    }
}
