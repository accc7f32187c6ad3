//! What makes a password, a card, a certificate or a whole NemID unusable: when, why and by whom.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::actor::Actor;

/// A block (spærring): when, why, by whom (Rules 3.5).
#[doc(alias = "spærring")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block<R> {
    /// The simulated instant it took effect.
    pub at: Timestamp,
    /// Why.
    pub reason: R,
    /// Who did it.
    pub by: Actor,
}

/// Why a password is blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordBlockReason {
    /// Typed wrong too many times, twice over (D2, Rules 3.5.3).
    TooManyTries,
    /// A running eight-hour lock, turned into a block at the counter so that it can be re-opened (DOMAIN 3).
    LockedThenReopening,
    /// Reset because its holder has forgotten it (Guide 3.1.3).
    Forgotten,
    /// Its holder thinks that others know it (Rules 3.5.1).
    KnownByOthers,
    /// The operator or a bank suspects that others know it (Rules 3.5.3).
    Suspicion,
    /// Its holder asked, without a reason of the others.
    HolderAsked,
}

impl PasswordBlockReason {
    /// Whether the holder may re-open with the remembered password (Guide 3.1.4).
    pub fn may_be_unlocked(self) -> bool {
        !matches!(self, Self::Forgotten)
    }
}

/// Why a key card is blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardBlockReason {
    /// Lost (Guide 3.1.6, Rules 3.5.1).
    Lost,
    /// Others have seen its keys (Rules 3.5.1).
    SeenByOthers,
    /// Its letter was not intact (Rules 3.5.1).
    LetterNotIntact,
    /// Another suspicion (Rules 3.5.3).
    OtherSuspicion,
    /// It never came with the post (Guide 3.1.1).
    NeverArrived,
    /// A newer card was taken into use (Guide 3.1.6).
    Replaced,
    /// Five wrong keys in a row (D3).
    TooManyWrongKeys,
    /// The whole NemID was blocked or closed.
    NemIdEnded,
}

/// Why a certificate is blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificateBlockReason {
    /// Its holder asked (Rules 4.3).
    HolderAsked,
    /// The password was reset as forgotten (Guide 3.1.3).
    PasswordForgotten,
    /// The rules were broken (Rules 4.3).
    RulesBroken,
    /// A changed name or e-mail was not renewed within 30 days (Rules 4.2).
    DetailsOutdated,
    /// A newer certificate took its place (Rules 4.4).
    Renewed,
    /// The whole NemID was blocked or closed.
    NemIdEnded,
}

/// Why a whole NemID is blocked (Rules 3.5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NemIdBlockReason {
    /// Its holder broke the rules.
    RulesBroken,
    /// Wrong particulars were given when it was made.
    FalseInformation,
    /// Its holder has died.
    Death,
}

/// Why a NemID is closed: ended without a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NemIdCloseReason {
    /// Its holder wanted no more of it (Rules 3.6).
    HolderAsked,
    /// Its last bank agreement had moved away long ago (Guide 3.1.5, D19).
    Superfluous,
}

/// Whether the NemID as a whole still stands. A blocked or closed one never opens again (D18).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum NemIdState {
    /// In force.
    Open,
    /// Ended by the operator.
    Blocked(Block<NemIdBlockReason>),
    /// Ended by its holder, or superfluous.
    Closed(Block<NemIdCloseReason>),
}

impl NemIdState {
    /// Whether it still stands.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open)
    }
}
