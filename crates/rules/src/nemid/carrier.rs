//! The carriers of keys beside the card: a token, an app, a voice line, and their states (Rules 1, D36).
//!
//! ```text
//!  token  ordered (in the post) ──arrives──▶ attached ──taken into use──▶ active ──▶ worn out
//!  app                        installed (an hour's wait, attached) ──PIN──▶ active
//!  voice  ordered (letter in the post) ──arrives──▶ attached ──confirmed──▶ active
//!             └──────────────────────────────┴───────────────┴────────────▶ blocked
//! ```

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::nemid::block::{Block, CarrierBlockReason};
use crate::nemid::secret::{CardSalt, PinHash};
use crate::words::{CarrierKind, CarrierNumber, Mobile};

/// Wrong answers in a row that block a carrier, as wrong keys block a card (D3, D36).
pub const WRONG_ANSWERS: u8 = 5;

/// The state of a token, an app or a voice line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum CarrierState {
    /// Ordered and in the post.
    Ordered,
    /// In its holder's hands or installed, but not in use yet.
    Attached,
    /// In use.
    Active,
    /// Blocked for good (D18).
    Blocked(Block<CarrierBlockReason>),
    /// The battery of a token has ended.
    WornOut {
        /// When it did.
        at: Timestamp,
    },
}

impl CarrierState {
    /// The stable word in the JSON of the control room.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Ordered => "ordered",
            Self::Attached => "attached",
            Self::Active => "active",
            Self::Blocked(_) => "blocked",
            Self::WornOut { .. } => "worn_out",
        }
    }
}

/// The number of one thing of the world that a carrier is on: a token or a telephone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeviceId(pub u32);

impl std::fmt::Display for DeviceId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// What a carrier has that the other kinds do not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holding {
    /// A token: a counter-based one-time password (HOTP, RFC 4226).
    Token {
        /// The salt from which, with the server key, its codes are derived.
        salt: CardSalt,
        /// The counter of the first code that was not typed yet and may be.
        next: u32,
        /// The counter of a code that was typed beyond the window; the code after it proves that the token is at hand.
        first_of_two: Option<u32>,
    },
    /// An app on a telephone.
    App {
        /// The telephone.
        device: DeviceId,
        /// The salt and keyed hash of its PIN, once one was chosen.
        pin: Option<PinHash>,
    },
    /// Voice response.
    Voice {
        /// The telephone number that is called.
        telephone: Mobile,
    },
}

/// One token, app or voice line of one NemID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carrier {
    /// Its number, which says its kind.
    pub number: CarrierNumber,
    /// When it was ordered or installed.
    pub since: Timestamp,
    /// Ordered, attached, active, blocked or worn out.
    pub state: CarrierState,
    /// Wrong answers in a row.
    pub wrong: u8,
    /// When it was used last.
    pub used: Option<Timestamp>,
    /// What only its kind has.
    pub holding: Holding,
}

impl Carrier {
    /// A carrier that has just been ordered or installed.
    pub fn new(number: CarrierNumber, holding: Holding, since: Timestamp, state: CarrierState) -> Self {
        Self { number, since, state, wrong: 0, used: None, holding }
    }

    /// Its kind.
    pub fn kind(&self) -> CarrierKind {
        self.number.kind()
    }

    /// Whether it is in the post, attached or active.
    pub fn is_open(&self) -> bool {
        matches!(self.state, CarrierState::Ordered | CarrierState::Attached | CarrierState::Active)
    }

    /// Whether a key can be asked from it.
    pub fn is_usable(&self) -> bool {
        matches!(self.state, CarrierState::Active)
    }
}
