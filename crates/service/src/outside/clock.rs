//! The only reader of the clock. It gives two times: the real one, for everything that runs while a person
//! sits at the screen (D11), and the simulated one for everything else, which runs at real speed at a
//! settable distance (D21).

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// The source of the real time, and the distance of the world's time from it.
#[derive(Debug)]
pub struct Clock {
    real: Real,
    /// Simulated minus real time, in nanoseconds.
    offset: AtomicI64,
    /// The latest simulated instant that was returned or stored, in nanoseconds since 1970.
    latest: AtomicI64,
}

#[derive(Debug)]
enum Real {
    System,
    /// Nanoseconds since 1970 that move only when a test moves them.
    Manual(AtomicI64),
}

/// The machine's own time, for the log.
pub fn system_now() -> Timestamp {
    Clock::real(SignedDuration::ZERO).real_now()
}

impl Clock {
    /// The system's clock, with the world `offset` ahead of it (behind it, when negative).
    pub fn real(offset: SignedDuration) -> Self {
        Self::by(Real::System, offset)
    }

    /// A clock that stands still at `start` (real time) until [`Clock::advance_real`] moves it.
    pub fn manual(start: Timestamp, offset: SignedDuration) -> Self {
        let start = AtomicI64::new(since_1970(start));
        Self::by(Real::Manual(start), offset)
    }

    fn by(real: Real, offset: SignedDuration) -> Self {
        Self { real, offset: AtomicI64::new(nanoseconds(offset)), latest: AtomicI64::new(i64::MIN) }
    }

    /// The real time.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    pub fn real_now(&self) -> Timestamp {
        match &self.real {
            Real::System => Timestamp::now(),
            Real::Manual(now) => instant(now.load(Ordering::SeqCst)),
        }
    }

    /// The world's time. It never goes back: while the system's clock is behind an instant returned before,
    /// the world's time stands still.
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

    /// Moves a manual clock, real and simulated time alike. The system's clock cannot be moved; there this
    /// changes nothing.
    pub fn advance_real(&self, by: SignedDuration) {
        if let Real::Manual(now) = &self.real {
            now.fetch_add(nanoseconds(by), Ordering::SeqCst);
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
    fn the_world_stands_still_while_the_systems_clock_is_set_back() {
        let clock = Clock::manual(at("2026-05-01T10:00:00Z"), SignedDuration::ZERO);
        clock.set_offset(clock.offset_for(at("2019-03-04T08:00:00Z")));
        clock.advance_real(SignedDuration::from_hours(1));
        assert_eq!(clock.now(), at("2019-03-04T09:00:00Z"));
        clock.advance_real(SignedDuration::from_hours(-30 * 24));
        assert_eq!(clock.now(), at("2019-03-04T09:00:00Z"));
        assert_eq!(clock.real_now(), at("2026-04-01T11:00:00Z"));
        // After the move it runs again, at real speed.
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
