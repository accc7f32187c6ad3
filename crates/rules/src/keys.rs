//! Keys: which one is asked for, and what an answer leads to (D3–D7); of a card here, of the other carriers in
//! [`crate::carriers`].

pub mod answer;
pub mod card;

use crate::actor::Stamp;
use crate::cards::DrawnCard;
use crate::nemid::block::CardBlockReason;
use crate::nemid::card::WRONG_KEYS;
use crate::nemid::event::LogOnBar;
use crate::nemid::{CardState, Decision, Event, NemId, Purpose};
use crate::words::{CarrierKind, KeyCardNumber};
use crate::{cards, carriers};

pub use crate::keys::answer::{AskedKey, KeyAnswer, KeyOutcome, KeyRefusal};
pub use crate::keys::card::{ask, card_to_ask};

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
    if outcome == KeyOutcome::Right && matches!(answer.of, AskedKey::Card { .. }) {
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
    let (card, position) = match answer.of {
        AskedKey::Card { card, position } => (card, position),
        AskedKey::Carrier(number) => return carriers::answer(decision, number, answer),
    };
    let card = nemid.card(&card).filter(|card| card.is_usable()).ok_or(KeyRefusal::UnknownCard)?;
    if card.pending != Some(position) {
        return Err(KeyRefusal::AskedAnew);
    }
    let (number, purpose) = (card.number, answer.purpose.clone());
    if answer.right {
        decision.record(Event::KeyAccepted { card: number, position, purpose });
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

/// Checks that an answer is a card's: to take another carrier into use, its holder needs the card (Rules 1, D36).
///
/// # Errors
/// [`KeyRefusal::UnknownCard`] when it is another carrier's.
pub(super) fn from_card(answer: &KeyAnswer) -> Result<(), KeyRefusal> {
    match answer.of {
        AskedKey::Card { .. } => Ok(()),
        AskedKey::Carrier(_) => Err(KeyRefusal::UnknownCard),
    }
}

/// Checks that an answer is a card's, or was read out by telephone: who gets keys by telephone needs no card to activate and
/// to re-open (D38).
///
/// # Errors
/// [`KeyRefusal::UnknownCard`] when it is another carrier's.
pub(super) fn from_card_or_voice(answer: &KeyAnswer) -> Result<(), KeyRefusal> {
    match answer.of.carrier().kind() {
        CarrierKind::Card | CarrierKind::Voice => Ok(()),
        CarrierKind::Token | CarrierKind::App => Err(KeyRefusal::UnknownCard),
    }
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
/// As [`answer()`]; [`KeyRefusal::NotUsable`] also when the password is blocked or locked by now.
pub fn log_on(
    nemid: &NemId,
    typed: &KeyAnswer,
    spare: &DrawnCard,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), KeyRefusal> {
    let log_on = Event::LoggedOn { purpose: typed.purpose.clone(), carrier: Some(typed.of.carrier()) };
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
