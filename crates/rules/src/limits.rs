//! How often something may be asked for on one day without logging on (DOMAIN 4, D23). The limits slow down a person who
//! guesses and protect others from letters and used-up keys, but do not keep a class behind one address from
//! practising.
//!
//! Counted are the requests from one place for what was typed, whether it names a person or not, so that the answer is
//! the same in both cases; and the wrong ones from one place. So nobody uses up what another may ask for: from another
//! place nothing is counted for them, and where many were wrong, who has what the holder alone has is served all the
//! same. Without showing it, the letters to one holder are counted too.
//!
//! A block is possible day and night (Rules 3.5.2), so that no count bars it: only the letters that follow are limited.
//! After very many blocks from one address, the registered address, which Rules 3.5.2 asks for "perhaps", is required
//! there, whether the rest is right or wrong: a person who guesses numbers then has to know where the holder lives,
//! which the holder knows. The hotline hears the caller and asks for no more.

mod settings;

use std::fmt;
use std::net::IpAddr;

use thiserror::Error;

use crate::Refusal;
pub use crate::limits::settings::{Limits, Reached};

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

/// After how many times the limit of wrong requests from one place nothing is served there any more, right or wrong,
/// unless it is the holder's own: else one place could try at numbers without end.
const CEILING: u32 = 3;

/// An action that is possible without logging on, and limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitedAction {
    /// A new temporary password by user id and card number.
    Forgotten,
    /// The order of a first NemID.
    Order,
}

impl LimitedAction {
    /// The stable word under which it is counted.
    pub fn code(self) -> &'static str {
        match self {
            Self::Forgotten => "forgotten",
            Self::Order => "order",
        }
    }

    /// How often it is possible per day from one place for one person.
    pub fn per_person(self, limits: &Limits) -> u32 {
        match self {
            Self::Forgotten => limits.limit_forgotten,
            Self::Order => limits.limit_order,
        }
    }

    /// How many wrong ones a day from one place are answered like right ones.
    pub fn per_place(self, limits: &Limits) -> u32 {
        match self {
            Self::Forgotten => limits.limit_forgotten_place,
            Self::Order => limits.limit_order_place,
        }
    }

    /// How many wrong ones a day are counted for one place; beyond that it is served only where it is own.
    pub fn ceiling(self, limits: &Limits) -> u32 {
        self.per_place(limits).saturating_mul(CEILING)
    }
}

/// The requests of a day before this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// From this place for what was typed.
    pub for_person: u32,
    /// From this place, as far as they were wrong.
    pub wrong_from_place: u32,
}

/// Where a request comes from and whether it holds what the holder alone has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// Whether the place is the holder's own.
    pub own: bool,
    /// Whether the card or document is the right one.
    pub right: bool,
}

/// The action was asked for too often today.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("too often today")]
pub struct TooOften;

impl Refusal for TooOften {
    fn code(&self) -> &'static str {
        "too-often"
    }

    fn is_for_too_many(&self) -> bool {
        true
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

/// Whether the registered address has to come with the `nth` block of the day from one address (Rules 3.5.2). Where it
/// does not, one that was told all the same decides nothing (D25).
pub fn is_address_wanted(nth: u32, limits: &Limits) -> bool {
    nth > limits.limit_block_place
}

/// Checks that the `nth` block of the day from one address comes with the registered address if that is required (Rules
/// 3.5.2). `told` says whether it does.
///
/// # Errors
/// [`AddressWanted`] when the address is required and missing.
pub fn enough_told(nth: u32, told: bool, limits: &Limits) -> Result<(), AddressWanted> {
    if told || !is_address_wanted(nth, limits) { Ok(()) } else { Err(AddressWanted) }
}

/// Checks that a request is within the limits of the day.
///
/// # Errors
/// [`TooOften`] when this place has asked for this person too often, whether the request is right or wrong; or when too
/// many from this place were wrong: then a right one is served up to a ceiling, and at an own place always.
pub fn within(
    action: LimitedAction,
    before: Before,
    request: Request,
    limits: &Limits,
) -> Result<(), TooOften> {
    let for_place = match request {
        Request { own: true, .. } => u32::MAX,
        Request { right: true, .. } => action.ceiling(limits),
        Request { right: false, .. } => action.per_place(limits),
    };
    let fits = before.for_person < action.per_person(limits) && before.wrong_from_place < for_place;
    if fits { Ok(()) } else { Err(TooOften) }
}

/// Whether a request is counted, refused or not. Beyond the ceiling of its place, and for a person for whom this place
/// has asked too often, nothing is written any more.
pub fn counts(action: LimitedAction, before: Before, limits: &Limits) -> bool {
    before.for_person < action.per_person(limits) && before.wrong_from_place < action.ceiling(limits)
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

    fn asked(for_person: u32, wrong_from_place: u32, own: bool, right: bool) -> Result<(), TooOften> {
        let before = Before { for_person, wrong_from_place };
        within(LimitedAction::Forgotten, before, Request { own, right }, &Limits::default())
    }

    #[test]
    fn a_household_is_written_as_its_address_or_as_the_first_half_of_it() {
        let written = |text: &str| Household::of(text.parse().unwrap()).to_string();
        assert_eq!(written("192.0.2.7"), "192.0.2.7");
        assert_eq!(written("2001:db8:1:2::7"), "20010db800010002/64");
    }

    #[test]
    fn each_action_has_a_limit_for_a_person_and_one_for_a_place() {
        let (request, limits) = (Request { own: false, right: false }, Limits::default());
        for (action, person, place) in [(LimitedAction::Forgotten, 3, 100), (LimitedAction::Order, 5, 100)] {
            let asked = |for_person, wrong_from_place| {
                within(action, Before { for_person, wrong_from_place }, request, &limits)
            };
            assert_eq!(asked(person - 1, place - 1), Ok(()));
            assert_eq!(asked(person, place - 1), Err(TooOften));
            assert_eq!(asked(person - 1, place), Err(TooOften));
        }
    }

    #[test]
    fn the_last_one_within_the_limit_is_served_and_the_next_is_not() {
        assert_eq!(asked(2, 99, false, false), Ok(()));
        assert_eq!(asked(3, 0, true, true), Err(TooOften));
        assert_eq!(asked(0, 100, false, false), Err(TooOften));
    }

    #[test]
    fn what_the_holder_alone_has_and_an_own_place_go_past_the_limit_of_others() {
        assert_eq!(asked(0, 299, false, true), Ok(()));
        assert_eq!(asked(0, 300, false, true), Err(TooOften), "nobody tries at numbers without end");
        assert_eq!(asked(0, 300, true, false), Ok(()));
    }

    #[test]
    fn a_block_is_never_barred_but_asks_for_the_address() {
        let limits = Limits::default();
        assert_eq!(enough_told(50, false, &limits), Ok(()));
        assert_eq!(enough_told(51, false, &limits), Err(AddressWanted));
        assert_eq!(enough_told(10_000, true, &limits), Ok(()));
    }
}
