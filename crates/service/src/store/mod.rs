//! The only module that knows SQL. All changes go through [`Store::write`]: one transaction, one writer.
//!
//! Each table has one file, which adds its queries and changes to [`Tx`].

mod agreements;
pub mod app_requests;
pub mod authorities;
pub mod calls;
mod cards;
mod carriers;
pub mod certificate_bodies;
mod certificate_renewals;
mod certificates;
pub mod check;
pub mod checksums;
pub mod citizens;
mod consents;
mod control_room;
mod counters;
mod cpr_consents;
pub mod cpr_numbers;
pub mod damage;
pub mod decoys;
pub mod detached;
pub mod devices;
pub mod document_signatures;
pub mod documents;
pub mod draft;
mod drafts;
mod emptied;
pub mod encrypted_mails;
mod errands;
mod error;
pub mod event_log;
mod guesses;
mod invitations;
pub mod journal;
pub mod log_ons;
pub mod look_ups;
mod migrate;
pub mod nemids;
mod new_file;
mod nightly;
mod old_parts;
mod open;
pub mod organisation_certificates;
pub mod outbox;
mod own_places;
pub mod past_certificates;
pub mod post;
pub mod refusals;
mod rehearsal;
mod rules_versions;
pub mod sessions;
pub mod settings;
pub mod staff;
pub mod stock;
mod taken_over;
mod temporaries;
mod tx;

use std::path::PathBuf;

use deadpool_sqlite::{HookError, Pool, PoolError};
use rusqlite::{Connection, TransactionBehavior};
use tokio::sync::oneshot;

pub use crate::store::error::StoreError;
use crate::store::error::of_sqlite;
pub use crate::store::open::{InUse, Place};
use crate::store::rehearsal::Watch;
#[cfg(feature = "testing")]
pub use crate::store::rehearsal::Work;
pub use crate::store::tx::Tx;

/// How often a change is made at most before its lost races are told.
const TIMES: usize = 8;

/// The database, with a few readers and one writer.
#[derive(Clone)]
pub struct Store {
    readers: Pool,
    writer: Pool,
    path: PathBuf,
    /// Where work is counted, if changes are rehearsed.
    rehearses: Option<Watch>,
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
    /// The error of `look`, or that no connection was available.
    pub async fn read<T, E, F>(&self, look: F) -> Result<T, E>
    where
        F: FnOnce(&Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let watch = self.rehearses.clone();
        let read = move |tx: &Tx<'_>| {
            let result = look(tx);
            if let Some(watch) = &watch {
                rehearsal::has_read(watch, tx);
            }
            result
        };
        run(&self.readers, |connection| transact(connection, TransactionBehavior::Deferred, read), |_| ())
            .await
    }

    /// Makes a change in one transaction: all of it, or nothing when `change` returns an error. `change` is
    /// run again after a lost race, so it depends only on what it reads and is handed, and has no other
    /// effects.
    ///
    /// # Errors
    /// The error of `change`, or that it could not be saved.
    pub async fn write<T, E, F>(&self, change: F) -> Result<T, E>
    where
        F: Fn(&Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.write_then(change, |_| ()).await
    }

    /// Makes a change in one transaction. Once it is saved, and before anything else in this process can
    /// write, runs `after` with the result.
    ///
    /// # Errors
    /// The error of `change`, or that it could not be saved; then `after` is not run.
    pub async fn write_then<T, E, F, A>(&self, change: F, after: A) -> Result<T, E>
    where
        F: Fn(&Tx<'_>) -> Result<T, E> + Send + 'static,
        A: FnOnce(&T) + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let rehearses = self.rehearses.clone();
        run(
            &self.writer,
            move |connection| {
                if let Some(watch) = rehearses {
                    return rehearsal::twice(connection, &watch, change);
                }
                transact_again(connection, change)
            },
            after,
        )
        .await
    }

    /// The same store, in which each change is made twice: the first time it is rolled back, and the second
    /// time it must write the same. Tests use it to show that every change is repeatable.
    #[must_use]
    pub fn rehearsing(self) -> Self {
        Self { rehearses: Some(Watch::default()), ..self }
    }

    /// The work that was asked of it so far; `None` unless it is rehearsing.
    #[cfg(feature = "testing")]
    pub fn work(&self) -> Option<Work> {
        let watch = self.rehearses.as_ref()?;
        Some(*watch.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}

/// A job for a connection, on a thread where waiting for the disk blocks nothing else.
type Job = Box<dyn FnOnce(&mut Connection) + Send>;

async fn run<T, E, F, A>(pool: &Pool, act: F, after: A) -> Result<T, E>
where
    F: FnOnce(&mut Connection) -> Result<T, E> + Send + 'static,
    A: FnOnce(&T) + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let (tell, told) = oneshot::channel();
    let job = move |connection: &mut Connection| {
        let result = act(connection);
        result.as_ref().ok().map(after);
        // The caller may be gone; the change is made all the same.
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

/// Changes in one transaction, and again from the start as long as a race is lost in it, [`TIMES`] times at most.
fn transact_again<T, E, F>(connection: &mut Connection, change: F) -> Result<T, E>
where
    F: Fn(&Tx<'_>) -> Result<T, E>,
    E: From<StoreError>,
{
    let mut times = 1;
    loop {
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of_sqlite)?;
        let tx = Tx::on(&transaction);
        match change(&tx) {
            Ok(done) => {
                let afterwards = tx.afterwards();
                transaction.commit().map_err(of_sqlite)?;
                for act in afterwards {
                    act();
                }
                return Ok(done);
            }
            Err(_) if tx.has_lost() && times < TIMES => times += 1,
            Err(error) => return Err(error),
        }
    }
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_change_that_loses_a_race_is_made_again_and_leaves_nothing_of_the_first_time() {
        let (mut connection, runs) = (open::in_memory(), Cell::new(0));
        let drawn: Result<i64, StoreError> = transact_again(&mut connection, |tx| {
            runs.set(runs.get() + 1);
            let letter = tx.next_letter()?;
            if runs.get() < 3 { Err(tx.lost_race(letter)) } else { Ok(letter) }
        });
        assert_eq!((drawn.unwrap(), runs.get()), (1, 3));
    }

    #[test]
    fn a_race_that_is_always_lost_is_told_in_the_end() {
        let (mut connection, runs) = (open::in_memory(), Cell::new(0));
        let told: Result<(), StoreError> = transact_again(&mut connection, |tx| {
            runs.set(runs.get() + 1);
            Err(tx.lost_race("it"))
        });
        assert!(matches!(told, Err(StoreError::LostRace(_))));
        assert_eq!(runs.get(), TIMES);
    }
}
