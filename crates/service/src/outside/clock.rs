//! The only reader of the clock. It gives two times: the real one, for everything that runs while a person
//! sits at the screen (D11), and the simulated one for everything else, which runs at real speed at a
//! settable distance (D21). Neither ever goes back: when the system's clock is set back, both go on at their
//! own speed, by the machine's steady clock.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};

/// The source of the real time, and the distance of the world's time from it.
#[derive(Debug)]
pub struct Clock {
    real: Real,
    /// The latest real time that was read or stored.
    read: Mutex<Read>,
    /// Simulated minus real time, in nanoseconds.
    offset: AtomicI64,
    /// The latest simulated instant that was returned or stored, in nanoseconds since 1970.
    latest: AtomicI64,
}

#[derive(Debug)]
enum Real {
    System {
        /// Where the steady clock stood when this one was made.
        began: Instant,
    },
    /// Moves only when a test moves it.
    Manual {
        /// Nanoseconds since 1970, moved forward and back.
        system: AtomicI64,
        /// Nanoseconds that have been counted; it never goes back.
        steady: AtomicI64,
    },
}

/// A real time, and where the steady clock stood at it.
#[derive(Clone, Copy, Debug)]
struct Read {
    at: Timestamp,
    /// In nanoseconds; `None` before the first reading.
    steady: Option<i64>,
}

/// The machine's own time, for the log.
pub fn system_now() -> Timestamp {
    Clock::real(SignedDuration::ZERO).real_now()
}

impl Clock {
    /// The system's clock, with the world `offset` ahead of it (behind it, when negative).
    pub fn real(offset: SignedDuration) -> Self {
        Self::by(Real::System { began: Instant::now() }, offset)
    }

    /// A clock that stands still at `start` (real time) until [`Clock::advance_real`] moves it.
    pub fn manual(start: Timestamp, offset: SignedDuration) -> Self {
        let system = AtomicI64::new(since_1970(start));
        Self::by(Real::Manual { system, steady: AtomicI64::new(0) }, offset)
    }

    fn by(real: Real, offset: SignedDuration) -> Self {
        Self {
            real,
            read: Mutex::new(Read { at: Timestamp::MIN, steady: None }),
            offset: AtomicI64::new(nanoseconds(offset)),
            latest: AtomicI64::new(i64::MIN),
        }
    }

    /// The real time: the system's, but never less than the last reading and what the steady clock has
    /// counted since. A system's clock that is set back neither prolongs a session nor stops the world; one
    /// that is set forward, or a machine that slept, is followed.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    pub fn real_now(&self) -> Timestamp {
        let mut read = self.last_read();
        let (system, steady) = match &self.real {
            Real::System { began } => {
                (Timestamp::now(), i64::try_from(began.elapsed().as_nanos()).unwrap_or(i64::MAX))
            }
            Real::Manual { system, steady } => {
                (instant(system.load(Ordering::SeqCst)), steady.load(Ordering::SeqCst))
            }
        };
        let passed = SignedDuration::from_nanos(read.steady.map_or(0, |then| steady - then));
        *read = Read { at: system.max(later(read.at, passed)), steady: Some(steady) };
        read.at
    }

    /// Keeps the real time from going back before an instant that has been stored.
    pub fn real_never_before(&self, stored: Timestamp) {
        let now = self.real_now();
        let mut read = self.last_read();
        read.at = read.at.max(now).max(stored);
    }

    fn last_read(&self) -> MutexGuard<'_, Read> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The world's time. It never goes back: while the real time at its distance is behind an instant
    /// returned or stored before, the world's time stands still.
    pub fn now(&self) -> Timestamp {
        let now = later(self.real_now(), self.offset());
        now.max(instant(self.latest.fetch_max(since_1970(now), Ordering::SeqCst)))
    }

    /// Keeps the world's time from going back before an instant that has been stored.
    pub fn never_before(&self, instant: Timestamp) {
        self.latest.fetch_max(since_1970(instant), Ordering::SeqCst);
    }

    /// The distance of the world's time from the real one; positive when it is ahead.
    pub fn offset(&self) -> SignedDuration {
        SignedDuration::from_nanos(self.offset.load(Ordering::SeqCst))
    }

    /// Moves the world's time to a distance from the real one; a smaller distance than the present one
    /// changes nothing.
    pub fn move_on_to(&self, offset: SignedDuration) {
        self.offset.fetch_max(nanoseconds(offset), Ordering::SeqCst);
    }

    /// Whether the world's time can be so far ahead.
    pub fn reaches(offset: SignedDuration) -> bool {
        i64::try_from(offset.as_nanos()).is_ok()
    }

    /// Sets the distance of the world's time from the real one when the world is opened. Afterwards it only
    /// grows.
    pub fn set_offset(&self, offset: SignedDuration) {
        self.offset.store(nanoseconds(offset), Ordering::SeqCst);
        self.latest.store(i64::MIN, Ordering::SeqCst);
    }

    /// The offset at which the world's time is `simulated` right now.
    pub fn offset_for(&self, simulated: Timestamp) -> SignedDuration {
        simulated.duration_since(self.real_now())
    }

    /// Moves a manual clock, real and simulated time alike. A negative duration sets it back, as a system's
    /// clock is; the steady clock beside it stays. The system's clock cannot be moved; there this changes
    /// nothing.
    pub fn advance_real(&self, by: SignedDuration) {
        if let Real::Manual { system, steady } = &self.real {
            // What has been told up to now is the beginning of what is counted from here.
            self.real_now();
            system.fetch_add(nanoseconds(by), Ordering::SeqCst);
            steady.fetch_add(nanoseconds(by).max(0), Ordering::SeqCst);
        }
    }
}

