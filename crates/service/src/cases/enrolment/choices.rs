//! What is chosen and shown during an activation or a re-opening.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::cases::access::key_question::Posed;
use crate::cases::app::CaseError;
use crate::cases::enrolment::problem::EnrolmentError;
use crate::store::Tx;
use rules::nemid::PasswordHash;
use rules::nemid::event::Consents;
use rules::nemid::temporary::TemporaryPurpose;
use rules::words::{Contact, KeyCardNumber, NemIdNumber, UserId};

/// What was chosen during an enrolment, besides the password.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Choices {
    /// What is kept of the chosen password to compare a user id chosen later with it.
    pub(in crate::cases) trace: Vec<String>,
    /// User id and the rest.
    pub details: Option<Details>,
    /// What was given in an earlier enrolment that was not finished, to be offered again (D32).
    #[serde(default)]
    pub before: Option<Details>,
    /// Consents and rules.
    pub agreed: Option<Agreed>,
    /// The result of the finished enrolment; a repeated submission finds it.
    pub receipt: Option<Receipt>,
}

impl Choices {
    /// Those of a new enrolment. The details that were given with the same temporary password before, in an enrolment that
    /// was not finished, are offered again (D32).
    pub(super) fn after(
        tx: &Tx<'_>,
        number: NemIdNumber,
        temporary: &PasswordHash,
    ) -> Result<Self, EnrolmentError> {
        let Some(before) = tx.enrolment_before(number, temporary)? else { return Ok(Self::default()) };
        let before = Self::from_json(&before.choices)?;
        Ok(Self { before: before.details.or(before.before), ..Self::default() })
    }

    /// Reads them as they are stored.
    pub(super) fn from_json(stored: &str) -> Result<Self, EnrolmentError> {
        serde_json::from_str(stored).map_err(|error| CaseError::Broken(format!("choices: {error}")))
    }

    /// Writes them as they are stored.
    pub(super) fn to_json(&self) -> Result<String, EnrolmentError> {
        serde_json::to_string(self).map_err(|error| CaseError::Broken(format!("choices: {error}")))
    }
}

/// The details that a citizen gives at activation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// A user id, if one is wanted.
    pub user_id: Option<UserId>,
    /// Whether the CPR number may be used as one (D9).
    pub cpr_log_on: bool,
    /// E-mail address and mobile number.
    pub contact: Contact,
    /// Whether service providers are to be recorded (Rules 3.7).
    pub recording: bool,
}

/// What a citizen agreed to at activation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// The consents (Rules 4.1).
    pub consents: Consents,
    /// The version of the rules.
    pub rules_version: u32,
}

/// The result of a finished enrolment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The card that is in use now; none where the key was read out by telephone (D38).
    pub card: Option<KeyCardNumber>,
    /// The end of the new certificate's validity, if one was made.
    pub certificate_until: Option<Timestamp>,
    /// The self-chosen user id, if there is one.
    pub user_id: Option<UserId>,
    /// Whether the CPR number can be used as user id.
    pub cpr_log_on: bool,
}

/// The progress of an enrolment, as its pages show it.
#[derive(Clone, Debug)]
pub struct Progress {
    pub nemid: NemIdNumber,
    /// Activation or which re-opening.
    pub purpose: TemporaryPurpose,
    /// Whether a password is chosen.
    pub password: bool,
    /// Whether the old password was shown to be remembered.
    pub remembered: bool,
    /// The other choices.
    pub choices: Choices,
    /// What is known already: the contact details given at the counter when the NemID was ordered.
    pub contact: Contact,
    /// The key that is asked for.
    pub asked: Option<Posed>,
    /// Whether a key can be read out by telephone instead of a card's (D38).
    pub line: bool,
    /// The questions that only this NemID needs.
    pub asks: Asks,
}

/// Questions that only some NemIDs need.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Asks {
    /// Whether the CPR number may be used as user id (D9).
    pub cpr: bool,
    /// The consents to a certificate (Rules 4.1).
    pub certificate: bool,
    /// The consent to the exchange with the bank (Rules 4.1).
    pub bank: bool,
}
