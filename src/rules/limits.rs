//! How often something may be asked for on one day without logging on (DOMAIN 4). Whoever guesses is slowed down, and
//! nobody's letter box or keys are worn out by others; a class behind one address is not kept from practising.
//!
//! Counted twice: what was typed, whether it names anybody or not, so that the answer is the same for both; and the
//! holder it names, quietly, so that three ways of naming a person are not three times as many letters.
//!
//! A block is possible day and night (Rules 3.5.2), so that no count bars it: what is limited are the letters that
//! follow it. Where it is told very often from one address, "perhaps the address" of Rules 3.5.2 becomes a must, for
//! everybody there and whether the rest is right or wrong: who guesses numbers has to know where somebody lives, and
//! whoever blocks the own NemID knows. The hotline hears who calls and asks for no more.

use std::fmt;
use std::net::IpAddr;

use thiserror::Error;

use super::Refusal;

/// Who counts as one where something is counted or shared out by address: an address of IPv4, or the first half of one
/// of IPv6, of which a household has 2⁶⁴.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Household(String);

impl Household {
    /// Whose address this is. One of IPv4 is the same in the clothes of IPv6 (`::ffff:192.0.2.7`).
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

/// Something that can be asked for without logging on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// A new temporary password by user id and card number.
    Forgotten,
    /// A letter after a block of the password by name and number (Rules 3.5.2, D22).
    Block,
    /// A lost card, by user id and password.
    LostCard,
    /// A first NemID.
    Order,
}

impl Errand {
    /// The stable word for it, by which it is counted apart from the others.
    pub fn code(self) -> &'static str {
        match self {
            Self::Forgotten => "forgotten",
            Self::Block => "block",
            Self::LostCard => "lost-card",
            Self::Order => "order",
        }
    }

    /// How often a day for one person.
    pub fn per_person(self) -> u32 {
        match self {
            Self::Forgotten => 3,
            Self::Block | Self::Order => 5,
            Self::LostCard => 10,
        }
    }

    /// How often a day from one address; a block then asks for more instead.
    pub fn per_address(self) -> u32 {
        match self {
            Self::Block => 50,
            Self::Forgotten | Self::Order => 100,
            Self::LostCard => 200,
        }
    }
}

/// It was asked for too often today.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("too often today")]
pub struct TooOften;

impl Refusal for TooOften {
    fn code(&self) -> &'static str {
        "too-often"
    }
}

/// Blocks were told so often from there today that name and number are not enough.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("the address has to be told too")]
pub struct AddressWanted;

impl Refusal for AddressWanted {
    fn code(&self) -> &'static str {
        "address-wanted"
    }
}

/// Whether a block by name and number has to come with the registered address, when it is the `nth` of the day from
/// where it is told (Rules 3.5.2).
///
/// # Errors
/// [`AddressWanted`], when it does and `told` says that it has not.
pub fn enough_told(nth: u32, told: bool) -> Result<(), AddressWanted> {
    if told || nth <= Errand::Block.per_address() { Ok(()) } else { Err(AddressWanted) }
}

/// Whether one more is within both limits, when this is the `nth` of the day for the person and from the address.
///
/// # Errors
/// [`TooOften`].
pub fn within(errand: Errand, (person, address): (u32, u32)) -> Result<(), TooOften> {
    if person <= errand.per_person() && address <= errand.per_address() { Ok(()) } else { Err(TooOften) }
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
    fn the_last_one_within_the_limit_is_served_and_the_next_is_not() {
        assert_eq!(within(Errand::Forgotten, (3, 100)), Ok(()));
        assert_eq!(within(Errand::Forgotten, (4, 1)), Err(TooOften));
        assert_eq!(within(Errand::Forgotten, (1, 101)), Err(TooOften));
    }

    #[test]
    fn a_block_is_never_barred_but_asks_for_the_address() {
        assert_eq!(enough_told(50, false), Ok(()));
        assert_eq!(enough_told(51, false), Err(AddressWanted));
        assert_eq!(enough_told(10_000, true), Ok(()));
    }
}
