//! The numbers of the carriers of keys beside the card: token, app and voice line.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;
use crate::words::{Digits, KeyCardNumber, spelling};

/// The four kinds of carriers of keys (Rules 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CarrierKind {
    /// The key card (nøglekort).
    Card,
    /// The electronic token (nøgleviser).
    Token,
    /// The app on a telephone (nøgleapp).
    App,
    /// Voice response: a key is read out by telephone (IVR).
    Voice,
}

impl CarrierKind {
    /// All of them, in the order in which a page lists them.
    pub const ALL: [Self; 4] = [Self::Card, Self::Token, Self::App, Self::Voice];

    /// The stable word in texts, forms, tables and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Token => "token",
            Self::App => "app",
            Self::Voice => "voice",
        }
    }

    /// The kind of a stable word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The letters before the digits of a number, which no card number has.
    fn letters(self) -> &'static str {
        match self {
            Self::Card => "",
            Self::Token => "NV",
            Self::App => "NA",
            Self::Voice => "NT",
        }
    }
}

/// The text is not the number of a token, an app or a voice line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the number of a token, an app or a voice line is two letters and eight digits")]
pub struct CarrierNumberError;

impl Refusal for CarrierNumberError {
    fn code(&self) -> &'static str {
        "carrier-number-shape"
    }
}

/// The text is the number of no carrier at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error(
    "the number of a card is a letter and nine digits, that of another carrier two letters and eight digits"
)]
pub struct CarrierIdError;

impl Refusal for CarrierIdError {
    fn code(&self) -> &'static str {
        "carrier-id-shape"
    }
}

/// The number of one token (`NV12345678`, printed on it and on its letter), app (`NA…`) or voice line (`NT…`): two letters
/// and eight digits (D36).
#[doc(alias = "Serienummer på nøgleviser")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CarrierNumber {
    kind: CarrierKind,
    digits: Digits<8>,
}

impl CarrierNumber {
    /// Reads two letters, small or capital, and eight digits, with separators anywhere, see [`Digits::parse`].
    pub fn parse(typed: &str) -> Result<Self, CarrierNumberError> {
        let bare: String = spelling::bare(typed).collect();
        let (letters, digits) = bare.split_at_checked(2).ok_or(CarrierNumberError)?;
        let digits = Digits::parse(digits).map_err(|_| CarrierNumberError)?;
        let kind = CarrierKind::ALL
            .into_iter()
            .find(|kind| letters.eq_ignore_ascii_case(kind.letters()))
            .ok_or(CarrierNumberError)?;
        Ok(Self { kind, digits })
    }

    /// The number of a token that a drawn number stands for, modulo 10⁸.
    pub fn token_from_drawn(drawn: u64) -> Self {
        Self { kind: CarrierKind::Token, digits: Digits::from_number(drawn) }
    }

    /// The number of an app that a drawn number stands for, modulo 10⁸.
    pub fn app_from_drawn(drawn: u64) -> Self {
        Self { kind: CarrierKind::App, digits: Digits::from_number(drawn) }
    }

    /// The number of a voice line that a drawn number stands for, modulo 10⁸.
    pub fn voice_from_drawn(drawn: u64) -> Self {
        Self { kind: CarrierKind::Voice, digits: Digits::from_number(drawn) }
    }

    /// What it is the number of; never a card.
    pub fn kind(self) -> CarrierKind {
        self.kind
    }
}

impl fmt::Display for CarrierNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.kind.letters(), self.digits)
    }
}

impl fmt::Debug for CarrierNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CarrierNumber({self})")
    }
}

impl TryFrom<String> for CarrierNumber {
    type Error = CarrierNumberError;

    fn try_from(text: String) -> Result<Self, CarrierNumberError> {
        Self::parse(&text)
    }
}

impl From<CarrierNumber> for String {
    fn from(number: CarrierNumber) -> Self {
        number.to_string()
    }
}

/// Names one carrier of whatever kind by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum CarrierId {
    /// A card.
    Card(KeyCardNumber),
    /// A token, an app or a voice line.
    Other(CarrierNumber),
}

impl CarrierId {
    /// Reads the number of a card, a token, an app or a voice line.
    pub fn parse(typed: &str) -> Result<Self, CarrierIdError> {
        CarrierNumber::parse(typed)
            .map(Self::Other)
            .or_else(|_| KeyCardNumber::parse(typed).map(Self::Card))
            .map_err(|_| CarrierIdError)
    }

    /// Its kind.
    pub fn kind(self) -> CarrierKind {
        match self {
            Self::Card(_) => CarrierKind::Card,
            Self::Other(number) => number.kind(),
        }
    }
}

impl fmt::Display for CarrierId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Card(number) => number.fmt(f),
            Self::Other(number) => number.fmt(f),
        }
    }
}

impl TryFrom<String> for CarrierId {
    type Error = CarrierIdError;

    fn try_from(text: String) -> Result<Self, CarrierIdError> {
        Self::parse(&text)
    }
}

impl From<CarrierId> for String {
    fn from(id: CarrierId) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_in_any_spelling_and_says_what_it_is_of() {
        for typed in ["NV12345678", "nv 1234 5678", " Nv-1234.5678 "] {
            let number = CarrierNumber::parse(typed).unwrap();
            assert_eq!(
                (number.to_string().as_str(), number.kind()),
                ("NV12345678", CarrierKind::Token),
                "{typed}"
            );
        }
        let drawn = [
            CarrierNumber::token_from_drawn(7),
            CarrierNumber::app_from_drawn(100_000_008),
            CarrierNumber::voice_from_drawn(9),
        ];
        assert_eq!(drawn.map(|number| number.to_string()), ["NV00000007", "NA00000008", "NT00000009"]);
        assert_eq!(
            drawn.map(CarrierNumber::kind),
            [CarrierKind::Token, CarrierKind::App, CarrierKind::Voice]
        );
    }

    #[test]
    fn another_shape_is_no_carrier_number_and_a_card_number_names_a_card() {
        for typed in ["", "N", "NV1234567", "NV123456789", "NX12345678", "12345678", "æø12345678", "é"] {
            assert_eq!(CarrierNumber::parse(typed), Err(CarrierNumberError), "{typed}");
        }
        assert_eq!(CarrierId::parse("A 123 456 789").unwrap().kind(), CarrierKind::Card);
        assert_eq!(CarrierId::parse("NA12345678").unwrap().kind(), CarrierKind::App);
        assert!(CarrierId::parse("369236754").is_err());
        assert_eq!(CarrierNumberError.code(), "carrier-number-shape");
    }

    #[test]
    fn what_is_stored_is_read_again() {
        for id in [
            CarrierId::Card(KeyCardNumber::from_drawn(5)),
            CarrierId::Other(CarrierNumber::voice_from_drawn(5)),
        ] {
            let stored = serde_json::to_string(&id).unwrap();
            assert_eq!(serde_json::from_str::<CarrierId>(&stored).unwrap(), id);
        }
    }

    #[test]
    fn each_kind_has_a_word() {
        for kind in CarrierKind::ALL {
            assert_eq!(CarrierKind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(CarrierKind::from_code("ring"), None);
    }
}
