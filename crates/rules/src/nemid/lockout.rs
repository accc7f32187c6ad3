//! The count of wrong passwords and the lock of eight hours (D2).
//!
//! ```text
//!  0 … 4 wrong ──fifth──▶ locked 8 h ──lapses──▶ 0 … 4 wrong, one strike ──fifth──▶ password blocked
//!       ▲                                                   │
//!       └────────────────────── right password ─────────────┘
//! ```

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// The number of wrong passwords in a row that locks a NemID (D2).
pub const WRONG_PASSWORDS: u8 = 5;
/// How long a lock lasts, by the simulated clock (D2).
pub const LOCK: SignedDuration = SignedDuration::from_hours(8);

/// The count of wrong passwords, the strike that a lapsed lock leaves, and the lock.
#[doc(alias = "midlertidigt låst i 8 timer")]
#[doc(alias = "Quarantine")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lockout {
    /// Wrong passwords in a row since the last right one or the last lock.
    pub failures: u8,
    /// Whether a lock has lapsed since the last right password.
    pub strike: bool,
    /// The end of the lock, running or lapsed.
    pub locked_until: Option<Timestamp>,
}

/// What a wrong password leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterWrong {
    /// The password may be typed again.
    TryAgain {
        /// Wrong passwords left before the lock or the block.
        left: u8,
    },
    /// The NemID is locked for eight hours.
    Locked {
        /// The end of the lock.
        until: Timestamp,
    },
    /// The password is blocked, and only a temporary password helps.
    Blocked,
}

impl Lockout {
    /// The lockout at `now`. A lock that has run out has become zero failures and a strike.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Self {
        match self.locked_until {
            Some(until) if until <= now => Self { failures: 0, strike: true, locked_until: None },
            _ => self,
        }
    }

    /// The end of the lock, if it is running at `now`.
    pub fn running(self, now: Timestamp) -> Option<Timestamp> {
        self.locked_until.filter(|until| *until > now)
    }

    /// The lockout after one more wrong password, and what that leads to. It is not called while a lock runs, since
    /// nothing is verified then.
    pub fn wrong(self, now: Timestamp) -> (Self, AfterWrong) {
        let mut next = self.at(now);
        next.failures += 1;
        if next.failures < WRONG_PASSWORDS {
            let left = WRONG_PASSWORDS - next.failures;
            return (next, AfterWrong::TryAgain { left });
        }
        if next.strike {
            return (next, AfterWrong::Blocked);
        }
        let until = now.saturating_add(LOCK).unwrap_or(Timestamp::MAX);
        next.locked_until = Some(until);
        (next, AfterWrong::Locked { until })
    }

    /// Like [`Lockout::wrong`], for a count that belongs to no password in use, as for an unknown user id. A block ends
    /// nothing there, so that the next wrong password is the first again.
    pub fn wrong_apart(self, now: Timestamp) -> (Self, AfterWrong) {
        match self.wrong(now) {
            (_, AfterWrong::Blocked) => (Self::default(), AfterWrong::Blocked),
            other => other,
        }
    }
}

/// The end of a lock or bar (D2, D23) as it is told: the full minute at or after it. Pages tell moments to the minute, and
/// none is told that has not come.
pub fn told_end(until: Timestamp) -> Timestamp {
    let seconds = until.as_second() + i64::from(until.subsec_nanosecond() > 0);
    let minutes = seconds.div_euclid(60) + i64::from(seconds.rem_euclid(60) > 0);
    Timestamp::from_second(minutes * 60).unwrap_or(until)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Timestamp {
        "2019-03-04T08:00:00Z".parse().unwrap()
    }

    #[test]
    fn the_end_that_is_told_is_a_full_minute_and_never_before_the_end() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        for (ends, told) in [
            ("2019-03-04T16:00:00Z", "2019-03-04T16:00:00Z"),
            ("2019-03-04T16:00:00.000000001Z", "2019-03-04T16:01:00Z"),
            ("2019-03-04T16:00:01Z", "2019-03-04T16:01:00Z"),
            ("2019-03-04T16:00:59.9Z", "2019-03-04T16:01:00Z"),
        ] {
            assert_eq!(told_end(at(ends)), at(told), "{ends}");
        }
        assert_eq!(told_end(Timestamp::MAX), Timestamp::MAX, "where no full minute follows");
    }

    #[test]
    fn the_fifth_wrong_password_locks_for_eight_hours_and_five_more_block() {
        let mut lockout = Lockout::default();
        for left in [4, 3, 2, 1] {
            let after;
            (lockout, after) = lockout.wrong(start());
            assert_eq!(after, AfterWrong::TryAgain { left });
        }
        let (lockout, after) = lockout.wrong(start());
        let until = start() + LOCK;
        assert_eq!(after, AfterWrong::Locked { until });
        assert_eq!(lockout.running(start()), Some(until));
        assert_eq!(lockout.running(until), None, "the lock lapses by itself");

        let mut lockout = lockout.at(until);
        assert_eq!((lockout.failures, lockout.strike), (0, true));
        for _ in 0..4 {
            lockout = lockout.wrong(until).0;
        }
        assert_eq!(lockout.wrong(until).1, AfterWrong::Blocked);
        assert_eq!(lockout.wrong_apart(until), (Lockout::default(), AfterWrong::Blocked));
    }

    #[test]
    fn a_lock_keeps_its_count_until_it_has_run_out() {
        let until = start() + LOCK;
        let lockout = Lockout { failures: 5, strike: false, locked_until: Some(until) };
        assert_eq!(lockout.at(until - SignedDuration::from_nanos(1)), lockout);
        assert_eq!(lockout.at(until), Lockout { failures: 0, strike: true, locked_until: None });
    }

    #[test]
    fn a_count_that_belongs_to_no_password_goes_on_like_any_other_until_its_block() {
        let lockout = Lockout::default();
        assert_eq!(lockout.wrong_apart(start()), lockout.wrong(start()));
    }
}
