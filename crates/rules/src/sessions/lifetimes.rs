//! How long what was begun lasts by the real clock, and when it is over (D11, D32).

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How many times its limit something under way lasts at most, however often more time is asked for. Whoever asks a
/// minute before each end can ask ten times, which is what WCAG 2.2.1 wants.
const AT_MOST: i32 = 12;

/// How long before the end of a session's longest life its pages say so, unless half of a shorter life is less.
const LAST_HALF_HOUR: SignedDuration = SignedDuration::from_mins(30);

/// How long before its end a limit is told of once more, unless half of a shorter limit is less.
const LAST_MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// The limits of time, in seconds of the real clock, as an operator may set them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Lifetimes {
    /// A log-on, or another question for a key, under way.
    pub log_on_seconds: u32,
    /// An activation or re-opening under way.
    pub enrolment_seconds: u32,
    /// An errand at a desk after its last step.
    pub errand_seconds: u32,
    /// A session without a request.
    pub session_seconds: u32,
    /// A session however busy it is. Twelve hours are longer than a working day, so that nobody is logged off in the middle
    /// of one, and shorter than a night and a day at a screen that was left open.
    pub session_longest_seconds: u32,
}

impl Default for Lifetimes {
    fn default() -> Self {
        Self {
            log_on_seconds: 5 * 60,
            enrolment_seconds: 30 * 60,
            errand_seconds: 30 * 60,
            session_seconds: 15 * 60,
            session_longest_seconds: 12 * 60 * 60,
        }
    }
}

/// Why a session is over by time alone (D11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunOut {
    /// It was not used for as long as one may leave it.
    Idle,
    /// It has lasted for as long as one may.
    Longest,
}

/// The life of something under way: when it began, and when it was last used or more time was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// When it began.
    pub began: Timestamp,
    /// When it was used, or extended, last.
    pub renewed: Timestamp,
}

/// When a session ends unless it is used, and by which of its two limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// The instant after which it is over.
    pub at: Timestamp,
    /// The limit.
    pub by: RunOut,
}

