//! The post: when a letter is posted and arrives (D14, D15), what it is for, and letters that are late or get lost
//! (Guide 3.1.1).

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;
use crate::calendar;
use crate::nemid::NemId;
use crate::nemid::event::CardOrderReason;
use crate::nemid::temporary::{LIFE, TemporaryPurpose};

/// The most days by which a letter is delayed at a time.
pub const LONGEST_DELAY: u16 = 365;

/// What a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterPurpose {
    /// Activating a NemID for the first time.
    Activate,
    /// Re-opening with the remembered password (Guide 3.1.4).
    Unlock,
    /// Re-opening after *Nulstil* (Guide 3.1.3).
    Reset,
    /// Carrying the first card of a new NemID.
    FirstCard,
    /// Carrying the next card, as few keys are left (D7).
    NextCard,
    /// Carrying a card in place of another.
    ReplacementCard,
    /// Carrying an extra card (Guide 3.1.7).
    ExtraCard,
    /// Telling of something that happened.
    Notice,
}

impl From<TemporaryPurpose> for LetterPurpose {
    fn from(purpose: TemporaryPurpose) -> Self {
        match purpose {
            TemporaryPurpose::Activate => Self::Activate,
            TemporaryPurpose::Unlock => Self::Unlock,
            TemporaryPurpose::Reset => Self::Reset,
        }
    }
}

impl From<CardOrderReason> for LetterPurpose {
    fn from(why: CardOrderReason) -> Self {
        match why {
            CardOrderReason::First => Self::FirstCard,
            CardOrderReason::RunningLow => Self::NextCard,
            CardOrderReason::Replacement => Self::ReplacementCard,
            CardOrderReason::Extra => Self::ExtraCard,
        }
    }
}

/// The state of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterState {
    /// In the post.
    InTransit,
    /// In the letter box, sealed.
    Delivered,
    /// Opened by its recipient.
    Opened,
    /// Lost, until it is found.
    Lost,
}

/// When a letter is posted, and when it arrives unless something happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Journey {
    /// When it is posted.
    pub posted: Timestamp,
    /// When it arrives.
    pub arrives: Timestamp,
}

impl Journey {
    /// That of a letter written at an instant: posted on the first working day (D15).
    pub fn of(written: Timestamp) -> Self {
        Self::from_day(written, calendar::posting_day(written))
    }

    /// That of a PIN letter written at an instant: a first card and its PIN letter are posted on different working
    /// days (D15).
    pub fn of_pin_letter(nemid: &NemId, written: Timestamp) -> Self {
        let day = calendar::posting_day(written);
        let with_card = !nemid.is_activated()
            && nemid.cards.iter().any(|card| card.is_open() && calendar::posting_day(card.since) == day);
        Self::from_day(written, if with_card { calendar::next_working_day(day) } else { day })
    }

    fn from_day(written: Timestamp, day: Date) -> Self {
        let at_once = day == calendar::danish_date(written);
        let posted = if at_once { written } else { calendar::at_danish_time(day, 9, 0) };
        Self { posted, arrives: delivered_on(calendar::arrival(day)) }
    }
}

/// The last instant at which a temporary password works that was issued at an instant (Guide 3.1.2).
pub fn works_until(issued: Timestamp) -> Timestamp {
    issued.checked_add(LIFE).unwrap_or(Timestamp::MAX)
}

/// Something that happens to a letter on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// It comes so many days later.
    Delayed {
        /// 1 to [`LONGEST_DELAY`].
        days: u16,
    },
    /// It gets lost.
    Lost,
    /// After it was lost it is found, and goes on.
    Found,
}

/// Why a mishap does not happen to a letter.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum MishapRefusal {
    /// It has come.
    #[error("the letter has come")]
    HasCome,
    /// It is lost already.
    #[error("the letter is lost already")]
    LostAlready,
    /// It is not lost.
    #[error("the letter is not lost")]
    NotLost,
    /// The number of days is out of range.
    #[error("no such delay")]
    Days,
}

impl Refusal for MishapRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::HasCome => "letter-has-come",
            Self::LostAlready => "letter-lost-already",
            Self::NotLost => "letter-not-lost",
            Self::Days => "letter-delay-days",
        }
    }
}

/// A letter that a mishap happens to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnItsWay {
    /// Its state.
    pub state: LetterState,
    /// When it arrives.
    pub arrives: Timestamp,
}

