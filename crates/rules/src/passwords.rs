//! A password is typed: what its verdict leads to. One rule for every place where it is typed (D2).

use jiff::Timestamp;
use thiserror::Error;

use crate::Refusal;
use crate::actor::{Actor, Stamp};
use crate::nemid::block::{NemIdState, PasswordBlockReason};
use crate::nemid::event::LogOnBar;
use crate::nemid::lockout::AfterWrong;
use crate::nemid::{Decision, Event, NemId, Password, PasswordHash, Purpose};

/// What the hasher found, naming the hash it was made against so that a stale verdict is refused.
#[derive(Clone, Debug)]
pub struct PasswordVerdict {
    /// The hash it was compared with.
    pub against: PasswordHash,
    /// Whether it was right.
    pub right: bool,
    /// A new hash of the right password, where the old one's parameters have been outgrown.
    pub rehashed: Option<PasswordHash>,
}

/// Why no password is looked at now.
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
        /// Why.
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
    /// Whether the cause is told to the right password alone: that a NemID has ended, or its password is blocked, is
    /// no business of whoever guesses. Such a password is looked at as any other, and counted apart from the NemID, so
    /// that the answers, what they cost and the locks are those of a user id that nobody has. A lock tells itself,
    /// for it tells everybody alike (D2).
    pub fn is_for_the_holder_alone(self) -> bool {
        matches!(self, Self::Blocked { .. } | Self::NemIdBlocked | Self::NemIdClosed)
    }

    /// The bar that the event log shows for it, where it is one.
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
    /// The events.
    pub events: Vec<Event>,
    /// `None` when it was right, else what the wrong one led to.
    pub wrong: Option<AfterWrong>,
}

/// Whether a password is looked at at all. To be asked before hashing, and again behind the door.
///
/// # Errors
/// Why not: locked, blocked, closed or never activated (DOMAIN 3).
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

/// Whether the actor may change something that is not the password: its holder not while the NemID has ended or
/// the password is blocked or locked (DOMAIN 3). Others are judged by their own rules.
///
/// # Errors
/// Why not.
pub fn holder_may_change(nemid: &NemId, stamp: &Stamp) -> Result<(), PasswordRefusal> {
    match may_be_typed(nemid, stamp.at) {
        Err(PasswordRefusal::NotActivated) => Ok(()),
        Err(refusal) if stamp.actor == Actor::Citizen => Err(refusal),
        _ => Ok(()),
    }
}

/// Counts the verdict: right sets all to zero, the fifth wrong one locks, the fifth after a lock blocks (D2).
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

/// The event of somebody turned away before any password was looked at.
pub fn turned_away(refusal: PasswordRefusal, purpose: &Purpose) -> Option<Event> {
    refusal.bar().map(|bar| Event::LogOnRefused { purpose: purpose.clone(), bar })
}

/// Blocks the password: by its holder, the counter, the bank, the hotline or the operator, all alike (Rules
/// 3.5.1–3.5.3). A running lock gives way to the block.
///
/// # Errors
/// When there is no password in force to block; on one that is already blocked the first reason stands.
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

/// Ends an eight-hour lock early: the operator may.
///
/// # Errors
/// When no lock is running; when the actor is not the operator.
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
