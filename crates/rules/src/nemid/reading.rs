//! Properties that follow from a NemID's state, for the many rules and pages that need them.

use jiff::Timestamp;

use crate::nemid::block::NemIdState;
use crate::nemid::certificate::{CertificateState, Reliance};
use crate::nemid::temporary::TemporaryPassword;
use crate::nemid::{Carrier, Certificate, Issuer, KeyCard, NemId, Password};
use crate::words::{CarrierKind, CarrierNumber, KeyCardNumber};

/// The state of a NemID in one word, for lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// No password was chosen yet.
    NotActivated,
    /// The password is in use and not locked.
    Active,
    /// Locked for eight hours.
    Locked,
    /// Its password is blocked.
    PasswordBlocked,
    /// Blocked as a whole.
    Blocked,
    /// Closed as a whole.
    Closed,
}

impl Status {
    /// The stable word in the JSON of the control room.
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
        match (&self.state, &self.password) {
            (NemIdState::Blocked(_), _) => Status::Blocked,
            (NemIdState::Closed(_), _) => Status::Closed,
            (NemIdState::Open, Password::NotChosen) => Status::NotActivated,
            (NemIdState::Open, Password::Blocked { .. }) => Status::PasswordBlocked,
            (NemIdState::Open, Password::InUse { .. }) if self.lockout.running(now).is_some() => {
                Status::Locked
            }
            (NemIdState::Open, Password::InUse { .. }) => Status::Active,
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

    /// One token, app or voice line by its number.
    pub fn carrier(&self, number: CarrierNumber) -> Option<&Carrier> {
        self.carriers.iter().find(|carrier| carrier.number == number)
    }

    /// The tokens, apps and voice lines that are ordered, attached or active.
    pub fn open_carriers(&self) -> impl Iterator<Item = &Carrier> {
        self.carriers.iter().filter(|carrier| carrier.is_open())
    }

    /// The tokens, apps or voice lines of a kind from which a key can be answered.
    pub fn usable_carriers(&self, kind: CarrierKind) -> impl Iterator<Item = &Carrier> {
        self.carriers.iter().filter(move |carrier| carrier.kind() == kind && carrier.is_usable())
    }

    /// Whether its holder can answer a key with any carrier.
    pub fn can_answer(&self) -> bool {
        self.usable_cards().next().is_some() || self.carriers.iter().any(Carrier::is_usable)
    }

    /// The newest certificate, in whatever state.
    pub fn certificate(&self) -> Option<&Certificate> {
        self.certificates.last()
    }

    /// The newest certificate, if it is valid at `now`.
    pub fn valid_certificate(&self, now: Timestamp) -> Option<&Certificate> {
        self.certificate().filter(|certificate| certificate.is_valid(now))
    }

    /// The newest certificate, unless it is blocked or was recorded as expired.
    pub fn unended_certificate(&self) -> Option<&Certificate> {
        self.certificate().filter(|certificate| matches!(certificate.state, CertificateState::Valid))
    }

    /// Whether it is a public NemID or about to be one: a certificate is valid or ordered (Guide 2.1).
    pub fn is_public(&self, now: Timestamp) -> bool {
        self.certificate_ordered.is_some() || self.valid_certificate(now).is_some()
    }

    /// Whether it is of no use at `now`: a bank made it, no bank has an agreement with it, and it has no certificate
    /// (D19).
    pub fn serves_nothing(&self, now: Timestamp) -> bool {
        let of_bank = matches!(self.issuer, Issuer::Bank(_) | Issuer::Business(_));
        of_bank && self.agreements.is_empty() && !self.is_public(now)
    }

    /// The temporary password, if it still works at `now`.
    pub fn live_temporary(&self, now: Timestamp) -> Option<&TemporaryPassword> {
        self.temporary.as_ref().filter(|temporary| temporary.dead(now).is_none())
    }
}

#[cfg(test)]
mod tests;
