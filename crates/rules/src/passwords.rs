//! What a typed password leads to. One rule holds for every place where it is typed (D2).

use jiff::Timestamp;
use thiserror::Error;

use crate::Refusal;
use crate::actor::{Actor, Stamp};
use crate::nemid::block::{NemIdState, PasswordBlockReason};
use crate::nemid::event::LogOnBar;
use crate::nemid::lockout::AfterWrong;
use crate::nemid::{Decision, Event, NemId, Password, PasswordHash, Purpose};

/// The hasher's verdict on a typed password. It names the hash that it was made against, so that a stale verdict is
/// refused.
#[derive(Clone, Debug)]
pub struct PasswordVerdict {
    /// The hash it was compared with.
    pub against: PasswordHash,
    /// Whether the password was right.
    pub right: bool,
    /// A new hash of the right password, when the old hash has outdated parameters.
    pub rehashed: Option<PasswordHash>,
}

/// Why a typed password is not judged.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum PasswordRefusal {
    /// The eight-hour lock runs: nothing is verified and nothing counted (D2).
    #[error("locked until {until}")]
    Locked {
        /// The end of the lock.
        until: Timestamp,
    },
    /// The password is blocked.
    #[error("password blocked: {reason:?}")]
    Blocked {
        /// The reason of the block.
        reason: PasswordBlockReason,
    },
    /// The NemID is blocked.
    #[error("NemID blocked")]
    NemIdBlocked,
    /// The NemID is closed.
    #[error("NemID closed")]
    NemIdClosed,
    /// No password was ever chosen.
    #[error("not activated")]
    NotActivated,
    /// The password changed while it was being verified.
    #[error("the password changed meanwhile")]
    Stale,
}

impl Refusal for PasswordRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked { .. } => "locked",
            Self::Blocked { .. } => "password-blocked",
            Self::NemIdBlocked => "nemid-blocked",
            Self::NemIdClosed => "nemid-closed",
            Self::NotActivated => "not-activated",
            Self::Stale => "changed-meanwhile",
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::Locked { until } => Some(*until),
            _ => None,
        }
    }
}

impl PasswordRefusal {
    /// Whether this cause is shown only after the right password. A person who guesses must not learn that a NemID has
    /// ended or that its password is blocked. Such a password is verified like any other and counted apart from the
    /// NemID, so that the answers, their duration and the locks are those of an unknown user id. A lock is shown to
    /// everybody, since it is the same for everybody (D2).
    pub fn is_for_the_holder_alone(self) -> bool {
        matches!(self, Self::Blocked { .. } | Self::NemIdBlocked | Self::NemIdClosed)
    }

    /// The reason that the event log gives for the refused log-on, if it shows one.
    pub fn bar(self) -> Option<LogOnBar> {
        match self {
            Self::Locked { .. } => Some(LogOnBar::Locked),
            Self::Blocked { .. } => Some(LogOnBar::PasswordBlocked),
            Self::NemIdBlocked => Some(LogOnBar::NemIdBlocked),
            Self::NemIdClosed => Some(LogOnBar::NemIdClosed),
            Self::NotActivated | Self::Stale => None,
        }
    }
}

/// What follows from a typed password.
#[derive(Debug)]
pub struct PasswordJudged {
    /// What the verdict changes. It is saved even if the password was wrong, so that it counts.
    pub events: Vec<Event>,
    /// `None` when it was right, else what the wrong one led to.
    pub wrong: Option<AfterWrong>,
}

/// Checks whether a password is judged at all. It is called before hashing, and again in the transaction.
///
/// # Errors
/// When the NemID is blocked or closed, or its password is blocked, locked or was never chosen (DOMAIN 3).
pub fn may_be_typed(nemid: &NemId, now: Timestamp) -> Result<(), PasswordRefusal> {
    match &nemid.state {
        NemIdState::Blocked(_) => return Err(PasswordRefusal::NemIdBlocked),
        NemIdState::Closed(_) => return Err(PasswordRefusal::NemIdClosed),
        NemIdState::Open => {}
    }
    match &nemid.password {
        Password::NotChosen => Err(PasswordRefusal::NotActivated),
        Password::Blocked { block, .. } => Err(PasswordRefusal::Blocked { reason: block.reason }),
        Password::InUse { .. } => match nemid.lockout.running(now) {
            Some(until) => Err(PasswordRefusal::Locked { until }),
            None => Ok(()),
        },
    }
}

