//! The end of a whole NemID: blocked by the operator, closed by its holder, or superfluous (Rules 3.5.3, 3.6).

use jiff::Timestamp;
use thiserror::Error;

use crate::actor::{Actor, Stamp};
use crate::cards::DrawnCard;
use crate::keys::{KeyAnswer, KeyOutcome, KeyRefusal};
use crate::nemid::block::{
    CardBlockReason, CarrierBlockReason, CertificateBlockReason, NemIdBlockReason, NemIdCloseReason,
    NemIdState,
};
use crate::nemid::temporary::TemporaryEnd;
use crate::nemid::{Decision, Event, NemId, Purpose};
use crate::{Refusal, calendar, keys, temporary};

/// Months after which a superfluous NemID is deleted (D19).
pub const SUPERFLUOUS_MONTHS: u16 = 6;

/// Why a NemID is not ended.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum EndingRefusal {
    /// The NemID has ended already (D18).
    #[error("ended already")]
    AlreadyEnded,
    /// The actor may not end it: the operator or a reported death blocks a NemID, and its holder closes it.
    #[error("not for this actor")]
    NotForThisActor,
    /// The card can't be used, or the key can't be judged.
    #[error(transparent)]
    Key(#[from] KeyRefusal),
}

impl Refusal for EndingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyEnded => "nemid-ended",
            Self::NotForThisActor => "not-for-this-actor",
            Self::Key(refusal) => refusal.code(),
        }
    }
}

/// Blocks the whole NemID for good (Rules 3.5.3), for the operator or after CPR has reported a death.
///
/// # Errors
/// [`EndingRefusal::AlreadyEnded`]; [`EndingRefusal::NotForThisActor`] for any other actor.
pub fn block(nemid: &NemId, reason: NemIdBlockReason, stamp: &Stamp) -> Result<Vec<Event>, EndingRefusal> {
    if !nemid.state.is_open() {
        return Err(EndingRefusal::AlreadyEnded);
    }
    let of_death = reason == NemIdBlockReason::Death && stamp.actor == Actor::Clock;
    if !of_death && !matches!(stamp.actor, Actor::Operator { .. }) {
        return Err(EndingRefusal::NotForThisActor);
    }
    let mut decision = Decision::of(nemid, stamp);
    decision.record(Event::NemIdBlocked { reason });
    take_down(&mut decision);
    Ok(decision.events())
}

/// Closes the NemID for its holder, who answers with a key (Rules 3.6, D22). No card is ordered after this last key,
/// however few are left, so that the spare one is not used.
///
/// # Errors
/// When the NemID has ended already, the actor is not its holder, the password is not in use, or the key was asked for
/// something else or is no longer pending.
pub fn close(
    nemid: &NemId,
    typed: &KeyAnswer,
    _spare: &DrawnCard,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), EndingRefusal> {
    if !nemid.state.is_open() {
        return Err(EndingRefusal::AlreadyEnded);
    }
    if stamp.actor != Actor::Citizen {
        return Err(EndingRefusal::NotForThisActor);
    }
    crate::passwords::may_be_typed(nemid, stamp.at).map_err(|_| KeyRefusal::NotUsable)?;
    keys::asked_for(typed, |purpose| *purpose == Purpose::Ending)?;
    let mut decision = Decision::of(nemid, stamp);
    let outcome = keys::answer_last(&mut decision, typed)?;
    if outcome == KeyOutcome::Right {
        decision.record(Event::NemIdClosed { reason: NemIdCloseReason::HolderAsked });
        take_down(&mut decision);
    }
    Ok((decision.events(), outcome))
}

/// Closes a NemID that has been superfluous for six months (Guide 3.1.5, D19); no event before that.
pub fn delete_superfluous(nemid: &NemId, stamp: &Stamp) -> Vec<Event> {
    if !nemid.state.is_open() || superfluous_until(nemid).is_none_or(|until| until > stamp.at) {
        return Vec::new();
    }
    let mut decision = Decision::of(nemid, stamp);
    decision.record(Event::NemIdClosed { reason: NemIdCloseReason::Superfluous });
    take_down(&mut decision);
    decision.events()
}

/// The instant at which a superfluous NemID is due to be deleted (D19); `None` for one that is not superfluous.
pub fn superfluous_until(nemid: &NemId) -> Option<Timestamp> {
    nemid.superfluous_since.map(|since| calendar::months_after(since, SUPERFLUOUS_MONTHS))
}

/// Ends what belongs to an ended NemID: temporary password, certificate and the carriers of keys.
fn take_down(decision: &mut Decision<'_>) {
    let nemid = decision.nemid().clone();
    let blocked = matches!(nemid.state, NemIdState::Blocked(_));
    let (of_certificate, of_cards) = if blocked {
        (CertificateBlockReason::NemIdBlocked, CardBlockReason::NemIdBlocked)
    } else {
        (CertificateBlockReason::NemIdClosed, CardBlockReason::NemIdClosed)
    };
    temporary::end_live(decision, TemporaryEnd::NemIdEnded);
    if let Some(certificate) = nemid.unended_certificate() {
        let reason = of_certificate;
        decision.record(Event::CertificateBlocked { serial: certificate.serial, reason });
    }
    for card in nemid.open_cards() {
        decision.record(Event::CardBlocked { card: card.number, reason: of_cards });
    }
    for carrier in nemid.open_carriers() {
        let reason = if blocked { CarrierBlockReason::NemIdBlocked } else { CarrierBlockReason::NemIdClosed };
        decision.record(Event::CarrierBlocked { carrier: carrier.number, reason });
    }
}

#[cfg(test)]
mod tests;
