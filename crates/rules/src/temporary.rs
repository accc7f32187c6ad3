//! Temporary passwords: which are offered, what issuing and typing one leads to (Guide 3.1.1–3.1.4, 3.2.2).

mod newest;
mod typing;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;
use crate::actor::Stamp;
use crate::nemid::block::{CertificateBlockReason, NemIdState, PasswordBlockReason};
use crate::nemid::temporary::{Delivery, TemporaryPurpose};
use crate::nemid::{Decision, Event, Issuer, NemId, Password};

pub(crate) use crate::temporary::newest::end_live;
pub use crate::temporary::newest::{NewTemporary, send, typed_as_password};
pub use crate::temporary::typing::{
    TemporaryOutcome, TemporaryVerdict, TypedDigits, judge, run_out, runs_out, wrong_try,
};

/// The three actions (Handling) of *Udlever midlertidig adgangskode*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TemporaryAction {
    /// Genudsend midlertidig adgangskode (Guide 3.1.1, 3.1.2).
    #[doc(alias = "Genudsend midlertidig adgangskode")]
    Resend,
    /// Midlertidig kode til låst adgangskode (Guide 3.1.4).
    #[doc(alias = "Midlertidig kode til låst adgangskode")]
    Unlock,
    /// Nulstil ved glemt adgangskode (Guide 3.1.3).
    #[doc(alias = "Nulstil ved glemt adgangskode")]
    Reset,
}

impl TemporaryAction {
    /// The stable word that forms send.
    pub fn code(self) -> &'static str {
        match self {
            Self::Resend => "resend",
            Self::Unlock => "unlock",
            Self::Reset => "reset",
        }
    }

    /// The action of a stable word.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Resend, Self::Unlock, Self::Reset].into_iter().find(|action| action.code() == code)
    }

    /// What the temporary password that it issues can be used for.
    pub fn purpose(self) -> TemporaryPurpose {
        match self {
            Self::Resend => TemporaryPurpose::Activate,
            Self::Unlock => TemporaryPurpose::Unlock,
            Self::Reset => TemporaryPurpose::Reset,
        }
    }
}

/// Why no temporary password is issued.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum TemporaryRefusal {
    /// The NemID is blocked.
    #[error("NemID blocked")]
    NemIdBlocked,
    /// The NemID is closed.
    #[error("NemID closed")]
    NemIdClosed,
    /// A bank's NemID has no certificate, which has to be attached first (Guide 3.2.2).
    #[error("attach a certificate first")]
    AttachFirst,
    /// Its holder has no address to which it could be posted (D29).
    #[error("no address")]
    NoAddress,
    /// The state of the NemID does not offer this action, or no longer.
    #[error("not offered")]
    NotOffered,
}

impl Refusal for TemporaryRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NemIdBlocked => "nemid-blocked",
            Self::NemIdClosed => "nemid-closed",
            Self::AttachFirst => "attach-first",
            Self::NoAddress => "no-address",
            Self::NotOffered => "not-offered",
        }
    }
}

/// The actions that the counter and the citizen are offered, by the state of the NemID (the table in DOMAIN 3; Guide
/// 3.1.2–3.1.4).
///
/// # Errors
/// [`TemporaryRefusal::NemIdBlocked`] and [`TemporaryRefusal::NemIdClosed`]; [`TemporaryRefusal::AttachFirst`] for a
/// bank's NemID without a certificate; [`TemporaryRefusal::NotOffered`] for a business NemID.
pub fn offered(nemid: &NemId, now: Timestamp) -> Result<Vec<TemporaryAction>, TemporaryRefusal> {
    match &nemid.state {
        NemIdState::Blocked(_) => return Err(TemporaryRefusal::NemIdBlocked),
        NemIdState::Closed(_) => return Err(TemporaryRefusal::NemIdClosed),
        NemIdState::Open => {}
    }
    match &nemid.issuer {
        Issuer::Bank(_) if !nemid.is_public(now) => Err(TemporaryRefusal::AttachFirst),
        // Only the bank that made it helps with a business NemID (Guide 3.2.1), by `issue_at_bank`.
        Issuer::Business(_) => Err(TemporaryRefusal::NotOffered),
        _ => Ok(by_state(nemid, now)),
    }
}

