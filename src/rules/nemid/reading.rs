//! Questions that a NemID answers about itself, asked by many rules and pages.

use jiff::Timestamp;

use super::block::Standing;
use super::certificate::{CertificateState, Reliance};
use super::temporary::TemporaryPassword;
use super::{Certificate, Issuer, KeyCard, NemId, Password};
use crate::rules::words::KeyCardNumber;

/// The state of a NemID in one word, as lists show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// No password chosen yet.
    NotActivated,
    /// In use.
    Active,
    /// Locked for eight hours.
    Locked,
    /// Its password is blocked.
    PasswordBlocked,
    /// Blocked as a whole.
    Blocked,
    /// Closed.
    Closed,
}

impl Status {
    /// The stable word for it, as the world's JSON says it.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotActivated => "not_activated",
            Self::Active => "active",
            Self::Locked => "locked",
            Self::PasswordBlocked => "password_blocked",
            Self::Blocked => "blocked",
            Self::Closed => "closed",
        }
    }
}

/// The state of a NemID's certificate in one word. One that is ordered stands for the one that ends when it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateStatus {
    /// It has none.
    None,
    /// One is ordered.
    Ordered,
    /// It can be relied on.
    Valid,
    /// It was blocked.
    Blocked,
    /// Its time has run out.
    Expired,
}

impl CertificateStatus {
    /// The stable word for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Ordered => "ordered",
            Self::Valid => "valid",
            Self::Blocked => "blocked",
            Self::Expired => "expired",
        }
    }
}

impl NemId {
    /// The state of its certificate in one word at `now`.
    pub fn certificate_status(&self, now: Timestamp) -> CertificateStatus {
        match self.certificate().map(|certificate| certificate.reliance(now)) {
            _ if self.certificate_ordered.is_some() => CertificateStatus::Ordered,
            None => CertificateStatus::None,
            Some(Reliance::Good | Reliance::NotYet) => CertificateStatus::Valid,
            Some(Reliance::Blocked { .. }) => CertificateStatus::Blocked,
            Some(Reliance::Expired) => CertificateStatus::Expired,
        }
    }

    /// Its state in one word at `now`.
    pub fn status(&self, now: Timestamp) -> Status {
        match (&self.standing, &self.password) {
            (Standing::Blocked(_), _) => Status::Blocked,
            (Standing::Closed(_), _) => Status::Closed,
            (Standing::Open, Password::NotChosen) => Status::NotActivated,
            (Standing::Open, Password::Blocked { .. }) => Status::PasswordBlocked,
            (Standing::Open, Password::InUse { .. }) if self.lockout.running(now).is_some() => Status::Locked,
            (Standing::Open, Password::InUse { .. }) => Status::Active,
        }
    }

    /// Whether a password was ever chosen.
    pub fn is_activated(&self) -> bool {
        !matches!(self.password, Password::NotChosen)
    }

    /// The card in use, if there is one.
    pub fn active_card(&self) -> Option<&KeyCard> {
        self.cards.iter().find(|card| card.is_active())
    }

    /// One card by its number.
    pub fn card(&self, number: &KeyCardNumber) -> Option<&KeyCard> {
        self.cards.iter().find(|card| card.number == *number)
    }

    /// The cards that are ordered, attached or active.
    pub fn open_cards(&self) -> impl Iterator<Item = &KeyCard> {
        self.cards.iter().filter(|card| card.is_open())
    }

    /// The cards from which a key can be answered.
    pub fn usable_cards(&self) -> impl Iterator<Item = &KeyCard> {
        self.cards.iter().filter(|card| card.is_usable())
    }

    /// The newest certificate, in whatever state.
    pub fn certificate(&self) -> Option<&Certificate> {
        self.certificates.last()
    }

    /// The certificate, if it can be relied on at `now`.
    pub fn valid_certificate(&self, now: Timestamp) -> Option<&Certificate> {
        self.certificate().filter(|certificate| certificate.is_valid(now))
    }

    /// The certificate that has been neither blocked nor written off as expired.
    pub fn unended_certificate(&self) -> Option<&Certificate> {
        self.certificate().filter(|certificate| matches!(certificate.state, CertificateState::Valid))
    }

    /// Whether it is, or is about to be, a public NemID: a certificate valid or ordered (Guide 2.1).
    pub fn is_public(&self, now: Timestamp) -> bool {
        self.certificate_ordered.is_some() || self.valid_certificate(now).is_some()
    }

    /// Whether it is good for nothing at `now`: made by a bank, and neither bank nor certificate uses it (D19).
    pub fn serves_nothing(&self, now: Timestamp) -> bool {
        let of_bank = matches!(self.issuer, Issuer::Bank(_) | Issuer::Business(_));
        of_bank && self.agreements.is_empty() && !self.is_public(now)
    }

    /// The temporary password, if it still works at `now`.
    pub fn live_temporary(&self, now: Timestamp) -> Option<&TemporaryPassword> {
        self.temporary.as_ref().filter(|temporary| temporary.dead(now).is_none())
    }
}
