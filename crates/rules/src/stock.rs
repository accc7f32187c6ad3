//! The shelf of an office: how much lies there, and when more is ordered. The sources only say that new cards and PIN
//! letters come from the office's own stock (DOMAIN 4, Guide 3.1.1); the figures are ours.

use thiserror::Error;

use crate::Refusal;

/// What comes with one order.
pub const BATCH: usize = 20;

/// With so many left it is time to order.
pub const FEW: usize = 5;

/// What a shelf has room for, of each kind.
pub const ROOM: usize = 80;

/// Why nothing is ordered.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum RestockRefusal {
    /// The shelf has no room for another batch.
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

/// Whether a shelf on which so many lie takes another batch.
///
/// # Errors
/// [`RestockRefusal::NoRoom`].
pub fn may_be_ordered(lying: usize) -> Result<(), RestockRefusal> {
    if lying + BATCH <= ROOM { Ok(()) } else { Err(RestockRefusal::NoRoom) }
}

/// Whether only few are left.
pub fn runs_low(lying: usize) -> bool {
    lying <= FEW
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shelf_takes_what_it_has_room_for() {
        assert_eq!(may_be_ordered(ROOM - BATCH), Ok(()));
        assert_eq!(may_be_ordered(ROOM - BATCH + 1), Err(RestockRefusal::NoRoom));
        assert!(runs_low(FEW) && !runs_low(FEW + 1));
    }
}