/// The action by which a holder is sent a temporary password on their own request: a never activated NemID gets another
/// one to activate with; a holder who `remembers` the password re-opens a blocked or locked one with it and keeps the
/// certificate (Guide 3.1.4); all others get the reset (Guide 3.1.3). `None` where nothing helps: the state offers nothing,
/// or the password is remembered and in use (D30).
pub fn on_request(nemid: &NemId, remembers: bool, now: Timestamp) -> Option<TemporaryAction> {
    let offered = offered(nemid, now).ok()?;
    let has = |action| offered.contains(&action).then_some(action);
    if remembers && nemid.is_activated() {
        // One that is blocked as forgotten is re-opened as forgotten, whatever its holder remembers by now.
        let reset = || has(TemporaryAction::Reset).filter(|_| nemid.password.block().is_some());
        return has(TemporaryAction::Unlock).or_else(reset);
    }
    has(TemporaryAction::Resend).or_else(|| has(TemporaryAction::Reset))
}

/// Who helps with a temporary password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helper {
    /// Any office's counter, or the holder, who orders one.
    Anybody,
    /// Only the bank that made it, since it is for a netbank alone (Guide 3.2.1, 3.2.2).
    ItsBank,
    /// An administrator, for an employee's NemID (D20).
    Administrator,
}

/// Who helps the holder of this NemID with a temporary password.
pub fn helper(nemid: &NemId, now: Timestamp) -> Helper {
    match &nemid.issuer {
        Issuer::Bank(_) if !nemid.is_public(now) => Helper::ItsBank,
        Issuer::Business(_) => Helper::ItsBank,
        Issuer::Employer(_) => Helper::Administrator,
        Issuer::Bank(_) | Issuer::Public => Helper::Anybody,
    }
}

/// Whether only the bank that made the NemID helps with a temporary password.
pub fn only_its_bank_helps(nemid: &NemId, now: Timestamp) -> bool {
    helper(nemid, now) == Helper::ItsBank
}

fn by_state(nemid: &NemId, now: Timestamp) -> Vec<TemporaryAction> {
    match &nemid.password {
        Password::NotChosen => vec![TemporaryAction::Resend],
        Password::Blocked { block, .. } if !block.reason.may_be_unlocked() => vec![TemporaryAction::Reset],
        Password::Blocked { .. } => vec![TemporaryAction::Unlock, TemporaryAction::Reset],
        Password::InUse { .. } if nemid.lockout.running(now).is_some() => {
            vec![TemporaryAction::Unlock, TemporaryAction::Reset]
        }
        Password::InUse { .. } => vec![TemporaryAction::Reset],
    }
}

/// What happens to the certificate when a temporary password is issued by an action (Guide 3.1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateFate {
    /// There is no valid certificate.
    NoneValid,
    /// The certificate stays valid.
    Kept,
    /// The certificate is blocked with the forgotten password; a new one is issued with the re-opening.
    Blocked,
}

impl CertificateFate {
    /// The stable word by which the texts choose their sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoneValid => "none",
            Self::Kept => "kept",
            Self::Blocked => "blocked",
        }
    }
}

/// What an action does to the certificate. The warning about the action and the text that is signed both say this.
pub fn certificate_fate(nemid: &NemId, action: TemporaryAction, now: Timestamp) -> CertificateFate {
    match (nemid.valid_certificate(now), action) {
        (None, _) => CertificateFate::NoneValid,
        (Some(_), TemporaryAction::Reset) => CertificateFate::Blocked,
        (Some(_), TemporaryAction::Resend | TemporaryAction::Unlock) => CertificateFate::Kept,
    }
}

