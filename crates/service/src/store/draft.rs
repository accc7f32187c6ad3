//! The database of a world that is not in its place yet: a copy of another one, or a file that came from elsewhere. Nobody
//! else has it open, and whoever makes it throws it away when something fails.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use crate::store::engine::session::Intent;
use crate::store::error::of_sqlite;
use crate::store::transact::transact;
use crate::store::{Place, StoreError, Tx, migrate, open};

/// How long a copy waits for a change of another process.
const PATIENCE: Duration = Duration::from_secs(10);

/// A database in the making.
pub struct Draft {
    connection: Connection,
    path: PathBuf,
}

/// Why a file from elsewhere is not taken as a world.
#[derive(Debug, thiserror::Error)]
pub enum NotReceived {
    /// It is damaged, or no database of this program.
    #[error("it is damaged or no database of this program: {0}")]
    Damaged(String),
    /// It is of a newer version of this program.
    #[error("it is of a newer version of this program")]
    Newer,
    /// The service failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Draft {
    /// Copies a database as it is at one instant, even while others have it open and change it, and brings the copy up to
    /// date.
    ///
    /// # Errors
    /// When the one can't be read, or the other not written.
    pub fn copied(from: &Place, to: &Place) -> Result<Self, StoreError> {
        make_file(to)?;
        let origin = reading(from)?;
        origin.execute("VACUUM INTO ?1", [&*to.path().to_string_lossy()]).map_err(of_sqlite)?;
        Self::up_to_date(to)
    }

    /// Takes a file that came from elsewhere: it is whole, and has after the migrations the tables of this program and
    /// nothing else, such as a trigger.
    ///
    /// # Errors
    /// [`NotReceived`].
    pub fn received(at: &Place) -> Result<Self, NotReceived> {
        let of_file = |error: rusqlite::Error| match of_sqlite(error) {
            StoreError::DiskFull => NotReceived::Store(StoreError::DiskFull),
            other => NotReceived::Damaged(other.without_values()),
        };
        {
            let connection = prepared(at).map_err(of_file)?;
            connection.pragma_update(None, "trusted_schema", false).map_err(of_file)?;
            connection.pragma_update(None, "cell_size_check", true).map_err(of_file)?;
            let said: Option<String> = connection
                .query_row("PRAGMA integrity_check(1)", (), |row| row.get(0))
                .optional()
                .map_err(of_file)?;
            if let Some(said) = said.filter(|said| said != "ok") {
                return Err(NotReceived::Damaged(said));
            }
        }
        let draft = Self::up_to_date(at).map_err(|error| match error {
            StoreError::DiskFull => NotReceived::Store(StoreError::DiskFull),
            StoreError::Newer(_) => NotReceived::Newer,
            other => NotReceived::Damaged(other.to_string()),
        })?;
        let (theirs, ours) = (migrate::schema(&draft.connection).map_err(of_file)?, open::schema()?);
        if theirs == ours {
            Ok(draft)
        } else {
            Err(NotReceived::Damaged("its tables are not those of this program".into()))
        }
    }

    /// A new database with only what every new one has.
    ///
    /// # Errors
    /// When there is one already, or it can't be written.
    pub fn made(at: &Place) -> Result<Self, StoreError> {
        make_file(at)?;
        Self::up_to_date(at)
    }

    /// Opens a database that nobody else has open, and brings it up to date.
    ///
    /// # Errors
    /// When it can't be opened or brought up to date.
    pub fn up_to_date(place: &Place) -> Result<Self, StoreError> {
        let mut connection = prepared(place).map_err(of_sqlite)?;
        open::bring_up_to_date(&mut connection)?;
        Ok(Self { connection, path: place.path().to_owned() })
    }

    /// Reads or changes it in one transaction.
    ///
    /// # Errors
    /// The error of `change`, or that it could not be written.
    pub fn change<T>(
        &mut self,
        change: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        transact(&mut (&mut self.connection).into(), Intent::Write, change)
    }

    /// Its connection.
    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Closes it, and has it on the disk when that returns.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn finish(self) -> Result<(), StoreError> {
        self.connection.close().map_err(|(_, error)| of_sqlite(error))?;
        File::open(&self.path).and_then(|file| file.sync_all()).map_err(of_disk)
    }
}

impl Tx<'_> {
    /// The number of the last migration that was applied.
    pub fn last_migration(&self) -> Result<i64, StoreError> {
        let sql = "SELECT max(version) AS last FROM refinery_schema_history";
        let last: Option<Option<i64>> = self.find(sql, [], |row| row.get("last"))?;
        Ok(last.flatten().unwrap_or_default())
    }
}

/// Reads in one consistent snapshot of a database that may be open elsewhere, without opening the world.
///
/// # Errors
/// The error of `look`, or that it can't be read.
pub fn look_into<T>(
    place: &Place,
    look: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let mut connection = reading(place)?;
    connection.pragma_update(None, "query_only", true).map_err(of_sqlite)?;
    transact(&mut (&mut connection).into(), Intent::Read, look)
}

/// A connection to a database that must be there.
pub(super) fn reading(place: &Place) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(place.path(), flags).map_err(of_sqlite)?;
    connection.busy_timeout(PATIENCE).map_err(of_sqlite)?;
    Ok(connection)
}

/// A draft is written to the disk once, when it is finished, and keeps no files beside it. What is deleted in it is
/// overwritten.
fn prepared(place: &Place) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(place.path(), flags)?;
    connection.pragma_update(None, "journal_mode", "MEMORY")?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    Ok(connection)
}

/// An empty file that nobody else can read, even while it is written.
fn make_file(place: &Place) -> Result<(), StoreError> {
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(place.path());
    made.map(drop).map_err(of_disk)
}

fn of_disk(why: io::Error) -> StoreError {
    match why.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            StoreError::DiskFull
        }
        _ => StoreError::Open(format!("a copy of the database cannot be written: {why}")),
    }
}
