//! The printed numbers of a NemID and of what is posted for it.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;
use crate::words::{Digits, spelling};

/// Why a text is not the number that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberError {
    /// The NemID number does not have nine digits.
    #[error("a NemID number has nine digits")]
    NemIdNumber,
    /// The card number is not a letter and nine digits.
    #[error("a key card number is a letter and nine digits")]
    KeyCardNumber,
    /// The serial number does not have eight digits.
    #[error("the serial number of a PIN letter has eight digits")]
    PinLetterSerial,
}

impl Refusal for NumberError {
    fn code(&self) -> &'static str {
        match self {
            Self::NemIdNumber => "nemid-number-shape",
            Self::KeyCardNumber => "key-card-number-shape",
            Self::PinLetterSerial => "pin-letter-serial-shape",
        }
    }
}

/// The number of one NemID: nine digits, which are also the user id at activation.
#[doc(alias = "NemID-nummer")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NemIdNumber(Digits<9>);

impl NemIdNumber {
    /// Reads nine digits, see [`Digits::parse`].
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        Digits::parse(typed).map(Self).map_err(|_| NumberError::NemIdNumber)
    }

    /// The NemID number that a drawn number stands for, modulo 10⁹.
    pub fn from_drawn(drawn: u64) -> Self {
        Self(Digits::from_number(drawn))
    }

    /// The nine digits.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for NemIdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The letters with which a new card number begins. I and O are left out, since they are read as 1 and 0 when the
/// number is typed from paper (D6 leaves it open). Cards of older worlds that have such a number keep it.
const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";

/// The number of one key card: a capital letter and nine digits (D6).
#[doc(alias = "nøglekortnummer")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KeyCardNumber {
    letter: char,
    digits: Digits<9>,
}

impl KeyCardNumber {
    /// Reads a letter, small or capital, and nine digits, with separators anywhere, see [`Digits::parse`].
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        let mut characters = spelling::bare(typed);
        let letter = characters.next().filter(char::is_ascii_alphabetic).ok_or(NumberError::KeyCardNumber)?;
        let digits: String = characters.take(10).collect();
        let digits = Digits::parse(&digits).map_err(|_| NumberError::KeyCardNumber)?;
        Ok(Self { letter: letter.to_ascii_uppercase(), digits })
    }

    /// The card number that a drawn number stands for, modulo 24 · 10⁹: the high part is the letter.
    pub fn from_drawn(drawn: u64) -> Self {
        let high = drawn / 1_000_000_000 % LETTERS.len() as u64;
        let letter = usize::try_from(high).ok().and_then(|high| LETTERS.get(high)).copied().unwrap_or(b'A');
        Self { letter: char::from(letter), digits: Digits::from_number(drawn) }
    }
}

impl fmt::Display for KeyCardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.letter, self.digits)
    }
}

impl fmt::Debug for KeyCardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyCardNumber({self})")
    }
}

impl TryFrom<String> for KeyCardNumber {
    type Error = NumberError;

    fn try_from(text: String) -> Result<Self, NumberError> {
        Self::parse(&text)
    }
}

impl From<KeyCardNumber> for String {
    fn from(number: KeyCardNumber) -> Self {
        number.to_string()
    }
}

/// The serial number on the outside of a PIN letter: eight digits (D10).
#[doc(alias = "Serienummer på PIN-brev")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PinLetterSerial(Digits<8>);

impl PinLetterSerial {
    /// Reads eight digits, see [`Digits::parse`].
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        Digits::parse(typed).map(Self).map_err(|_| NumberError::PinLetterSerial)
    }

    /// The serial number that a drawn number stands for, modulo 10⁸.
    pub fn from_drawn(drawn: u64) -> Self {
        Self(Digits::from_number(drawn))
    }
}

impl fmt::Display for PinLetterSerial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_nemid_number_is_read_as_it_is_printed_in_groups() {
        assert_eq!(NemIdNumber::parse("012 345 678").unwrap().to_string(), "012345678");
        assert_eq!(NemIdNumber::parse("12345678").unwrap_err().code(), "nemid-number-shape");
        assert_eq!(NemIdNumber::parse("369-236-754").unwrap().to_string(), "369236754");
        assert!(NemIdNumber::parse("123456789x").is_err());
    }

    #[test]
    fn a_card_number_is_read_in_any_spelling() {
        for typed in
            ["A123456789", "a123456789", " A 123 456 789 ", "a-123-456-789", "\u{200e}(A) 123.456\u{2013}789"]
        {
            assert_eq!(KeyCardNumber::parse(typed).unwrap().to_string(), "A123456789", "{typed}");
        }
    }

    #[test]
    fn no_card_number_is_drawn_that_begins_like_a_digit_and_one_that_was_is_read() {
        let letters: String =
            (0..24).map(|high| KeyCardNumber::from_drawn(high * 1_000_000_000).letter).collect();
        assert_eq!(letters, "ABCDEFGHJKLMNPQRSTUVWXYZ");
        for typed in ["I123456789", "o123456789"] {
            assert_eq!(KeyCardNumber::parse(typed).unwrap().to_string(), typed.to_uppercase());
        }
    }

    #[test]
    fn another_shape_is_no_card_number() {
        for typed in
            ["", "A", "123456789", "A12345678", "A1234567890", "AA23456789", "Æ123456789", "A123456789 0"]
        {
            assert_eq!(KeyCardNumber::parse(typed), Err(NumberError::KeyCardNumber), "{typed}");
        }
    }

    #[test]
    fn a_pin_letter_has_eight_digits_outside() {
        assert_eq!(PinLetterSerial::parse("0000 0042").unwrap().to_string(), "00000042");
        assert_eq!(PinLetterSerial::parse("42").unwrap_err().code(), "pin-letter-serial-shape");
    }

    #[test]
    fn the_last_drawn_number_of_a_range_is_the_last_printed_one() {
        assert_eq!(KeyCardNumber::from_drawn(23_999_999_999).to_string(), "Z999999999");
        assert_eq!(KeyCardNumber::from_drawn(24_000_000_000).to_string(), "A000000000");
        assert_eq!(NemIdNumber::from_drawn(1_000_000_007).to_string(), "000000007");
        assert_eq!(PinLetterSerial::from_drawn(100_000_007).to_string(), "00000007");
    }

    proptest! {
        #[test]
        fn what_is_printed_or_stored_reads_back(drawn: u64) {
            let card = KeyCardNumber::from_drawn(drawn);
            prop_assert_eq!(KeyCardNumber::parse(&card.to_string()), Ok(card));
            let json = serde_json::to_string(&card).unwrap();
            prop_assert_eq!(serde_json::from_str::<KeyCardNumber>(&json).unwrap(), card);
            let number = NemIdNumber::from_drawn(drawn);
            prop_assert_eq!(NemIdNumber::parse(number.as_str()), Ok(number));
        }
    }

    #[test]
    fn a_card_number_is_no_secret_to_developers() {
        assert_eq!(format!("{:?}", KeyCardNumber::from_drawn(7)), "KeyCardNumber(A000000007)");
    }
}
