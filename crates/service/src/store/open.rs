//! Opening the database: pragmas, migrations, connection pools, and the check of the server key.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use deadpool_sqlite::{Config, Hook, HookError, Pool, Runtime};

use crate::store::damage::Damage;
use crate::store::engine::sessions;
use crate::store::error::of_sqlite;
use crate::store::pool::Connections;
use crate::store::{Server, Store, StoreError, damage, migrate, new_file};

mod migrations {
    refinery::embed_migrations!("../../db/migrations");
}

/// The number of connections that only read.
const READERS: usize = 4;
/// How long a change waits for another process's change.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often a new file that another process is making is tried, and the wait each time.
const TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_millis(20);

/// The place of the database.
#[derive(Clone, Debug)]
pub struct Place(PathBuf);

/// Another process has the database open.
#[derive(Debug, thiserror::Error)]
#[error("the database {0} is in use")]
pub struct InUse(String);

impl Place {
    /// The database file below a data folder.
    pub fn below(folder: &Path) -> Self {
        Self(folder.join("selvbetjening.sqlite"))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The file and those that SQLite keeps beside it.
    pub fn files(&self) -> [PathBuf; 3] {
        let beside = |end: &str| {
            let mut name = self.0.clone().into_os_string();
            name.push(end);
            PathBuf::from(name)
        };
        [beside("-wal"), beside("-shm"), self.0.clone()]
    }

    /// Drafts of the file that a killed process left (`new_file.rs`).
    pub fn drafts(&self) -> Vec<PathBuf> {
        let start = self.0.with_extension("new-").into_os_string();
        let beside = self.0.parent().and_then(|folder| folder.read_dir().ok());
        let paths = beside.into_iter().flatten().flatten().map(|file| file.path());
        paths
            .filter(|path| path.as_os_str().as_encoded_bytes().starts_with(start.as_encoded_bytes()))
            .collect()
    }

    /// Makes sure that no other process has the database open. A file that is no database counts as unused.
    ///
    /// # Errors
    /// [`InUse`].
    pub fn unused(&self) -> Result<(), InUse> {
        if !self.exists() {
            return Ok(());
        }
        let alone = rusqlite::Connection::open(&self.0).and_then(|connection| {
            connection.busy_timeout(Duration::ZERO)?;
            // Leaving WAL needs exclusive access to the file.
            connection.pragma_update(None, "journal_mode", "DELETE")
        });
        match alone.err().and_then(|error| error.sqlite_error_code()) {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => {
                Err(InUse(self.0.display().to_string()))
            }
            _ => Ok(()),
        }
    }

    /// Whether there is a database already.
    pub fn exists(&self) -> bool {
        self.0.exists()
    }
}

impl Store {
    /// Opens the database, makes it if needed, and brings its tables up to date; a damaged one only if that is
    /// wished.
    ///
    /// # Errors
    /// When it can't be opened, is damaged, is of a newer version, or a migration fails.
    pub fn open_with(place: &Place, damage: Damage) -> Result<Self, StoreError> {
        let path = place.path().to_owned();
        migrate(&path, damage)?;
        let connections = Connections::Sqlite { readers: pool(&path, READERS)?, writer: pool(&path, 1)? };
        Ok(Self { connections, name: path.display().to_string(), rehearses: None })
    }

