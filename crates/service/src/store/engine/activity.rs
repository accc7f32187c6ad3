//! What a connection is at, so that nobody waits for ever for a server that says nothing any more.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::store::StoreError;

/// What a connection is at. Clones share it.
#[derive(Clone, Default)]
pub struct Activity(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    /// The number of the process that serves it, by which a server knows it.
    number: u32,
    /// Since when an answer is waited for.
    asked: Option<Instant>,
    /// Whether what is waited for is that everything is saved.
    saves: bool,
    /// Whether nobody waits any more for what is done on it.
    is_given_up: bool,
}

impl Activity {
    /// Notes that the connection was made, and is served by a process with this number.
    pub fn connected(&self, number: u32) {
        self.state().number = number;
    }

    pub fn number(&self) -> u32 {
        self.state().number
    }

    /// Notes that the server is asked for something, or to save everything.
    ///
    /// # Errors
    /// [`StoreError::Away`] once it was given up: nothing more is done, so that nothing is saved of which somebody was told
    /// that it was not.
    pub fn begin(&self, saves: bool) -> Result<(), StoreError> {
        let mut state = self.state();
        if state.is_given_up {
            return Err(silent());
        }
        state.asked = Some(Instant::now());
        state.saves = saves;
        Ok(())
    }

    /// Notes that it has answered.
    pub fn end(&self) {
        self.state().asked = None;
    }

    /// Makes sure that somebody still waits for what is done.
    ///
    /// # Errors
    /// [`StoreError::Away`] once it was given up.
    pub fn is_wanted(&self) -> Result<(), StoreError> {
        if self.state().is_given_up { Err(silent()) } else { Ok(()) }
    }

    /// Whether an answer has been waited for as long as this.
    pub fn is_silent_for(&self, time: Duration) -> bool {
        self.state().asked.is_some_and(|asked| asked.elapsed() >= time)
    }

    /// Gives it up. Returns what whoever waits is told: that nobody knows, if everything was to be saved already.
    pub fn give_up(&self) -> StoreError {
        let mut state = self.state();
        state.is_given_up = true;
        if state.asked.is_some() && state.saves { StoreError::InDoubt(SILENT.into()) } else { silent() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const SILENT: &str = "the server has said nothing for a while";

fn silent() -> StoreError {
    StoreError::Away(SILENT.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_given_up_before_it_was_saved_is_not_saved_afterwards() {
        let activity = Activity::default();
        activity.begin(false).unwrap();
        assert!(matches!(activity.give_up(), StoreError::Away(_)));
        activity.end();
        assert!(activity.begin(true).is_err() && activity.begin(false).is_err());
    }

    #[test]
    fn of_what_was_given_up_while_it_was_saved_nobody_knows() {
        let activity = Activity::default();
        activity.begin(true).unwrap();
        assert!(activity.is_silent_for(Duration::ZERO) && !activity.is_silent_for(Duration::from_mins(1)));
        assert!(matches!(activity.give_up(), StoreError::InDoubt(_)));
    }

    #[test]
    fn a_connection_that_is_asked_nothing_is_not_silent() {
        let activity = Activity::default();
        activity.begin(false).unwrap();
        activity.end();
        assert!(!activity.is_silent_for(Duration::ZERO));
    }
}
