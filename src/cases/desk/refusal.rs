//! Why nothing is done at a desk: by whichever rule, under one name.

use jiff::Timestamp;
use thiserror::Error;

use crate::cases::password::LogOnRefusal;
use crate::rules::Refusal;
use crate::rules::agreements::AgreementRefusal;
use crate::rules::blocking::BlockingRefusal;
use crate::rules::cards::CardRefusal;
use crate::rules::certificates::CertificateRefusal;
use crate::rules::counter::CounterRefusal;
use crate::rules::customers::CustomerRefusal;
use crate::rules::ending::EndingRefusal;
use crate::rules::passwords::PasswordRefusal;
use crate::rules::temporary::TemporaryRefusal;
use crate::rules::terms::TermsRefusal;

/// Why not.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum DeskRefusal {
    /// The errand is older than half an hour, or somebody else's.
    #[error("no such errand")]
    NoErrand,
    /// The desk sees no such NemID.
    #[error("no such NemID")]
    NotFound,
    /// Something has to be chosen first.
    #[error("a step is missing")]
    StepMissing,
    /// Something changed since the text was read.
    #[error("changed since it was read")]
    ChangedSinceRead,
    /// Signed already.
    #[error("signed already")]
    AlreadySigned,
    /// The desk does no such thing.
    #[error("not at this desk")]
    NotAtThisDesk,
    /// The password of whoever signs is wrong.
    #[error("wrong password")]
    WrongPassword,
    /// Whoever signs can't log on any more.
    #[error(transparent)]
    Signer(LogOnRefusal),
    /// Whom it is for.
    #[error(transparent)]
    Counter(#[from] CounterRefusal),
    /// Whose customer it is.
    #[error(transparent)]
    Customer(#[from] CustomerRefusal),
    /// The password.
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
    /// A block of password or cards.
    #[error(transparent)]
    Blocking(#[from] BlockingRefusal),
    /// A card.
    #[error(transparent)]
    Card(#[from] CardRefusal),
    /// The certificate.
    #[error(transparent)]
    Certificate(#[from] CertificateRefusal),
    /// The whole NemID.
    #[error(transparent)]
    Ending(#[from] EndingRefusal),
    /// A temporary password.
    #[error(transparent)]
    Temporary(#[from] TemporaryRefusal),
    /// A bank agreement.
    #[error(transparent)]
    Agreement(#[from] AgreementRefusal),
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
            Self::Certificate(refusal) => refusal.code(),
            Self::Ending(refusal) => refusal.code(),
            Self::Temporary(refusal) => refusal.code(),
            Self::Agreement(refusal) => refusal.code(),
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
