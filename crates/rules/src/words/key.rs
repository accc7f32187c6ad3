//! A card's keys: the number asked for, the answer, and the position on the card (D6).

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::Refusal;
use crate::words::{Digits, spelling};

/// How many one-time keys a card holds (D6).
pub const KEYS_PER_CARD: u8 = 148;

/// Why a text or number can't be on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum KeyError {
    /// The key does not have six digits.
    #[error("a key has six digits")]
    Key,
    /// The key number does not have four digits.
    #[error("a key number has four digits")]
    KeyNumber,
    /// The position is not on a card.
    #[error("a card has {KEYS_PER_CARD} keys")]
    KeyPosition,
}

impl Refusal for KeyError {
    fn code(&self) -> &'static str {
        match self {
            Self::Key => "key-shape",
            Self::KeyNumber => "key-number-shape",
            Self::KeyPosition => "key-position-range",
        }
    }
}

/// The printed number of one key on a card, 0000–9999. Pages show it after a `#`.
#[doc(alias = "nøglenummer")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KeyNumber(u16);

impl KeyNumber {
    /// The key number of this value.
    ///
    /// # Errors
    /// [`KeyError::KeyNumber`] above 9999.
    pub fn new(value: u16) -> Result<Self, KeyError> {
        if value <= 9999 { Ok(Self(value)) } else { Err(KeyError::KeyNumber) }
    }

    /// Reads four digits, see [`Digits::parse`], optionally after a `#`.
    pub fn parse(typed: &str) -> Result<Self, KeyError> {
        let bare: String = spelling::bare(typed).collect();
        let digits = Digits::<4>::parse(bare.strip_prefix('#').unwrap_or(&bare));
        let digits = digits.map_err(|_| KeyError::KeyNumber)?;
        digits.as_str().parse().map(Self).map_err(|_| KeyError::KeyNumber)
    }

    /// The key number that a drawn number stands for, modulo 10⁴.
    pub fn from_drawn(drawn: u64) -> Self {
        Self(u16::try_from(drawn % 10_000).unwrap_or_default())
    }

    /// The value, 0–9999.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for KeyNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl TryFrom<String> for KeyNumber {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        Self::parse(&text)
    }
}

impl From<KeyNumber> for String {
    fn from(number: KeyNumber) -> Self {
        number.to_string()
    }
}

/// One key: six digits that can be used once. Secret: no `Display`, a mute `Debug`, wiped when dropped.
#[doc(alias = "nøgle")]
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Key(Digits<6>);

impl Key {
    /// Reads six digits, see [`Digits::parse`].
    pub fn parse(typed: &str) -> Result<Self, KeyError> {
        Digits::parse(typed).map(Self).map_err(|_| KeyError::Key)
    }

    /// The key that a computed or drawn number stands for, modulo 10⁶.
    pub fn from_drawn(drawn: u64) -> Self {
        Self(Digits::from_number(drawn))
    }

    /// The six digits, for printing on a card.
    pub fn reveal(&self) -> &str {
        self.0.as_str()
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.0.same_in_constant_time(&other.0)
    }
}

impl Eq for Key {}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(******)")
    }
}

/// The position of a key on its card, counted from 0. Used keys are recorded by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct KeyPosition(u8);

impl KeyPosition {
    /// The position with this index, 0–147.
    ///
    /// # Errors
    /// [`KeyError::KeyPosition`] above 147.
    pub fn new(index: u8) -> Result<Self, KeyError> {
        if index < KEYS_PER_CARD { Ok(Self(index)) } else { Err(KeyError::KeyPosition) }
    }

    /// Every position of a card, in order.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        (0..KEYS_PER_CARD).map(Self)
    }

    /// The index, 0–147.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for KeyPosition {
    type Error = KeyError;

    fn try_from(index: u8) -> Result<Self, KeyError> {
        Self::new(index)
    }
}

impl From<KeyPosition> for u8 {
    fn from(position: KeyPosition) -> Self {
        position.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_key_number_is_shown_with_its_leading_zeros() {
        assert_eq!(KeyNumber::new(42).unwrap().to_string(), "0042");
        assert_eq!(KeyNumber::parse("#0042"), KeyNumber::new(42));
        assert_eq!(KeyNumber::new(10_000), Err(KeyError::KeyNumber));
        for typed in ["42", "##0042", "00042", "004x", ""] {
            assert_eq!(KeyNumber::parse(typed), Err(KeyError::KeyNumber), "{typed}");
        }
    }

    #[test]
    fn a_key_is_read_with_blanks_and_compared_whole() {
        assert_eq!(Key::parse("012 345").unwrap(), Key::from_drawn(12_345));
        assert_ne!(Key::parse("012345").unwrap(), Key::parse("012346").unwrap());
        assert_eq!(Key::parse("12345").unwrap_err().code(), "key-shape");
        assert_eq!(Key::from_drawn(7_000_001).reveal(), "000001");
    }

    #[test]
    fn a_key_is_mute() {
        assert_eq!(format!("{:?}", Key::from_drawn(123_456)), "Key(******)");
    }

    #[test]
    fn a_card_has_148_places_in_four_columns_of_37() {
        assert_eq!(KeyPosition::all().count(), 4 * 37);
        assert_eq!(KeyPosition::new(147).map(KeyPosition::get), Ok(147));
        assert_eq!(KeyPosition::new(148), Err(KeyError::KeyPosition));
        assert!(serde_json::from_str::<KeyPosition>("148").is_err());
    }

    proptest! {
        #[test]
        fn a_drawn_key_number_reads_back_from_page_and_store(drawn: u64) {
            let number = KeyNumber::from_drawn(drawn);
            prop_assert_eq!(KeyNumber::parse(&number.to_string()), Ok(number));
            let json = serde_json::to_string(&number).unwrap();
            prop_assert_eq!(serde_json::from_str::<KeyNumber>(&json).unwrap(), number);
        }
    }

    #[test]
    fn a_drawn_number_and_a_position_keep_their_value() {
        assert_eq!(KeyNumber::from_drawn(70_042).get(), 42);
        assert_eq!(KeyNumber::new(9_999).map(KeyNumber::get), Ok(9_999));
        assert_eq!(serde_json::to_string(&KeyPosition::new(7).unwrap()).unwrap(), "7");
    }
}
