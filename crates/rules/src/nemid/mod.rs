//! One NemID: the aggregate, its states and its events.
//!
//! A rule decides and returns events; [`NemId::apply`] is the only place where a NemID changes.

pub mod apply;
pub mod block;
pub mod card;
pub mod carrier;
pub mod causes;
pub mod certificate;
pub mod consent;
pub mod decision;
pub mod event;
pub mod lockout;
pub mod purpose;
pub mod reading;
pub mod secret;
pub mod temporary;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use crate::nemid::block::{Block, NemIdState};
pub use crate::nemid::card::{CardState, KeyCard};
pub use crate::nemid::carrier::{Carrier, CarrierState, DeviceId, Holding};
pub use crate::nemid::certificate::Certificate;
pub use crate::nemid::consent::{Consent, GivenConsent};
pub use crate::nemid::decision::Decision;
pub use crate::nemid::event::Event;
pub use crate::nemid::lockout::Lockout;
pub use crate::nemid::purpose::Purpose;
pub use crate::nemid::secret::{CardSalt, DigitsFingerprint, PasswordHash, PinHash};
pub use crate::nemid::temporary::TemporaryPassword;

use crate::actor::PlaceName;
use crate::nemid::block::PasswordBlockReason;
use crate::post::PostalReach;
use crate::words::{CarrierKind, Contact, CprNumber, NemIdNumber, Pid, UserId};

/// The number of keys left at which a new card is sent, unless the citizen chose another (D7).
pub const REORDER_LEVEL: u8 = 20;

/// Who made the NemID (DOMAIN 1).
#[doc(alias = "udsteder")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "issuer", content = "name", rename_all = "snake_case")]
pub enum Issuer {
    /// The public service: nemid.nu or a counter.
    Public,
    /// A bank, for a private netbank.
    Bank(PlaceName),
    /// A bank's business division: invisible to the counter (Guide 3.2.1).
    Business(PlaceName),
    /// An employer, for its staff (D20): invisible to the counter.
    Employer(PlaceName),
}

impl Issuer {
    /// Whether the counter can find such a NemID (Guide 3.2.1, D20).
    pub fn is_found_at_counter(&self) -> bool {
        matches!(self, Self::Public | Self::Bank(_))
    }

    /// The stable word in texts, tables and JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Bank(_) => "bank",
            Self::Business(_) => "business",
            Self::Employer(_) => "employer",
        }
    }
}

/// The citizen's own password.
///
/// ```text
///  not chosen ──activation──▶ in use ──block──▶ blocked ──re-opening──▶ in use
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Password {
    /// None was ever chosen: the NemID is not activated.
    NotChosen,
    /// Chosen and not blocked. A lock may run, see [`Lockout`].
    InUse {
        /// The hash to verify a typed password against.
        hash: PasswordHash,
        /// When it was chosen, changed or last re-opened.
        since: Timestamp,
    },
    /// Blocked until it is re-opened.
    Blocked {
        /// The hash, kept for re-opening with the remembered password (Guide 3.1.4).
        hash: PasswordHash,
        /// When it was chosen, changed or last re-opened.
        since: Timestamp,
        /// When, why and by whom it was blocked.
        block: Block<PasswordBlockReason>,
    },
}

impl Password {
    /// The hash, if a password was ever chosen.
    pub fn hash(&self) -> Option<&PasswordHash> {
        match self {
            Self::NotChosen => None,
            Self::InUse { hash, .. } | Self::Blocked { hash, .. } => Some(hash),
        }
    }

    /// The block, if the password is blocked.
    pub fn block(&self) -> Option<&Block<PasswordBlockReason>> {
        match self {
            Self::Blocked { block, .. } => Some(block),
            _ => None,
        }
    }
}

/// An agreement (aftale) between a NemID's holder and a bank, by which the NemID opens the bank's netbank.
#[doc(alias = "aftale")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Stable name of the bank.
    pub bank: PlaceName,
    /// When it was made or moved here.
    pub since: Timestamp,
}

/// Which version of the rules its holder accepted, and when (Rules 3.10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesAcceptance {
    /// Number of the version.
    pub version: u32,
    /// When it was accepted.
    pub at: Timestamp,
}

/// One identity: number, password, cards, perhaps a certificate, perhaps bank agreements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NemId {
    /// The NemID number (NemID-nummer).
    pub number: NemIdNumber,
    /// A counter that grows with every saved change, so that a save based on an older version is noticed.
    pub version: u32,
    /// The CPR number of its holder.
    pub holder: CprNumber,
    /// How letters reach its holder, as the register and the holder say today: no state of its own, and not saved with
    /// it (D29).
    pub reach: PostalReach,
    /// Who made it.
    pub issuer: Issuer,
    /// When it was made.
    pub created: Timestamp,
    /// Open, blocked or closed.
    pub state: NemIdState,
    /// The citizen's own password.
    pub password: Password,
    /// Wrong passwords and the lock.
    pub lockout: Lockout,
    /// The last temporary password.
    pub temporary: Option<TemporaryPassword>,
    /// All its cards, the oldest first.
    pub cards: Vec<KeyCard>,
    /// All its tokens, apps and voice lines, the oldest first (D36).
    pub carriers: Vec<Carrier>,
    /// The kind of carrier that was used last.
    pub used_last: Option<CarrierKind>,
    /// When a certificate was ordered that is not issued yet.
    pub certificate_ordered: Option<Timestamp>,
    /// All its certificates, the oldest first.
    pub certificates: Vec<Certificate>,
    /// The PID number, once it was fetched (Rules 4.1).
    pub pid: Option<Pid>,
    /// Its agreements, at most one per bank.
    pub agreements: Vec<Agreement>,
    /// What its holder has consented to, the oldest first, ended ones included (Rules 4.1).
    pub consents: Vec<GivenConsent>,
    /// When its last bank agreement moved away and left it without use (D19).
    pub superfluous_since: Option<Timestamp>,
    /// Self-chosen user id (D9).
    pub user_id: Option<UserId>,
    /// Whether the CPR number may be typed as user id (D9).
    pub cpr_log_on: bool,
    /// E-mail address and mobile number.
    pub contact: Contact,
    /// Whether the event log says at which service providers it is used (Rules 3.7).
    pub recording: bool,
    /// The number of keys left at which a new card is sent (D7).
    pub reorder_level: u8,
    /// The rules as last accepted.
    pub rules_accepted: Option<RulesAcceptance>,
}