fn later(time: Timestamp, by: SignedDuration) -> Timestamp {
    time.checked_add(by).unwrap_or(if by.is_negative() { Timestamp::MIN } else { Timestamp::MAX })
}

fn instant(nanoseconds: i64) -> Timestamp {
    later(Timestamp::UNIX_EPOCH, SignedDuration::from_nanos(nanoseconds))
}

fn since_1970(instant: Timestamp) -> i64 {
    nanoseconds(instant.duration_since(Timestamp::UNIX_EPOCH))
}

/// 64 bits hold 292 years of nanoseconds; longer durations are cut to that.
fn nanoseconds(duration: SignedDuration) -> i64 {
    let end = if duration.is_negative() { i64::MIN } else { i64::MAX };
    i64::try_from(duration.as_nanos()).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_world_runs_beside_real_time() {
        let clock = Clock::manual(at("2026-05-01T10:00:00Z"), SignedDuration::ZERO);
        clock.set_offset(clock.offset_for(at("2019-03-04T08:00:00Z")));
        assert_eq!(clock.now(), at("2019-03-04T08:00:00Z"));

        clock.advance_real(SignedDuration::from_mins(5));
        assert_eq!(clock.real_now(), at("2026-05-01T10:05:00Z"));
        assert_eq!(clock.now(), at("2019-03-04T08:05:00Z"));

        clock.set_offset(clock.offset() + SignedDuration::from_hours(24));
        assert_eq!(clock.real_now(), at("2026-05-01T10:05:00Z"));
        assert_eq!(clock.now(), at("2019-03-05T08:05:00Z"));
    }

    #[test]
    fn neither_time_follows_a_systems_clock_that_is_set_back() {
        let clock = Clock::manual(at("2026-05-01T10:00:00Z"), SignedDuration::ZERO);
        clock.set_offset(clock.offset_for(at("2019-03-04T08:00:00Z")));
        clock.advance_real(SignedDuration::from_hours(1));
        assert_eq!(clock.now(), at("2019-03-04T09:00:00Z"));
        clock.advance_real(SignedDuration::from_hours(-30 * 24));
        assert_eq!(clock.now(), at("2019-03-04T09:00:00Z"));
        assert_eq!(clock.real_now(), at("2026-05-01T11:00:00Z"));
        // Both go on at their own speed.
        clock.move_on_to(clock.offset_for(at("2019-03-05T09:00:00Z")));
        clock.advance_real(SignedDuration::from_mins(1));
        assert_eq!(clock.now(), at("2019-03-05T09:01:00Z"));
        let offset = clock.offset();
        clock.move_on_to(offset - SignedDuration::from_hours(1));
        assert_eq!(clock.offset(), offset);
    }

    #[test]
    fn the_world_is_never_before_what_was_written() {
        let clock = Clock::manual(at("2019-03-04T08:00:00Z"), SignedDuration::ZERO);
        clock.never_before(at("2019-03-04T12:00:00Z"));
        assert_eq!(clock.now(), at("2019-03-04T12:00:00Z"));
        clock.never_before(at("2019-03-04T11:00:00Z"));
        clock.advance_real(SignedDuration::from_hours(3));
        assert_eq!(clock.now(), at("2019-03-04T12:00:00Z"));
        clock.advance_real(SignedDuration::from_hours(3));
        assert_eq!(clock.now(), at("2019-03-04T14:00:00Z"));
    }

    #[test]
    fn real_time_goes_on_by_the_steady_clock_from_what_was_stored_later() {
        let clock = Clock::real(SignedDuration::ZERO);
        let stored = clock.real_now() + SignedDuration::from_hours(30 * 24);
        clock.real_never_before(stored);
        let first = clock.real_now();
        assert!(first >= stored, "another process wrote by a clock that was ahead");
        std::thread::sleep(std::time::Duration::from_millis(5));
        let passed = clock.real_now().duration_since(first);
        assert!(passed >= SignedDuration::from_millis(5), "it does not stand still: {passed:?}");
    }

    #[test]
    fn the_system_clock_ticks_by_itself() {
        let clock = Clock::real(SignedDuration::from_hours(-1));
        let before = clock.real_now();
        clock.advance_real(SignedDuration::from_hours(9));
        let apart = clock.real_now().duration_since(before);
        assert!(!apart.is_negative() && apart < SignedDuration::from_mins(10), "{apart:?}");
        assert!(clock.now() < before);
    }

    #[test]
    fn far_away_is_the_end_of_time_not_a_crash() {
        let clock = Clock::manual(Timestamp::MAX, SignedDuration::MAX);
        assert!(clock.now() > at("2200-01-01T00:00:00Z"));
        let clock = Clock::manual(at("2026-05-01T10:00:00Z"), SignedDuration::MIN);
        assert!(clock.now() < at("1800-01-01T00:00:00Z"));
    }
}
