//! The user id that a citizen chooses (D9).

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;
use crate::words::{CprNumber, NemIdNumber, alphabet, spelling};

/// How many characters a self-chosen user id has (D9).
pub(super) const LENGTH: std::ops::RangeInclusive<usize> = 5..=48;

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
    /// It reads as nine or ten digits, which could be taken for a NemID number or a CPR number.
    #[error("a user id is not nine or ten digits, whatever stands between them")]
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
    /// Checks a chosen user id (D9), in the characters of a keyboard (D25). Whether it is free is looked up in the store,
    /// by [`UserId::folded`].
    ///
    /// # Errors
    /// Every clause that it breaks, in the order of [`UserIdFault`].
    pub fn parse(typed: &str) -> Result<Self, Vec<UserIdFault>> {
        Self::judged(&spelling::as_on_a_keyboard(typed), reads_as_a_number)
    }

    /// Reads a user id that is somebody's already. Before D25 other separators than blanks and hyphens made no number of
    /// it, so that there may be a `123.456.789`.
    ///
    /// # Errors
    /// The first clause of D9 that it breaks.
    pub fn stored(text: &str) -> Result<Self, UserIdFault> {
        let first = |faults: Vec<_>| faults.first().copied().unwrap_or(UserIdFault::Character);
        Self::judged(text, with_blanks_and_hyphens).map_err(first)
    }

    fn judged(typed: &str, is_number: impl Fn(&str) -> bool) -> Result<Self, Vec<UserIdFault>> {
        let count = typed.chars().count();
        let broken = [
            (count < *LENGTH.start(), UserIdFault::TooShort),
            (count > *LENGTH.end(), UserIdFault::TooLong),
            (!typed.chars().all(alphabet::allows), UserIdFault::Character),
            (alphabet::blank_at_edge(typed), UserIdFault::BlankAtEdge),
            (is_number(typed), UserIdFault::LikeANumber),
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
        Self::stored(&text)
    }
}

impl From<UserId> for String {
    fn from(user_id: UserId) -> Self {
        user_id.0
    }
}

/// Whether the text reads as nine or ten digits (D9, D25).
fn reads_as_a_number(text: &str) -> bool {
    NemIdNumber::parse(text).is_ok() || CprNumber::parse(text).is_ok()
}

/// Whether the text is nine or ten digits and, beside them, nothing but hyphens and blanks, as D9 had it before D25.
fn with_blanks_and_hyphens(text: &str) -> bool {
    reads_as_a_number(text) && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '-')
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
        for typed in [
            "123456789",
            "1234567890",
            "610772-1234",
            "123 456 789",
            "12-34-56-789",
            "123.456.789",
            "(610772)1234",
            "12,34_56-78.90",
            "610772\u{2013}1234",
        ] {
            assert_eq!(faults(typed), [LikeANumber], "{typed}");
        }
        for typed in ["12345678", "12345678901", "610772-1234x", "12345", "123+456+789"] {
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

    proptest! {
        #[test]
        fn a_stored_user_id_reads_back(typed in "[a-zA-Z.@]{5,48}") {
            let user_id = UserId::parse(&typed).unwrap();
            let json = serde_json::to_string(&user_id).unwrap();
            prop_assert_eq!(serde_json::from_str::<UserId>(&json).unwrap(), user_id);
        }
    }

    #[test]
    fn a_user_id_is_shown_and_stored_as_its_owner_spells_it_and_never_printed_for_developers() {
        let user_id = UserId::parse("Mette.H").unwrap();
        assert_eq!(user_id.to_string(), "Mette.H");
        assert!(user_id.stands_in("xmette.h1") && !user_id.stands_in("mette-h"));
        assert!(serde_json::from_str::<UserId>("\"mett\"").is_err());
    }
}
