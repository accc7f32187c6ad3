//! How often something may be asked for on one day without logging on (DOMAIN 4). The limits slow down a person who
//! guesses and protect others from letters and used-up keys, but do not keep a class behind one address from
//! practising.
//!
//! Two things are counted: what was typed, whether it names a person or not, so that the answer is the same in both
//! cases; and, without showing it, the holder it names, so that three ways of naming a person do not mean three times
//! as many letters.
//!
//! A block is possible day and night (Rules 3.5.2), so that no count bars it: only the letters that follow are limited.
//! After very many blocks from one address, the registered address, which Rules 3.5.2 asks for "perhaps", is required
//! there, whether the rest is right or wrong: a person who guesses numbers then has to know where the holder lives,
//! which the holder knows. The hotline hears the caller and asks for no more.

use std::fmt;
use std::net::IpAddr;

use thiserror::Error;

use crate::Refusal;

/// Those who count as one where something is counted or shared out by address: an IPv4 address, or the first half of an
/// IPv6 address, of which a household has 2⁶⁴.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Household(String);

impl Household {
    /// The household of an address. An IPv4 address written as IPv6 (`::ffff:192.0.2.7`) is the IPv4 address.
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self(address.to_string()),
            IpAddr::V6(address) => Self(format!("{:016x}/64", address.to_bits() >> 64)),
        }
    }
}

impl fmt::Display for Household {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An action that is possible without logging on, and limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitedAction {
    /// A new temporary password by user id and card number.
    Forgotten,
    /// The letter that follows a block of the password by name and number (Rules 3.5.2, D22).
    Block,
    /// The report of a lost card, by user id and password.
    LostCard,
    /// The order of a first NemID.
    Order,
}

impl LimitedAction {
    /// The stable word under which it is counted.
    pub fn code(self) -> &'static str {
        match self {
            Self::Forgotten => "forgotten",
            Self::Block => "block",
            Self::LostCard => "lost-card",
            Self::Order => "order",
        }
    }

    /// How often it is possible per day for one person.
    pub fn per_person(self) -> u32 {
        match self {
            Self::Forgotten => 3,
            Self::Block | Self::Order => 5,
            Self::LostCard => 10,
        }
    }

    /// How often it is possible per day from one address. Beyond that a block is not refused, but needs the registered
    /// address.
    pub fn per_address(self) -> u32 {
        match self {
            Self::Block => 50,
            Self::Forgotten | Self::Order => 100,
            Self::LostCard => 200,
        }
    }
}

/// The action was asked for too often today.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("too often today")]
pub struct TooOften;

impl Refusal for TooOften {
    fn code(&self) -> &'static str {
        "too-often"
    }
}

/// So many blocks were reported from one address today that name and number are not enough.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("the address has to be told too")]
pub struct AddressWanted;

impl Refusal for AddressWanted {
    fn code(&self) -> &'static str {
        "address-wanted"
    }
}

/// Checks that the `nth` block of the day from one address comes with the registered address if that is required (Rules
/// 3.5.2). `told` says whether it does.
///
/// # Errors
/// [`AddressWanted`] when the address is required and missing.
pub fn enough_told(nth: u32, told: bool) -> Result<(), AddressWanted> {
    if told || nth <= LimitedAction::Block.per_address() { Ok(()) } else { Err(AddressWanted) }
}

/// Checks both limits: this is the `for_person`th request of the day for one person and the `from_address`th from one
/// address.
///
/// # Errors
/// [`TooOften`] when one of the two limits is exceeded.
pub fn within(action: LimitedAction, for_person: u32, from_address: u32) -> Result<(), TooOften> {
    if for_person <= action.per_person() && from_address <= action.per_address() {
        Ok(())
    } else {
        Err(TooOften)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_household_counts_as_one() {
        let of = |text: &str| Household::of(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::7"), of("2001:db8:1:2:ffff::"));
        assert_ne!(of("2001:db8:1:2::7"), of("2001:db8:1:3::7"));
        assert_eq!(of("::ffff:192.0.2.7"), of("192.0.2.7"));
        assert_ne!(of("::ffff:192.0.2.7"), of("::ffff:192.0.2.8"));
    }

    #[test]
    fn a_household_is_written_as_its_address_or_as_the_first_half_of_it() {
        let written = |text: &str| Household::of(text.parse().unwrap()).to_string();
        assert_eq!(written("192.0.2.7"), "192.0.2.7");
        assert_eq!(written("2001:db8:1:2::7"), "20010db800010002/64");
    }

    #[test]
    fn each_action_has_a_limit_for_a_person_and_one_for_an_address() {
        use LimitedAction::{Block, Forgotten, LostCard, Order};
        for (action, for_person, from_address) in
            [(Forgotten, 3, 100), (Block, 5, 50), (LostCard, 10, 200), (Order, 5, 100)]
        {
            assert_eq!(within(action, for_person, from_address), Ok(()));
            assert_eq!(within(action, for_person + 1, from_address), Err(TooOften));
            assert_eq!(within(action, for_person, from_address + 1), Err(TooOften));
        }
    }

    #[test]
    fn the_last_one_within_the_limit_is_served_and_the_next_is_not() {
        assert_eq!(within(LimitedAction::Forgotten, 3, 100), Ok(()));
        assert_eq!(within(LimitedAction::Forgotten, 4, 1), Err(TooOften));
        assert_eq!(within(LimitedAction::Forgotten, 1, 101), Err(TooOften));
    }

    #[test]
    fn a_block_is_never_barred_but_asks_for_the_address() {
        assert_eq!(enough_told(50, false), Ok(()));
        assert_eq!(enough_told(51, false), Err(AddressWanted));
        assert_eq!(enough_told(10_000, true), Ok(()));
    }
}
