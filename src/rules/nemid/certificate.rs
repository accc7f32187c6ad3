//! The certificate (OCES) that makes a NemID usable at public sites and for signing. As data only.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::block::{Block, CertificateBlockReason};
use crate::rules::Refusal;
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

impl CertificateSerial {
    /// Reads the eight hexadecimal digits that stand on a certificate and on the revocation list.
    ///
    /// # Errors
    /// [`NotASerial`].
    pub fn parse(typed: &str) -> Result<Self, NotASerial> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(NotASerial);
        }
        u32::from_str_radix(&digits, 16).map(Self).map_err(|_| NotASerial)
    }
}

/// What was typed is no serial number of a certificate.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("not eight hexadecimal digits")]
pub struct NotASerial;

impl Refusal for NotASerial {
    fn code(&self) -> &'static str {
        "certificate-serial-shape"
    }
}

/// What a receiver of signed data finds out about the sender's certificate (Rules 4.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reliance {
    /// It can be relied on, within its limits of use.
    Good,
    /// It was blocked.
    Blocked {
        /// When.
        at: Timestamp,
        /// Why.
        reason: CertificateBlockReason,
    },
    /// Its time has run out.
    Expired,
    /// Its time has not begun.
    NotYet,
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
        self.reliance(now) == Reliance::Good
    }

    /// What a receiver may think of it at `now`; a block counts more than the end of its time (Rules 4.5).
    pub fn reliance(&self, now: Timestamp) -> Reliance {
        match &self.state {
            CertificateState::Blocked(block) => Reliance::Blocked { at: block.at, reason: block.reason },
            CertificateState::Expired { .. } => Reliance::Expired,
            CertificateState::Valid if self.until <= now => Reliance::Expired,
            CertificateState::Valid if now < self.from => Reliance::NotYet,
            CertificateState::Valid => Reliance::Good,
        }
    }
}
