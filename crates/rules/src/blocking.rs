//! The block of a password, of cards, tokens and apps, or of all of them, when something may be in the wrong hands, and the temporary
//! password that follows by post (Rules 3.4, 3.5.1; D22). Citizen, hotline, counter, bank and operator share this rule.
//! The block takes effect even where no letter can follow. Where no password is in use, it is the temporary one that
//! others may know, and that is blocked (D30).

mod in_one_go;

use jiff::Timestamp;
use thiserror::Error;

use crate::actor::{Actor, Stamp};
use crate::nemid::block::{CardBlockReason, CarrierBlockReason, PasswordBlockReason};
use crate::nemid::temporary::{Delivery, TemporaryPurpose};
use crate::nemid::{Decision, Event, NemId, TemporaryPassword};
use crate::passwords::PasswordRefusal;
use crate::post::Journey;
use crate::temporary::{NewTemporary, TemporaryAction};
use crate::words::CarrierKind;
use crate::{Refusal, cards, carriers, customers, passwords, temporary};

pub use crate::blocking::in_one_go::{Stop, StopRefusal, Stops, by_number, each};

/// What is to be blocked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct What {
    /// The password, for this reason.
    pub password: Option<PasswordBlockReason>,
    /// Every open card, for this reason.
    pub cards: Option<CardBlockReason>,
    /// Every open token, for this reason.
    pub tokens: Option<CarrierBlockReason>,
    /// Every open app, for this reason.
    pub apps: Option<CarrierBlockReason>,
}

impl What {
    /// The same without the carriers of a kind.
    #[must_use]
    pub fn without(self, kind: CarrierKind) -> Self {
        match kind {
            CarrierKind::Card => Self { cards: None, ..self },
            CarrierKind::Token => Self { tokens: None, ..self },
            CarrierKind::App => Self { apps: None, ..self },
            CarrierKind::Voice => self,
        }
    }

    /// Whether a card, a token or an app was chosen.
    pub fn has_carrier(self) -> bool {
        self.cards.is_some() || self.tokens.is_some() || self.apps.is_some()
    }
}

/// Why nothing is blocked.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum BlockingRefusal {
    /// Nothing was chosen, or everything that was chosen is blocked already.
    #[error("nothing to block")]
    Nothing,
    /// The password is not in use.
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
}

impl Refusal for BlockingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing-to-block",
            Self::Password(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::Nothing => None,
            Self::Password(refusal) => refusal.until(),
        }
    }
}

/// Blocks what was chosen. A temporary password follows the block of the password, unless the holder declined it (`new`
/// is `None`). It re-opens with the remembered password, so that the certificate stays (Guide 3.1.4). Where the password is
/// blocked already or was never chosen, a live temporary password is blocked, and one for the same purpose follows. For a bank's
/// NemID without a certificate only the bank that made it issues one (Guide 3.2.2): its own block sends its own letter,
/// and a block by anybody else sends none.
///
/// # Errors
/// [`BlockingRefusal::Nothing`] when nothing was chosen or nothing is left to block; [`BlockingRefusal::Password`] when
/// the password alone was chosen, is not in use, and no temporary password is live.
pub fn at_once(
    nemid: &NemId,
    what: What,
    new: Option<&NewTemporary>,
    stamp: &Stamp,
) -> Result<Vec<Event>, BlockingRefusal> {
    let mut decision = Decision::of(nemid, stamp);
    if let Some(reason) = what.cards {
        // A NemID without an open card is no reason to refuse.
        for event in cards::block_all(nemid, reason, stamp).unwrap_or_default() {
            decision.record(event);
        }
    }
    for (kind, reason) in [(CarrierKind::Token, what.tokens), (CarrierKind::App, what.apps)] {
        let Some(reason) = reason else { continue };
        for event in carriers::block_all(nemid, kind, reason, stamp).unwrap_or_default() {
            decision.record(event);
        }
    }
    if let Some(reason) = what.password {
        match block_password(&mut decision, reason, new) {
            // The carriers are blocked even if there is neither a password nor a temporary one to block.
            Err(_) if what.has_carrier() => {}
            blocked => blocked?,
        }
    }
    match decision.events() {
        nothing if nothing.is_empty() => Err(BlockingRefusal::Nothing),
        events => Ok(events),
    }
}

