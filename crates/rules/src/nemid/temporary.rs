//! The temporary password: six digits with which a NemID is activated or re-opened once.
//!
//! ```text
//!              ┌── used, in the last step ──▶ dead
//!  live ───────┼── right digits, wrong place; third wrong try; over 30 days; a newer one; blocked; NemID ended ──▶ dead
//! ```

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::actor::PlaceName;
use crate::nemid::secret::PasswordHash;
use crate::post::PostalReach;
use crate::words::PinLetterSerial;

/// The number of wrong tries with the right NemID number that kills it (Guide 3.1.2).
pub const WRONG_TRIES: u8 = 3;
/// The age up to and including which it works, counted from the signing (Guide 3.1.2).
pub const LIFE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What a temporary password can be used for (DOMAIN 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TemporaryPurpose {
    /// Activating a NemID for the first time.
    Activate,
    /// Re-opening with the remembered password (Guide 3.1.4).
    Unlock,
    /// Re-opening with a new password (Guide 3.1.3).
    Reset,
}

/// Where a temporary password has to be typed. The right digits kill it anywhere else (Guide 3.1.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", content = "bank", rename_all = "snake_case")]
pub enum TemporaryPlace {
    /// The citizen's own pages.
    Selvbetjening,
    /// The netbank of this bank.
    Netbank(PlaceName),
}

/// Why a temporary password is dead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TemporaryEnd {
    /// It was used in the last step of an activation or a re-opening.
    Used,
    /// It was typed at the wrong place (Guide 3.1.2).
    WrongPlace,
    /// It was typed wrong three times (Guide 3.1.2).
    TooManyTries,
    /// It is more than 30 days old (Guide 3.1.2).
    TooOld,
    /// A newer one was issued.
    Newer,
    /// It was blocked, since others may know it (Rules 3.4).
    Blocked,
    /// The NemID was blocked or closed.
    NemIdEnded,
}

/// How a PIN letter gets to the citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// Handed out over the counter.
    HandedOut,
    /// Sent by post.
    Posted,
}

/// Whether a temporary password can still be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum TemporaryState {
    /// It can be used, unless it is too old.
    Live {
        /// Wrong tries so far.
        wrong: u8,
    },
    /// It can't be used any more.
    Dead {
        /// When that was recorded.
        at: Timestamp,
        /// Why it died.
        why: TemporaryEnd,
    },
}

/// The last temporary password issued to a NemID.
#[doc(alias = "midlertidig adgangskode")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemporaryPassword {
    /// Hash of its six digits.
    pub hash: PasswordHash,
    /// What it can be used for.
    pub purpose: TemporaryPurpose,
    /// Where it has to be typed.
    pub place: TemporaryPlace,
    /// Number of the PIN letter that holds it.
    pub serial: PinLetterSerial,
    /// How its letter got to the citizen.
    pub delivery: Delivery,
    /// When it was signed for.
    pub issued: Timestamp,
    /// How letters reached its holder then (D33).
    pub reach: PostalReach,
    /// Live or dead.
    pub state: TemporaryState,
}

impl TemporaryPassword {
    /// The last instant at which it works (Guide 3.1.2).
    pub fn until(&self) -> Timestamp {
        self.issued + LIFE
    }

    /// Why it does not work at `now`; `None` while it does. It is too old as soon as the 30 days are over, even if the
    /// nightly round has not recorded that yet.
    pub fn dead(&self, now: Timestamp) -> Option<TemporaryEnd> {
        match self.state {
            TemporaryState::Dead { why, .. } => Some(why),
            TemporaryState::Live { .. } if now.duration_since(self.issued) > LIFE => {
                Some(TemporaryEnd::TooOld)
            }
            TemporaryState::Live { .. } => None,
        }
    }
}
