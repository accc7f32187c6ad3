//! What a person types to show who they are. Nothing here can be printed; `reveal` is for hashing and letters.

use std::fmt;

use subtle::ConstantTimeEq;
use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::Digits;

/// The most bytes of a typed password that are looked at; a longer one is refused, not hashed.
const LONGEST_TYPED: usize = 200;

/// Why a typed secret is not even tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SecretError {
    /// Not six digits.
    #[error("a temporary password has six digits")]
    TemporaryPassword,
    /// Nothing was typed.
    #[error("no password was typed")]
    PasswordMissing,
    /// More than 200 bytes were typed.
    #[error("no password is that long")]
    PasswordTooLong,
}

impl SecretError {
    /// The name under which the sentence for it is found.
    pub fn code(&self) -> &'static str {
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
    /// Reads six digits, with blanks anywhere.
    ///
    /// # Errors
    /// Another shape.
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

/// A password as typed where it is asked for: not judged, in small letters, because case does not matter (D8).
#[doc(alias = "adgangskode")]
#[derive(Clone)]
pub struct TypedPassword(Zeroizing<String>);

impl TypedPassword {
    /// Takes what was typed, blanks at the edges and all.
    ///
    /// # Errors
    /// Nothing, or more than 200 bytes.
    pub fn parse(typed: &str) -> Result<Self, SecretError> {
        match typed.len() {
            0 => Err(SecretError::PasswordMissing),
            1..=LONGEST_TYPED => Ok(Self(Zeroizing::new(typed.to_ascii_lowercase()))),
            _ => Err(SecretError::PasswordTooLong),
        }
    }

    /// The small letters, for hashing.
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
