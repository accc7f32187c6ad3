//! The limits that an operator may set, and the stable names of those that were reached.

use serde::{Deserialize, Serialize};

/// All limits, with defaults under which a class of thirty behind one address works all day: thirty people who are
/// wrong ten times in the same ten minutes, or order and forget three times a day, stay within each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// Wrong passwords for one NemID from one place that is not its holder's own, before that place is barred for it
    /// for eight hours (D23).
    pub limit_guesses: u32,
    /// Wrong passwords for one NemID in eight hours from all places that are not its holder's own, before all of them
    /// are barred for it.
    pub limit_guesses_person: u32,
    /// Wrong passwords from one place in ten minutes, for whomever, before it is barred for those whose own it is not.
    pub limit_guesses_place: u32,
    /// Requests of one day from one place for one user ID for a new temporary password; and the letters of one day to
    /// one holder.
    pub limit_forgotten: u32,
    /// Wrong ones of one day from one place, after which only right ones are served there.
    pub limit_forgotten_place: u32,
    /// Orders of one day from one place for one CPR number.
    pub limit_order: u32,
    /// Wrong ones of one day from one place, after which only right ones are served there.
    pub limit_order_place: u32,
    /// Letters of one day to one holder after blocks of the password (Rules 3.5.2, D22).
    pub limit_block_letters: u32,
    /// Blocks of one day from one place, after which the registered address has to be told there.
    pub limit_block_place: u32,
    /// Changes of one day of the contact data of one NemID.
    pub limit_contact_changes: u32,
    /// E-mails of one hour to one address.
    pub limit_mails: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            limit_guesses: 5,
            limit_guesses_person: 100,
            limit_guesses_place: 300,
            limit_forgotten: 3,
            limit_forgotten_place: 100,
            limit_order: 5,
            limit_order_place: 100,
            limit_block_letters: 5,
            limit_block_place: 50,
            limit_contact_changes: 5,
            limit_mails: 60,
        }
    }
}

impl Limits {
    /// Each limit with the name of its setting.
    pub fn named(&self) -> [(&'static str, u32); 11] {
        [
            ("limit_guesses", self.limit_guesses),
            ("limit_guesses_person", self.limit_guesses_person),
            ("limit_guesses_place", self.limit_guesses_place),
            ("limit_forgotten", self.limit_forgotten),
            ("limit_forgotten_place", self.limit_forgotten_place),
            ("limit_order", self.limit_order),
            ("limit_order_place", self.limit_order_place),
            ("limit_block_letters", self.limit_block_letters),
            ("limit_block_place", self.limit_block_place),
            ("limit_contact_changes", self.limit_contact_changes),
            ("limit_mails", self.limit_mails),
        ]
    }
}

/// A limit that was reached, as the operator is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// One place is barred for one identity.
    GuessesAtPlace,
    /// All places but the own ones are barred for one identity.
    GuessesForPerson,
    /// One place is barred.
    GuessesFromPlace,
    /// One user ID has had its requests for a temporary password of the day from one place.
    ForgottenForPerson,
    /// So many such requests from one place were wrong that only right ones are served there.
    ForgottenFromPlace,
    /// One CPR number has had its orders of the day from one place.
    OrderForPerson,
    /// So many orders from one place were wrong that only right ones are served there.
    OrderFromPlace,
    /// One holder has had the letters of the day that follow a block or a forgotten password.
    LettersToHolder,
    /// From one place so much was blocked that the registered address has to be told.
    BlocksFromPlace,
    /// One NemID has had its changes of contact data of the day.
    ContactChanges,
    /// One address has had the e-mails of the hour.
    MailToAddress,
}

impl Reached {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::GuessesAtPlace,
        Self::GuessesForPerson,
        Self::GuessesFromPlace,
        Self::ForgottenForPerson,
        Self::ForgottenFromPlace,
        Self::OrderForPerson,
        Self::OrderFromPlace,
        Self::LettersToHolder,
        Self::BlocksFromPlace,
        Self::ContactChanges,
        Self::MailToAddress,
    ];

    /// The stable word, as stored and as its text is named.
    pub fn code(self) -> &'static str {
        match self {
            Self::GuessesAtPlace => "guesses-at-place",
            Self::GuessesForPerson => "guesses-for-person",
            Self::GuessesFromPlace => "guesses-from-place",
            Self::ForgottenForPerson => "forgotten-for-person",
            Self::ForgottenFromPlace => "forgotten-from-place",
            Self::OrderForPerson => "order-for-person",
            Self::OrderFromPlace => "order-from-place",
            Self::LettersToHolder => "letters-to-holder",
            Self::BlocksFromPlace => "blocks-from-place",
            Self::ContactChanges => "contact-changes",
            Self::MailToAddress => "mail-to-address",
        }
    }
}
