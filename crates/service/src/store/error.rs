//! What can go wrong in the store: ours to mend, never the visitor's.

use rules::words::{NemIdNumber, PinLetterSerial};
use rusqlite::ffi;
use thiserror::Error;

/// A breakage of the store: ours to mend, never the visitor's.
#[derive(Debug, Error)]
pub enum StoreError {
    /// SQLite said no.
    #[error("database: {0}")]
    Sql(#[from] rusqlite::Error),
    /// A row that can't be read.
    #[error("unreadable: table {table}, column {column}, row {row}: {why}")]
    Corrupt {
        table: &'static str,
        column: &'static str,
        /// The row's key.
        row: String,
        /// What was wrong with it.
        why: String,
    },
    /// A change that should have met one row met another number of them.
    #[error("{table}: a change met {met} rows where one was meant")]
    RowsMet { table: &'static str, met: usize },
    /// The NemID was changed by somebody else between loading and saving.
    #[error("NemID {0} was changed meanwhile")]
    LostRace(String),
    /// A letter was to be posted with a temporary password that its NemID does not have.
    #[error("NemID {nemid} has no temporary password from PIN letter {serial}")]
    NotIssued {
        nemid: NemIdNumber,
        /// The number on the letter.
        serial: PinLetterSerial,
    },
    /// No connection could be had, or its thread died.
    #[error("database connection: {0}")]
    Connection(String),
    /// The database could not be opened or migrated.
    #[error("{0}")]
    Open(String),
    /// A change that was rehearsed wrote something else the second time.
    #[error("a change can't be repeated: {0}")]
    Unrepeatable(String),
    /// The disk is full.
    #[error("the disk is full, or a limit on what may be written is reached; make room and try again")]
    DiskFull,
}

impl StoreError {
    /// A row that can't be read.
    pub(crate) fn corrupt(
        table: &'static str,
        column: &'static str,
        row: impl ToString,
        why: impl ToString,
    ) -> Self {
        Self::Corrupt { table, column, row: row.to_string(), why: why.to_string() }
    }
}

/// A full disk is told apart from other trouble, since its page says something else.
pub(super) fn of_sqlite(error: rusqlite::Error) -> StoreError {
    if is_full(&error) { StoreError::DiskFull } else { StoreError::Sql(error) }
}

/// Whether there is no room to write. A quota or a limit on the size of files that is used up, and no room for the
/// index of the WAL, come as a write that failed.
pub(super) fn is_full(error: &rusqlite::Error) -> bool {
    let Some(failure) = error.sqlite_error() else { return false };
    let no_room = [ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_IOERR_SHMSIZE, ffi::SQLITE_IOERR_TRUNCATE];
    failure.code == rusqlite::ErrorCode::DiskFull || no_room.contains(&failure.extended_code)
}