/// Blocks the password, or where none is in use the live temporary one, and has another temporary one follow.
fn block_password(
    decision: &mut Decision<'_>,
    reason: PasswordBlockReason,
    new: Option<&NewTemporary>,
) -> Result<(), PasswordRefusal> {
    let then = match passwords::block(decision.nemid(), reason, decision.stamp()) {
        Ok(events) => {
            for event in events {
                decision.record(event);
            }
            TemporaryAction::Unlock
        }
        Err(refusal) => block_temporary(decision, reason).ok_or(refusal)?,
    };
    send_as(decision, then, new);
    Ok(())
}

/// Whether a desk offers to block the password: one that is in use or was never chosen, and one that is blocked already as
/// soon as its holder should have the letter with the temporary one (D30).
pub fn is_offered(nemid: &NemId, now: Timestamp) -> bool {
    let there = |temporary: &TemporaryPassword| {
        temporary.delivery == Delivery::HandedOut
            || Journey::of_pin_letter(nemid, temporary.issued).arrives <= now
    };
    nemid.password.block().is_none() || nemid.live_temporary(now).is_some_and(there)
}

/// Blocks the live temporary password of an open NemID, if it has one. Returns the action that issues another one for the
/// same purpose, so that a certificate that was to stay stays (Rules 3.4, D30).
fn block_temporary(decision: &mut Decision<'_>, reason: PasswordBlockReason) -> Option<TemporaryAction> {
    let nemid = decision.nemid();
    let purpose = nemid.live_temporary(decision.stamp().at).filter(|_| nemid.state.is_open())?.purpose;
    decision.record(Event::TemporaryPasswordBlocked { reason });
    Some(match purpose {
        TemporaryPurpose::Activate => TemporaryAction::Resend,
        TemporaryPurpose::Unlock => TemporaryAction::Unlock,
        TemporaryPurpose::Reset => TemporaryAction::Reset,
    })
}

/// Issues the temporary password that follows a block, by the bank's own rule when a bank blocks a NemID that it made.
fn send_as(decision: &mut Decision<'_>, action: TemporaryAction, new: Option<&NewTemporary>) {
    let Some(new) = new else { return };
    let (nemid, stamp) = (decision.nemid(), decision.stamp());
    let sent = match &stamp.actor {
        Actor::Bank { bank, .. } if customers::may_help_to_start(nemid, bank).is_ok() => {
            let place = customers::place_to_start(nemid, bank, stamp.at);
            temporary::issue_at_bank(nemid, action, &NewTemporary { place, ..new.clone() }, stamp)
        }
        _ => temporary::issue(nemid, action, new, stamp),
    };
    for event in sent.unwrap_or_default() {
        decision.record(event);
    }
}

/// How a temporary password follows the block of a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// By post.
    ByPost,
    /// The bank that made the NemID issues it (Guide 3.2.2).
    FromItsBank,
    /// None follows, since the holder has no address (D29): a counter hands one out.
    AtCounter,
}

impl Follows {
    /// The stable word by which the pages choose their sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::ByPost => "post",
            Self::FromItsBank => "bank",
            Self::AtCounter => "counter",
        }
    }
}

/// How a temporary password follows, if its holder blocks this NemID's password and wants one.
pub fn follows(nemid: &NemId, now: Timestamp) -> Follows {
    if temporary::only_its_bank_helps(nemid, now) {
        return Follows::FromItsBank;
    }
    if nemid.reach.is_reached() { Follows::ByPost } else { Follows::AtCounter }
}

/// Whether one of these events issues a temporary password.
pub fn sends_temporary(events: &[Event]) -> bool {
    events.iter().any(|event| matches!(event, Event::TemporaryPasswordIssued { .. }))
}

#[cfg(test)]
mod tests;
