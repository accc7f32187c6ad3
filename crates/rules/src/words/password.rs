//! The password that a citizen chooses, judged by every clause of D8 at once.

use std::fmt;

use thiserror::Error;

use crate::Refusal;
use crate::words::{CprNumber, NemIdNumber, TypedPassword, UserId, alphabet, spelling};

/// How many characters a password has.
const LENGTH: std::ops::RangeInclusive<usize> = 6..=40;

/// The most times that the same character may stand in a row.
const LONGEST_RUN: usize = 3;

/// A chosen password that satisfies D8, in lower case. Secret.
#[doc(alias = "ny adgangskode")]
#[derive(Clone, PartialEq, Eq)]
pub struct NewPassword(TypedPassword);

/// What a password must not contain, since others may know it.
#[derive(Clone, Debug, Default)]
pub struct PasswordContext {
    /// The holder's CPR number.
    pub cpr: Option<CprNumber>,
    /// The NemID's number.
    pub nemid_number: Option<NemIdNumber>,
    /// The self-chosen user id, the current or the future one.
    pub user_id: Option<UserId>,
}

/// One clause of D8 that a chosen password breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PasswordFault {
    /// It has fewer than 6 characters.
    #[error("a password has at least 6 characters")]
    TooShort,
    /// It has more than 40 characters.
    #[error("a password has at most 40 characters")]
    TooLong,
    /// It has a character that is not allowed.
    #[error("a password holds only a-z, digits, some specials and blanks")]
    Character,
    /// It begins or ends with a blank.
    #[error("a password does not begin or end with a blank")]
    BlankAtEdge,
    /// It has no letter.
    #[error("a password holds a letter")]
    NoLetter,
    /// It has no digit.
    #[error("a password holds a digit")]
    NoDigit,
    /// It has the same character, in any case, four times in a row.
    #[error("a password has no character four times in a row")]
    Repeated,
    /// It contains the CPR number, with or without hyphen.
    #[error("a password does not hold the CPR number")]
    HoldsCprNumber,
    /// It contains the NemID number.
    #[error("a password does not hold the NemID number")]
    HoldsNemIdNumber,
    /// It contains the user id.
    #[error("a password does not hold the user id")]
    HoldsUserId,
}

/// At least one clause of D8, in the order of [`PasswordFault`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordFaults {
    first: PasswordFault,
    others: u16,
}

impl PasswordFaults {
    /// The first of them.
    pub fn first(self) -> PasswordFault {
        self.first
    }

    /// All of them, in their order.
    pub fn iter(self) -> impl Iterator<Item = PasswordFault> {
        let others = PasswordFault::ALL.into_iter().filter(move |fault| self.others & fault.bit() != 0);
        std::iter::once(self.first).chain(others)
    }
}

impl From<PasswordFault> for PasswordFaults {
    fn from(first: PasswordFault) -> Self {
        Self { first, others: 0 }
    }
}

impl From<Vec<PasswordFault>> for PasswordFaults {
    /// Takes the clauses that a password breaks. An empty list, which no broken password has, counts as too short.
    fn from(faults: Vec<PasswordFault>) -> Self {
        let mut faults = faults.into_iter();
        let first = faults.next().unwrap_or(PasswordFault::TooShort);
        Self { first, others: faults.fold(0, |others, fault| others | fault.bit()) }
    }
}

impl PasswordFault {
    const ALL: [Self; 10] = [
        Self::TooShort,
        Self::TooLong,
        Self::Character,
        Self::BlankAtEdge,
        Self::NoLetter,
        Self::NoDigit,
        Self::Repeated,
        Self::HoldsCprNumber,
        Self::HoldsNemIdNumber,
        Self::HoldsUserId,
    ];

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

impl Refusal for PasswordFault {
    fn code(&self) -> &'static str {
        match self {
            Self::TooShort => "password-too-short",
            Self::TooLong => "password-too-long",
            Self::Character => "password-character",
            Self::BlankAtEdge => "password-blank-at-edge",
            Self::NoLetter => "password-no-letter",
            Self::NoDigit => "password-no-digit",
            Self::Repeated => "password-repeated",
            Self::HoldsCprNumber => "password-holds-cpr-number",
            Self::HoldsNemIdNumber => "password-holds-nemid-number",
            Self::HoldsUserId => "password-holds-user-id",
        }
    }
}

impl NewPassword {
    /// Judges a chosen password (D8), read as [`TypedPassword::parse`] reads it, but for blanks at its edges: they are
    /// told here.
    ///
    /// # Errors
    /// Every clause that it breaks, in the order of [`PasswordFault`].
    pub fn parse(typed: &str, about: &PasswordContext) -> Result<Self, Vec<PasswordFault>> {
        let mut folded = spelling::as_on_a_keyboard(typed);
        folded.make_ascii_lowercase();
        let count = folded.chars().count();
        let broken = [
            (count < *LENGTH.start(), PasswordFault::TooShort),
            (count > *LENGTH.end(), PasswordFault::TooLong),
            (!folded.chars().all(alphabet::allows), PasswordFault::Character),
            (alphabet::blank_at_edge(&folded), PasswordFault::BlankAtEdge),
            (!folded.contains(|c: char| c.is_ascii_alphabetic()), PasswordFault::NoLetter),
            (!folded.contains(|c: char| c.is_ascii_digit()), PasswordFault::NoDigit),
            (longest_run(&folded) > LONGEST_RUN, PasswordFault::Repeated),
            (about.cpr.is_some_and(|cpr| holds_cpr(&folded, cpr)), PasswordFault::HoldsCprNumber),
            (
                about.nemid_number.is_some_and(|number| folded.contains(number.as_str())),
                PasswordFault::HoldsNemIdNumber,
            ),
            (
                about.user_id.as_ref().is_some_and(|user_id| user_id.stands_in(&folded)),
                PasswordFault::HoldsUserId,
            ),
        ];
        let faults: Vec<_> =
            broken.into_iter().filter_map(|(is_broken, fault)| is_broken.then_some(fault)).collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        TypedPassword::parse(&folded).map(Self).map_err(|_| vec![PasswordFault::TooLong])
    }

    /// The same password as it is typed at log-on, for hashing.
    pub fn into_typed(self) -> TypedPassword {
        self.0
    }
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword(******)")
    }
}

/// The length of the longest run of one character.
fn longest_run(text: &str) -> usize {
    let mut longest = 0;
    let mut run = 0;
    let mut before = None;
    for character in text.chars() {
        run = if before == Some(character) { run + 1 } else { 1 };
        before = Some(character);
        longest = longest.max(run);
    }
    longest
}

/// Whether the CPR number stands in the text, with or without its hyphen.
fn holds_cpr(text: &str, cpr: CprNumber) -> bool {
    text.contains(cpr.digits()) || text.contains(&cpr.to_string())
}

#[cfg(test)]
mod tests;
