//! The only module that knows SQL. All changes go through [`Store::write`]: one transaction, one writer.
//!
//! Each table has one file, which adds its queries and changes to [`Tx`].

mod agreements;
pub mod app_requests;
pub mod authorities;
pub mod calls;
mod cards;
mod carriers;
pub mod catalogue;
pub mod certificate_bodies;
mod certificate_renewals;
mod certificates;
pub mod check;
pub mod checksums;
pub mod citizens;
mod connection;
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
pub mod emptied;
pub mod encrypted_mails;
pub mod engine;
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
mod pool;
pub mod post;
pub mod refusals;
mod rehearsal;
mod rules_versions;
pub mod sessions;
pub mod settings;
pub mod staff;
pub mod stock;
pub mod taken_over;
mod temporaries;
mod transact;
pub mod transfer;
mod tx;
#[cfg(feature = "testing")]
pub mod whole;

use crate::store::connection::Connection;
pub use crate::store::engine::no_server::NoServer;
pub use crate::store::engine::server::Server;
use crate::store::engine::session::Intent;
pub use crate::store::error::StoreError;
pub use crate::store::open::{InUse, Place};
use crate::store::pool::{Connections, run};
use crate::store::rehearsal::Watch;
#[cfg(feature = "testing")]
pub use crate::store::rehearsal::Work;
use crate::store::transact::{transact, transact_again};
pub use crate::store::tx::Tx;

/// The database.
#[derive(Clone)]
pub struct Store {
    connections: Connections,
    /// What it is called in messages.
    name: String,
    /// Where work is counted, if changes are rehearsed.
    rehearses: Option<Watch>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("name", &self.name).finish_non_exhaustive()
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
        let act = |connection: &mut Connection<'_>| transact(connection, Intent::Read, read);
        run(self.connections.readers(), act, |_| ()).await
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
        run(self.connections.writers(), self.repeated(change), |_| ()).await
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
        run(self.connections.lone_writer(), self.repeated(change), after).await
    }

    /// A change that is made anew after a lost race, and twice where changes are rehearsed.
    fn repeated<T, E, F>(
        &self,
        change: F,
    ) -> impl FnOnce(&mut Connection<'_>) -> Result<T, E> + Send + use<T, E, F>
    where
        F: Fn(&Tx<'_>) -> Result<T, E> + Send + 'static,
        E: From<StoreError>,
    {
        let rehearses = self.rehearses.clone();
        move |connection| match rehearses {
            Some(watch) => rehearsal::twice(connection, &watch, change),
            None => transact_again(connection, change),
        }
    }

    /// Writes something that changes nothing, and waits until it is saved.
    ///
    /// # Errors
    /// Why it could not be saved.
    pub async fn prove_writable(&self) -> Result<(), StoreError> {
        self.write(|tx| {
            tx.write_nothing()?;
            Ok(())
        })
        .await
    }

    /// Whether programs on other machines may have the same database open.
    pub fn is_shared(&self) -> bool {
        matches!(self.connections, Connections::Postgres { .. })
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
