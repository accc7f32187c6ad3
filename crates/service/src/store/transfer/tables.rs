//! The tables of a world with their columns, in an order in which they can be filled.

use rusqlite::Connection;

use crate::store::emptied::{KEPT, TABLES};
use crate::store::error::of_sqlite;
use crate::store::{StoreError, open};

/// The tables that are read in the order of `rowid`, which is a column of its own on PostgreSQL.
const BY_ROWID: [&str; 2] = ["consents", "look_ups"];

/// A table.
pub(super) struct Table {
    pub name: &'static str,
    pub columns: Vec<String>,
    /// The columns by which its rows are told apart, or all of them.
    key: Vec<String>,
    /// Whether SQLite remembers the highest number that it has drawn for it.
    pub remembers: bool,
}

impl Table {
    /// Its columns, for a statement.
    pub fn columns(&self) -> String {
        quoted(&self.columns)
    }

    /// All its rows in the order of their keys, which is the same in both engines.
    pub fn select(&self) -> String {
        format!("SELECT {} FROM {} ORDER BY {}", self.columns(), self.name, quoted(&self.key))
    }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}

/// All tables, each behind those that it refers to.
pub(super) fn all() -> Result<Vec<Table>, StoreError> {
    let fresh = open::fresh()?;
    TABLES.iter().rev().chain(&KEPT).map(|name| table(&fresh, name)).collect()
}

fn table(fresh: &Connection, name: &'static str) -> Result<Table, StoreError> {
    let read = || {
        let sql = "SELECT name FROM pragma_table_info(?1) ORDER BY cid";
        let mut columns = names(fresh, sql, name)?;
        let sql = "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk";
        let mut key = names(fresh, sql, name)?;
        if key.is_empty() {
            key.clone_from(&columns);
        }
        if BY_ROWID.contains(&name) {
            columns.push("rowid".to_owned());
            key = vec!["rowid".to_owned()];
        }
        let sql = "SELECT name FROM sqlite_master WHERE name = ?1 AND sql LIKE '%AUTOINCREMENT%'";
        let remembers = !names(fresh, sql, name)?.is_empty();
        Ok(Table { name, columns, key, remembers })
    };
    read().map_err(of_sqlite)
}

fn names(fresh: &Connection, sql: &str, table: &str) -> rusqlite::Result<Vec<String>> {
    fresh.prepare(sql)?.query_map([table], |row| row.get(0))?.collect()
}
