//! What the counter may do for whom: what it finds, what it blocks, whom an officer serves (D1, D20, Guide
//! 3.2.1–3.2.3).

use jiff::Timestamp;
use thiserror::Error;

use crate::Refusal;
use crate::nemid::{Issuer, NemId};
use crate::words::CprNumber;

/// Why the counter does not serve.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CounterRefusal {
    /// The officer's own CPR number (D20).
    #[error("own CPR number")]
    OwnNumber,
    /// The CPR number is not in the register: real ones do not belong here (D12).
    #[error("not in the register")]
    NotInRegister,
    /// The person has no NemID that the counter can find (Guide 3.2.1).
    #[error("nothing found")]
    NothingFound,
    /// Password and certificate are blocked at the counter only on a NemID with public digital signature (D1).
    #[error("not a public NemID")]
    NotPublic,
    /// A bank's not yet activated NemID is helped only where the need is urgent (Guide 3.2.3).
    #[error("the urgency was not stated")]
    UrgencyNotStated,
    /// The NemID is blocked or closed.
    #[error("ended")]
    Ended,
}

impl Refusal for CounterRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::OwnNumber => "own-number",
            Self::NotInRegister => "not-in-register",
            Self::NothingFound => "nothing-found",
            Self::NotPublic => "not-public",
            Self::UrgencyNotStated => "urgency-not-stated",
            Self::Ended => "nemid-ended",
        }
    }
}

/// An officer can't serve the own CPR number (D20).
///
/// # Errors
/// [`CounterRefusal::OwnNumber`].
pub fn may_serve(officer: &CprNumber, citizen: &CprNumber) -> Result<(), CounterRefusal> {
    if officer == citizen { Err(CounterRefusal::OwnNumber) } else { Ok(()) }
}

/// What the counter finds: public and private-bank `NemIDs`, ended ones too (they are shown greyed); never
/// business or employee ones (Guide 3.2.1).
pub fn found(theirs: Vec<NemId>) -> Vec<NemId> {
    theirs.into_iter().filter(|one| one.issuer.is_found_at_counter()).collect()
}

/// Whether the counter blocks this NemID's password and certificate (D1, Rules 3.5.2).
///
/// # Errors
/// [`CounterRefusal::NotPublic`] for a NemID that serves a netbank alone.
pub fn may_block_password(nemid: &NemId, now: Timestamp) -> Result<(), CounterRefusal> {
    if !nemid.state.is_open() {
        return Err(CounterRefusal::Ended);
    }
    if nemid.issuer == Issuer::Public || nemid.is_public(now) {
        return Ok(());
    }
    Err(CounterRefusal::NotPublic)
}

/// Whether the officer has to state that it is urgent: a bank's NemID that was never activated, whose holder
/// should else go to the bank (Guide 3.2.3).
pub fn needs_urgency(nemid: &NemId) -> bool {
    matches!(nemid.issuer, Issuer::Bank(_)) && !nemid.is_activated()
}

/// Refuses to hand out a card for a bank's unactivated NemID unless the urgency was stated (Guide 3.2.3).
///
/// # Errors
/// [`CounterRefusal::UrgencyNotStated`].
pub fn urgency_stated(nemid: &NemId, stated: bool) -> Result<(), CounterRefusal> {
    if needs_urgency(nemid) && !stated { Err(CounterRefusal::UrgencyNotStated) } else { Ok(()) }
}
