//! One connection to the database and the transactions on it, whichever engine it is of.

use std::cell::Cell;

use rusqlite::TransactionBehavior;

use crate::store::engine::run::Engine;
use crate::store::engine::session::{Intent, Session};
use crate::store::error::of_sqlite;
use crate::store::{StoreError, Tx};

/// An open connection.
pub(super) enum Connection<'c> {
    Sqlite(&'c mut rusqlite::Connection),
    Postgres(&'c mut Session),
}

impl<'c> From<&'c mut rusqlite::Connection> for Connection<'c> {
    fn from(connection: &'c mut rusqlite::Connection) -> Self {
        Self::Sqlite(connection)
    }
}

impl Connection<'_> {
    /// Begins a transaction, which is rolled back when it is dropped.
    pub fn begin(&mut self, intent: Intent) -> Result<Transaction<'_>, StoreError> {
        match self {
            Self::Sqlite(connection) => {
                let behavior = match intent {
                    Intent::Read => TransactionBehavior::Deferred,
                    Intent::Write => TransactionBehavior::Immediate,
                };
                connection.transaction_with_behavior(behavior).map(Transaction::Sqlite).map_err(of_sqlite)
            }
            Self::Postgres(session) => {
                session.begin(intent)?;
                Ok(Transaction::Postgres(Begun { session, is_over: Cell::new(false) }))
            }
        }
    }

    /// Waits before a change is made anew that has lost a race this often. SQLite has one writer and nobody to wait for.
    pub fn give_way(&self, times: usize) {
        if let Self::Postgres(session) = self {
            session.give_way(times);
        }
    }
}

/// An open transaction.
pub(super) enum Transaction<'c> {
    Sqlite(rusqlite::Transaction<'c>),
    Postgres(Begun<'c>),
}

/// An open transaction of PostgreSQL.
pub(super) struct Begun<'c> {
    session: &'c Session,
    is_over: Cell<bool>,
}

impl Drop for Begun<'_> {
    fn drop(&mut self) {
        if !self.is_over.get() {
            // A connection that can't even do this is thrown away by its pool.
            let _ = self.session.roll_back();
        }
    }
}

impl Transaction<'_> {
    /// The queries and changes of it.
    pub fn tx(&self) -> Tx<'_> {
        Tx::on(self.engine())
    }

    /// The same, noting what is written.
    pub fn noting(&self) -> Tx<'_> {
        Tx::noting(self.engine())
    }

    fn engine(&self) -> Engine<'_> {
        match self {
            Self::Sqlite(transaction) => Engine::Sqlite(transaction),
            Self::Postgres(begun) => Engine::Postgres(begun.session),
        }
    }

    /// Saves all of it.
    ///
    /// # Errors
    /// [`StoreError::LostRace`] when it has to be made anew; [`StoreError::InDoubt`] when nobody knows whether it was saved.
    pub fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(transaction) => transaction.commit().map_err(of_sqlite),
            Self::Postgres(begun) => {
                begun.is_over.set(true);
                begun.session.commit()
            }
        }
    }

    /// Leaves everything as it was.
    pub fn roll_back(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(transaction) => transaction.rollback().map_err(of_sqlite),
            Self::Postgres(begun) => {
                begun.is_over.set(true);
                begun.session.roll_back()
            }
        }
    }
}
