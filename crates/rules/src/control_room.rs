//! Who opens the control room: a right password, from a place that has not guessed too often. It lies outside the
//! simulated service, so that no source speaks of it; the numbers are ours.

use jiff::{SignedDuration, Timestamp};
use thiserror::Error;

/// The fewest characters of a control-room password (NIST SP 800-63B, 5.1.1.1).
pub const SHORTEST_PASSWORD: usize = 8;
/// The number of wrong passwords after which a place has to wait.
pub const MOST_WRONG: u32 = 10;
/// How long it has to wait after the last of them, by the real clock.
pub const PAUSE: SignedDuration = SignedDuration::from_mins(10);

/// Wrong control-room passwords from one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guesses {
    /// How many of them.
    pub wrong: u32,
    /// The real instant of the last one.
    pub last: Timestamp,
}

/// Why the control room stays closed.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ControlRoomRefusal {
    /// The password is wrong.
    #[error("wrong control-room password")]
    Wrong,
    /// The place has guessed too often; its password was not looked at.
    #[error("too many wrong control-room passwords")]
    TooMany,
}

impl Guesses {
    /// The wrong passwords that still count at an instant.
    pub fn counting(self, now: Timestamp) -> Option<Self> {
        (now.duration_since(self.last) < PAUSE).then_some(self)
    }
}

/// Judges a typed password. Returns the wrong ones that count from now on, or that the control room opens, which
/// clears the count.
///
/// # Errors
/// [`ControlRoomRefusal::TooMany`] when the place has to wait, whether the password is right or wrong.
pub fn judge(
    before: Option<Guesses>,
    right: bool,
    now: Timestamp,
) -> Result<Option<Guesses>, ControlRoomRefusal> {
    let wrong = before.and_then(|guesses| guesses.counting(now)).map_or(0, |guesses| guesses.wrong);
    match (wrong, right) {
        (MOST_WRONG.., _) => Err(ControlRoomRefusal::TooMany),
        (_, true) => Ok(None),
        (_, false) => Ok(Some(Guesses { wrong: wrong + 1, last: now })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Timestamp = Timestamp::UNIX_EPOCH;

    fn after(wrong: u32) -> Option<Guesses> {
        let mut guesses = None;
        for _ in 0..wrong {
            guesses = judge(guesses, false, START).unwrap();
        }
        guesses
    }

    #[test]
    fn the_tenth_wrong_one_is_the_last_that_is_looked_at() {
        assert_eq!(judge(after(9), true, START), Ok(None));
        assert_eq!(judge(after(9), false, START), Ok(after(10)));
        for right in [true, false] {
            assert_eq!(judge(after(10), right, START), Err(ControlRoomRefusal::TooMany));
        }
    }

    #[test]
    fn a_place_that_has_waited_begins_anew() {
        let late = |by: SignedDuration| START + by;
        assert_eq!(
            judge(after(10), true, late(PAUSE - SignedDuration::from_nanos(1))),
            Err(ControlRoomRefusal::TooMany)
        );
        assert_eq!(judge(after(10), true, late(PAUSE)), Ok(None));
        assert_eq!(judge(after(10), false, late(PAUSE)), Ok(Some(Guesses { wrong: 1, last: late(PAUSE) })));
    }
}
