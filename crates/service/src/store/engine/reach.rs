//! Whether the servers of a database can be reached: while they cannot, a process tries seldom, and one connection at a time.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::store::StoreError;

/// How long is waited after the first vain try. Each further one doubles it.
const FIRST: Duration = Duration::from_millis(100);
/// The longest wait, so that a server that is back is soon found.
const LONGEST: Duration = Duration::from_secs(2);
/// How long others leave a try alone. It ends before, unless its thread died.
const TRY: Duration = Duration::from_secs(20);

/// What the connections of a process know together about the servers.
#[derive(Debug, Default)]
pub struct Reach(Mutex<Option<Away>>);

/// That they could not be reached.
#[derive(Clone, Debug)]
struct Away {
    /// How often in a row.
    times: u32,
    /// When they are tried again.
    next: Instant,
    /// Why, as it was told last.
    why: String,
}

impl Reach {
    /// Makes a connection, unless one could not be made just now.
    ///
    /// # Errors
    /// [`StoreError::Away`]: whoever waits for it is to come back, whatever hinders the servers.
    pub fn connect<T>(&self, make: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.may_try(Instant::now())?;
        let made = make();
        self.note(made, Instant::now())
    }

    fn may_try(&self, now: Instant) -> Result<(), StoreError> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match state.as_mut() {
            Some(away) if now < away.next => Err(StoreError::Away(format!("{} (a moment ago)", away.why))),
            Some(away) => {
                away.next = now + TRY;
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn note<T>(&self, made: Result<T, StoreError>, now: Instant) -> Result<T, StoreError> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match made {
            Ok(made) => {
                *state = None;
                Ok(made)
            }
            Err(error) => {
                let why = match error {
                    StoreError::Away(why) => why,
                    other => other.to_string(),
                };
                let times = state.as_ref().map_or(0, |away| away.times).saturating_add(1);
                *state = Some(Away { times, next: now + pause(times), why: why.clone() });
                Err(StoreError::Away(why))
            }
        }
    }
}

/// The wait after so many vain tries, up to a quarter shorter in each process, so that they don't all come at once.
fn pause(times: u32) -> Duration {
    let pause = FIRST.saturating_mul(1 << (times - 1).min(10)).min(LONGEST);
    let share = std::process::id().wrapping_mul(2_654_435_761) >> 24;
    pause * 3 / 4 + pause / 4 * share / 255
}

#[cfg(test)]
mod tests {
    use super::*;

    fn away() -> Result<(), StoreError> {
        Err(StoreError::Away("connection refused".into()))
    }

    /// Tries for ten minutes, a hundred times a second. Returns how often a connection was really asked for.
    fn tried(reach: &Reach, begun: Instant) -> usize {
        let instants = (0..60_000).map(|nth| begun + Duration::from_millis(10) * nth);
        instants.filter(|now| reach.may_try(*now).is_ok_and(|()| reach.note(away(), *now).is_err())).count()
    }

    #[test]
    fn servers_that_are_away_are_tried_seldom() {
        let tries = tried(&Reach::default(), Instant::now());
        assert!((300..410).contains(&tries), "{tries}");
    }

    #[test]
    fn one_tries_and_the_others_are_told_why() {
        let (reach, now) = (Reach::default(), Instant::now());
        assert!(reach.note(away(), now).is_err());
        let later = now + LONGEST;
        assert!(reach.may_try(later).is_ok());
        let told = reach.may_try(later).unwrap_err();
        assert!(matches!(&told, StoreError::Away(why) if why.contains("refused")), "{told}");
        assert!(reach.may_try(later + TRY).is_ok(), "a try that never ended");
    }

    #[test]
    fn once_they_are_back_nobody_waits() {
        let (reach, now) = (Reach::default(), Instant::now());
        assert!(reach.may_try(now).is_ok() && reach.may_try(now).is_ok(), "nothing was wrong yet");
        assert!(reach.note(away(), now).is_err());
        assert!(reach.note(Ok(()), now).is_ok());
        assert!(reach.may_try(now).is_ok() && reach.may_try(now).is_ok());
    }

    #[test]
    fn whatever_hinders_a_connection_is_told_as_away() {
        let refused = Reach::default().connect(|| Err::<(), _>(StoreError::Open("no such role".into())));
        assert!(matches!(refused, Err(StoreError::Away(why)) if why.contains("role")));
    }
}
