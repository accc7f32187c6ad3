//! Why nothing is done at a desk: by whichever rule, under one name.

use jiff::Timestamp;
use thiserror::Error;

pub use super::stock::StockRefusal;
use crate::cases::password::LogOnRefusal;
use crate::rules::Refusal;
use crate::rules::agreements::AgreementRefusal;
use crate::rules::blocking::BlockingRefusal;
use crate::rules::cards::CardRefusal;
use crate::rules::certificates::CertificateRefusal;
use crate::rules::counter::CounterRefusal;
use crate::rules::customers::CustomerRefusal;
use crate::rules::ending::EndingRefusal;
use crate::rules::identification::IdentificationRefusal;
use crate::rules::order::OrderRefusal;
use crate::rules::passwords::PasswordRefusal;
use crate::rules::staff::StaffRefusal;
use crate::rules::temporary::TemporaryRefusal;
use crate::rules::terms::TermsRefusal;

/// Why not.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum DeskRefusal {
    /// The errand is somebody else's, or was left lying too long.
    #[error("no such errand")]
    NoErrand,
    /// The desk sees no such NemID.
    #[error("no such NemID")]
    NotFound,
    /// A step before this one has not been taken.
    #[error("a step is missing")]
    StepMissing,
    /// Something has changed since the text was read.
    #[error("changed since it was read")]
    ChangedSinceRead,
    /// It has been signed.
    #[error("signed already")]
    AlreadySigned,
    /// The desk does no such thing.
    #[error("not at this desk")]
    NotAtThisDesk,
    /// The password of whoever signs is wrong.
    #[error("wrong password")]
    WrongPassword,
    /// Whoever signs can't do so any more.
    #[error(transparent)]
    Signer(LogOnRefusal),
    /// Whom it is for, and what the counter finds.
    #[error(transparent)]
    Counter(#[from] CounterRefusal),
    /// Whose customer it is.
    #[error(transparent)]
    Customer(#[from] CustomerRefusal),
    /// What was shown.
    #[error(transparent)]
    Identification(#[from] IdentificationRefusal),
    /// The shelf.
    #[error(transparent)]
    Stock(#[from] StockRefusal),
    /// The password.
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
    /// A block of password or cards.
    #[error(transparent)]
    Blocking(#[from] BlockingRefusal),
    /// A card.
    #[error(transparent)]
    Card(#[from] CardRefusal),
    /// A temporary password.
    #[error(transparent)]
    Temporary(#[from] TemporaryRefusal),
    /// The certificate.
    #[error(transparent)]
    Certificate(#[from] CertificateRefusal),
    /// An order.
    #[error(transparent)]
    Order(#[from] OrderRefusal),
    /// A bank agreement.
    #[error(transparent)]
    Agreement(#[from] AgreementRefusal),
    /// The whole NemID.
    #[error(transparent)]
    Ending(#[from] EndingRefusal),
    /// An employee.
    #[error(transparent)]
    Staff(#[from] StaffRefusal),
    /// A version of the rules.
    #[error(transparent)]
    Terms(#[from] TermsRefusal),
}

impl Refusal for DeskRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoErrand => "no-errand",
            Self::NotFound => "desk-not-found",
            Self::StepMissing => "step-missing",
            Self::ChangedSinceRead => "changed-since-read",
            Self::AlreadySigned => "already-signed",
            Self::NotAtThisDesk => "not-offered",
            Self::WrongPassword => "signing-wrong-password",
            Self::Signer(refusal) => refusal.code(),
            Self::Counter(refusal) => refusal.code(),
            Self::Customer(refusal) => refusal.code(),
            Self::Identification(refusal) => refusal.code(),
            Self::Stock(refusal) => refusal.code(),
            // What is said about somebody else's password.
            Self::Password(PasswordRefusal::Blocked { .. })
            | Self::Blocking(BlockingRefusal::Password(PasswordRefusal::Blocked { .. })) => {
                "counter-password-blocked"
            }
            Self::Password(PasswordRefusal::NotActivated)
            | Self::Blocking(BlockingRefusal::Password(PasswordRefusal::NotActivated)) => {
                "counter-not-activated"
            }
            Self::Password(refusal) => refusal.code(),
            Self::Blocking(refusal) => refusal.code(),
            Self::Card(refusal) => refusal.code(),
            Self::Temporary(refusal) => refusal.code(),
            Self::Certificate(refusal) => refusal.code(),
            Self::Order(refusal) => refusal.code(),
            Self::Agreement(refusal) => refusal.code(),
            Self::Ending(refusal) => refusal.code(),
            Self::Staff(refusal) => refusal.code(),
            Self::Terms(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::Signer(refusal) => refusal.until(),
            Self::Password(refusal) => refusal.until(),
            Self::Blocking(refusal) => refusal.until(),
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
