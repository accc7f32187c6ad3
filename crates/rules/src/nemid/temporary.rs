//! The temporary password: one-time start or re-start code of a NemID.
//!
//! ```text
//!              ┌── used, in the last step ──▶ dead
//!  live ───────┼── right digits, wrong place; third wrong try; over 30 days; a newer one; NemID ended ──▶ dead
//! ```

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::actor::PlaceName;
use crate::nemid::secret::PasswordHash;
use crate::words::PinLetterSerial;

/// Wrong tries with the right NemID-nummer that kill it (Guide 3.1.2).
pub const WRONG_TRIES: u8 = 3;
/// It works up to and including this age, counted from the signing (Guide 3.1.2).
pub const LIFE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What a temporary password is good for (DOMAIN 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TemporaryPurpose {
    /// A first start.
    Activate,
    /// Re-opening with the remembered password (Guide 3.1.4).
    Unlock,
    /// Re-opening with a new password (Guide 3.1.3).
    Reset,
}

/// Where it has to be typed. Its right digits anywhere else kill it (Guide 3.1.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", content = "bank", rename_all = "snake_case")]
pub enum TemporaryPlace {
    /// The citizen's own pages.
    Selvbetjening,
    /// One netbank.
    Netbank(PlaceName),
}

/// Why it works no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TemporaryEnd {
    /// Used.
    Used,
    /// Typed once at the wrong place (Guide 3.1.2).
    WrongPlace,
    /// Typed wrong three times (Guide 3.1.2).
    TooManyTries,
    /// More than 30 days old (Guide 3.1.2).
    TooOld,
    /// A newer one was issued.
    Newer,
    /// The NemID was blocked or closed.
    NemIdEnded,
}

/// How it got to the citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// Handed out over the counter.
    HandedOut,
    /// Sent by post.
    Posted,
}

/// Whether it can still be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum TemporaryState {
    /// Good, after so many wrong tries.
    Live {
        /// Wrong tries so far.
        wrong: u8,
    },
    /// Dead for good.
    Dead {
        /// When.
        at: Timestamp,
        /// Why.
        why: TemporaryEnd,
    },
}

/// The last temporary password issued to a NemID.
#[doc(alias = "midlertidig adgangskode")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemporaryPassword {
    /// Hash of its six digits.
    pub hash: PasswordHash,
    /// What it is for.
    pub purpose: TemporaryPurpose,
    /// Where it works.
    pub place: TemporaryPlace,
    /// Number of the PIN letter that holds it.
    pub serial: PinLetterSerial,
    /// How it got to the citizen.
    pub delivery: Delivery,
    /// When it was signed for.
    pub issued: Timestamp,
    /// Live or dead.
    pub state: TemporaryState,
}

impl TemporaryPassword {
    /// Why it does not work at `now`, or `None` while it does. Age counts even before the daily round has seen it.
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
