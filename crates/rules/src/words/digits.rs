//! A number that is kept as text: a fixed count of digits, with leading zeros.

use std::fmt;

use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use thiserror::Error;
use zeroize::Zeroize;

use crate::words::spelling;

/// Exactly `N` decimal digits, from which the numbers of this world are built.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digits<const N: usize>([u8; N]);

/// The text does not have the expected count of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not the expected number of digits")]
pub struct NotDigits;

impl<const N: usize> Digits<N> {
    /// Reads `N` digits with whatever separates them (D25): blanks, dashes of any kind, brackets, dots, commas, slashes,
    /// and what cannot be seen.
    ///
    /// # Errors
    /// [`NotDigits`] for any other character, and for another count of digits.
    pub fn parse(typed: &str) -> Result<Self, NotDigits> {
        let mut digits = [b'0'; N];
        let mut count = 0;
        for character in spelling::bare(typed) {
            let digit = u8::try_from(character).ok().filter(u8::is_ascii_digit).ok_or(NotDigits)?;
            *digits.get_mut(count).ok_or(NotDigits)? = digit;
            count += 1;
        }
        if count == N { Ok(Self(digits)) } else { Err(NotDigits) }
    }

    /// The last `N` decimal digits of a number. It is taken modulo 10ᴺ, so that any drawn number will do.
    pub fn from_number(mut number: u64) -> Self {
        let mut digits = [b'0'; N];
        for digit in digits.iter_mut().rev() {
            *digit = u8::try_from(number % 10).map_or(b'0', |value| b'0' + value);
            number /= 10;
        }
        Self(digits)
    }

    /// The digits as text.
    ///
    /// # Panics
    /// Never: the bytes are ASCII digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("ASCII digits are UTF-8")
    }

    /// The value of the digit at `index`, counted from 0 on the left; 0 beyond the end.
    pub(super) fn value(&self, index: usize) -> u8 {
        self.0.get(index).map_or(0, |digit| digit.wrapping_sub(b'0'))
    }

    /// Compares in constant time, so that the duration does not show how many digits agree.
    pub(super) fn same_in_constant_time(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl<const N: usize> Zeroize for Digits<N> {
    fn zeroize(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> fmt::Display for Digits<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl<const N: usize> fmt::Debug for Digits<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<const N: usize> TryFrom<String> for Digits<N> {
    type Error = NotDigits;

    fn try_from(text: String) -> Result<Self, NotDigits> {
        Self::parse(&text)
    }
}

impl<const N: usize> From<Digits<N>> for String {
    fn from(digits: Digits<N>) -> Self {
        digits.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::spelling::samples::{separators, spread};
    use proptest::prelude::*;

    #[test]
    fn leading_zeros_are_kept() {
        assert_eq!(Digits::<6>::from_number(42).as_str(), "000042");
        assert_eq!(Digits::<6>::parse(" 000 042 ").unwrap().as_str(), "000042");
    }

    #[test]
    fn a_wrong_count_or_a_foreign_character_is_refused() {
        for typed in ["", "12345", "1234567", "12345a", "12-345", "१२३४५६", "+12345", "12345#", "12345\0"]
        {
            assert_eq!(Digits::<6>::parse(typed), Err(NotDigits), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_stands_between_the_digits_makes_no_difference(drawn: u64, between in separators()) {
            let digits = Digits::<9>::from_number(drawn);
            prop_assert_eq!(Digits::parse(&spread(digits.as_str(), &between)), Ok(digits));
        }

        #[test]
        fn whatever_number_is_drawn_it_reads_back(drawn: u64) {
            let digits = Digits::<9>::from_number(drawn);
            prop_assert_eq!(Digits::parse(&digits.to_string()), Ok(digits));
            let json = serde_json::to_string(&digits).unwrap();
            prop_assert_eq!(serde_json::from_str::<Digits<9>>(&json).unwrap(), digits);
        }

        #[test]
        fn no_text_makes_it_stumble(typed: String) {
            if let Ok(digits) = Digits::<4>::parse(&typed) {
                prop_assert_eq!(digits.as_str().len(), 4);
            }
        }
    }

    #[test]
    fn they_are_shown_as_they_are_and_one_beyond_the_end_counts_as_zero() {
        let digits = Digits::<4>::from_number(907);
        assert_eq!(format!("{digits} {digits:?} {digits:>6}"), "0907 0907   0907");
        assert_eq!([0, 1, 2, 3, 4].map(|index| digits.value(index)), [0, 9, 0, 7, 0]);
        let mut wiped = digits;
        wiped.zeroize();
        assert!(!wiped.as_str().contains(['9', '7']));
    }
}
