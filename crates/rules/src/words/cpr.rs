//! The CPR number: ten digits that contain a birth date and, in this world, show that the person is made up (D12).

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;
use crate::words::Digits;

/// The weights of the check digit: the weighted sum of a right number is divisible by 11.
const WEIGHTS: [u8; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/// The number added to the day of birth, so that a CPR number belongs to no real person (D12).
const SYNTHETIC_SHIFT: i8 = 60;

/// The years of birth that ten digits can express.
const YEARS: std::ops::RangeInclusive<i16> = 1858..=2057;

/// A person's number in the CPR register, judged by its shape alone (D12).
#[doc(alias = "CPR-nummer")]
#[doc(alias = "personnummer")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CprNumber(Digits<10>);

/// Why a text is not a CPR number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CprNumberError {
    /// The text is not ten digits with separators between them.
    #[error("a CPR number has ten digits, perhaps with a hyphen after the sixth")]
    Shape,
}

impl Refusal for CprNumberError {
    fn code(&self) -> &'static str {
        "cpr-number-shape"
    }
}

impl CprNumber {
    /// Reads `DDMMYYXXXX` or `DDMMYY-XXXX`, with any separators, see [`Digits::parse`]. Neither date nor check digit is
    /// checked.
    pub fn parse(typed: &str) -> Result<Self, CprNumberError> {
        Digits::parse(typed).map(Self).map_err(|_| CprNumberError::Shape)
    }

    /// The synthetic number of a person born on that day: day + 60, with the check digit of modulus 11 (D12).
    ///
    /// The search for the last four digits begins at `sequence` (modulo 10 000), and goes on at 0000 after 9999. The
    /// first that fits the century and the check digit is taken. The next person born on the same day is found from
    /// those digits + 1. A year that CPR numbers can't express counts as the nearest that they can (1858 or 2057).
    ///
    /// # Panics
    /// Never: each century has thousands of sequence numbers, and about every eleventh has the right check digit.
    pub fn synthetic(birth: Date, sequence: u16) -> Self {
        let year = birth.year().clamp(*YEARS.start(), *YEARS.end());
        let birth = birth.saturating_add((year - birth.year()).years());
        let day = birth.day() + SYNTHETIC_SHIFT;
        let date = format!("{day:02}{:02}{:02}", birth.month(), year % 100);
        (0..10_000)
            .map(|step| (u32::from(sequence) + step) % 10_000)
            .filter_map(|sequence| Self::parse(&format!("{date}{sequence:04}")).ok())
            .find(|number| number.checks() && number.birth_date() == Some(birth))
            .expect("every day of the told years has a number that checks")
    }

    /// The ten digits without a hyphen.
    pub fn digits(&self) -> &str {
        self.0.as_str()
    }

    /// The day of birth that the number tells, the century by its seventh digit; `None` if that is no date. In a number
    /// that belongs to nobody the day is shifted by 60 (D12).
    pub fn birth_date(&self) -> Option<Date> {
        let shown = self.shown_day();
        let day = if shown > SYNTHETIC_SHIFT { shown - SYNTHETIC_SHIFT } else { shown };
        Date::new(self.year(), self.pair(2), day).ok()
    }

    /// The last four digits as a number.
    pub fn sequence(&self) -> u16 {
        self.digits()[6..].parse().unwrap_or_default()
    }

    /// Whether it shows that its person is made up: the day of birth is shifted by 60 (D12).
    pub fn is_made_up(&self) -> bool {
        self.shown_day() > SYNTHETIC_SHIFT && self.birth_date().is_some()
    }

    /// The age in whole years on a day; `None` before birth or if the number tells no date.
    pub fn age_on(&self, day: Date) -> Option<i16> {
        let birth = self.birth_date().filter(|birth| *birth <= day)?;
        let had_birthday = (day.month(), day.day()) >= (birth.month(), birth.day());
        Some(day.year() - birth.year() - i16::from(!had_birthday))
    }

    /// Whether the weighted sum of the digits is divisible by 11. Never a reason to refuse a number (D12).
    fn checks(&self) -> bool {
        let sum: u16 = (0..10).map(|i| u16::from(self.0.value(i)) * u16::from(WEIGHTS[i])).sum();
        sum.is_multiple_of(11)
    }

    fn shown_day(&self) -> i8 {
        self.pair(0)
    }

    /// The two digits from `index` on as a number, 0–99.
    fn pair(&self, index: usize) -> i8 {
        i8::try_from(self.0.value(index) * 10 + self.0.value(index + 1)).unwrap_or(0)
    }

    /// The year of birth, with the century that the seventh digit stands for.
    fn year(&self) -> i16 {
        let year = i16::from(self.pair(4));
        let century = match (self.0.value(6), year) {
            (0..=3, _) | (4 | 9, 37..) => 1900,
            (4 | 9, _) | (_, ..=57) => 2000,
            _ => 1800,
        };
        century + year
    }
}

impl fmt::Display for CprNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (date, sequence) = self.digits().split_at(6);
        write!(f, "{date}-{sequence}")
    }
}

