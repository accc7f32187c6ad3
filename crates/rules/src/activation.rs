//! The activation of a NemID: temporary password, the citizen's own password, user id, consents, card and key (DOMAIN
//! 3, Rules 4.1).

use thiserror::Error;

use crate::actor::Stamp;
use crate::cards::DrawnCard;
use crate::certificates::CertificateDraft;
use crate::keys::{KeyAnswer, KeyOutcome, KeyRefusal};
use crate::nemid::event::Consents;
use crate::nemid::temporary::TemporaryPurpose;
use crate::nemid::{Decision, Event, Issuer, NemId, Password, PasswordHash, Purpose};
use crate::words::{Contact, UserId};
use crate::{Refusal, certificates, consents, keys};

/// Why an activation or a re-opening can't go on.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum EnrolmentRefusal {
    /// The temporary password it began with no longer works.
    #[error("the temporary password has died")]
    TemporaryDead,
    /// The NemID is not in a state to be activated or re-opened.
    #[error("nothing to start")]
    NothingToStart,
    /// A needed consent is missing (Rules 4.1).
    #[error("consent missing")]
    ConsentMissing,
    /// The rules were not accepted.
    #[error("rules not accepted")]
    RulesNotAccepted,
    /// The card can't be used, or the key can't be judged.
    #[error(transparent)]
    Key(#[from] KeyRefusal),
}

impl Refusal for EnrolmentRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TemporaryDead => "temporary-dead",
            Self::NothingToStart => "nothing-to-start",
            Self::ConsentMissing => "consent-missing",
            Self::RulesNotAccepted => "rules-not-accepted",
            Self::Key(refusal) => refusal.code(),
        }
    }
}

/// Everything that the citizen has chosen before the last step.
#[derive(Clone, Debug)]
pub struct Activation {
    /// The temporary password it began with, by its hash.
    pub temporary: PasswordHash,
    /// The chosen password's hash.
    pub password: PasswordHash,
    /// The chosen user id, if any.
    pub user_id: Option<UserId>,
    /// Whether the CPR number may be used as user id (D9).
    pub cpr_log_on: bool,
    /// E-mail address and mobile number.
    pub contact: Contact,
    /// Whether service providers are to be recorded.
    pub recording: bool,
    /// What the citizen agreed to (Rules 4.1).
    pub consents: Consents,
    /// The version of the rules that was accepted; `None` when none was.
    pub rules_version: Option<u32>,
}

/// What is drawn before the last step of an activation or a re-opening, in case that step issues it.
#[derive(Clone, Copy, Debug)]
pub struct Spares<'a> {
    /// The card to send when few keys are left (D7).
    pub card: &'a DrawnCard,
    /// The certificate to issue when one is ordered.
    pub certificate: &'a CertificateDraft,
}

/// Checks that the citizen gave the consents that the ordered certificate needs: the look-up in CPR, what the PID service
/// is told, the look-up there and, for a bank's NemID, the exchange with that bank (Rules 4.1). Without an ordered certificate none is needed.
///
/// # Errors
/// [`EnrolmentRefusal::ConsentMissing`] when one of them is missing.
pub fn consents_reach(nemid: &NemId, consents: Consents) -> Result<(), EnrolmentRefusal> {
    if nemid.certificate_ordered.is_none() {
        return Ok(());
    }
    let bank = !needs_bank_consent(nemid) || consents.bank_exchange;
    if consents.cpr_lookup && consents.pid_service && consents.earlier_pid && bank {
        return Ok(());
    }
    Err(EnrolmentRefusal::ConsentMissing)
}

/// Whether the certificate needs the exchange of particulars with the bank.
pub fn needs_bank_consent(nemid: &NemId) -> bool {
    matches!(nemid.issuer, Issuer::Bank(_)) && nemid.certificate_ordered.is_some()
}

