//! The carriers of keys beside the card (Rules 1, 3.5, 3.9; D36): which one is asked, what an answer leads to, and how
//! they are blocked. What only a token, an app or a voice line does stands in a file of its own below.

pub mod app;
mod refusal;
pub mod start;
pub mod token;
pub mod voice;

use crate::actor::Stamp;
use crate::keys::answer::{AskedKey, KeyAnswer, KeyOutcome, KeyRefusal};
use crate::keys::card;
use crate::nemid::block::CarrierBlockReason;
use crate::nemid::carrier::WRONG_ANSWERS;
use crate::nemid::{Carrier, CarrierState, Decision, Event, NemId, Purpose};
use crate::words::{CarrierId, CarrierKind, CarrierNumber};

pub use crate::carriers::refusal::CarrierRefusal;

/// The kinds of carriers from which a key can be asked, the one that was used last first, then as
/// [`CarrierKind::ALL`] lists them. A card that is attached counts, since its number can be typed (Guide 3.1.7).
pub fn offered(nemid: &NemId) -> Vec<CarrierKind> {
    let usable = |kind: &CarrierKind| match kind {
        CarrierKind::Card => nemid.usable_cards().next().is_some(),
        other => nemid.usable_carriers(*other).next().is_some(),
    };
    let mut kinds: Vec<_> = CarrierKind::ALL.into_iter().filter(usable).collect();
    kinds.sort_by_key(|kind| Some(*kind) != nemid.used_last);
    kinds
}

/// The carrier of a kind that is asked: the card in use; else the newest usable one.
///
/// # Errors
/// [`KeyRefusal::NoCard`] when no card is in use, [`KeyRefusal::UnknownCarrier`] when none of another kind can be used.
pub fn of_kind(nemid: &NemId, kind: CarrierKind) -> Result<CarrierId, KeyRefusal> {
    if kind == CarrierKind::Card {
        return card::card_to_ask(nemid, None).map(CarrierId::Card);
    }
    let newest = nemid.usable_carriers(kind).last().ok_or(KeyRefusal::UnknownCarrier)?;
    Ok(CarrierId::Other(newest.number))
}

/// The carrier that is asked first: of the kind that was used last, if it can be used (D36).
///
/// # Errors
/// As [`of_kind`]: [`KeyRefusal::NoCard`] where a card's number has to be typed first, or nothing can be used.
pub fn first(nemid: &NemId) -> Result<CarrierId, KeyRefusal> {
    of_kind(nemid, offered(nemid).first().copied().unwrap_or(CarrierKind::Card))
}

/// Asks for a key of a carrier. `drawn` is any random number. A request in an app and a call are noted in the log; what a
/// token shows is asked for without a trace, as is a card's key.
///
/// # Errors
/// As [`card::ask`]; [`KeyRefusal::UnknownCarrier`] when it can't be used.
pub fn ask(
    nemid: &NemId,
    carrier: CarrierId,
    drawn: u32,
    purpose: &Purpose,
) -> Result<(AskedKey, Vec<Event>), KeyRefusal> {
    let number = match carrier {
        CarrierId::Card(card) => {
            let (position, events) = card::ask(nemid, &card, drawn, purpose)?;
            return Ok((AskedKey::Card { card, position }, events));
        }
        CarrierId::Other(number) => number,
    };
    if !nemid.state.is_open() {
        return Err(KeyRefusal::NotUsable);
    }
    usable(nemid, number, purpose)?;
    let events = match number.kind() {
        CarrierKind::App => vec![Event::CarrierAsked { carrier: number, purpose: purpose.clone() }],
        _ => Vec::new(),
    };
    Ok((AskedKey::Carrier(number), events))
}

fn usable<'n>(nemid: &'n NemId, number: CarrierNumber, purpose: &Purpose) -> Result<&'n Carrier, KeyRefusal> {
    let carrier = nemid.carrier(number).filter(|carrier| voice::counts_for(nemid, carrier, purpose));
    carrier.ok_or(KeyRefusal::UnknownCarrier)
}

