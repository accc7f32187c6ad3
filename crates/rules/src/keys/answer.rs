//! A key that is asked for, its answer, and what follows from it.

use thiserror::Error;

use crate::Refusal;
use crate::nemid::Purpose;
use crate::words::{CarrierId, CarrierKind, CarrierNumber, KeyCardNumber, KeyPosition};

/// Why no key is asked for, or an answer is not judged.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum KeyRefusal {
    /// The NemID has no card that can be used.
    #[error("no usable card")]
    NoCard,
    /// The typed number is not a usable card of this NemID.
    #[error("not one of this NemID's usable cards")]
    UnknownCard,
    /// The NemID has no carrier of this kind that can be used.
    #[error("not a carrier that can be used")]
    UnknownCarrier,
    /// The request in the app was not answered yet.
    #[error("not approved yet")]
    NotApproved,
    /// The holder refused the request in the app.
    #[error("refused in the app")]
    RefusedInApp,
    /// No key was read out yet: the telephone was not called, or nobody took it (D38).
    #[error("no key was read out")]
    NotCalled,
    /// The key would be typed on the telephone that rings (Rules 3.9).
    #[error("the telephone that rings is the one on which the key is typed")]
    ThisTelephone,
    /// Nobody took the last calls (D38).
    #[error("too many calls that nobody took")]
    TooManyCalls,
    /// No request is sent to the app, since too many were refused or left unanswered (D37).
    #[error("the app is asked for nothing now")]
    AppRests,
    /// Another key is asked for by now: the question was answered or drawn anew.
    #[error("another key is asked for by now")]
    AskedAnew,
    /// The NemID has ended, or its password is blocked or locked.
    #[error("the NemID can't be used")]
    NotUsable,
}

impl Refusal for KeyRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoCard => "no-card",
            Self::UnknownCard => "unknown-card",
            Self::UnknownCarrier => "unknown-carrier",
            Self::NotApproved => "not-approved",
            Self::RefusedInApp => "refused-in-app",
            Self::NotCalled => "voice-not-called",
            Self::ThisTelephone => "voice-this-telephone",
            Self::TooManyCalls => "voice-too-many-calls",
            Self::AppRests => "app-rests",
            Self::AskedAnew => "key-asked-anew",
            Self::NotUsable => "not-usable",
        }
    }
}

/// A key that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedKey {
    /// The key at a position of a card.
    Card {
        /// The card.
        card: KeyCardNumber,
        /// The position.
        position: KeyPosition,
    },
    /// The next code of a token, an approval in an app, or a key that is read out.
    Carrier(CarrierNumber),
}

impl AskedKey {
    /// The carrier that it is asked from.
    pub fn carrier(self) -> CarrierId {
        match self {
            Self::Card { card, .. } => CarrierId::Card(card),
            Self::Carrier(number) => CarrierId::Other(number),
        }
    }
}

/// An answer to a question for a key, already compared with what its carrier gives.
#[derive(Clone, Debug)]
pub struct KeyAnswer {
    /// What was asked for.
    pub of: AskedKey,
    /// Whether it was right. A token's code is right when one of its next codes is the same, see [`Self::counter`].
    pub right: bool,
    /// The counter of a token's right code; none of the other carriers.
    pub counter: Option<u32>,
    /// What it was asked for.
    pub purpose: Purpose,
}

impl KeyAnswer {
    /// The answer to the key at a position of a card.
    pub fn of_card(card: KeyCardNumber, position: KeyPosition, right: bool, purpose: Purpose) -> Self {
        Self { of: AskedKey::Card { card, position }, right, counter: None, purpose }
    }
}

/// What follows from a typed key.
#[derive(Debug, PartialEq, Eq)]
pub enum KeyOutcome {
    /// The key was right and is used up (D5).
    Right,
    /// The key was wrong, and the card is not blocked yet.
    Wrong {
        /// Wrong keys left before the card is blocked (D3).
        left: u8,
    },
    /// The key was the fifth wrong one in a row and blocked the card (D3).
    CardBlocked,
    /// The answer was wrong, and the token, the app or the voice line is not blocked yet.
    CarrierWrong {
        /// What it was given with.
        kind: CarrierKind,
        /// Wrong answers left before it is blocked (D36).
        left: u8,
    },
    /// The answer was the fifth wrong one in a row and blocked the token, the app or the voice line (D36).
    CarrierBlocked(CarrierKind),
    /// The token's code was beyond the window: the code after it is asked for (D36).
    NextCode,
}
