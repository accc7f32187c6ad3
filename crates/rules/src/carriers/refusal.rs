//! Why a carrier is not ordered, taken into use or blocked.

use thiserror::Error;

use crate::Refusal;
use crate::keys::answer::KeyRefusal;

/// Why a carrier is not ordered, installed, taken into use or blocked.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CarrierRefusal {
    /// None was named.
    #[error("no carrier named")]
    NoneNamed,
    /// It does not belong to this NemID.
    #[error("not this NemID's carrier")]
    Unknown,
    /// It is blocked or worn out already, or not in the state for this.
    #[error("not an open carrier")]
    NotOpen,
    /// There are as many as may be, or one is in the post already.
    #[error("too many of this kind")]
    TooMany,
    /// The NemID was never activated.
    #[error("not activated")]
    NotActivated,
    /// The NemID is blocked or closed.
    #[error("the NemID has ended")]
    NemIdEnded,
    /// The holder's password is blocked or locked (DOMAIN 3).
    #[error("password blocked or locked")]
    NotUsable,
    /// Its holder has no address to which a letter could be posted (D29).
    #[error("no address")]
    NoAddress,
    /// Keys are read out on this telephone already, or it waits to be confirmed (D38).
    #[error("this telephone is called already")]
    AlreadyCalled,
    /// The code does not show that the token is in its holder's hands.
    #[error("not a code of this token")]
    WrongCode,
    /// The card can't be used, or the key can't be judged.
    #[error(transparent)]
    Key(#[from] KeyRefusal),
}

impl Refusal for CarrierRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoneNamed => "no-carrier-chosen",
            Self::Unknown => "carrier-not-yours",
            Self::NotOpen => "carrier-not-open",
            Self::TooMany => "too-many-carriers",
            Self::NotActivated => "carrier-not-activated",
            Self::NemIdEnded => "nemid-ended",
            Self::NotUsable => "not-usable",
            Self::NoAddress => "no-address",
            Self::AlreadyCalled => "voice-already-called",
            Self::WrongCode => "token-wrong-code",
            Self::Key(refusal) => refusal.code(),
        }
    }
}
