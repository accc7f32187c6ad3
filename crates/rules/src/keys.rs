//! Keys: which one is asked for, and what an answer leads to (D3–D7).

use thiserror::Error;

use crate::actor::Stamp;
use crate::cards::DrawnCard;
use crate::nemid::block::CardBlockReason;
use crate::nemid::card::WRONG_KEYS;
use crate::nemid::event::LogOnBar;
use crate::nemid::{CardState, Decision, Event, NemId, Purpose};
use crate::words::{KeyCardNumber, KeyPosition};
use crate::{Refusal, cards};

/// Why no key is asked for, or an answer is not judged.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum KeyRefusal {
    /// The NemID has no card that can be used.
    #[error("no usable card")]
    NoCard,
    /// The typed number is not a usable card of this NemID.
    #[error("not one of this NemID's usable cards")]
    UnknownCard,
    /// Another key is asked for by now: the question was answered or drawn anew.
    #[error("another key is asked for by now")]
    AskedAnew,
    /// The NemID has ended, or its password is blocked or locked.
    #[error("the NemID can't be used")]
    NotUsable,
}

impl Refusal for KeyRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoCard => "no-card",
            Self::UnknownCard => "unknown-card",
            Self::AskedAnew => "key-asked-anew",
            Self::NotUsable => "not-usable",
        }
    }
}

/// A typed key, already compared with the card's.
#[derive(Clone, Debug)]
pub struct KeyAnswer {
    /// The card it was asked from.
    pub card: KeyCardNumber,
    /// The position that was asked for.
    pub position: KeyPosition,
    /// Whether it was right.
    pub right: bool,
    /// What it was asked for.
    pub purpose: Purpose,
}

/// What follows from a typed key.
#[derive(Debug, PartialEq, Eq)]
pub enum KeyOutcome {
    /// The key was right and is used up (D5).
    Right,
    /// The key was wrong, and the card is not blocked yet.
    Wrong {
        /// Wrong keys left before the card is blocked (D3).
        left: u8,
    },
    /// The key was the fifth wrong one in a row and blocked the card (D3).
    CardBlocked,
}

/// The card to ask from: the one whose number was typed, else the one in use (Guide 3.1.7).
///
/// # Errors
/// [`KeyRefusal::UnknownCard`] for a number that is not a usable card of this NemID, [`KeyRefusal::NoCard`]
/// when nothing was typed and none is in use.
pub fn card_to_ask(nemid: &NemId, typed: Option<&KeyCardNumber>) -> Result<KeyCardNumber, KeyRefusal> {
    match typed {
        Some(number) => nemid
            .card(number)
            .filter(|card| card.is_usable())
            .map(|card| card.number)
            .ok_or(KeyRefusal::UnknownCard),
        None => nemid.active_card().map(|card| card.number).ok_or(KeyRefusal::NoCard),
    }
}

/// Asks for a key: the one already pending on this card, else a random unused one (D4). Returns its position and the
/// events. `drawn` is any random number.
///
/// # Errors
/// [`KeyRefusal::UnknownCard`] when the card is not usable, [`KeyRefusal::NotUsable`] when the NemID has ended.
pub fn ask(
    nemid: &NemId,
    card: &KeyCardNumber,
    drawn: u32,
    purpose: &Purpose,
) -> Result<(KeyPosition, Vec<Event>), KeyRefusal> {
    if !nemid.state.is_open() {
        return Err(KeyRefusal::NotUsable);
    }
    let found = nemid.card(card).filter(|card| card.is_usable()).ok_or(KeyRefusal::UnknownCard)?;
    if let Some(position) = found.pending {
        return Ok((position, Vec::new()));
    }
    let left = u32::from(found.keys_left());
    let nth = drawn.checked_rem(left).ok_or(KeyRefusal::UnknownCard)?;
    let position = found.used.unused().nth(nth as usize).ok_or(KeyRefusal::UnknownCard)?;
    Ok((position, vec![Event::KeyAsked { card: *card, position, purpose: purpose.clone() }]))
}

/// Judges an answer. A right key is used up (D5); its card becomes the card in use, and the one in use before is
/// blocked (Guide 3.1.6, 3.1.7); a new card is ordered when few keys are left (D7). The fifth wrong key in a row blocks
/// the card (D3).
///
/// # Errors
/// [`KeyRefusal::NotUsable`] when the NemID has ended, [`KeyRefusal::UnknownCard`] when the card can't be used,
/// [`KeyRefusal::AskedAnew`] when the question is no longer the pending one.
pub fn answer(
    decision: &mut Decision<'_>,
    answer: &KeyAnswer,
    spare: &DrawnCard,
) -> Result<KeyOutcome, KeyRefusal> {
    let outcome = answer_last(decision, answer)?;
    if outcome == KeyOutcome::Right {
        cards::send_if_running_low(decision, spare);
    }
    Ok(outcome)
}

