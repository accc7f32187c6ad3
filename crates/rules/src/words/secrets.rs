//! The secrets that a person types to prove who they are. None of them can be printed; `reveal` is for hashing and
//! letters.

use std::fmt;

use subtle::ConstantTimeEq;
use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::Refusal;
use crate::words::{Digits, spelling};

/// The most bytes of a typed password. A longer one is refused, not hashed.
const LONGEST_TYPED: usize = 200;

/// Why a typed secret is refused before it is verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SecretError {
    /// The temporary password does not have six digits.
    #[error("a temporary password has six digits")]
    TemporaryPassword,
    /// No password was typed.
    #[error("no password was typed")]
    PasswordMissing,
    /// More than 200 bytes were typed.
    #[error("no password is that long")]
    PasswordTooLong,
}

impl Refusal for SecretError {
    fn code(&self) -> &'static str {
        match self {
            Self::TemporaryPassword => "temporary-password-shape",
            Self::PasswordMissing => "typed-password-missing",
            Self::PasswordTooLong => "typed-password-too-long",
        }
    }
}

/// The six digits of a temporary password (D10).
#[doc(alias = "midlertidig adgangskode")]
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct TemporaryPasswordCode(Digits<6>);

impl TemporaryPasswordCode {
    /// Reads six digits, see [`Digits::parse`].
    pub fn parse(typed: &str) -> Result<Self, SecretError> {
        Digits::parse(typed).map(Self).map_err(|_| SecretError::TemporaryPassword)
    }

    /// The code that a drawn number stands for, modulo 10⁶.
    pub fn from_drawn(drawn: u64) -> Self {
        Self(Digits::from_number(drawn))
    }

    /// The six digits, for hashing and for the sealed letter.
    pub fn reveal(&self) -> &str {
        self.0.as_str()
    }
}

impl PartialEq for TemporaryPasswordCode {
    fn eq(&self, other: &Self) -> bool {
        self.0.same_in_constant_time(&other.0)
    }
}

impl Eq for TemporaryPasswordCode {}

impl fmt::Debug for TemporaryPasswordCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TemporaryPasswordCode(******)")
    }
}

/// A password as it is typed where it is asked for: not checked against D8, in lower case, since case does not matter,
/// and in the characters of a keyboard (D25).
#[doc(alias = "adgangskode")]
#[derive(Clone)]
pub struct TypedPassword(Zeroizing<String>);

impl TypedPassword {
    /// Takes what was typed. What a phone makes of an apostrophe, a quotation mark, a hyphen or a blank is read as that
    /// one; blanks at the edges, which no password has (D8), are left out.
    ///
    /// # Errors
    /// When nothing but blanks or more than 200 bytes were typed.
    pub fn parse(typed: &str) -> Result<Self, SecretError> {
        if typed.len() > LONGEST_TYPED {
            return Err(SecretError::PasswordTooLong);
        }
        let read = spelling::as_on_a_keyboard(typed);
        match read.trim() {
            "" => Err(SecretError::PasswordMissing),
            password => Ok(Self(Zeroizing::new(password.to_ascii_lowercase()))),
        }
    }

    /// Whether two fields hold the same password, in spellings that [`Self::parse`] reads as one.
    pub fn is_repeated(first: &str, second: &str) -> bool {
        Self::parse(first) == Self::parse(second)
    }

    /// The password in lower case, for hashing.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl PartialEq for TypedPassword {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for TypedPassword {}

impl fmt::Debug for TypedPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TypedPassword(******)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_temporary_password_is_read_as_it_stands_in_the_letter() {
        assert_eq!(TemporaryPasswordCode::parse(" 01 23 45 ").unwrap().reveal(), "012345");
        assert_eq!(TemporaryPasswordCode::from_drawn(12_345).reveal(), "012345");
        assert_eq!(TemporaryPasswordCode::parse("01234").unwrap_err().code(), "temporary-password-shape");
    }

    #[test]
    fn case_does_not_matter_nor_a_blank_at_the_edge_but_one_inside_does() {
        let typed = TypedPassword::parse("Sommer 2019").unwrap();
        for same in ["sOMMER 2019", "sommer 2019 ", "\tsommer\u{a0}2019", "\u{feff}sommer 2019\r\n"] {
            assert_eq!(typed, TypedPassword::parse(same).unwrap(), "{same:?}");
        }
        for other in ["sommer2019", "sommer  2019"] {
            assert_ne!(typed, TypedPassword::parse(other).unwrap(), "{other:?}");
        }
    }

    #[test]
    fn what_a_phone_types_is_read_as_what_a_password_may_hold() {
        assert!(TypedPassword::is_repeated("o'neill1", "O\u{2019}Neill1"));
        assert!(!TypedPassword::is_repeated("o'neill1", "oneill1"));
        let typed = |text| TypedPassword::parse(text).unwrap();
        assert_eq!(typed("O\u{2019}Neill \u{201d}19\u{201d}\u{2013}x\u{2014}"), typed("O'Neill \"19\"-x-"));
        assert_eq!(typed("og saa\u{2026} 7"), typed("og saa... 7"));
    }

    #[test]
    fn nothing_and_far_too_much_are_not_tried() {
        for nothing in ["", " ", "\u{a0}\t", "\u{200b}"] {
            assert_eq!(TypedPassword::parse(nothing), Err(SecretError::PasswordMissing), "{nothing:?}");
        }
        assert!(TypedPassword::parse(&"a".repeat(200)).is_ok());
        assert_eq!(TypedPassword::parse(&"a".repeat(201)), Err(SecretError::PasswordTooLong));
        assert_eq!(TypedPassword::parse(&"å".repeat(101)), Err(SecretError::PasswordTooLong));
    }

    #[test]
    fn secrets_are_mute() {
        let typed = TypedPassword::parse("abc123").unwrap();
        let code = TemporaryPasswordCode::parse("123456").unwrap();
        assert_eq!(format!("{typed:?} {code:?}"), "TypedPassword(******) TemporaryPasswordCode(******)");
    }

    #[test]
    fn two_are_the_same_when_every_digit_is() {
        let code = |typed| TemporaryPasswordCode::parse(typed).unwrap();
        assert_eq!(code("012345"), code("01 23 45"));
        assert_ne!(code("012345"), code("012346"));
        assert_ne!(code("012345"), code("112345"));
    }

    #[test]
    fn what_is_hashed_is_the_password_in_lower_case() {
        assert_eq!(TypedPassword::parse(" Sommer 19").unwrap().reveal(), "sommer 19");
    }
}
