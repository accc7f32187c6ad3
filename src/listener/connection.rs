//! One connection, as those who work on it and those who count it know it.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use rules::limits::Household;
use tokio_util::sync::CancellationToken;

use crate::listener::phase::State;

/// One connection.
pub(super) struct Connection {
    /// Who it counts for; none for the proxy, which is as many people as it likes.
    pub(super) household: Option<Household>,
    state: Mutex<State>,
    ended: CancellationToken,
}

impl Connection {
    /// A connection that has just been accepted.
    pub(super) fn new(household: Option<Household>, now: Instant) -> Self {
        let state = Mutex::new(State::accepted(now));
        Self { household, state, ended: CancellationToken::new() }
    }

    /// Notes what happens on it.
    pub(super) fn note(&self, happens: impl FnOnce(&mut State, Instant)) {
        happens(&mut self.locked(), Instant::now());
    }

    /// What it waits for at this moment.
    pub(super) fn state(&self) -> State {
        *self.locked()
    }

    /// Closes it, whatever happens on it.
    pub(super) fn end(&self) {
        self.ended.cancel();
    }

    /// Whether it is being closed.
    pub(super) fn is_ended(&self) -> bool {
        self.ended.is_cancelled()
    }

    /// Waits until it is to be closed.
    pub(super) async fn ended(&self) {
        self.ended.cancelled().await;
    }

    fn locked(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
