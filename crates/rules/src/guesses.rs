//! Wrong passwords from places that are not the holder's own (D23).
//!
//! A place is a [`Household`](crate::limits::Household). It is a holder's own where a log-on, an activation or a
//! re-opening of that NemID ended with a key, and in the networks that the operator named. Wrong passwords from
//! there count on the NemID, as D2 says. From all other places they are counted apart, and change nothing about the
//! NemID: otherwise anybody who knows a CPR number could lock its holder out.
//!
//! ```text
//!  one identity, one place     5 wrong ──▶ that place is barred for that identity, for 8 hours
//!  one identity, all places  100 wrong in 8 hours ──▶ every place but the own ones is, for 8 hours
//!  one place, all identities 300 wrong in 10 minutes of the real clock ──▶ the place is barred until they are over
//! ```
//!
//! A barred place gets its answer before anything is examined, whether the password is right or wrong and whether
//! anybody has the user ID or not.

use jiff::{SignedDuration, Timestamp};
use thiserror::Error;

use crate::Refusal;
use crate::limits::Limits;
use crate::nemid::lockout::{AfterWrong, LOCK};

/// How long the guesses of one place are counted together, by the real clock.
pub const PLACE_WINDOW: SignedDuration = SignedDuration::from_mins(10);

/// How many places one NemID keeps as its own; the one that was used longest ago is forgotten for a new one.
pub const OWN_PLACES: u32 = 20;

/// What a count of wrong guesses is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// One identity at one place, by the simulated clock.
    IdentityAtPlace,
    /// One identity at all places but its own, by the simulated clock.
    Identity,
    /// One place, whomever it guesses at, by the real clock.
    Place,
}

impl Counted {
    /// The number of wrong guesses that bars.
    pub fn limit(self, limits: &Limits) -> u32 {
        match self {
            Self::IdentityAtPlace => limits.limit_guesses,
            Self::Identity => limits.limit_guesses_person,
            Self::Place => limits.limit_guesses_place,
        }
    }

    /// When a count lapses that has just become `wrong`, and lapsed at `before` until then.
    fn lapses(self, wrong: u32, before: Option<Timestamp>, limits: &Limits, now: Timestamp) -> Timestamp {
        let after = |length: SignedDuration| now.saturating_add(length).unwrap_or(Timestamp::MAX);
        match (self, before) {
            // A hundred in eight hours count from the first; the bar counts from the last.
            (Self::Identity, Some(before)) if wrong < self.limit(limits) => before,
            // At one place the count begins anew after eight hours without a guess.
            (Self::IdentityAtPlace | Self::Identity, _) => after(LOCK),
            (Self::Place, Some(before)) => before,
            (Self::Place, None) => after(PLACE_WINDOW),
        }
    }
}

/// A count of wrong guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many were wrong.
    pub wrong: u32,
    /// The instant from which the count means nothing any more.
    pub lapses: Timestamp,
}

impl Tally {
    /// The end of the bar, if this count bars at `now`.
    pub fn bars(self, counted: Counted, limits: &Limits, now: Timestamp) -> Option<Timestamp> {
        (self.wrong >= counted.limit(limits) && self.lapses > now).then_some(self.lapses)
    }

    /// The count after one more wrong guess. It is not called while the count bars.
    #[must_use]
    pub fn wrong_again(tally: Option<Self>, counted: Counted, limits: &Limits, now: Timestamp) -> Self {
        let running = tally.filter(|tally| tally.lapses > now);
        let wrong = running.map_or(0, |tally| tally.wrong).saturating_add(1);
        Self { wrong, lapses: counted.lapses(wrong, running.map(|tally| tally.lapses), limits, now) }
    }

    /// What the guess that made this count one identity's at one place leads to; told as D2 tells it.
    pub fn after_wrong(self, limits: &Limits, now: Timestamp) -> AfterWrong {
        if let Some(until) = self.bars(Counted::IdentityAtPlace, limits, now) {
            return AfterWrong::Locked { until };
        }
        let left = Counted::IdentityAtPlace.limit(limits).saturating_sub(self.wrong);
        AfterWrong::TryAgain { left: u8::try_from(left).unwrap_or(u8::MAX) }
    }
}

/// The counts that a place has to be within before it may try at an identity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    /// Of this identity at this place.
    pub identity_at_place: Option<Tally>,
    /// Of this identity at all places but its own.
    pub identity: Option<Tally>,
    /// Of this place.
    pub place: Option<Tally>,
}

