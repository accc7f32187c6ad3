//! The certificate (OCES) that makes a NemID usable at public sites and for signing. As data only.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::block::{Block, CertificateBlockReason};
use crate::rules::words::{Email, PersonName, Pid};

/// Years a certificate can be valid at most (Rules 4.4, D13).
pub const MOST_YEARS: u16 = 4;
/// How long before its end the holder is told (Rules 4.4).
pub const NOTICE: SignedDuration = SignedDuration::from_hours(28 * 24);
/// How long changed particulars may go unrenewed (Rules 4.2).
pub const RENEW_WITHIN: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A certificate's serial number, unique among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CertificateSerial(pub u32);

impl std::fmt::Display for CertificateSerial {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:08X}", self.0)
    }
}

/// Where a certificate stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum CertificateState {
    /// Good until its end.
    Valid,
    /// Blocked for good.
    Blocked(Block<CertificateBlockReason>),
    /// Run out.
    Expired {
        /// When.
        at: Timestamp,
    },
}

/// One certificate of one NemID.
#[doc(alias = "OCES-certifikat")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Its serial number.
    pub serial: CertificateSerial,
    /// The holder's PID number, the same across renewals.
    pub pid: Pid,
    /// The holder's name as certified.
    pub name: PersonName,
    /// The holder's e-mail address as certified, if any.
    pub email: Option<Email>,
    /// Valid from.
    pub from: Timestamp,
    /// Valid until.
    pub until: Timestamp,
    /// Where it stands.
    pub state: CertificateState,
    /// Since when its name or e-mail are known to be out of date (Rules 4.2).
    pub outdated_since: Option<Timestamp>,
    /// Whether its holder has been told that it runs out (Rules 4.4).
    pub expiry_noticed: bool,
}

impl Certificate {
    /// Whether it can be relied on at `now` (Rules 4.5).
    pub fn is_valid(&self, now: Timestamp) -> bool {
        matches!(self.state, CertificateState::Valid) && self.from <= now && now < self.until
    }

    /// Whether it is the password reset that blocked it, so that a new one comes by itself (Guide 3.1.3).
    pub fn fell_with_password(&self) -> bool {
        matches!(
            self.state,
            CertificateState::Blocked(Block { reason: CertificateBlockReason::PasswordForgotten, .. })
        )
    }
}
