//! A new CPR number: what it brings about for its holder's NemIDs in the night after the CPR register gave it (D28).

use thiserror::Error;

use crate::actor::Stamp;
use crate::nemid::block::CertificateBlockReason;
use crate::nemid::{Decision, Event, NemId};
use crate::words::CprNumber;
use crate::{Refusal, calendar, certificates};

/// Why the register does not give a person this number.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CprChangeRefusal {
    /// It does not show that its person is made up (D12).
    #[error("not a made-up number")]
    NotMadeUp,
    /// Somebody has it, has had it or is about to get it.
    #[error("taken")]
    Taken,
    /// The person has got a new number today already.
    #[error("another one waits")]
    AnotherWaits,
}

impl Refusal for CprChangeRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotMadeUp => "cpr-number-not-made-up",
            Self::Taken => "cpr-number-taken",
            Self::AnotherWaits => "cpr-number-waits",
        }
    }
}

/// Checks that the register can give a person a number. `taken`: somebody has it, has had it or is about to get it;
/// `waits`: a new number of the person has not come to NemID yet.
///
/// # Errors
/// [`CprChangeRefusal`], the first that applies.
pub fn may_be_given(number: CprNumber, taken: bool, waits: bool) -> Result<(), CprChangeRefusal> {
    if !number.is_made_up() {
        return Err(CprChangeRefusal::NotMadeUp);
    }
    if taken {
        return Err(CprChangeRefusal::Taken);
    }
    if waits { Err(CprChangeRefusal::AnotherWaits) } else { Ok(()) }
}

/// Takes the new number over. It is no user id, and has a PID of its own; a valid certificate, which has the old PID, is
/// blocked, and a new one is ordered that comes with the next log-on. One that was ordered before comes as it would
/// have. Password, cards, user id and bank agreements stay as they are.
pub fn take_over(nemid: &NemId, number: CprNumber, stamp: &Stamp) -> Vec<Event> {
    let mut decision = Decision::of(nemid, stamp);
    decision.record(Event::CprNumberChanged { from: nemid.holder, to: number });
    let valid = nemid.valid_certificate(stamp.at).filter(|_| nemid.state.is_open());
    if let Some(certificate) = valid {
        let reason = CertificateBlockReason::CprNumberChanged;
        decision.record(Event::CertificateBlocked { serial: certificate.serial, reason });
        let age = number.age_on(calendar::danish_date(stamp.at));
        if certificates::may_be_ordered(decision.nemid(), age, stamp.at).is_ok() {
            decision.record(Event::CertificateOrdered);
        }
    }
    decision.events()
}

#[cfg(test)]
mod tests;
