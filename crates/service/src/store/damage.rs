//! Damaged files: what is noticed when a database is opened, and what SQLite finds wrong with each table.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension};

use crate::store::{StoreError, Tx};

/// Up to this size, in bytes, a database is looked over whenever it is opened. That takes about a millisecond for each
/// MiB; a larger one is looked over while the site runs already.
const AT_ONCE: u64 = 32 * 1024 * 1024;
/// How long it waits for a change of another process.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is done with a database that is damaged when it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is not opened.
    Refused,
    /// It is opened as far as that goes, to see what can still be read.
    Tolerated,
}

/// Looks whether pages of the database are damaged, if it is not too large to do so at each start.
///
/// # Errors
/// [`StoreError::Damaged`] with what was found first.
pub(super) fn look_for(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    if path.metadata().is_ok_and(|file| file.len() > AT_ONCE) {
        return Ok(());
    }
    let first = connection.query_row("PRAGMA quick_check(1)", (), |row| row.get::<_, String>(0)).optional();
    match first {
        Ok(found) => match found.filter(|said| said != "ok") {
            None => Ok(()),
            Some(said) => Err(told(path, &in_one_line(&said))),
        },
        Err(error) => Err(told(path, &error.to_string())),
    }
}

/// A damaged database, as a sentence for the person who starts the program.
pub(super) fn told(path: &Path, what: &str) -> StoreError {
    StoreError::Damaged(format!(
        "the database {} cannot be opened, because it is damaged: {what}. `selvbetjening check` tells what of it can still be read; put back a \
         copy, or make a new world with `selvbetjening reset`",
        path.display()
    ))
}

fn in_one_line(said: &str) -> String {
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Tx<'_> {
    /// The first damage that SQLite finds in a database that was too large to be looked over when it was opened.
    pub fn damage_of_large(&self) -> Result<Option<String>, StoreError> {
        // PostgreSQL looks at its pages when it reads them, if it keeps checksums of them.
        if !self.is_sqlite() || self.database_size()? <= AT_ONCE {
            return Ok(None);
        }
        let first = self.find("PRAGMA quick_check(1)", [], |row| row.get::<String>(0))?;
        Ok(first.filter(|said| said != "ok").map(|said| in_one_line(&said)))
    }
}

/// What SQLite finds wrong with a database file, each finding with its table: a damaged one does not keep the others
/// from being looked at. It opens the file for itself, so that this works where the site does not start. It changes
/// nothing.
pub fn of_file(path: &Path) -> Vec<String> {
    let file = path.display();
    let tables = match tables(path) {
        Ok(tables) => tables,
        Err(error) => return vec![format!("the database file {file}: {error}; no table of it can be read")],
    };
    let mut found = Vec::new();
    for table in tables {
        match of_table(path, &table) {
            Ok(faults) => {
                found.extend(faults.iter().map(|fault| format!("table {table}: {}", in_one_line(fault))));
            }
            Err(error) => found.push(format!("table {table}: {error}")),
        }
    }
    match of_whole(path) {
        Ok(faults) => found.extend(faults),
        Err(error) => found.push(format!("the database file {file}: {error}")),
    }
    found
}

fn reading(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

fn tables(path: &Path) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
    reading(path)?.prepare(sql)?.query_map((), |row| row.get(0))?.collect()
}

/// The faults of one table and its indexes. A connection of its own, because SQLite may refuse everything on one that
/// has met damage.
fn of_table(path: &Path, table: &str) -> rusqlite::Result<Vec<String>> {
    let connection = reading(path)?;
    let sql = format!("PRAGMA integrity_check(\"{table}\")");
    let said: Vec<String> =
        connection.prepare(&sql)?.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut faults: Vec<_> = said.into_iter().filter(|line| line != "ok").collect();
    if faults.is_empty() {
        // What the check of the tree lets pass may still not be readable.
        let mut rows = connection.prepare(&format!("SELECT * FROM \"{table}\""))?;
        let columns = rows.column_count();
        let mut rows = rows.query(())?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                row.get_ref(column)?;
            }
        }
    }
    faults.truncate(10);
    Ok(faults)
}

/// The faults of the file that belong to no table: pages in no use, or in two.
fn of_whole(path: &Path) -> rusqlite::Result<Vec<String>> {
    let connection = reading(path)?;
    let mut asked = connection.prepare("PRAGMA integrity_check(10)")?;
    let said: Vec<String> = asked.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?;
    let faults = said.into_iter().filter(|line| line != "ok");
    Ok(faults.map(|fault| format!("the database file {}: {}", path.display(), in_one_line(&fault))).collect())
}
