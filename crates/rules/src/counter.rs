//! What an office's counter may do: which NemIDs it finds, what it blocks, and whom an officer serves (D1, D20, Guide
//! 3.2.1–3.2.3).

use jiff::Timestamp;
use thiserror::Error;

use crate::Refusal;
use crate::nemid::{Issuer, NemId};
use crate::order::{Eligibility, Situation};
use crate::reasons::StopReason;
use crate::temporary::Helper;
use crate::words::{CprNumber, NemIdNumber};
use crate::{order, temporary};

/// Why the counter refuses to serve.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CounterRefusal {
    /// The CPR number is the officer's own (D20).
    #[error("own CPR number")]
    OwnNumber,
    /// The CPR number is not in the register: real ones do not belong here (D12).
    #[error("not in the register")]
    NotInRegister,
    /// The person has another CPR number by now (D28).
    #[error("an earlier CPR number")]
    CprNumberReplaced,
    /// The register gave the CPR number today, and NemID knows it from tomorrow (D28).
    #[error("known from tomorrow")]
    CprNumberNotYetKnown,
    /// The person has no NemID that the counter can find (Guide 3.2.1).
    #[error("nothing found")]
    NothingFound,
    /// The counter blocks password and certificate only of a NemID with public digital signature (D1).
    #[error("not a public NemID")]
    NotPublic,
    /// The counter helps with a bank's NemID that was never activated only in urgent cases (Guide 3.2.3).
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
            Self::CprNumberReplaced => "cpr-number-replaced",
            Self::CprNumberNotYetKnown => "cpr-number-not-yet-known",
            Self::NothingFound => "nothing-found",
            Self::NotPublic => "not-public",
            Self::UrgencyNotStated => "urgency-not-stated",
            Self::Ended => "nemid-ended",
        }
    }
}

/// Checks that an officer does not serve their own CPR number (D20).
///
/// # Errors
/// [`CounterRefusal::OwnNumber`] when both numbers are the same.
pub fn may_serve(officer: &CprNumber, citizen: &CprNumber) -> Result<(), CounterRefusal> {
    if officer == citizen { Err(CounterRefusal::OwnNumber) } else { Ok(()) }
}

/// The NemIDs that the counter finds: public ones and those of banks for private customers, ended ones included (they
/// are shown greyed), never those for business or employees (Guide 3.2.1).
pub fn found(theirs: Vec<NemId>) -> Vec<NemId> {
    theirs.into_iter().filter(|one| one.issuer.is_found_at_counter()).collect()
}

/// Checks that the counter may block this NemID's password and certificate (D1, Rules 3.5.2).
///
/// # Errors
/// [`CounterRefusal::Ended`]; [`CounterRefusal::NotPublic`] for a NemID that is for a netbank alone.
pub fn may_block_password(nemid: &NemId, now: Timestamp) -> Result<(), CounterRefusal> {
    if !nemid.state.is_open() {
        return Err(CounterRefusal::Ended);
    }
    if nemid.issuer == Issuer::Public || nemid.is_public(now) {
        return Ok(());
    }
    Err(CounterRefusal::NotPublic)
}

/// Whether the officer has to state that the case is urgent: a bank's NemID was never activated, and its holder should
/// normally go to the bank (Guide 3.2.3).
pub fn needs_urgency(nemid: &NemId) -> bool {
    matches!(nemid.issuer, Issuer::Bank(_)) && !nemid.is_activated()
}

/// Checks that the urgency was stated if a card for this NemID needs it (Guide 3.2.3).
///
/// # Errors
/// [`CounterRefusal::UrgencyNotStated`] when it is needed and was not stated.
pub fn urgency_stated(nemid: &NemId, stated: bool) -> Result<(), CounterRefusal> {
    if needs_urgency(nemid) && !stated { Err(CounterRefusal::UrgencyNotStated) } else { Ok(()) }
}

/// Checks that the urgency was stated before a card is blocked for good. It is asked where nothing has come by post, as
/// the bank is about to issue the NemID and can send another letter (Guide 3.2.3). A card that is lost or that others may
/// have seen is blocked whatever is stated (Rules 3.5.1, 3.5.2).
///
/// # Errors
/// [`CounterRefusal::UrgencyNotStated`] when it is needed and was not stated.
pub fn urgency_stated_to_block(
    nemid: &NemId,
    reason: StopReason,
    stated: bool,
) -> Result<(), CounterRefusal> {
    urgency_stated(nemid, stated || reason != StopReason::NeverArrived)
}

/// How a NemID gets a temporary password, as an office's counter sees it (Guide 3.1.5, 3.2.1, 3.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemporaryWay {
    /// The counter hands one out.
    HandOut,
    /// A certificate is attached first, by the card that the citizen holds (Guide 3.2.2).
    AttachFirst,
    /// A card is handed out first, and a certificate is attached by it (Guide 3.2.3).
    CardFirst,
    /// The public digital signature is on another NemID of the citizen, which is the one to choose (Guide 3.1.5).
    ChooseThePublic(NemIdNumber),
    /// Only the bank that made it helps.
    AskBank,
}

/// How an open NemID of a person gets a temporary password; `theirs` are all that the person has.
pub fn way_to_temporary(
    nemid: &NemId,
    theirs: &[NemId],
    person: Eligibility,
    now: Timestamp,
) -> TemporaryWay {
    match temporary::helper(nemid, now) {
        Helper::Anybody => return TemporaryWay::HandOut,
        Helper::Administrator => return TemporaryWay::AskBank,
        Helper::ItsBank => {}
    }
    match order::situation(theirs, now) {
        Situation::AlreadyPublic { number } => TemporaryWay::ChooseThePublic(number),
        Situation::CanAttach { to } if to.contains(&nemid.number) && order::may_have(person).is_ok() => {
            let holds_card = nemid.usable_cards().next().is_some();
            if holds_card { TemporaryWay::AttachFirst } else { TemporaryWay::CardFirst }
        }
        Situation::CanAttach { .. } | Situation::MakeNew => TemporaryWay::AskBank,
    }
}

#[cfg(test)]
mod tests;
