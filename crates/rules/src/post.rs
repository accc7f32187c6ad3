//! The post: when a letter is posted and arrives (D14, D15), what it is for, and letters that are late or get lost
//! (Guide 3.1.1).

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;
use crate::calendar;
use crate::nemid::event::CardOrderReason;
use crate::nemid::temporary::{Delivery, LIFE, TemporaryPurpose};
use crate::nemid::{CardState, KeyCard, NemId};

mod reach;

pub use crate::post::reach::{PostalReach, address};

/// The most days by which a letter is delayed at a time.
pub const LONGEST_DELAY: u16 = 365;

/// Working days by which a letter abroad arrives after it was posted (D29).
const WORKING_DAYS_ABROAD: u32 = 8;

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
    /// Carrying a token (D36).
    Token,
    /// Telling that keys are read out by telephone, and on which (D38).
    Voice,
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
    pub fn of(written: Timestamp, reach: PostalReach) -> Self {
        Self::from_day(written, calendar::posting_day(written), reach)
    }

    /// That of the PIN letter of a first card that is posted on the same day: it is posted on the next working day (D15).
    pub fn apart_from_card(written: Timestamp, reach: PostalReach) -> Self {
        Self::from_day(written, calendar::next_working_day(calendar::posting_day(written)), reach)
    }

    /// That of a PIN letter written at an instant: a first card and its PIN letter are posted on different working
    /// days (D15).
    pub fn of_pin_letter(nemid: &NemId, written: Timestamp) -> Self {
        Self::of_first_or_later_pin_letter(nemid, written, !nemid.is_activated(), nemid.reach)
    }

    /// A card of the same day is looked for among those that were open at that instant: what becomes of it later does
    /// not change when the letter was posted.
    fn of_first_or_later_pin_letter(
        nemid: &NemId,
        written: Timestamp,
        is_first: bool,
        reach: PostalReach,
    ) -> Self {
        let day = calendar::posting_day(written);
        let with_card = |card: &KeyCard| {
            card.since <= written && is_open_at(card, written) && calendar::posting_day(card.since) == day
        };
        let is_apart = is_first && nemid.cards.iter().any(with_card);
        if is_apart { Self::apart_from_card(written, reach) } else { Self::of(written, reach) }
    }

    fn from_day(written: Timestamp, day: Date, reach: PostalReach) -> Self {
        let at_once = day == calendar::danish_date(written);
        let posted = if at_once { written } else { calendar::at_danish_time(day, 9, 0) };
        let arrives = match reach {
            PostalReach::Denmark | PostalReach::Nowhere => calendar::arrival(day),
            PostalReach::Abroad => calendar::add_working_days(day, WORKING_DAYS_ABROAD),
        };
        Self { posted, arrives: delivered_on(arrives) }
    }
}

/// The instant at which a card that is in the post is due, where it was sent to when it was ordered (D33); `None` for any
/// other card.
pub fn card_due(card: &KeyCard) -> Option<Timestamp> {
    (card.state == CardState::Ordered).then(|| Journey::of(card.since, card.reach).arrives)
}

/// The instant at which the PIN letter of the last temporary password is due; `None` for one handed over the counter.
pub fn pin_letter_due(nemid: &NemId) -> Option<Timestamp> {
    let letter = nemid.temporary.as_ref().filter(|one| one.delivery == Delivery::Posted)?;
    let is_first = letter.purpose == TemporaryPurpose::Activate;
    Some(Journey::of_first_or_later_pin_letter(nemid, letter.issued, is_first, letter.reach).arrives)
}

fn is_open_at(card: &KeyCard, at: Timestamp) -> bool {
    match &card.state {
        CardState::Ordered | CardState::Attached | CardState::Active => true,
        CardState::Blocked(block) => block.at > at,
        CardState::UsedUp { at: used_up } => *used_up > at,
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
mod tests;
