//! The stock of an office: how much it holds, and when more is ordered. The sources only say that new cards and PIN
//! letters come from the office's own stock (DOMAIN 4, Guide 3.1.1); the figures are ours.

use thiserror::Error;

use crate::Refusal;

/// The number of cards or PIN letters in one order.
pub const BATCH: usize = 20;

/// The number left at which it is time to order.
pub const FEW: usize = 5;

/// The most that a stock holds of each kind.
pub const ROOM: usize = 80;

/// Why nothing is ordered.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum RestockRefusal {
    /// The stock has no room for another batch.
    #[error("no room")]
    NoRoom,
}

impl Refusal for RestockRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoRoom => "shelf-no-room",
        }
    }
}

/// Checks that a stock that holds this number has room for another batch.
///
/// # Errors
/// [`RestockRefusal::NoRoom`] when it would hold more than [`ROOM`].
pub fn may_be_ordered(held: usize) -> Result<(), RestockRefusal> {
    if held + BATCH <= ROOM { Ok(()) } else { Err(RestockRefusal::NoRoom) }
}

/// Whether only few are left.
pub fn runs_low(held: usize) -> bool {
    held <= FEW
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stock_takes_what_it_has_room_for() {
        assert_eq!(may_be_ordered(ROOM - BATCH), Ok(()));
        assert_eq!(may_be_ordered(ROOM - BATCH + 1), Err(RestockRefusal::NoRoom));
        assert!(runs_low(FEW) && !runs_low(FEW + 1));
    }
}
