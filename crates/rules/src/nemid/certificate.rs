//! The certificate (OCES) that makes a NemID usable at public sites and for signing, as its row says it. Its file and key
//! pair are made from that (D35).

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;
use crate::nemid::block::{Block, CertificateBlockReason};
use crate::words::{Email, PersonName, Pid, spelling};

/// The most years that a certificate can be valid (Rules 4.4, D13).
pub const MOST_YEARS: u16 = 4;
/// How long before its end its holder has the notice at the latest (Rules 4.4).
pub const NOTICE: SignedDuration = SignedDuration::from_hours(28 * 24);
/// How long after a change of name or e-mail address the certificate can still be renewed (Rules 4.2).
pub const RENEW_WITHIN: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A certificate's serial number, unique among all certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CertificateSerial(pub u32);

impl std::fmt::Display for CertificateSerial {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:08X}", self.0)
    }
}

impl CertificateSerial {
    /// Reads the eight hexadecimal digits that are printed on a certificate and on the revocation list, with any
    /// separators (D25).
    ///
    /// # Errors
    /// [`NotASerial`] for any other text.
    pub fn parse(typed: &str) -> Result<Self, NotASerial> {
        let digits: String = spelling::bare(typed).collect();
        if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(NotASerial);
        }
        u32::from_str_radix(&digits, 16).map(Self).map_err(|_| NotASerial)
    }
}

/// The typed text is not the serial number of a certificate.
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
    /// The receiver can rely on it, within its limits of use.
    Good,
    /// It is blocked for good.
    Blocked {
        /// The instant at which the block took effect.
        at: Timestamp,
        /// Why it was blocked; `None` once that is no longer kept (Rules 3.7).
        reason: Option<CertificateBlockReason>,
    },
    /// Its period of validity is over.
    Expired,
    /// Its period of validity has not begun.
    NotYet,
}

/// The state of a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum CertificateState {
    /// Valid until its end, even if the end is not recorded yet.
    Valid,
    /// Blocked for good (Rules 4.3).
    Blocked(Block<CertificateBlockReason>),
    /// Its end has passed and was recorded (Rules 4.4).
    Expired {
        /// The instant at which it ran out.
        at: Timestamp,
    },
}

/// What a certificate says of its holder and has to be right (Rules 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertifiedDetail {
    /// The name, as in CPR.
    Name,
    /// The e-mail address.
    Email,
}

/// Since when which detail of a certificate is known to be out of date: each has its own 30 days (Rules 4.2, D26).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outdated {
    /// The name.
    pub name: Option<Timestamp>,
    /// The e-mail address.
    pub email: Option<Timestamp>,
}

impl Outdated {
    /// Since when one detail is out of date.
    pub fn since(self, what: CertifiedDetail) -> Option<Timestamp> {
        match what {
            CertifiedDetail::Name => self.name,
            CertifiedDetail::Email => self.email,
        }
    }

    /// Notes that one detail is out of date since an instant, or is right again. An event of an older version does not say
    /// which, and means both.
    pub fn note(&mut self, what: Option<CertifiedDetail>, since: Option<Timestamp>) {
        if what != Some(CertifiedDetail::Email) {
            self.name = since;
        }
        if what != Some(CertifiedDetail::Name) {
            self.email = since;
        }
    }

    /// Since when the first of them is out of date.
    pub fn first(self) -> Option<Timestamp> {
        [self.name, self.email].into_iter().flatten().min()
    }
}

/// One certificate of one NemID.
#[doc(alias = "OCES-certifikat")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The serial number, unique among all certificates.
    pub serial: CertificateSerial,
    /// The holder's PID number, the same across renewals.
    pub pid: Pid,
    /// The holder's name as certified.
    pub name: PersonName,
    /// The holder's e-mail address as certified, if any.
    pub email: Option<Email>,
    /// The first instant at which it is valid.
    pub from: Timestamp,
    /// The first instant at which it is no longer valid.
    pub until: Timestamp,
    /// Valid, blocked or expired.
    pub state: CertificateState,
    /// Since when its name or e-mail address is known to be out of date (Rules 4.2).
    #[serde(default)]
    pub outdated: Outdated,
    /// Whether its holder got the notice that it runs out (Rules 4.4).
    pub expiry_noticed: bool,
}

/// What a receiver can check of a certificate, as long as the world lasts: nothing of it tells of a person (Rules 3.7, 4.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckedCertificate {
    /// The serial number.
    pub serial: CertificateSerial,
    /// The first instant at which it was valid.
    pub from: Timestamp,
    /// The first instant at which it is no longer valid.
    pub until: Timestamp,
    /// What a receiver finds out about it at the instant of the check.
    pub reliance: Reliance,
}

impl CheckedCertificate {
    /// Whether a signature that was made with it at an instant can be relied on, whatever happened to it later (Rules 4.5).
    /// Signed files say whole seconds, and so does the certificate itself: it is good from the second in which it was issued.
    pub fn was_good(&self, at: Timestamp) -> bool {
        let blocked = match self.reliance {
            Reliance::Blocked { at: blocked, .. } => blocked <= at,
            Reliance::Good | Reliance::Expired | Reliance::NotYet => false,
        };
        self.from.as_second() <= at.as_second() && at < self.until && !blocked
    }
}

impl Certificate {
    /// What a receiver can check of it at `now`.
    pub fn checked(&self, now: Timestamp) -> CheckedCertificate {
        let (serial, from, until) = (self.serial, self.from, self.until);
        CheckedCertificate { serial, from, until, reliance: self.reliance(now) }
    }

    /// Whether it can be relied on at `now` (Rules 4.5).
    pub fn is_valid(&self, now: Timestamp) -> bool {
        self.reliance(now) == Reliance::Good
    }

    /// What a receiver finds out about it at `now`. A blocked certificate stays blocked after its end (Rules 4.5).
    pub fn reliance(&self, now: Timestamp) -> Reliance {
        match &self.state {
            CertificateState::Blocked(block) => {
                Reliance::Blocked { at: block.at, reason: Some(block.reason) }
            }
            CertificateState::Expired { .. } => Reliance::Expired,
            CertificateState::Valid if self.until <= now => Reliance::Expired,
            CertificateState::Valid if now < self.from => Reliance::NotYet,
            CertificateState::Valid => Reliance::Good,
        }
    }
}

#[cfg(test)]
mod tests;
