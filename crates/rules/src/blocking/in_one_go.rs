//! Several things that are blocked in one go by their numbers, each for a reason of its own, and the password with them
//! (Rules 3.5.1, 3.5.2; D39).

use jiff::Timestamp;
use thiserror::Error;

use crate::actor::Stamp;
use crate::blocking::block_password;
use crate::cards::CardRefusal;
use crate::carriers::CarrierRefusal;
use crate::nemid::block::PasswordBlockReason;
use crate::nemid::{Decision, Event, NemId};
use crate::passwords::PasswordRefusal;
use crate::reasons::StopReason;
use crate::temporary::NewTemporary;
use crate::words::CarrierId;
use crate::{Refusal, cards, carriers, reasons};

/// Why some cards, tokens and apps are not blocked in one go.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum StopRefusal {
    /// A card.
    #[error(transparent)]
    Card(#[from] CardRefusal),
    /// A token or an app.
    #[error(transparent)]
    Carrier(#[from] CarrierRefusal),
    /// The reason can't be true of one of them.
    #[error("the reason does not fit")]
    ReasonDoesNotFit,
    /// The password.
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
}

impl Refusal for StopRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Card(refusal) => refusal.code(),
            Self::Carrier(refusal) => refusal.code(),
            Self::ReasonDoesNotFit => "reason-does-not-fit",
            Self::Password(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::Card(_) | Self::Carrier(_) | Self::ReasonDoesNotFit => None,
            Self::Password(refusal) => refusal.until(),
        }
    }
}

/// A card, a token or an app that is to be blocked, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its number.
    pub number: CarrierId,
    /// Why.
    pub reason: StopReason,
}

/// What a holder blocks in one go: things by their numbers, each for a reason of its own, and perhaps the password.
#[derive(Clone, Debug, Default)]
pub struct Stops {
    /// Cards, tokens and apps.
    pub things: Vec<Stop>,
    /// The password, for this reason.
    pub password: Option<PasswordBlockReason>,
}

/// Blocks all of it in one go (Rules 3.5.1, 3.5.2; D39). A temporary password follows as [`at_once`](super::at_once) says.
///
/// # Errors
/// When nothing is named, one thing is not an open carrier of this NemID, a reason does not fit what is blocked for it, or
/// there is no password to block; nothing is blocked then.
pub fn each(
    nemid: &NemId,
    stops: &Stops,
    new: Option<&NewTemporary>,
    stamp: &Stamp,
) -> Result<Vec<Event>, StopRefusal> {
    if stops.things.is_empty() && stops.password.is_none() {
        return Err(CardRefusal::NoneNamed.into());
    }
    let mut decision = Decision::of(nemid, stamp);
    for stop in &stops.things {
        block_one(&mut decision, *stop, stamp)?;
    }
    if let Some(reason) = stops.password {
        if !reasons::of_holders_password(nemid).contains(&reason) {
            return Err(StopRefusal::ReasonDoesNotFit);
        }
        block_password(&mut decision, reason, new)?;
    }
    Ok(decision.events())
}

/// Blocks some cards, tokens and apps in one go, by their numbers and for one reason (Rules 3.5.2).
///
/// # Errors
/// When no number is given, one is not an open carrier of this NemID, or the reason does not fit one; nothing is blocked
/// then.
pub fn by_number(
    nemid: &NemId,
    numbers: &[CarrierId],
    reason: StopReason,
    stamp: &Stamp,
) -> Result<Vec<Event>, StopRefusal> {
    let things = numbers.iter().map(|number| Stop { number: *number, reason }).collect();
    each(nemid, &Stops { things, password: None }, None, stamp)
}

fn block_one(decision: &mut Decision<'_>, stop: Stop, stamp: &Stamp) -> Result<(), StopRefusal> {
    let events = match stop.number {
        CarrierId::Card(card) => {
            let reason = stop.reason.of_card().ok_or(StopRefusal::ReasonDoesNotFit)?;
            cards::block(decision.nemid(), &[card], reason, stamp)?
        }
        CarrierId::Other(carrier) => {
            let reason = stop.reason.of_carrier(carrier.kind()).ok_or(StopRefusal::ReasonDoesNotFit)?;
            carriers::block(decision.nemid(), &[carrier], reason, stamp)?
        }
    };
    for event in events {
        decision.record(event);
    }
    Ok(())
}
