//! Why a desk refuses something: one name for each reason, whichever rule it comes from.

use jiff::Timestamp;
use thiserror::Error;

use crate::cases::access::refusal::LogOnRefusal;
use rules::Refusal;
use rules::agreements::AgreementRefusal;
use rules::blocking::{BlockingRefusal, StopRefusal};
use rules::cards::CardRefusal;
use rules::carriers::CarrierRefusal;
use rules::certificates::CertificateRefusal;
use rules::counter::CounterRefusal;
use rules::customers::CustomerRefusal;
use rules::ending::EndingRefusal;
use rules::identification::IdentificationRefusal;
use rules::order::OrderRefusal;
use rules::passwords::PasswordRefusal;
use rules::staff::StaffRefusal;
use rules::temporary::TemporaryRefusal;
use rules::terms::TermsRefusal;

#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum DeskRefusal {
    /// The errand belongs to somebody else, or was left for too long.
    #[error("no such errand")]
    NoErrand,
    /// The desk does not see such a NemID.
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
    /// The desk does not offer this action.
    #[error("not at this desk")]
    NotAtThisDesk,
    /// The signer's password is wrong.
    #[error("wrong password")]
    WrongPassword,
    /// The signer can't sign any more.
    #[error(transparent)]
    Signer(LogOnRefusal),
    /// The person served, and what the counter finds.
    #[error(transparent)]
    Counter(#[from] CounterRefusal),
    /// The customer's bank.
    #[error(transparent)]
    Customer(#[from] CustomerRefusal),
    /// The identification.
    #[error(transparent)]
    Identification(#[from] IdentificationRefusal),
    #[error(transparent)]
    Stock(#[from] StockRefusal),
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
    /// A block of password or cards.
    #[error(transparent)]
    Blocking(#[from] BlockingRefusal),
    #[error(transparent)]
    Card(#[from] CardRefusal),
    #[error(transparent)]
    Carrier(#[from] CarrierRefusal),
    /// The reason can't be true of all that is to be blocked.
    #[error("the reason does not fit")]
    ReasonDoesNotFit,
    /// A temporary password.
    #[error(transparent)]
    Temporary(#[from] TemporaryRefusal),
    #[error(transparent)]
    Certificate(#[from] CertificateRefusal),
    #[error(transparent)]
    Order(#[from] OrderRefusal),
    /// A bank agreement.
    #[error(transparent)]
    Agreement(#[from] AgreementRefusal),
    /// The whole NemID.
    #[error(transparent)]
    Ending(#[from] EndingRefusal),
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
            // These are the words for another person's password.
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
            // And these for the card that an employee wants to block.
            Self::Card(CardRefusal::NotOpen) => "counter-card-not-open",
            Self::Card(refusal) => refusal.code(),
            // And these for the token that an employee wants to order.
            Self::Carrier(CarrierRefusal::NotActivated) => "desk-carrier-not-activated",
            Self::Carrier(CarrierRefusal::NoAddress) => "desk-carrier-no-address",
            Self::Carrier(refusal) => refusal.code(),
            Self::ReasonDoesNotFit => StopRefusal::ReasonDoesNotFit.code(),
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

impl From<StopRefusal> for DeskRefusal {
    fn from(refusal: StopRefusal) -> Self {
        match refusal {
            StopRefusal::Card(refusal) => refusal.into(),
            StopRefusal::Carrier(refusal) => refusal.into(),
            StopRefusal::ReasonDoesNotFit => Self::ReasonDoesNotFit,
            StopRefusal::Password(refusal) => refusal.into(),
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

/// Why a card or PIN letter can't be handed out: new ones come from the office's own stock (DOMAIN 4).
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum StockRefusal {
    /// No stock has such a card.
    #[error("no such card in stock")]
    NoSuchCard,
    /// It was handed out already.
    #[error("card handed out before")]
    CardGone,
    /// It is in another office's stock.
    #[error("another office's card")]
    CardElsewhere,
    /// No stock has such a PIN letter.
    #[error("no such PIN letter in stock")]
    NoSuchLetter,
    /// It was handed out already.
    #[error("PIN letter handed out before")]
    LetterGone,
    /// It is in another office's stock.
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