    /// Opens a database of PostgreSQL, makes its schema if needed, and brings its tables up to date.
    ///
    /// # Errors
    /// When no server is there or it can't be used, it is of a newer version, or a migration fails.
    pub async fn open_on(server: &Server) -> Result<Self, StoreError> {
        server.apart(|server| server.bring_up_to_date()).await?;
        let name = server.shown();
        let connections = Connections::Postgres { pool: sessions::pool(server)?, turn: Arc::default() };
        Ok(Self { connections, name, rehearses: None })
    }
}

fn migrate(path: &Path, damage: Damage) -> Result<(), StoreError> {
    let unopened = |error| match of_sqlite(error) {
        StoreError::DiskFull => StoreError::DiskFull,
        other if other.is_damage() => damage::told(path, &other.to_string()),
        other => StoreError::Open(format!("the database {} cannot be opened: {other}", path.display())),
    };
    new_file::make(path)?;
    let mut connection = rusqlite::Connection::open(path).map_err(unopened)?;
    prepare(&connection).map_err(unopened)?;
    if damage == Damage::Refused {
        damage::look_for(&connection, path)?;
    }
    bring_up_to_date(&mut connection)
}

/// Brings the tables of an open database up to date.
///
/// # Errors
/// As [`Store::open_with`].
pub(super) fn bring_up_to_date(connection: &mut rusqlite::Connection) -> Result<(), StoreError> {
    let known = migrations::migrations::runner();
    migrate::bring_up_to_date(connection, known.get_migrations()).map_err(migrate::told)
}

/// The tables and indexes of a database that is up to date, as SQL.
pub(super) fn schema() -> Result<Vec<String>, StoreError> {
    migrate::schema(&fresh()?).map_err(of_sqlite)
}

/// A database that is up to date and has only what a new one has, in memory.
pub(super) fn fresh() -> Result<rusqlite::Connection, StoreError> {
    let mut fresh = rusqlite::Connection::open_in_memory().map_err(of_sqlite)?;
    bring_up_to_date(&mut fresh)?;
    Ok(fresh)
}

/// WAL, full sync, foreign keys.
fn prepare(connection: &rusqlite::Connection) -> Result<(), rusqlite::Error> {
    connection.busy_timeout(PATIENCE)?;
    keep_wal(connection)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// SQLite does not wait by itself where two processes switch one file to WAL at once, as after a copy that is not in
/// WAL was put back.
fn keep_wal(connection: &rusqlite::Connection) -> Result<(), rusqlite::Error> {
    for _ in 0..TRIES {
        match connection.pragma_update(None, "journal_mode", "WAL") {
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => {
                std::thread::sleep(PAUSE);
            }
            done => return done,
        }
    }
    connection.pragma_update(None, "journal_mode", "WAL")
}

fn pool(path: &Path, size: usize) -> Result<Pool, StoreError> {
    let open = |error: &dyn std::fmt::Display| StoreError::Open(error.to_string());
    Config::new(path)
        .builder(Runtime::Tokio1)
        .map_err(|error| open(&error))?
        .max_size(size)
        .post_create(Hook::async_fn(|connection, _| {
            Box::pin(async move {
                connection
                    .interact(|connection| prepare(connection))
                    .await
                    .map_err(|error| HookError::message(error.to_string()))?
                    .map_err(HookError::Backend)
            })
        }))
        .build()
        .map_err(|error| open(&error))
}

/// An empty database with all its tables, in memory.
#[cfg(test)]
pub(super) fn in_memory() -> rusqlite::Connection {
    let mut connection = rusqlite::Connection::open_in_memory().unwrap();
    migrations::migrations::runner().run(&mut connection).unwrap();
    connection
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Tx;
    use crate::store::engine::run::Engine;

    #[test]
    fn the_journals_of_an_older_world_become_one() {
        let mut connection = rusqlite::Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "foreign_keys", false).unwrap();
        let older = migrations::migrations::runner().set_target(refinery::Target::Version(3));
        older.run(&mut connection).unwrap();
        connection
            .execute_batch(
                "INSERT INTO journal (id, at, staff, office, citizen, nemid, action, identification, text) VALUES
                     (7, '1', 'a', 'fjordby', 'c', 'n', 'attach', '[\"passport\"]', 'T7'),
                     (9, '3', 'b', NULL, 'd', NULL, 'create-staff', '[]', 'T9');
                 INSERT INTO desk_journal (id, at, staff, bank, citizen, nemid, action, text) VALUES
                     (7, '2', 'e', 'banken', 'c', 'n', 'issue', 'B7'),
                     (8, '4', 'f', NULL, NULL, NULL, 'publish-rules', 'O8');
                 INSERT INTO errands (id, staff, content, started) VALUES ('x', 'a', '{}', '4');",
            )
            .unwrap();
        migrations::migrations::runner().run(&mut connection).unwrap();
        let sql = "SELECT id || ' ' || desk || ' ' || coalesce(place, '-') || ' ' || coalesce(citizen, '-') || ' ' \
                   || identification || ' ' || text FROM journal ORDER BY id";
        let mut statement = connection.prepare(sql).unwrap();
        let rows: Vec<String> =
            statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        let expected = [
            "7 office fjordby c [\"passport\"] T7",
            "9 office - d [] T9",
            "10 bank banken c [] B7",
            "11 operator - - [] O8",
        ];
        assert_eq!(rows, expected);
        let left: i64 = connection.query_row("SELECT count(*) FROM errands", [], |row| row.get(0)).unwrap();
        assert_eq!(left, 0);
    }

    #[test]
    fn a_nemid_of_an_older_version_is_looked_at_on_the_next_night() {
        let mut connection = rusqlite::Connection::open_in_memory().unwrap();
        let older = migrations::migrations::runner().set_target(refinery::Target::Version(4));
        older.run(&mut connection).unwrap();
        connection
            .execute_batch(
                "INSERT INTO citizens (cpr, name, street, postcode, town) VALUES ('6103750001', 'x', 'x', 'x', 'x');
                 INSERT INTO nemids (number, version, holder, issuer, created, standing, failures, strike, \
                                     cpr_log_on, recording, reorder_level)
                 VALUES ('123456789', 1, '6103750001', 'public', '', '', 0, 0, 0, 0, 20);
                 INSERT INTO outbox (citizen, way, queued, content)
                 VALUES ('6103750001', 'email', '2019-03-04T08:00:00.000000000Z', x'');",
            )
            .unwrap();
        migrations::migrations::runner().run(&mut connection).unwrap();
        let (tx, now) = (Tx::on(Engine::Sqlite(&connection)), jiff::Timestamp::UNIX_EPOCH);
        assert!(tx.is_any_due_by(jiff::Timestamp::UNIX_EPOCH).unwrap());
        assert_eq!(tx.due_by(now).unwrap().len(), 1);
        assert_eq!(tx.unsent(now, 9).unwrap().len(), 1, "and its mail is sent at once");
    }
}