/// Checks whether the actor may change something other than the password. A holder may not while the NemID has ended or
/// the password is blocked or locked (DOMAIN 3). Other actors are judged by their own rules.
///
/// # Errors
/// As [`may_be_typed`] for the holder; never for another actor or before the activation.
pub fn holder_may_change(nemid: &NemId, stamp: &Stamp) -> Result<(), PasswordRefusal> {
    match may_be_typed(nemid, stamp.at) {
        Err(PasswordRefusal::NotActivated) => Ok(()),
        Err(refusal) if stamp.actor == Actor::Citizen => Err(refusal),
        _ => Ok(()),
    }
}

/// Judges a typed password. A right one sets the count to zero, the fifth wrong one locks, and the fifth after a lock
/// blocks (D2).
///
/// # Errors
/// As [`may_be_typed`]; [`PasswordRefusal::Stale`] when the verdict was made against another hash.
pub fn judge(
    nemid: &NemId,
    verdict: &PasswordVerdict,
    purpose: &Purpose,
    stamp: &Stamp,
) -> Result<PasswordJudged, PasswordRefusal> {
    may_be_typed(nemid, stamp.at)?;
    if nemid.password.hash() != Some(&verdict.against) {
        return Err(PasswordRefusal::Stale);
    }
    let mut decision = Decision::of(nemid, stamp);
    if verdict.right {
        decision.record(Event::PasswordAccepted { purpose: purpose.clone() });
        if let Some(hash) = &verdict.rehashed {
            decision.record(Event::PasswordRehashed { hash: hash.clone() });
        }
        return Ok(PasswordJudged { events: decision.events(), wrong: None });
    }
    let (lockout, after) = nemid.lockout.wrong(stamp.at);
    decision.record(Event::PasswordRefused { purpose: purpose.clone(), failures: lockout.failures });
    match after {
        AfterWrong::TryAgain { .. } => {}
        AfterWrong::Locked { until } => decision.record(Event::PasswordLocked { until }),
        AfterWrong::Blocked => {
            decision.record(Event::PasswordBlocked { reason: PasswordBlockReason::TooManyTries });
        }
    }
    Ok(PasswordJudged { events: decision.events(), wrong: Some(after) })
}

/// Blocks the password, for its holder, the counter, the bank, the hotline and the operator alike (Rules 3.5.1–3.5.3).
/// The block replaces a running lock.
///
/// # Errors
/// When no password is in use; a password that is blocked already keeps its first reason.
pub fn block(
    nemid: &NemId,
    reason: PasswordBlockReason,
    stamp: &Stamp,
) -> Result<Vec<Event>, PasswordRefusal> {
    match may_be_typed(nemid, stamp.at) {
        Ok(()) | Err(PasswordRefusal::Locked { .. }) => {}
        Err(other) => return Err(other),
    }
    let mut decision = Decision::of(nemid, stamp);
    decision.record(Event::PasswordBlocked { reason });
    Ok(decision.events())
}

/// Ends an eight-hour lock early, for the operator.
///
/// # Errors
/// [`PasswordRefusal::Stale`] when no lock is running or the actor is not the operator; otherwise as [`may_be_typed`].
pub fn lift_lock(nemid: &NemId, stamp: &Stamp) -> Result<Vec<Event>, PasswordRefusal> {
    match may_be_typed(nemid, stamp.at) {
        Err(PasswordRefusal::Locked { .. }) if matches!(stamp.actor, Actor::Operator { .. }) => {
            Ok(vec![Event::LockLifted])
        }
        Ok(()) | Err(PasswordRefusal::Locked { .. }) => Err(PasswordRefusal::Stale),
        Err(other) => Err(other),
    }
}

#[cfg(test)]
mod tests;
