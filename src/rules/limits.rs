//! How often something may be asked for on one day without logging on (DOMAIN 4). Whoever guesses is slowed down, and
//! nobody's letter box or keys are worn out by others; a class behind one address is not kept from practising.
//!
//! Counted twice: what was typed, whether it names anybody or not, so that the answer is the same for both; and the
//! holder it names, quietly, so that three ways of naming a person are not three times as many letters.

use thiserror::Error;

use super::Refusal;

/// Something that can be asked for without logging on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// A new temporary password by user id and card number.
    Forgotten,
    /// A block of password or cards by name and number (Rules 3.5.2).
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

    /// How often a day from one address.
    pub fn per_address(self) -> u32 {
        match self {
            Self::Forgotten | Self::Order => 100,
            Self::Block | Self::LostCard => 200,
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
    fn the_last_one_within_the_limit_is_served_and_the_next_is_not() {
        assert_eq!(within(Errand::Forgotten, (3, 100)), Ok(()));
        assert_eq!(within(Errand::Forgotten, (4, 1)), Err(TooOften));
        assert_eq!(within(Errand::Forgotten, (1, 101)), Err(TooOften));
    }
}