/// Judges an answer that was given with a token, an app or by telephone. The fifth wrong one in a row blocks that carrier
/// and no other (D36).
///
/// # Errors
/// [`KeyRefusal::UnknownCarrier`] when it can't be used any more.
pub(super) fn answer(
    decision: &mut Decision<'_>,
    number: CarrierNumber,
    answer: &KeyAnswer,
) -> Result<KeyOutcome, KeyRefusal> {
    let carrier = usable(decision.nemid(), number, &answer.purpose)?.clone();
    if carrier.kind() == CarrierKind::App {
        // Its PIN was judged, and the approval noted, when the request was answered on the telephone.
        return if answer.right { Ok(KeyOutcome::Right) } else { Err(KeyRefusal::NotApproved) };
    }
    if !answer.right || answer.counter.is_some_and(|counter| token::is_spent(&carrier, counter)) {
        return Ok(refuse(decision, &carrier, &answer.purpose));
    }
    let purpose = answer.purpose.clone();
    if let Some(counter) = answer.counter
        && token::needs_another_code(&carrier, counter)
    {
        decision.record(Event::SecondCodeAsked { token: number, counter, purpose });
        return Ok(KeyOutcome::NextCode);
    }
    if carrier.state == CarrierState::Attached {
        // The key that was read out confirms the telephone (D38).
        start::activate(decision, number);
    }
    decision.record(Event::CarrierAccepted { carrier: number, counter: answer.counter, purpose });
    Ok(KeyOutcome::Right)
}

/// Counts a wrong answer; the fifth in a row blocks the carrier.
pub fn refuse(decision: &mut Decision<'_>, carrier: &Carrier, purpose: &Purpose) -> KeyOutcome {
    let (number, wrong) = (carrier.number, carrier.wrong + 1);
    decision.record(Event::CarrierRefused { carrier: number, wrong, purpose: purpose.clone() });
    if wrong < WRONG_ANSWERS {
        return KeyOutcome::CarrierWrong { kind: number.kind(), left: WRONG_ANSWERS - wrong };
    }
    let reason = CarrierBlockReason::TooManyWrongAnswers;
    decision.record(Event::CarrierBlocked { carrier: number, reason });
    KeyOutcome::CarrierBlocked(number.kind())
}

/// Blocks carriers for good (D18), for any actor. The card and the other carriers stay as they are (Rules 3.5.1).
///
/// # Errors
/// When no number is given, or one of them is not an open carrier of this NemID; nothing is blocked then.
pub fn block(
    nemid: &NemId,
    numbers: &[CarrierNumber],
    reason: CarrierBlockReason,
    stamp: &Stamp,
) -> Result<Vec<Event>, CarrierRefusal> {
    if numbers.is_empty() {
        return Err(CarrierRefusal::NoneNamed);
    }
    let mut decision = Decision::of(nemid, stamp);
    for number in numbers {
        let carrier = decision.nemid().carrier(*number).ok_or(CarrierRefusal::Unknown)?;
        if !carrier.is_open() {
            return Err(CarrierRefusal::NotOpen);
        }
        decision.record(Event::CarrierBlocked { carrier: *number, reason });
    }
    Ok(decision.events())
}

/// Blocks every open carrier of a kind at once, as by telephone or without logging on (Rules 3.5.2).
///
/// # Errors
/// [`CarrierRefusal::NoneNamed`] when none is open.
pub fn block_all(
    nemid: &NemId,
    kind: CarrierKind,
    reason: CarrierBlockReason,
    stamp: &Stamp,
) -> Result<Vec<Event>, CarrierRefusal> {
    let open: Vec<_> = nemid.open_carriers().filter(|one| one.kind() == kind).map(|one| one.number).collect();
    block(nemid, &open, reason, stamp)
}

/// Puts what has arrived by post into its holder's hands, unless it was blocked on the way.
pub fn deliver(nemid: &NemId, number: CarrierNumber) -> Vec<Event> {
    match nemid.carrier(number) {
        Some(carrier) if carrier.state == CarrierState::Ordered => {
            vec![Event::CarrierDelivered { carrier: number }]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
