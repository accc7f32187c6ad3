//! Taking a carrier into use: with what it gives and a key from the card (Rules 1, D36).

use jiff::Timestamp;

use crate::actor::Stamp;
use crate::cards::DrawnCard;
use crate::carriers::refusal::CarrierRefusal;
use crate::carriers::token::{needs_another_code, to_take_into_use};
use crate::keys::{KeyAnswer, KeyOutcome};
use crate::nemid::block::CarrierBlockReason;
use crate::nemid::{Decision, Event, NemId, Purpose};
use crate::words::{CarrierKind, CarrierNumber};
use crate::{keys, passwords};

/// Checks whether the holder can take a carrier into use or change it: not while the password is blocked or locked.
///
/// # Errors
/// [`CarrierRefusal::NemIdEnded`] or [`CarrierRefusal::NotUsable`].
pub(super) fn may_be_changed(nemid: &NemId, now: Timestamp) -> Result<(), CarrierRefusal> {
    if !nemid.state.is_open() {
        return Err(CarrierRefusal::NemIdEnded);
    }
    passwords::may_be_typed(nemid, now).map_err(|_| CarrierRefusal::NotUsable)
}

/// Takes a token into use with one of its codes and a key from the card (D36). `code` is the counter of the typed code, if
/// the token has such a code within the window. The card's key is spent first: a wrong one changes nothing else.
///
/// # Errors
/// As [`to_take_into_use`]; [`CarrierRefusal::NotUsable`] when the password is blocked or locked;
/// [`CarrierRefusal::WrongCode`] when the code is not the token's, which changes nothing; [`CarrierRefusal::Key`] when the
/// card can't be used, or the key was asked for something else or is no longer pending.
pub fn token(
    nemid: &NemId,
    number: CarrierNumber,
    code: Option<u32>,
    typed: &KeyAnswer,
    spare: &DrawnCard,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), CarrierRefusal> {
    may_be_changed(nemid, stamp.at)?;
    let token = to_take_into_use(nemid, number)?;
    let counter = code.filter(|counter| !needs_another_code(token, *counter));
    let counter = counter.ok_or(CarrierRefusal::WrongCode)?;
    keys::asked_for(typed, |purpose| *purpose == Purpose::TokenStart)?;
    keys::from_card(typed)?;
    let mut decision = Decision::of(nemid, stamp);
    let outcome = keys::answer(&mut decision, typed, spare)?;
    if outcome == KeyOutcome::Right {
        activate(&mut decision, number);
        let (counter, purpose) = (Some(counter), Purpose::TokenStart);
        decision.record(Event::CarrierAccepted { carrier: number, counter, purpose });
    }
    Ok((decision.events(), outcome))
}

/// Takes a carrier into use. An older one of the same kind is replaced by it, but for apps, of which each has its telephone.
pub(super) fn activate(decision: &mut Decision<'_>, number: CarrierNumber) {
    let kind = number.kind();
    if kind != CarrierKind::App {
        let before: Vec<_> = decision.nemid().usable_carriers(kind).map(|one| one.number).collect();
        for carrier in before.into_iter().filter(|before| *before != number) {
            decision.record(Event::CarrierBlocked { carrier, reason: CarrierBlockReason::CarrierReplaced });
        }
    }
    decision.record(Event::CarrierActivated { carrier: number });
}