/// Checks that a place which is not the holder's own may try.
///
/// # Errors
/// [`GuessRefusal`] while one of the counts bars.
pub fn may_try(
    tallies: &Tallies,
    limits: &Limits,
    now: Timestamp,
    real_now: Timestamp,
) -> Result<(), GuessRefusal> {
    let bars = |tally: Option<Tally>, counted: Counted, now| tally?.bars(counted, limits, now);
    if bars(tallies.place, Counted::Place, real_now).is_some() {
        return Err(GuessRefusal::TooManyFromPlace);
    }
    let here = bars(tallies.identity_at_place, Counted::IdentityAtPlace, now);
    let everywhere = bars(tallies.identity, Counted::Identity, now);
    match here.max(everywhere) {
        Some(until) => Err(GuessRefusal::Barred { until }),
        None => Ok(()),
    }
}

/// Why a place may not try.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum GuessRefusal {
    /// It is barred for this identity; told as the lock of D2 is.
    #[error("this place is barred until {until}")]
    Barred {
        /// The end of the bar, by the simulated clock.
        until: Timestamp,
    },
    /// Too many were wrong from this place in ten minutes, whomever they were for.
    #[error("too many wrong guesses from this place")]
    TooManyFromPlace,
}

impl Refusal for GuessRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Barred { .. } => "locked",
            Self::TooManyFromPlace => "too-many-guesses",
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::Barred { until } => Some(*until),
            Self::TooManyFromPlace => None,
        }
    }

    fn is_for_too_many(&self) -> bool {
        *self == Self::TooManyFromPlace
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Timestamp {
        "2019-03-04T08:00:00Z".parse().unwrap()
    }

    fn after(times: u32, counted: Counted, every: SignedDuration) -> Tally {
        let limits = Limits::default();
        let at = |nth: u32| start() + every * i32::try_from(nth).unwrap();
        let guess = |tally, nth| Some(Tally::wrong_again(tally, counted, &limits, at(nth)));
        (0..times).fold(None, guess).unwrap()
    }

    const AT_ONCE: SignedDuration = SignedDuration::ZERO;

    #[test]
    fn the_fifth_wrong_guess_bars_one_place_for_eight_hours() {
        let limits = Limits::default();
        let counted = Counted::IdentityAtPlace;
        let four = after(4, counted, AT_ONCE);
        assert_eq!(four.after_wrong(&limits, start()), AfterWrong::TryAgain { left: 1 });
        let five = after(5, counted, AT_ONCE);
        let until = start() + LOCK;
        assert_eq!(five.after_wrong(&limits, start()), AfterWrong::Locked { until });
        assert_eq!(five.bars(counted, &limits, until), None);
        assert_eq!(Tally::wrong_again(Some(five), counted, &limits, until).wrong, 1, "no strike is left");
    }

    #[test]
    fn a_hundred_count_from_the_first_and_bar_from_the_last() {
        let limits = Limits::default();
        let minutes = SignedDuration::from_mins(4);
        let at_last = start() + minutes * 99;
        let all = after(100, Counted::Identity, minutes);
        assert_eq!(all.bars(Counted::Identity, &limits, at_last), Some(at_last + LOCK));
        let slowly = after(100, Counted::Identity, SignedDuration::from_mins(5));
        assert!(slowly.wrong < 100, "97 of them fit into eight hours");
    }

    #[test]
    fn a_place_is_barred_until_its_ten_minutes_are_over() {
        let limits = Limits::default();
        let all = after(300, Counted::Place, SignedDuration::from_secs(1));
        let tallies = Tallies { place: Some(all), ..Tallies::default() };
        let at = |after| may_try(&tallies, &limits, start(), start() + after);
        assert_eq!(at(SignedDuration::from_secs(599)), Err(GuessRefusal::TooManyFromPlace));
        assert_eq!(at(PLACE_WINDOW), Ok(()));
    }

    #[test]
    fn of_two_bars_the_later_end_is_told() {
        let limits = Limits::default();
        let here = Tally { wrong: 5, lapses: start() + LOCK };
        let everywhere = Tally { wrong: 100, lapses: start() + LOCK / 2 };
        let tallies =
            Tallies { identity_at_place: Some(here), identity: Some(everywhere), ..Tallies::default() };
        let told = may_try(&tallies, &limits, start(), start());
        assert_eq!(told, Err(GuessRefusal::Barred { until: here.lapses }));
    }
}