impl fmt::Debug for CprNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CprNumber(******-{})", &self.digits()[6..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn cpr(typed: &str) -> CprNumber {
        CprNumber::parse(typed).unwrap()
    }

    #[test]
    fn ten_digits_are_one_with_or_without_hyphen_and_blanks() {
        for typed in [
            "610772-1234",
            "6107721234",
            " 61 07 72 - 1234 ",
            "610772 1234",
            "610772\u{2013}1234",
            "61.07.72-1234",
            "610772--1234",
            "\u{202d}610772\u{2011}1234\u{202c}",
        ] {
            assert_eq!(cpr(typed).to_string(), "610772-1234", "{typed}");
        }
    }

    #[test]
    fn another_shape_is_refused() {
        for typed in ["", "610772123", "61077212345", "+610772-1234", "61077a1234"] {
            assert_eq!(CprNumber::parse(typed), Err(CprNumberError::Shape), "{typed}");
        }
    }

    #[test]
    fn a_number_that_tells_no_date_is_still_one() {
        let nobody = cpr("9999999999");
        assert_eq!(nobody.birth_date(), None);
        assert_eq!(nobody.age_on(date(2019, 3, 4)), None);
    }

    #[test]
    fn the_seventh_digit_tells_the_century() {
        for (typed, born) in [
            ("610172-0000", date(1972, 1, 1)),
            ("610136-4000", date(2036, 1, 1)),
            ("610137-4000", date(1937, 1, 1)),
            ("610157-5000", date(2057, 1, 1)),
            ("610158-8000", date(1858, 1, 1)),
            ("610136-9000", date(2036, 1, 1)),
            ("610199-9000", date(1999, 1, 1)),
            ("010172-0000", date(1972, 1, 1)),
        ] {
            assert_eq!(cpr(typed).birth_date(), Some(born), "{typed}");
        }
    }

    #[test]
    fn a_shifted_day_may_make_a_date_and_sixty_itself_makes_none() {
        for (typed, born) in [
            ("610172-0000", Some(date(1972, 1, 1))),
            ("910172-0000", Some(date(1972, 1, 31))),
            ("910272-0000", None),
            ("600172-0000", None),
        ] {
            assert_eq!(cpr(typed).birth_date(), born, "{typed}");
        }
    }

    #[test]
    fn one_is_fifteen_on_the_fifteenth_birthday() {
        let citizen = CprNumber::synthetic(date(2004, 3, 5), 4000);
        assert_eq!(citizen.age_on(date(2019, 3, 4)), Some(14));
        assert_eq!(citizen.age_on(date(2019, 3, 5)), Some(15));
        assert_eq!(citizen.age_on(date(2004, 3, 4)), None);
    }

    #[test]
    fn a_debug_print_hides_the_birth_date() {
        assert_eq!(format!("{:?}", cpr("610772-1234")), "CprNumber(******-1234)");
    }

    #[test]
    fn years_beyond_the_numbers_count_as_the_nearest() {
        assert_eq!(CprNumber::synthetic(date(1700, 5, 6), 0).birth_date(), Some(date(1858, 5, 6)));
        assert_eq!(CprNumber::synthetic(date(2096, 2, 29), 0).birth_date(), Some(date(2057, 2, 28)));
    }

    proptest! {
        #[test]
        fn a_synthetic_number_tells_its_birth_and_checks(days in 0i32..73_048, sequence: u16) {
            let birth = date(1858, 1, 1).saturating_add(days.days());
            let number = CprNumber::synthetic(birth, sequence);
            prop_assert_eq!(number.birth_date(), Some(birth));
            prop_assert!(number.shown_day() > SYNTHETIC_SHIFT && number.checks());
            let given: u16 = number.digits()[6..].parse().unwrap();
            prop_assert_ne!(CprNumber::synthetic(birth, given + 1), number);
        }

        #[test]
        fn what_is_shown_or_stored_reads_back(days in 0i32..73_048, sequence: u16) {
            let number = CprNumber::synthetic(date(1858, 1, 1).saturating_add(days.days()), sequence);
            prop_assert_eq!(cpr(&number.to_string()), number);
            let json = serde_json::to_string(&number).unwrap();
            prop_assert_eq!(serde_json::from_str::<CprNumber>(&json).unwrap(), number);
        }

        #[test]
        fn no_text_makes_it_stumble(typed: String) {
            if let Ok(number) = CprNumber::parse(&typed) {
                prop_assert!(number.age_on(date(2019, 3, 4)).is_none_or(|age| age >= 0));
            }
        }
    }

    #[test]
    fn the_check_digit_is_that_of_modulus_eleven() {
        for right in ["610172-0002", "751299-4002", "911236-5009"] {
            assert!(cpr(right).checks(), "{right}");
            for at in 0..10 {
                let mut digits = cpr(right).digits().to_owned().into_bytes();
                digits[at] = b'0' + (digits[at] - b'0' + 1) % 10;
                let wrong = String::from_utf8(digits).unwrap();
                assert!(!cpr(&wrong).checks(), "{wrong}");
            }
        }
    }
}
