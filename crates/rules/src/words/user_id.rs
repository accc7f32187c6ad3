//! The user id: the one that a citizen chooses (D9), and whatever is typed as one at log-on.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;
use crate::words::{CprNumber, NemIdNumber, alphabet};

/// How many characters a self-chosen user id has (D9).
const LENGTH: std::ops::RangeInclusive<usize> = 5..=48;

/// A self-chosen user id, in the spelling of its owner; case makes no difference (D9).
#[doc(alias = "bruger-id")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UserId(String);

/// One clause of D9 that a chosen user id breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum UserIdFault {
    /// It has fewer than 5 characters.
    #[error("a user id has at least 5 characters")]
    TooShort,
    /// It has more than 48 characters.
    #[error("a user id has at most 48 characters")]
    TooLong,
    /// It has a character that is not allowed.
    #[error("a user id holds only a-z, digits, some specials and blanks")]
    Character,
    /// It begins or ends with a blank.
    #[error("a user id does not begin or end with a blank")]
    BlankAtEdge,
    /// It is nine or ten digits alone, which could be taken for a NemID number or a CPR number.
    #[error("a user id is not nine or ten digits alone")]
    LikeANumber,
}

impl Refusal for UserIdFault {
    fn code(&self) -> &'static str {
        match self {
            Self::TooShort => "user-id-too-short",
            Self::TooLong => "user-id-too-long",
            Self::Character => "user-id-character",
            Self::BlankAtEdge => "user-id-blank-at-edge",
            Self::LikeANumber => "user-id-like-a-number",
        }
    }
}

impl UserId {
    /// Checks a chosen user id (D9). Whether it is free is looked up in the store, by [`UserId::folded`].
    ///
    /// # Errors
    /// Every clause that it breaks, in the order of [`UserIdFault`].
    pub fn parse(typed: &str) -> Result<Self, Vec<UserIdFault>> {
        let count = typed.chars().count();
        let broken = [
            (count < *LENGTH.start(), UserIdFault::TooShort),
            (count > *LENGTH.end(), UserIdFault::TooLong),
            (!typed.chars().all(alphabet::allows), UserIdFault::Character),
            (alphabet::blank_at_edge(typed), UserIdFault::BlankAtEdge),
            (like_a_number(typed), UserIdFault::LikeANumber),
        ];
        let faults: Vec<_> =
            broken.into_iter().filter_map(|(is_broken, fault)| is_broken.then_some(fault)).collect();
        if faults.is_empty() { Ok(Self(typed.to_owned())) } else { Err(faults) }
    }

    /// The user id in its owner's spelling.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The user id in lower case. Two user ids are the same if these are.
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// Whether a password in lower case contains it (D8).
    pub fn stands_in(&self, password: &str) -> bool {
        password.contains(&self.folded())
    }
}

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UserId(***)")
    }
}

impl TryFrom<String> for UserId {
    type Error = UserIdFault;

    fn try_from(text: String) -> Result<Self, UserIdFault> {
        Self::parse(&text).map_err(|faults| faults.first().copied().unwrap_or(UserIdFault::Character))
    }
}

impl From<UserId> for String {
    fn from(user_id: UserId) -> Self {
        user_id.0
    }
}

/// What is typed as a user id at log-on, classified by its shape.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum TypedUserId {
    /// Nine digits, which are a NemID number.
    NemIdNumber(NemIdNumber),
    /// Ten digits, with or without hyphen.
    Cpr(CprNumber),
    /// Anything else, in lower case and without blanks at the edges.
    Chosen(String),
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
    /// Classifies what was typed, without looking up whether anybody has that user id.
    ///
    /// # Errors
    /// When nothing or more than 48 characters were typed.
    pub fn parse(typed: &str) -> Result<Self, TypedUserIdError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(TypedUserIdError::Missing);
        }
        if typed.chars().count() > *LENGTH.end() {
            return Err(TypedUserIdError::TooLong);
        }
        let by_number = NemIdNumber::parse(typed).map(Self::NemIdNumber).ok();
        Ok(by_number
            .or_else(|| CprNumber::parse(typed).map(Self::Cpr).ok())
            .unwrap_or_else(|| Self::Chosen(typed.to_ascii_lowercase())))
    }

    /// One text for all spellings of the same user id, for counters and limits. No two kinds share one, because
    /// nine or ten digits alone are never a chosen user id.
    pub fn folded(&self) -> String {
        match self {
            Self::NemIdNumber(number) => number.to_string(),
            Self::Cpr(number) => number.digits().to_owned(),
            Self::Chosen(folded) => folded.clone(),
        }
    }
}

