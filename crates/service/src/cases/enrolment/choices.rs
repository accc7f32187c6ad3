//! What is chosen and shown on the way through an activation or a re-opening.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::cases::access::key_question::Asked;
use rules::nemid::event::Consents;
use rules::nemid::temporary::TemporaryPurpose;
use rules::words::{Contact, KeyCardNumber, NemIdNumber, UserId};

/// What was chosen on the way, besides the password.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Choices {
    /// What is kept of the chosen password so that a user id chosen later can be compared with it.
    pub(in crate::cases) trace: Vec<String>,
    /// User id and the rest.
    pub details: Option<Details>,
    /// Consents and rules.
    pub agreed: Option<Agreed>,
    /// What the finished start led to; a double submit finds it.
    pub receipt: Option<Receipt>,
}

/// What a citizen tells at activation.
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

/// What a finished start led to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The card that is in use now.
    pub card: KeyCardNumber,
    /// Until when the certificate is valid that came with it, if one came.
    pub certificate_until: Option<Timestamp>,
    /// The self-chosen user id, if there is one.
    pub user_id: Option<UserId>,
    /// Whether the CPR number can be used as user id.
    pub cpr_log_on: bool,
}

/// How far a start has come, as its pages show it.
#[derive(Clone, Debug)]
pub struct Progress {
    pub nemid: NemIdNumber,
    /// Activation or which re-opening.
    pub purpose: TemporaryPurpose,
    /// Whether a password is chosen.
    pub password: bool,
    /// Whether the old password was shown to be remembered.
    pub remembered: bool,
    /// What else is chosen.
    pub choices: Choices,
    /// What is known already: what the counter was told when the NemID was ordered.
    pub contact: Contact,
    /// The key that is asked for.
    pub asked: Option<Asked>,
    /// What this NemID has to be asked besides.
    pub asks: Asks,
}

/// What only some NemIDs have to be asked.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Asks {
    /// Whether the CPR number may be used as user id (D9).
    pub cpr: bool,
    /// The consents to a certificate (Rules 4.1).
    pub certificate: bool,
    /// The consent to the exchange with the bank (Rules 4.1).
    pub bank: bool,
}
