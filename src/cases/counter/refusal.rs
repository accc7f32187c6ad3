//! Why the counter does not do something: the refusals of all the rules that it asks, and a few of its own.

use jiff::Timestamp;
use thiserror::Error;

use crate::cases::log_on::LogOnRefusal;
use crate::rules::Refusal;
use crate::rules::cards::CardRefusal;
use crate::rules::certificates::CertificateRefusal;
use crate::rules::counter::CounterRefusal;
use crate::rules::identification::IdentificationRefusal;
use crate::rules::order::OrderRefusal;
use crate::rules::passwords::PasswordRefusal;
use crate::rules::staff::StaffRefusal;
use crate::rules::temporary::TemporaryRefusal;

/// Why a card or PIN letter can't be handed out: new ones come from the office's own stock (DOMAIN 4).
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum StockRefusal {
    /// No shelf has such a card.
    #[error("no such card in stock")]
    NoSuchCard,
    /// It was handed out already.
    #[error("card handed out before")]
    CardGone,
    /// It lies on another office's shelf.
    #[error("another office's card")]
    CardElsewhere,
    /// No shelf has such a PIN letter.
    #[error("no such PIN letter in stock")]
    NoSuchLetter,
    /// It was handed out already.
    #[error("PIN letter handed out before")]
    LetterGone,
    /// It lies on another office's shelf.
    #[error("another office's PIN letter")]
    LetterElsewhere,
}

impl Refusal for StockRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchCard => "stock-no-such-card",
            Self::CardGone => "stock-card-gone",
            Self::CardElsewhere => "stock-card-elsewhere",
            Self::NoSuchLetter => "stock-no-such-letter",
            Self::LetterGone => "stock-letter-gone",
            Self::LetterElsewhere => "stock-letter-elsewhere",
        }
    }
}

/// Why an errand can't go on.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum DeskRefusal {
    /// There is no such errand of this officer, or it was left lying too long.
    #[error("no such errand")]
    NoErrand,
    /// A step before this one has not been taken.
    #[error("a step is missing")]
    StepMissing,
    /// Something has changed since the text was read.
    #[error("changed since it was read")]
    ChangedSinceRead,
    /// It has been signed.
    #[error("signed already")]
    AlreadySigned,
    /// The employee exists already.
    #[error("has an employee NemID")]
    StaffAlready,
    /// The signer's password was wrong, and counted (D2).
    #[error("wrong password")]
    WrongPassword,
    /// The signer's NemID can't be used.
    #[error(transparent)]
    Signer(LogOnRefusal),
    /// Whom the counter serves.
    #[error(transparent)]
    Counter(#[from] CounterRefusal),
    /// Who stands there.
    #[error(transparent)]
    Identification(#[from] IdentificationRefusal),
    /// The shelf.
    #[error(transparent)]
    Stock(#[from] StockRefusal),
    /// A card.
    #[error(transparent)]
    Card(#[from] CardRefusal),
    /// A temporary password.
    #[error(transparent)]
    Temporary(#[from] TemporaryRefusal),
    /// The citizen's password.
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
    /// The certificate.
    #[error(transparent)]
    Certificate(#[from] CertificateRefusal),
    /// An order.
    #[error(transparent)]
    Order(#[from] OrderRefusal),
    /// An employee.
    #[error(transparent)]
    Staff(#[from] StaffRefusal),
}

impl Refusal for DeskRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoErrand => "no-errand",
            Self::StepMissing => "step-missing",
            Self::ChangedSinceRead => "changed-since-read",
            Self::AlreadySigned => "already-signed",
            Self::StaffAlready => "staff-already",
            Self::WrongPassword => "signing-wrong-password",
            Self::Signer(refusal) => refusal.code(),
            Self::Counter(refusal) => refusal.code(),
            Self::Identification(refusal) => refusal.code(),
            Self::Stock(refusal) => refusal.code(),
            Self::Card(refusal) => refusal.code(),
            Self::Temporary(refusal) => refusal.code(),
            Self::Password(PasswordRefusal::Blocked { .. }) => "counter-password-blocked",
            Self::Password(PasswordRefusal::NotActivated) => "counter-not-activated",
            Self::Password(refusal) => refusal.code(),
            Self::Certificate(refusal) => refusal.code(),
            Self::Order(refusal) => refusal.code(),
            Self::Staff(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::Signer(refusal) => refusal.until(),
            Self::Password(refusal) => refusal.until(),
            _ => None,
        }
    }
}

impl From<LogOnRefusal> for DeskRefusal {
    fn from(refusal: LogOnRefusal) -> Self {
        match refusal {
            LogOnRefusal::Wrong => Self::WrongPassword,
            other => Self::Signer(other),
        }
    }
}
