//! The only room that knows SQL. One door for changes: [`Store::write`], one transaction, one writer.
//!
//! Each table has one file, which adds its questions and changes to [`Tx`].

mod agreements;
mod cards;
mod certificates;
pub mod check;
pub mod citizens;
mod cpr_consents;
pub mod documents;
mod errands;
pub mod event_log;
mod house;
pub mod journal;
pub mod log_ons;
mod migrate;
mod nemids;
mod nightly;
mod open;
pub mod outbox;
pub mod post;
mod rules_versions;
pub mod sessions;
pub mod shadows;
pub mod staff;
pub mod stock;
mod tx;

use std::path::PathBuf;

use deadpool_sqlite::{HookError, Pool, PoolError};
use rusqlite::{Connection, TransactionBehavior, ffi};
use thiserror::Error;
use tokio::sync::oneshot;

pub use open::{InUse, Place};
pub use tx::Tx;

/// A breakage of the store: ours to mend, never the visitor's.
#[derive(Debug, Error)]
pub enum StoreError {
    /// SQLite said no.
    #[error("database: {0}")]
    Sql(#[from] rusqlite::Error),
    /// A row that can't be read.
    #[error("unreadable: table {table}, column {column}, row {row}: {why}")]
    Corrupt {
        /// Which table.
        table: &'static str,
        /// Which column.
        column: &'static str,
        /// The row's key.
        row: String,
        /// What was wrong with it.
        why: String,
    },
    /// A change that should have met one row met another number of them.
    #[error("{table}: a change met {met} rows where one was meant")]
    RowsMet {
        /// Which table.
        table: &'static str,
        /// How many.
        met: usize,
    },
    /// The NemID was changed by somebody else between loading and saving.
    #[error("NemID {0} was changed meanwhile")]
    LostRace(String),
    /// No connection could be had, or its thread died.
    #[error("database connection: {0}")]
    Connection(String),
    /// The database could not be opened or migrated.
    #[error("{0}")]
    Open(String),
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

/// The database, with a few readers and one writer.
#[derive(Clone)]
pub struct Store {
    readers: Pool,
    writer: Pool,
    path: PathBuf,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Store {
    /// Reads in one consistent snapshot.
    ///
    /// # Errors
    /// What `look` says, or that no connection could be had.
    pub async fn read<T, E, F>(&self, look: F) -> Result<T, E>
    where
        F: FnOnce(&Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        run(&self.readers, TransactionBehavior::Deferred, look, |_| ()).await
    }

    /// Writes the log of changes (WAL) back into the database file, so that the file alone is whole.
    ///
    /// # Errors
    /// When it can't be written.
    pub async fn settle(&self) -> Result<(), StoreError> {
        let connection = self.writer.get().await.map_err(no_connection)?;
        connection
            .interact(|connection| connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)"))
            .await
            .map_err(|error| StoreError::Connection(error.to_string()))?
            .map_err(of_sqlite)
    }

    /// Changes in one transaction: all of it, or nothing when `change` returns an error.
    ///
    /// # Errors
    /// What `change` says, or that it could not be saved.
    pub async fn write<T, E, F>(&self, change: F) -> Result<T, E>
    where
        F: FnOnce(&Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.write_then(change, |_| ()).await
    }

    /// Changes in one transaction and, once it is saved and before anybody else of this process can write, does
    /// something more with what came of it.
    ///
    /// # Errors
    /// What `change` says, or that it could not be saved; then `after` is not done.
    pub async fn write_then<T, E, F, A>(&self, change: F, after: A) -> Result<T, E>
    where
        F: FnOnce(&Tx<'_>) -> Result<T, E> + Send + 'static,
        A: FnOnce(&T) + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        run(&self.writer, TransactionBehavior::Immediate, change, after).await
    }
}

/// What is done with a connection, on a thread where waiting for the disk holds up nobody.
type Job = Box<dyn FnOnce(&mut Connection) + Send>;

async fn run<T, E, F, A>(pool: &Pool, behavior: TransactionBehavior, act: F, after: A) -> Result<T, E>
where
    F: FnOnce(&Tx<'_>) -> Result<T, E> + Send + 'static,
    A: FnOnce(&T) + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let (tell, told) = oneshot::channel();
    let job = move |connection: &mut Connection| {
        let result = transact(connection, behavior, act);
        result.as_ref().ok().map(after);
        // Who asked may have gone: what was done is done.
        let _ = tell.send(result);
    };
    interact(pool, Box::new(job)).await?;
    told.await.map_err(|error| StoreError::Connection(error.to_string()))?
}

fn transact<T, E, F>(connection: &mut Connection, behavior: TransactionBehavior, act: F) -> Result<T, E>
where
    F: FnOnce(&Tx<'_>) -> Result<T, E>,
    E: From<StoreError>,
{
    let transaction = connection.transaction_with_behavior(behavior).map_err(of_sqlite)?;
    let result = act(&Tx::on(&transaction))?;
    transaction.commit().map_err(of_sqlite)?;
    Ok(result)
}

/// Boxed, so that the way to the thread and back is built once and not for each of the questions and changes.
async fn interact(pool: &Pool, job: Job) -> Result<(), StoreError> {
    let connection = pool.get().await.map_err(no_connection)?;
    connection.interact(job).await.map_err(|error| StoreError::Connection(error.to_string()))
}

fn no_connection(error: PoolError) -> StoreError {
    match error {
        PoolError::Backend(error) | PoolError::PostCreateHook(HookError::Backend(error)) => of_sqlite(error),
        other => StoreError::Connection(other.to_string()),
    }
}

/// A full disk is told apart from other trouble, since its page says something else.
fn of_sqlite(error: rusqlite::Error) -> StoreError {
    if is_full(&error) { StoreError::DiskFull } else { StoreError::Sql(error) }
}

/// Whether there is no room to write. A quota or a limit on the size of files that is used up, and no room for the
/// index of the WAL, come as a write that failed.
fn is_full(error: &rusqlite::Error) -> bool {
    let Some(failure) = error.sqlite_error() else { return false };
    let no_room = [ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_IOERR_SHMSIZE, ffi::SQLITE_IOERR_TRUNCATE];
    failure.code == rusqlite::ErrorCode::DiskFull || no_room.contains(&failure.extended_code)
}