impl fmt::Debug for TypedUserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NemIdNumber(_) => "NemIdNumber(***)",
            Self::Cpr(_) => "Cpr(***)",
            Self::Chosen(_) => "Chosen(***)",
        })
    }
}

/// Whether the text is nine or ten digits and, beside them, nothing but hyphens and blanks.
fn like_a_number(text: &str) -> bool {
    let bare: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    matches!(bare.len(), 9 | 10) && bare.iter().all(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use UserIdFault::{BlankAtEdge, Character, LikeANumber, TooLong, TooShort};
    use proptest::prelude::*;

    fn faults(typed: &str) -> Vec<UserIdFault> {
        UserId::parse(typed).err().unwrap_or_default()
    }

    #[test]
    fn five_to_forty_eight_allowed_characters() {
        assert_eq!(faults("mette"), []);
        assert_eq!(faults("mette hansen@hjemme.dk"), []);
        assert_eq!(faults(&"m".repeat(48)), []);
        assert_eq!(faults("mett"), [TooShort]);
        assert_eq!(faults(&"m".repeat(49)), [TooLong]);
        assert_eq!(faults("søren"), [Character]);
        assert_eq!(faults(" søs"), [TooShort, Character, BlankAtEdge]);
    }

    #[test]
    fn what_could_be_taken_for_a_number_is_refused() {
        for typed in ["123456789", "1234567890", "610772-1234", "123 456 789", "12-34-56-789"] {
            assert_eq!(faults(typed), [LikeANumber], "{typed}");
        }
        for typed in ["12345678", "12345678901", "610772-1234x", "12345"] {
            assert_eq!(faults(typed), [], "{typed}");
        }
    }

    #[test]
    fn the_spelling_is_kept_and_case_makes_no_difference() {
        let user_id = UserId::parse("Mette.H").unwrap();
        assert_eq!(user_id.as_str(), "Mette.H");
        assert_eq!(user_id.folded(), UserId::parse("mette.h").unwrap().folded());
        assert_eq!(format!("{user_id:?}"), "UserId(***)");
    }

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

    proptest! {
        #[test]
        fn a_chosen_user_id_is_found_again_when_typed(typed in "[a-zA-Z0-9 .@-]{1,50}") {
            if let Ok(user_id) = UserId::parse(&typed) {
                let again = TypedUserId::parse(&typed.to_ascii_uppercase());
                prop_assert_eq!(again, Ok(TypedUserId::Chosen(user_id.folded())));
            }
        }

        #[test]
        fn no_number_can_be_chosen(typed in "[0-9 -]{5,14}") {
            let sorted = TypedUserId::parse(&typed);
            if matches!(sorted, Ok(TypedUserId::NemIdNumber(_) | TypedUserId::Cpr(_))) {
                prop_assert!(UserId::parse(&typed).is_err());
            }
        }

        #[test]
        fn a_stored_user_id_reads_back(typed in "[a-zA-Z.@]{5,48}") {
            let user_id = UserId::parse(&typed).unwrap();
            let json = serde_json::to_string(&user_id).unwrap();
            prop_assert_eq!(serde_json::from_str::<UserId>(&json).unwrap(), user_id);
        }
    }

    #[test]
    fn what_is_counted_is_one_text_for_all_spellings_of_a_user_id() {
        let counted = |typed: &str| TypedUserId::parse(typed).unwrap().folded();
        assert_eq!(counted(" 123 456 789 "), "123456789");
        assert_eq!(counted("610772-1234"), "6107721234");
        assert_eq!(counted(" Mette.H "), "mette.h");
        assert_eq!(counted(&"M".repeat(48)), "m".repeat(48));
    }

    #[test]
    fn a_user_id_is_shown_and_stored_as_its_owner_spells_it_and_never_printed_for_developers() {
        let user_id = UserId::parse("Mette.H").unwrap();
        assert_eq!(user_id.to_string(), "Mette.H");
        assert!(user_id.stands_in("xmette.h1") && !user_id.stands_in("mette-h"));
        assert!(serde_json::from_str::<UserId>("\"mett\"").is_err());
        let shown = |typed: &str| format!("{:?}", TypedUserId::parse(typed).unwrap());
        assert_eq!([shown("123456789"), shown("Mette.H")], ["NemIdNumber(***)", "Chosen(***)"]);
    }
}
