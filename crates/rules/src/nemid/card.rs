//! A key card: 148 numbered one-time keys, and the state of the card.
//!
//! ```text
//!  ordered (in the post) ──arrives──▶ attached ──chosen and answered at log-on──▶ active ──▶ used up
//!     │           from an office's stock ──▲│                                       │
//!     └────────────────────────────────────┴┴──────────────▶ blocked ◀──────────────┘
//! ```

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::nemid::block::{Block, CardBlockReason};
use crate::nemid::secret::CardSalt;
use crate::post::PostalReach;
use crate::words::{KEYS_PER_CARD, KeyCardNumber, KeyPosition};

/// Wrong keys in a row that block a card (D3).
pub const WRONG_KEYS: u8 = 5;
/// The most open cards of a NemID: one in use and three more (D7).
pub const MOST_OPEN_CARDS: usize = 4;

/// Which keys of a card are used up: one bit per position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsedKeys([u64; 3]);

impl UsedKeys {
    /// Reads the stored form: 24 bytes, little-endian.
    pub fn from_bytes(bytes: &[u8; 24]) -> Self {
        let mut words = [0; 3];
        for (word, chunk) in words.iter_mut().zip(bytes.as_chunks::<8>().0) {
            *word = u64::from_le_bytes(*chunk);
        }
        Self(words)
    }

    /// The stored form: 24 bytes, little-endian.
    pub fn to_bytes(self) -> [u8; 24] {
        let mut bytes = [0; 24];
        for (chunk, word) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(self.0) {
            *chunk = word.to_le_bytes();
        }
        bytes
    }

    /// Whether the key at this position is used up.
    pub fn has(self, position: KeyPosition) -> bool {
        let at = usize::from(position.get());
        self.0[at / 64] >> (at % 64) & 1 == 1
    }

    /// Marks the key at this position as used up.
    pub fn mark(&mut self, position: KeyPosition) {
        let at = usize::from(position.get());
        self.0[at / 64] |= 1 << (at % 64);
    }

    /// The number of keys that are used up.
    pub fn count(self) -> u8 {
        self.0.iter().map(|word| u8::try_from(word.count_ones()).unwrap_or(u8::MAX)).sum()
    }

    /// The positions not used yet, in order.
    pub fn unused(self) -> impl Iterator<Item = KeyPosition> {
        KeyPosition::all().filter(move |position| !self.has(*position))
    }
}

/// The state of a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum CardState {
    /// Ordered and in the post.
    Ordered,
    /// In the citizen's hands, but not in use yet.
    Attached,
    /// In use. A NemID has at most one such card.
    Active,
    /// Blocked for good (D18).
    Blocked(Block<CardBlockReason>),
    /// All its keys are used.
    UsedUp {
        /// When the last key was used.
        at: Timestamp,
    },
}

impl CardState {
    /// The stable word in the JSON of the control room.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Ordered => "ordered",
            Self::Attached => "attached",
            Self::Active => "active",
            Self::Blocked(_) => "blocked",
            Self::UsedUp { .. } => "used_up",
        }
    }
}

/// One key card of one NemID.
#[doc(alias = "nøglekort")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyCard {
    /// The number printed on it.
    pub number: KeyCardNumber,
    /// The salt from which, with the server key, its keys are derived.
    pub salt: CardSalt,
    /// When it was ordered or handed out.
    pub since: Timestamp,
    /// How letters reached its holder then: where it was sent, wherever letters go now (D33).
    pub reach: PostalReach,
    /// Ordered, attached, active, blocked or used up.
    pub state: CardState,
    /// Which of its keys are used up (D5).
    pub used: UsedKeys,
    /// Wrong keys in a row (D3).
    pub wrong: u8,
    /// The key that is asked for until it is answered (D4).
    pub pending: Option<KeyPosition>,
}

impl KeyCard {
    /// A card whose keys are all unused, for a holder in Denmark.
    pub fn new(number: KeyCardNumber, salt: CardSalt, since: Timestamp, state: CardState) -> Self {
        let (used, reach) = (UsedKeys::default(), PostalReach::Denmark);
        Self { number, salt, since, reach, state, used, wrong: 0, pending: None }
    }

    /// The number of unused keys on it.
    pub fn keys_left(&self) -> u8 {
        KEYS_PER_CARD - self.used.count()
    }

    /// Whether it is in the post, attached or active. D7 limits how many such cards a NemID has.
    pub fn is_open(&self) -> bool {
        matches!(self.state, CardState::Ordered | CardState::Attached | CardState::Active)
    }

    /// Whether the citizen can answer a key from it.
    pub fn is_usable(&self) -> bool {
        matches!(self.state, CardState::Attached | CardState::Active)
    }

    /// Whether it is the card in use.
    pub fn is_active(&self) -> bool {
        matches!(self.state, CardState::Active)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn used_keys_survive_storing_and_are_counted() {
        let mut used = UsedKeys::default();
        for at in [0, 63, 64, 147] {
            used.mark(KeyPosition::new(at).unwrap());
        }
        let again = UsedKeys::from_bytes(&used.to_bytes());
        assert_eq!(again, used);
        assert_eq!(again.count(), 4);
        assert!(again.has(KeyPosition::new(64).unwrap()));
        assert_eq!(again.unused().count(), usize::from(KEYS_PER_CARD) - 4);
    }
}
