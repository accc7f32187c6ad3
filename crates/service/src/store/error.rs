//! Errors of the store: faults of the service, never the visitor's.

use rules::words::{NemIdNumber, PinLetterSerial};
use rusqlite::ffi;
use thiserror::Error;

/// An error of the store: a fault of the service, never the visitor's.
#[derive(Debug, Error)]
pub enum StoreError {
    /// SQLite reported an error.
    #[error("database: {0}")]
    Sql(#[from] rusqlite::Error),
    /// A row that can't be read.
    #[error("unreadable: table {table}, column {column}, row {row}: {why}")]
    Corrupt {
        table: &'static str,
        column: &'static str,
        /// The row's key.
        row: String,
        /// The fault.
        why: String,
    },
    /// A change that should have affected one row affected another number of them.
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
    /// A letter was to be posted to a person without any address.
    #[error("the holder of NemID {nemid} has no address")]
    NoAddress { nemid: NemIdNumber },
    /// The session in whose name something is done has ended.
    #[error("the session has ended")]
    SessionOver,
    /// PostgreSQL reported an error.
    #[error("database: {0}")]
    Postgres(String),
    /// A value is of another kind than the program expects.
    #[error("database: {0}")]
    Unfit(String),
    /// The database can't be reached, or only reads, as while another server takes over.
    #[error("the database cannot be reached: {0}")]
    Away(String),
    /// The connection was lost while a change was saved, so that nobody knows whether it was.
    #[error("nobody knows whether a change was saved: {0}")]
    InDoubt(String),
    /// No connection was available, or its thread died.
    #[error("database connection: {0}")]
    Connection(String),
    /// The database could not be opened or migrated.
    #[error("{0}")]
    Open(String),
    /// The database is of a newer version of this program.
    #[error("{0}")]
    Newer(String),
    /// The database is damaged.
    #[error("{0}")]
    Damaged(String),
    /// A rehearsed change wrote something else the second time.
    #[error("a change can't be repeated: {0}")]
    Unrepeatable(String),
    /// A certificate, revocation list or answer can't be made or read.
    #[error("certificates: {0}")]
    Certificates(String),
    /// The disk is full.
    #[error("the disk is full, or a limit on what may be written is reached; make room and try again")]
    DiskFull,
}

impl StoreError {
    /// The error for the log: a row's key may be a CPR number, and the fault may quote what is stored.
    pub fn without_values(&self) -> String {
        match self {
            Self::Corrupt { table, column, .. } => format!("unreadable: table {table}, column {column}"),
            Self::LostRace(_) => "a NemID was changed meanwhile".into(),
            Self::NotIssued { .. } => "a NemID has no temporary password from its PIN letter".into(),
            Self::NoAddress { .. } => "a NemID's holder has no address".into(),
            Self::Unrepeatable(_) => "a change can't be repeated".into(),
            Self::Sql(error) => format!("database: {}", kind(error)),
            other => other.to_string(),
        }
    }

    /// Whether another process's change took longer than it was waited for.
    pub fn is_of_another_change(&self) -> bool {
        match self {
            Self::Sql(error) => error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy),
            _ => false,
        }
    }

    /// Whether the database itself is damaged.
    pub fn is_damage(&self) -> bool {
        match self {
            Self::Corrupt { .. } | Self::Damaged(_) => true,
            Self::Sql(error) => is_damage(error),
            _ => false,
        }
    }

    /// The same error with the table that was copied when it was met.
    pub(super) fn in_table(self, table: &str) -> Self {
        let told = |why: &dyn std::fmt::Display| format!("table {table} cannot be copied: {why}");
        match self {
            Self::Unfit(why) | Self::Postgres(why) | Self::LostRace(why) => Self::Unfit(told(&why)),
            Self::Sql(error) if !is_damage(&error) => Self::Unfit(told(&kind(&error))),
            other => other,
        }
    }

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

/// An error of PostgreSQL. One that a repetition mends is told as a lost race.
pub(super) fn of_postgres(error: postgres::Error) -> StoreError {
    let told = told_of(&error);
    let Some(state) = error.code() else {
        let is_of_a_value =
            error.to_string().contains("serializing") || error.to_string().contains("deserializing");
        return if is_of_a_value { StoreError::Unfit(told) } else { StoreError::Away(told) };
    };
    match state.code() {
        // Not serializable, a deadlock, a lock that somebody kept, and a row that somebody else has inserted meanwhile.
        "40001" | "40P01" | "55P03" | "23505" => StoreError::LostRace(told),
        "53100" => StoreError::DiskFull,
        // A server that only reads since another one took over, too many connections, one that waited too long for the program,
        // and (below) one that shuts down or starts.
        "25006" | "53300" | "25P03" | "25P04" => StoreError::Away(told),
        // A newer program has added a column to a table: another connection prepares the statement as it is now.
        "0A000" if is_of(&error, "RevalidateCachedQuery") => StoreError::Away(told),
        code if code.starts_with("57P") || code.starts_with("08") => StoreError::Away(told),
        _ => StoreError::Postgres(told),
    }
}

/// Whether an error comes from a part of the server.
fn is_of(error: &postgres::Error, routine: &str) -> bool {
    error.as_db_error().and_then(postgres::error::DbError::routine) == Some(routine)
}

/// An error of PostgreSQL without the values that it may quote in its details.
pub(super) fn told_of(error: &postgres::Error) -> String {
    match error.as_db_error() {
        Some(said) => format!("{} ({})", said.message(), said.code().code()),
        None => std::error::Error::source(error)
            .map_or_else(|| error.to_string(), |why| format!("{error}: {why}")),
    }
}

/// The error in SQLite's own words, without the statement and its values.
fn kind(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(code, Some(words)) => format!("{words} ({})", code.extended_code),
        rusqlite::Error::SqlInputError { error, msg, .. } => format!("{msg} ({})", error.extended_code),
        rusqlite::Error::SqliteFailure(code, None) => code.to_string(),
        _ => "a value could not be read".into(),
    }
}

/// Whether SQLite says that the file is damaged.
pub(super) fn is_damage(error: &rusqlite::Error) -> bool {
    let damage = [rusqlite::ErrorCode::DatabaseCorrupt, rusqlite::ErrorCode::NotADatabase];
    error.sqlite_error_code().is_some_and(|code| damage.contains(&code))
}

/// A full disk is distinguished from other errors, since it has a page of its own.
pub(super) fn of_sqlite(error: rusqlite::Error) -> StoreError {
    if is_full(&error) { StoreError::DiskFull } else { StoreError::Sql(error) }
}

/// Whether there is no space to write. An exhausted quota or file size limit, and missing space for the index
/// of the WAL, are reported as a failed write.
pub(super) fn is_full(error: &rusqlite::Error) -> bool {
    let Some(failure) = error.sqlite_error() else { return false };
    let no_room = [ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_IOERR_SHMSIZE, ffi::SQLITE_IOERR_TRUNCATE];
    failure.code == rusqlite::ErrorCode::DiskFull || no_room.contains(&failure.extended_code)
}
