//! The consents of a NemID's holder to what goes to whom (Rules 4.1, D31): given once and kept, in force until they end.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::actor::{Actor, PlaceName, Stamp};

/// What a holder consents to: who passes on or looks up what.
#[doc(alias = "samtykke")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", content = "bank", rename_all = "snake_case")]
pub enum Consent {
    /// The operator looks up name and address in CPR.
    CprLookup,
    /// The operator tells the PID service which CPR number belongs to the signature.
    PidService,
    /// The operator fetches the PID number of an earlier signature from the PID service.
    EarlierPid,
    /// The bank that made the NemID passes name, address and CPR number to the operator, and e-mail address and mobile
    /// number if it has them.
    FromBank(PlaceName),
    /// The operator passes to a bank what it knows of the NemID, so that the bank can use it for its netbank.
    ToBank(PlaceName),
}

impl Consent {
    /// The stable word in texts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::CprLookup => "cpr-lookup",
            Self::PidService => "pid-service",
            Self::EarlierPid => "earlier-pid",
            Self::FromBank(_) => "from-bank",
            Self::ToBank(_) => "to-bank",
        }
    }

    /// The bank that it names, if it names one.
    pub fn bank(&self) -> Option<&PlaceName> {
        match self {
            Self::FromBank(bank) | Self::ToBank(bank) => Some(bank),
            Self::CprLookup | Self::PidService | Self::EarlierPid => None,
        }
    }

    /// Whether it was given to a certificate, and ends with it.
    pub fn is_to_certificate(&self) -> bool {
        !matches!(self, Self::ToBank(_))
    }
}

/// A consent as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenConsent {
    /// To what.
    pub consent: Consent,
    /// When it was given.
    pub at: Timestamp,
    /// The version of the rules in which it was read.
    pub version: u32,
    /// Who noted it: the holder, or an employee before whom the holder stood.
    pub by: Actor,
    /// When it ended; `None` while it is in force.
    pub ended: Option<Timestamp>,
}

/// Adds what was given now. The same consent given before ends, as the new one takes its place.
pub(super) fn give(list: &mut Vec<GivenConsent>, given: &[Consent], version: u32, stamp: &Stamp) {
    end(list, stamp, |consent| given.contains(consent));
    list.retain(|one| one.at != stamp.at || !given.contains(&one.consent));
    list.extend(given.iter().map(|consent| GivenConsent {
        consent: consent.clone(),
        at: stamp.at,
        version,
        by: stamp.actor.clone(),
        ended: None,
    }));
}

/// Ends those that are in force and meant.
pub(super) fn end(list: &mut [GivenConsent], stamp: &Stamp, meant: impl Fn(&Consent) -> bool) {
    for one in list.iter_mut().filter(|one| one.ended.is_none() && meant(&one.consent)) {
        one.ended = Some(stamp.at);
    }
}