/// Issues a temporary password by one of the offered actions, with the blocks that the action brings.
///
/// # Errors
/// As [`offered`]; [`TemporaryRefusal::NotOffered`] when the state does not offer the action;
/// [`TemporaryRefusal::NoAddress`] for one that would be posted.
pub fn issue(
    nemid: &NemId,
    action: TemporaryAction,
    new: &NewTemporary,
    stamp: &Stamp,
) -> Result<Vec<Event>, TemporaryRefusal> {
    if !offered(nemid, stamp.at)?.contains(&action) {
        return Err(TemporaryRefusal::NotOffered);
    }
    comes_to_holder(nemid, new)?;
    Ok(issue_offered(nemid, action, new, stamp))
}

/// The actions that a bank is offered for a NemID that it made, by the state of the NemID.
///
/// # Errors
/// [`TemporaryRefusal::NemIdBlocked`] and [`TemporaryRefusal::NemIdClosed`].
pub fn offered_at_bank(nemid: &NemId, now: Timestamp) -> Result<Vec<TemporaryAction>, TemporaryRefusal> {
    match &nemid.state {
        NemIdState::Blocked(_) => Err(TemporaryRefusal::NemIdBlocked),
        NemIdState::Closed(_) => Err(TemporaryRefusal::NemIdClosed),
        NemIdState::Open => Ok(by_state(nemid, now)),
    }
}

/// Issues a temporary password at a bank, for a NemID that it made. The state decides as at the counter, but no
/// certificate is needed (DOMAIN 4).
///
/// # Errors
/// As [`offered_at_bank`]; [`TemporaryRefusal::NotOffered`] when the state does not offer the action;
/// [`TemporaryRefusal::NoAddress`] for one that would be posted.
pub fn issue_at_bank(
    nemid: &NemId,
    action: TemporaryAction,
    new: &NewTemporary,
    stamp: &Stamp,
) -> Result<Vec<Event>, TemporaryRefusal> {
    if !offered_at_bank(nemid, stamp.at)?.contains(&action) {
        return Err(TemporaryRefusal::NotOffered);
    }
    comes_to_holder(nemid, new)?;
    Ok(issue_offered(nemid, action, new, stamp))
}

/// Checks that its letter reaches the holder (D29).
fn comes_to_holder(nemid: &NemId, new: &NewTemporary) -> Result<(), TemporaryRefusal> {
    if new.delivery == Delivery::HandedOut || nemid.reach.is_reached() {
        Ok(())
    } else {
        Err(TemporaryRefusal::NoAddress)
    }
}

fn issue_offered(nemid: &NemId, action: TemporaryAction, new: &NewTemporary, stamp: &Stamp) -> Vec<Event> {
    let mut decision = Decision::of(nemid, stamp);
    match action {
        TemporaryAction::Resend => {}
        TemporaryAction::Unlock => {
            if matches!(nemid.password, Password::InUse { .. }) {
                decision.record(Event::PasswordBlocked { reason: PasswordBlockReason::LockedThenReopening });
            }
        }
        TemporaryAction::Reset => forget(&mut decision),
    }
    send(&mut decision, action.purpose(), new);
    decision.events()
}

/// Blocks a forgotten password, and with it a valid certificate, for which a new one is ordered (Guide 3.1.3).
fn forget(decision: &mut Decision<'_>) {
    if decision.nemid().password.block().is_none_or(|block| block.reason.may_be_unlocked()) {
        decision.record(Event::PasswordBlocked { reason: PasswordBlockReason::Forgotten });
    }
    let serial =
        decision.nemid().valid_certificate(decision.stamp().at).map(|certificate| certificate.serial);
    if let Some(serial) = serial {
        let reason = CertificateBlockReason::PasswordForgotten;
        decision.record(Event::CertificateBlocked { serial, reason });
        decision.record(Event::CertificateOrdered);
    }
}

#[cfg(test)]
mod tests;