/// Judges an answer like [`answer`], but orders no card: for the last key of a NemID.
///
/// # Errors
/// As [`answer`].
pub(super) fn answer_last(decision: &mut Decision<'_>, answer: &KeyAnswer) -> Result<KeyOutcome, KeyRefusal> {
    let nemid = decision.nemid();
    if !nemid.state.is_open() {
        return Err(KeyRefusal::NotUsable);
    }
    let card = nemid.card(&answer.card).filter(|card| card.is_usable()).ok_or(KeyRefusal::UnknownCard)?;
    if card.pending != Some(answer.position) {
        return Err(KeyRefusal::AskedAnew);
    }
    let (number, purpose) = (card.number, answer.purpose.clone());
    if answer.right {
        decision.record(Event::KeyAccepted { card: number, position: answer.position, purpose });
        take_into_use(decision, &number);
        note_if_used_up(decision, &number);
        return Ok(KeyOutcome::Right);
    }
    let wrong = card.wrong + 1;
    decision.record(Event::KeyRefused { card: number, wrong, purpose });
    if wrong < WRONG_KEYS {
        return Ok(KeyOutcome::Wrong { left: WRONG_KEYS - wrong });
    }
    decision.record(Event::CardBlocked { card: number, reason: CardBlockReason::TooManyWrongKeys });
    Ok(KeyOutcome::CardBlocked)
}

/// Activates the card that was answered from, and blocks the card in use before it. Other attached cards stay.
fn take_into_use(decision: &mut Decision<'_>, number: &KeyCardNumber) {
    let before = decision.nemid().active_card().map(|card| card.number);
    if before.as_ref() == Some(number) {
        return;
    }
    if let Some(card) = before {
        decision.record(Event::CardBlocked { card, reason: CardBlockReason::Replaced });
    }
    decision.record(Event::CardActivated { card: *number });
}

/// Checks that an answer was asked for this purpose, since it counts for no other (D4).
///
/// # Errors
/// [`KeyRefusal::AskedAnew`] when it was asked for another purpose.
pub(super) fn asked_for(
    answer: &KeyAnswer,
    purpose: impl FnOnce(&Purpose) -> bool,
) -> Result<(), KeyRefusal> {
    if purpose(&answer.purpose) { Ok(()) } else { Err(KeyRefusal::AskedAnew) }
}

fn note_if_used_up(decision: &mut Decision<'_>, number: &KeyCardNumber) {
    let used_up = decision
        .nemid()
        .card(number)
        .is_some_and(|card| card.keys_left() == 0 && card.state == CardState::Active);
    if used_up {
        decision.record(Event::CardUsedUp { card: *number });
    }
}

/// Judges an answer and, when it is right, records the log-on.
///
/// # Errors
/// As [`answer`]; [`KeyRefusal::NotUsable`] also when the password is blocked or locked by now.
pub fn log_on(
    nemid: &NemId,
    typed: &KeyAnswer,
    spare: &DrawnCard,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), KeyRefusal> {
    let log_on = Event::LoggedOn { purpose: typed.purpose.clone() };
    prove(nemid, typed, log_on, spare, stamp)
}

/// Judges an answer and, when it is right, records that the log-on is refused all the same, and why.
///
/// # Errors
/// As [`log_on`].
pub fn turn_away(
    nemid: &NemId,
    typed: &KeyAnswer,
    bar: LogOnBar,
    spare: &DrawnCard,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), KeyRefusal> {
    let refusal = Event::LogOnRefused { purpose: typed.purpose.clone(), bar, times: 1 };
    prove(nemid, typed, refusal, spare, stamp)
}

fn prove(
    nemid: &NemId,
    typed: &KeyAnswer,
    then: Event,
    spare: &DrawnCard,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), KeyRefusal> {
    crate::passwords::may_be_typed(nemid, stamp.at).map_err(|_| KeyRefusal::NotUsable)?;
    asked_for(typed, Purpose::is_log_on)?;
    let mut decision = Decision::of(nemid, stamp);
    let outcome = answer(&mut decision, typed, spare)?;
    if outcome == KeyOutcome::Right {
        decision.record(then);
    }
    Ok((decision.events(), outcome))
}

#[cfg(test)]
mod tests;
