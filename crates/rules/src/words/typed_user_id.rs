//! What is typed as a user id at log-on, and wherever else a NemID is named by one: a chosen user id or a number.

use std::fmt;

use thiserror::Error;

use crate::Refusal;
use crate::words::user_id::LENGTH;
use crate::words::{CprNumber, NemIdNumber, UserId, spelling};

/// What is typed as a user id at log-on, classified by its shape.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum TypedUserId {
    /// Nine digits, which are a NemID number.
    NemIdNumber(NemIdNumber),
    /// Ten digits, with or without hyphen.
    Cpr(CprNumber),
    /// Nine or ten digits in a spelling that was a user id before D25, such as `123.456.789`: it is the user id if
    /// somebody has it, and the number otherwise.
    Either {
        /// The user id, in lower case.
        chosen: String,
        /// The number that the digits are.
        number: TypedNumber,
    },
    /// Anything else, in lower case and without blanks at the edges.
    Chosen(String),
}

/// A number that is a user id.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum TypedNumber {
    /// Nine digits, which are a NemID number.
    NemIdNumber(NemIdNumber),
    /// Ten digits, which are a CPR number.
    Cpr(CprNumber),
}

impl TypedNumber {
    /// The number that the digits of a text are, with any separators (D25).
    fn parse(typed: &str) -> Option<Self> {
        let number = NemIdNumber::parse(typed).map(Self::NemIdNumber).ok();
        number.or_else(|| CprNumber::parse(typed).map(Self::Cpr).ok())
    }
}

impl From<TypedNumber> for TypedUserId {
    fn from(number: TypedNumber) -> Self {
        match number {
            TypedNumber::NemIdNumber(number) => Self::NemIdNumber(number),
            TypedNumber::Cpr(cpr) => Self::Cpr(cpr),
        }
    }
}

/// Why a typed user id is refused before it is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TypedUserIdError {
    /// Nothing was typed.
    #[error("no user id was typed")]
    Missing,
    /// More than 48 characters were typed.
    #[error("no user id is that long")]
    TooLong,
}

impl Refusal for TypedUserIdError {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "typed-user-id-missing",
            Self::TooLong => "typed-user-id-too-long",
        }
    }
}

impl TypedUserId {
    /// Classifies what was typed, in the characters of a keyboard (D25), without looking up whether anybody has that user
    /// id.
    ///
    /// # Errors
    /// When nothing or more than 48 characters were typed.
    pub fn parse(typed: &str) -> Result<Self, TypedUserIdError> {
        let typed = spelling::as_on_a_keyboard(typed);
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(TypedUserIdError::Missing);
        }
        if typed.chars().count() > *LENGTH.end() {
            return Err(TypedUserIdError::TooLong);
        }
        Ok(match (TypedNumber::parse(typed), UserId::stored(typed)) {
            (Some(number), Ok(chosen)) => Self::Either { chosen: chosen.folded(), number },
            (Some(number), Err(_)) => number.into(),
            (None, _) => Self::Chosen(typed.to_ascii_lowercase()),
        })
    }

    /// One text for all spellings of the same user id, for counters and limits.
    pub fn folded(&self) -> String {
        match self {
            Self::NemIdNumber(number) => number.to_string(),
            Self::Cpr(number) => number.digits().to_owned(),
            Self::Either { number, .. } => Self::from(*number).folded(),
            Self::Chosen(folded) => folded.clone(),
        }
    }
}