impl Lifetimes {
    /// Each limit with the name of its setting.
    pub fn named(&self) -> [(&'static str, u32); 5] {
        [
            ("log_on_seconds", self.log_on_seconds),
            ("enrolment_seconds", self.enrolment_seconds),
            ("errand_seconds", self.errand_seconds),
            ("session_seconds", self.session_seconds),
            ("session_longest_seconds", self.session_longest_seconds),
        ]
    }

    /// How long a session lasts without a request.
    pub fn idle(&self) -> SignedDuration {
        seconds(self.session_seconds)
    }

    /// How long a log-on lasts.
    pub fn log_on(&self) -> SignedDuration {
        seconds(self.log_on_seconds)
    }

    /// How long an activation or re-opening lasts.
    pub fn enrolment(&self) -> SignedDuration {
        seconds(self.enrolment_seconds)
    }

    /// How long an errand at a desk lasts after its last step.
    pub fn errand(&self) -> SignedDuration {
        seconds(self.errand_seconds)
    }

    /// When a session ends that is not used any more.
    pub fn session_ends(&self, life: Life) -> End {
        let idle = End { at: life.renewed + self.idle(), by: RunOut::Idle };
        let longest = End { at: life.began + seconds(self.session_longest_seconds), by: RunOut::Longest };
        if longest.at < idle.at { longest } else { idle }
    }

    /// Why a session is over; `None` while it lasts.
    pub fn run_out(&self, life: Life, now: Timestamp) -> Option<RunOut> {
        let end = self.session_ends(life);
        (now > end.at).then_some(end.by)
    }

    /// How long a session that began at `began` still lasts at most, if that is so little that its pages say it.
    pub fn ends_soon(&self, began: Timestamp, now: Timestamp) -> Option<SignedDuration> {
        let longest = seconds(self.session_longest_seconds);
        let left = longest - now.duration_since(began);
        (left <= LAST_HALF_HOUR.min(longest / 2)).then_some(left.max(SignedDuration::ZERO))
    }

    /// When a log-on ends for which no more time is asked.
    pub fn log_on_ends(&self, life: Life) -> Timestamp {
        under_way(life, self.log_on())
    }

    /// When an activation or re-opening ends for which no more time is asked.
    pub fn enrolment_ends(&self, life: Life) -> Timestamp {
        under_way(life, self.enrolment())
    }

    /// How long before the end of a limit its page warns: a minute, or half of a limit that is shorter than two.
    pub fn warning(&self) -> SignedDuration {
        let shortest = self.named().into_iter().map(|(_, set)| set).min().unwrap_or_default();
        LAST_MINUTE.min(seconds(shortest) / 2)
    }
}

/// The end of something that lasts for a limit from its beginning, and from each time that more time was asked for.
fn under_way(life: Life, limit: SignedDuration) -> Timestamp {
    (life.renewed + limit).min(life.began + limit * AT_MOST)
}

fn seconds(count: u32) -> SignedDuration {
    SignedDuration::from_secs(count.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: SignedDuration = SignedDuration::from_secs(1);

    fn began() -> Timestamp {
        "2026-01-05T08:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_session_runs_out_unused_after_a_quarter_of_an_hour_and_at_last_after_twelve() {
        let (limits, began) = (Lifetimes::default(), began());
        let (idle, longest) = (SignedDuration::from_mins(15), SignedDuration::from_hours(12));
        let unused = Life { began, renewed: began };
        assert_eq!(limits.run_out(unused, began + idle), None);
        assert_eq!(limits.run_out(unused, began + idle + SECOND), Some(RunOut::Idle));
        let last = began + longest;
        let busy = Life { began, renewed: last };
        assert_eq!(limits.run_out(busy, last), None);
        assert_eq!(limits.run_out(busy, last + SECOND), Some(RunOut::Longest), "however busy it is");
        assert_eq!(limits.session_ends(busy), End { at: last, by: RunOut::Longest });
        assert_eq!(limits.session_ends(unused), End { at: began + idle, by: RunOut::Idle });
    }

    #[test]
    fn a_session_says_in_its_last_half_hour_that_it_ends() {
        let (limits, began, half) = (Lifetimes::default(), began(), SignedDuration::from_mins(30));
        let last = began + SignedDuration::from_hours(12);
        assert_eq!(limits.ends_soon(began, last - half - SECOND), None);
        assert_eq!(limits.ends_soon(began, last - half), Some(half));
        assert_eq!(limits.ends_soon(began, last + SECOND), Some(SignedDuration::ZERO));
        let short = Lifetimes { session_longest_seconds: 20, ..limits };
        assert_eq!(short.ends_soon(began, began + SECOND * 9), None);
        assert_eq!(short.ends_soon(began, began + SECOND * 10), Some(SECOND * 10));
    }

    #[test]
    fn who_asks_for_more_time_has_the_limit_anew_ten_times() {
        let (limits, began, minute) = (Lifetimes::default(), began(), SignedDuration::from_mins(1));
        let mut life = Life { began, renewed: began };
        for _ in 0..10 {
            let end = limits.log_on_ends(life);
            life.renewed = end - minute;
            assert_eq!(limits.log_on_ends(life), life.renewed + limits.log_on());
        }
        life.renewed = began + SignedDuration::from_mins(59);
        assert_eq!(limits.log_on_ends(life), began + SignedDuration::from_hours(1), "at last it is over");
        let enrolling = Life { began, renewed: began + minute };
        assert_eq!(limits.enrolment_ends(enrolling), began + SignedDuration::from_mins(31));
    }

    #[test]
    fn the_warning_comes_a_minute_before_or_at_half_of_a_short_limit() {
        let limits = Lifetimes::default();
        assert_eq!(limits.warning(), SignedDuration::from_mins(1));
        assert_eq!(Lifetimes { log_on_seconds: 30, ..limits }.warning(), SECOND * 15);
        assert_eq!(
            [limits.log_on(), limits.idle(), limits.errand()].map(|limit| limit.as_mins()),
            [5, 15, 30]
        );
    }
}