impl OnItsWay {
    /// The letter after a mishap. Post comes on working days alone; a letter that was found comes on the next one, or
    /// as it was to come if that is still ahead.
    ///
    /// # Errors
    /// [`MishapRefusal`], by the state of the letter or the number of days.
    pub fn after(self, mishap: Mishap, now: Timestamp) -> Result<Self, MishapRefusal> {
        match (mishap, self.state) {
            (Mishap::Delayed { .. } | Mishap::Lost, LetterState::Lost) => Err(MishapRefusal::LostAlready),
            (Mishap::Delayed { .. } | Mishap::Lost, LetterState::Delivered | LetterState::Opened) => {
                Err(MishapRefusal::HasCome)
            }
            (Mishap::Delayed { days }, LetterState::InTransit) if !(1..=LONGEST_DELAY).contains(&days) => {
                Err(MishapRefusal::Days)
            }
            (Mishap::Delayed { days }, LetterState::InTransit) => {
                let day = calendar::danish_date(self.arrives).saturating_add(i64::from(days).days());
                Ok(Self { arrives: delivered_on(first_working_day(day)), ..self })
            }
            (Mishap::Lost, LetterState::InTransit) => Ok(Self { state: LetterState::Lost, ..self }),
            (Mishap::Found, LetterState::Lost) => {
                let next = delivered_on(calendar::next_working_day(calendar::danish_date(now)));
                let arrives = if self.arrives > now { self.arrives } else { next };
                Ok(Self { state: LetterState::InTransit, arrives })
            }
            (Mishap::Found, _) => Err(MishapRefusal::NotLost),
        }
    }
}

/// The day itself if it is a working day, else the next one.
fn first_working_day(day: Date) -> Date {
    if calendar::is_working_day(day) { day } else { calendar::next_working_day(day) }
}

/// The hour of a day at which post is delivered.
fn delivered_on(day: Date) -> Timestamp {
    calendar::at_danish_time(day, 10, 0)
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;
    use crate::example::Life;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_letter_written_on_a_saturday_is_posted_on_monday_and_the_pin_letter_not_with_the_first_card() {
        let saturday = at("2019-03-09T10:00:00Z");
        let journey = Journey::of(saturday);
        assert_eq!(journey.posted, at("2019-03-11T08:00:00Z"));
        assert_eq!(journey.arrives, at("2019-03-14T09:00:00Z"));
        let mut life = Life::begun();
        assert_eq!(Journey::of_pin_letter(&life.nemid, saturday), journey, "its card is older");
        for card in &mut life.nemid.cards {
            card.since = saturday;
        }
        assert_eq!(Journey::of_pin_letter(&life.nemid, saturday).posted, at("2019-03-12T08:00:00Z"));
        assert_eq!(Journey::of(at("2019-03-08T10:00:00Z")).posted, at("2019-03-08T10:00:00Z"));
    }

    #[test]
    fn a_letter_is_late_lost_and_found_and_comes_on_a_working_day() {
        let now = at("2019-03-04T08:00:00Z");
        let letter = OnItsWay { state: LetterState::InTransit, arrives: at("2019-03-07T09:00:00Z") };
        let late = letter.after(Mishap::Delayed { days: 2 }, now).unwrap();
        assert_eq!(late.arrives, at("2019-03-11T09:00:00Z"), "not on a Saturday");
        let lost = late.after(Mishap::Lost, now).unwrap();
        assert_eq!(lost.state, LetterState::Lost);
        assert_eq!(lost.after(Mishap::Found, now), Ok(late), "in time");
        let found = lost.after(Mishap::Found, at("2019-03-15T08:00:00Z")).unwrap();
        assert_eq!(found.arrives, at("2019-03-18T09:00:00Z"), "the next working day");
    }

    #[test]
    fn what_can_happen_to_a_letter_depends_on_where_it_is() {
        let now = at("2019-03-04T08:00:00Z");
        let after =
            |state, mishap| OnItsWay { state, arrives: now }.after(mishap, now).map(|letter| letter.state);
        let delayed = Mishap::Delayed { days: 1 };
        for state in [LetterState::Delivered, LetterState::Opened] {
            assert_eq!(after(state, delayed), Err(MishapRefusal::HasCome));
            assert_eq!(after(state, Mishap::Lost), Err(MishapRefusal::HasCome));
            assert_eq!(after(state, Mishap::Found), Err(MishapRefusal::NotLost));
        }
        assert_eq!(after(LetterState::InTransit, Mishap::Found), Err(MishapRefusal::NotLost));
        assert_eq!(after(LetterState::Lost, delayed), Err(MishapRefusal::LostAlready));
        for days in [0, LONGEST_DELAY + 1] {
            assert_eq!(after(LetterState::InTransit, Mishap::Delayed { days }), Err(MishapRefusal::Days));
        }
    }

    #[test]
    fn a_temporary_password_works_until_the_instant_that_is_told() {
        let life = Life::begun();
        let temporary = life.nemid.temporary.unwrap();
        let last = works_until(temporary.issued);
        assert_eq!(temporary.dead(last), None);
        assert!(temporary.dead(last + SignedDuration::from_nanos(1)).is_some());
    }
}