/// Completes an activation with its last step, the key. A wrong key changes nothing but the card's count.
///
/// # Errors
/// As [`may_go_on`] and [`consents_reach`]; [`EnrolmentRefusal::NothingToStart`] when a password was chosen already,
/// [`EnrolmentRefusal::RulesNotAccepted`] without a version, [`EnrolmentRefusal::Key`] as [`keys::answer()`] says.
pub fn complete(
    nemid: &NemId,
    chosen: &Activation,
    typed: &KeyAnswer,
    spares: &Spares<'_>,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), EnrolmentRefusal> {
    temporary_still_good(nemid, &chosen.temporary, &[TemporaryPurpose::Activate], stamp)?;
    if !matches!(nemid.password, Password::NotChosen) {
        return Err(EnrolmentRefusal::NothingToStart);
    }
    consents_reach(nemid, chosen.consents)?;
    let version = chosen.rules_version.ok_or(EnrolmentRefusal::RulesNotAccepted)?;
    keys::asked_for(typed, |purpose| *purpose == Purpose::Activation)?;
    keys::from_card_or_voice(typed)?;
    let mut decision = Decision::of(nemid, stamp);
    let outcome = keys::answer(&mut decision, typed, spares.card)?;
    if outcome == KeyOutcome::Right {
        // The choices come first: nobody needs a notice of what was chosen before the activation.
        note_choices(&mut decision, chosen);
        decision.record(Event::RulesAccepted { version });
        if nemid.certificate_ordered.is_some() {
            decision.record(Event::ConsentsGiven { consents: consents::for_certificate(nemid), version });
        }
        decision.record(Event::Activated { hash: chosen.password.clone(), consents: chosen.consents });
        if decision.nemid().certificate_ordered.is_some() {
            certificates::issue(&mut decision, spares.certificate);
        }
    }
    Ok((decision.events(), outcome))
}

fn note_choices(decision: &mut Decision<'_>, chosen: &Activation) {
    let nemid = decision.nemid().clone();
    if chosen.user_id != nemid.user_id {
        decision.record(Event::UserIdChanged { from: nemid.user_id, to: chosen.user_id.clone() });
    }
    if chosen.cpr_log_on != nemid.cpr_log_on {
        decision.record(Event::CprLogOnSwitched { on: chosen.cpr_log_on });
    }
    if chosen.contact != nemid.contact {
        decision.record(Event::contact_changed(&nemid.contact, &chosen.contact));
    }
    if chosen.recording != nemid.recording {
        decision.record(Event::RecordingSwitched { on: chosen.recording });
    }
}

/// Checks at each step whether an enrolment that began with this temporary password can go on, so that nobody fills in
/// more pages for nothing.
///
/// # Errors
/// [`EnrolmentRefusal::TemporaryDead`] when it has died or a newer one was issued; [`EnrolmentRefusal::NothingToStart`]
/// when the NemID has ended or the temporary password has another purpose.
pub fn may_go_on(
    nemid: &NemId,
    began_with: &PasswordHash,
    purpose: TemporaryPurpose,
    stamp: &Stamp,
) -> Result<(), EnrolmentRefusal> {
    temporary_still_good(nemid, began_with, &[purpose], stamp).map(|_| ())
}

/// Checks that the temporary password an enrolment began with is still the live one and has one of these purposes, and
/// returns its purpose.
///
/// # Errors
/// As [`may_go_on`].
pub(super) fn temporary_still_good(
    nemid: &NemId,
    began_with: &PasswordHash,
    purposes: &[TemporaryPurpose],
    stamp: &Stamp,
) -> Result<TemporaryPurpose, EnrolmentRefusal> {
    let temporary = nemid
        .live_temporary(stamp.at)
        .filter(|temporary| temporary.hash == *began_with)
        .ok_or(EnrolmentRefusal::TemporaryDead)?;
    if !nemid.state.is_open() || !purposes.contains(&temporary.purpose) {
        return Err(EnrolmentRefusal::NothingToStart);
    }
    Ok(temporary.purpose)
}

#[cfg(test)]
mod tests;
