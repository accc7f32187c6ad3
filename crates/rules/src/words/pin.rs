//! The four digits with which an app is opened (Rules 3.2, D37).

use std::fmt;

use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::Refusal;
use crate::words::{CprNumber, Digits, TypedPassword};

/// Why a typed PIN is refused before it is compared, or a chosen one is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PinError {
    /// It does not have four digits.
    #[error("a PIN has four digits")]
    Shape,
    /// Its digits are all alike.
    #[error("a PIN is not one digit four times")]
    Alike,
    /// It stands in the holder's CPR number.
    #[error("a PIN does not stand in the CPR number")]
    InCprNumber,
    /// It stands in the holder's password.
    #[error("a PIN does not stand in the password")]
    InPassword,
}

impl Refusal for PinError {
    fn code(&self) -> &'static str {
        match self {
            Self::Shape => "pin-shape",
            Self::Alike => "pin-alike",
            Self::InCprNumber => "pin-in-cpr-number",
            Self::InPassword => "pin-in-password",
        }
    }
}

/// The four digits of an app's PIN. Secret.
#[doc(alias = "PIN-kode")]
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Pin(Digits<4>);

impl Pin {
    /// Reads four digits, see [`Digits::parse`].
    ///
    /// # Errors
    /// [`PinError::Shape`].
    pub fn parse(typed: &str) -> Result<Self, PinError> {
        Digits::parse(typed).map(Self).map_err(|_| PinError::Shape)
    }

    /// Whether its holder may choose it: others must not find it in what they may know of them (D37).
    ///
    /// # Errors
    /// [`PinError::Alike`], [`PinError::InCprNumber`] or [`PinError::InPassword`].
    pub fn may_be_chosen(&self, cpr: CprNumber, password: &TypedPassword) -> Result<(), PinError> {
        let pin = self.reveal();
        if pin.bytes().all(|digit| Some(digit) == pin.bytes().next()) {
            Err(PinError::Alike)
        } else if cpr.digits().contains(pin) {
            Err(PinError::InCprNumber)
        } else if password.reveal().contains(pin) {
            Err(PinError::InPassword)
        } else {
            Ok(())
        }
    }

    /// The four digits, for hashing.
    pub fn reveal(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(****)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(pin: &str) -> Result<(), PinError> {
        let cpr = CprNumber::parse("610190-1234").unwrap();
        Pin::parse(pin).unwrap().may_be_chosen(cpr, &TypedPassword::parse("sommer2580fugl").unwrap())
    }

    #[test]
    fn it_has_four_digits_and_never_shows_them() {
        assert_eq!(Pin::parse("2 5-8 0").unwrap().reveal(), "2580");
        for typed in ["", "123", "12345", "12a4"] {
            assert_eq!(Pin::parse(typed).unwrap_err(), PinError::Shape, "{typed}");
        }
        assert_eq!(format!("{:?}", Pin::parse("2580").unwrap()), "Pin(****)");
    }

    #[test]
    fn nobody_finds_it_in_what_others_may_know() {
        assert_eq!(judged("7777"), Err(PinError::Alike));
        assert_eq!(judged("0190"), Err(PinError::InCprNumber));
        assert_eq!(judged("9012"), Err(PinError::InCprNumber), "across the hyphen");
        assert_eq!(judged("2580"), Err(PinError::InPassword));
        assert_eq!(judged("7778"), Ok(()));
        assert_eq!(judged("4321"), Ok(()));
    }
}