impl fmt::Debug for TypedUserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NemIdNumber(_) => "NemIdNumber(***)",
            Self::Cpr(_) => "Cpr(***)",
            Self::Either { .. } => "Either(***)",
            Self::Chosen(_) => "Chosen(***)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::spelling::samples::{separators, spread};
    use crate::words::{Digits, UserIdFault};
    use proptest::prelude::*;

    #[test]
    fn what_is_typed_at_log_on_is_sorted_by_its_shape() {
        let kind = |typed: &str| TypedUserId::parse(typed).unwrap();
        assert!(matches!(kind(" 123 456 789 "), TypedUserId::NemIdNumber(_)));
        assert!(matches!(kind("610772-1234"), TypedUserId::Cpr(_)));
        assert_eq!(kind("6107721234").folded(), kind("610772-1234").folded());
        assert_eq!(kind(" Mette.H "), TypedUserId::Chosen("mette.h".to_owned()));
        assert_eq!(TypedUserId::parse("  "), Err(TypedUserIdError::Missing));
        assert_eq!(TypedUserId::parse(&"m".repeat(49)), Err(TypedUserIdError::TooLong));
        assert_eq!(format!("{:?}", kind("610772-1234")), "Cpr(***)");
    }

    #[test]
    fn what_is_counted_is_one_text_for_all_spellings_of_a_user_id() {
        let counted = |typed: &str| TypedUserId::parse(typed).unwrap().folded();
        assert_eq!(counted(" 123 456 789 "), "123456789");
        assert_eq!(counted("610772-1234"), "6107721234");
        assert_eq!(counted(" Mette.H "), "mette.h");
        assert_eq!(counted(&"M".repeat(48)), "m".repeat(48));
        let shown = |typed: &str| format!("{:?}", TypedUserId::parse(typed).unwrap());
        assert_eq!([shown("123456789"), shown("Mette.H")], ["NemIdNumber(***)", "Chosen(***)"]);
    }

    #[test]
    fn a_user_id_from_before_that_reads_as_a_number_stays_one() {
        for (text, folded) in [("123.456.789", "123456789"), ("610772_1234", "6107721234")] {
            assert_eq!(UserId::stored(text).unwrap().as_str(), text);
            assert!(serde_json::from_str::<UserId>(&format!("\"{text}\"")).is_ok());
            let typed = TypedUserId::parse(text).unwrap();
            assert!(matches!(&typed, TypedUserId::Either { chosen, .. } if chosen == text), "{text}");
            assert_eq!(typed.folded(), folded);
            assert_eq!(format!("{typed:?}"), "Either(***)");
        }
        for text in ["123 456 789", "610772-1234"] {
            assert_eq!(UserId::stored(text), Err(UserIdFault::LikeANumber), "{text}");
        }
    }

    #[test]
    fn a_phone_s_apostrophe_is_the_one_of_the_user_id() {
        let chosen = UserId::parse("o\u{2019}neill\u{2013}1").unwrap();
        assert_eq!(chosen.as_str(), "o'neill-1");
        assert_eq!(
            TypedUserId::parse("O\u{2019}Neill\u{2014}1\u{a0}"),
            Ok(TypedUserId::Chosen(chosen.folded()))
        );
    }

    proptest! {
        #[test]
        fn numbers_are_known_in_every_spelling(drawn: u64, cpr: bool, between in separators()) {
            let digits = Digits::<10>::from_number(drawn);
            let digits = if cpr { digits.as_str() } else { &digits.as_str()[1..] };
            let typed = TypedUserId::parse(&spread(digits, &between)).unwrap();
            prop_assert!(!matches!(typed, TypedUserId::Chosen(_)));
            prop_assert_eq!(typed.folded(), digits);
        }

        #[test]
        fn a_chosen_user_id_is_found_again_when_typed(typed in "[a-zA-Z0-9 .@-]{1,50}") {
            if let Ok(user_id) = UserId::parse(&typed) {
                let again = TypedUserId::parse(&typed.to_ascii_uppercase());
                prop_assert_eq!(again, Ok(TypedUserId::Chosen(user_id.folded())));
            }
        }

        #[test]
        fn no_number_can_be_chosen(typed in "[0-9 .,_(){}-]{5,14}") {
            let sorted = TypedUserId::parse(&typed);
            if !matches!(sorted, Err(_) | Ok(TypedUserId::Chosen(_))) {
                prop_assert!(UserId::parse(&typed).is_err());
            }
        }
    }
}
