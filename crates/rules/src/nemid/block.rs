//! Blocks, which make a password, a card, a certificate or a whole NemID unusable, and their reasons.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::actor::Actor;

/// A block (spærring): when it took effect, why, and who made it (Rules 3.5).
#[doc(alias = "spærring")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block<R> {
    /// The simulated instant it took effect.
    pub at: Timestamp,
    /// One of the reasons that this kind of block can have.
    pub reason: R,
    /// The actor who made the block.
    pub by: Actor,
}

/// Why a password is blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordBlockReason {
    /// It was typed wrong five times, and five times again after the lock (D2, Rules 3.5.3).
    TooManyTries,
    /// A running eight-hour lock was turned into a block, so that the password can be re-opened (DOMAIN 3).
    LockedThenReopening,
    /// It was reset because its holder has forgotten it (Guide 3.1.3).
    Forgotten,
    /// Its holder thinks that others know it (Rules 3.5.1).
    KnownByOthers,
    /// The operator or a bank suspects that others know it (Rules 3.5.3).
    Suspicion,
    /// The telephone that keys are read out to is lost (Rules 3.9).
    TelephoneLost,
    /// The line of that telephone may be misused (Rules 3.9).
    LineMisused,
    /// Its holder asked for it and gave none of the other reasons.
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
    /// It is lost (Guide 3.1.6, Rules 3.5.1).
    Lost,
    /// Others have seen its keys (Rules 3.5.1).
    SeenByOthers,
    /// Its letter was not intact (Rules 3.5.1).
    LetterNotIntact,
    /// There is another suspicion that it may be misused (Rules 3.5.3).
    OtherSuspicion,
    /// It never arrived by post (Guide 3.1.1).
    NeverArrived,
    /// A newer card was taken into use (Guide 3.1.6).
    Replaced,
    /// Five wrong keys were typed in a row (D3).
    TooManyWrongKeys,
    /// The whole NemID was blocked.
    NemIdBlocked,
    /// The whole NemID was closed.
    NemIdClosed,
    /// The whole NemID was blocked or closed: the word of blocks that older versions stored.
    NemIdEnded,
}

impl CardBlockReason {
    /// Whether the card was blocked with its whole NemID.
    pub fn is_end_of_nemid(self) -> bool {
        matches!(self, Self::NemIdBlocked | Self::NemIdClosed | Self::NemIdEnded)
    }
}

/// Why a token, an app or a voice line is blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CarrierBlockReason {
    /// The token, or the telephone with the app, is lost (Rules 3.5.1).
    CarrierLost,
    /// Others may know its codes, or have had access to it (Rules 3.5.1).
    AccessByOthers,
    /// The token's letter was not intact (Rules 3.5.1).
    LetterNotIntact,
    /// Others have installed an app with this NemID (Rules 3.5.1).
    InstalledByOthers,
    /// The telephone is compromised (Rules 3.5.3).
    DeviceCompromised,
    /// The telephone has essential security holes (Rules 3.5.3).
    DeviceHasHoles,
    /// There is another suspicion that it may be misused (Rules 3.5.3).
    OtherSuspicion,
    /// It never arrived by post.
    CarrierNeverArrived,
    /// No PIN was chosen for the app within a day (D37).
    NeverBegun,
    /// Its holder does not want it any more.
    HolderAsked,
    /// A newer one was taken into use.
    CarrierReplaced,
    /// Five wrong answers were given in a row (D36).
    TooManyWrongAnswers,
    /// The whole NemID was blocked.
    NemIdBlocked,
    /// The whole NemID was closed.
    NemIdClosed,
}

impl CarrierBlockReason {
    /// Whether it was blocked with its whole NemID.
    pub fn is_end_of_nemid(self) -> bool {
        matches!(self, Self::NemIdBlocked | Self::NemIdClosed)
    }
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
    /// It was not renewed within 30 days after the name or e-mail address changed (Rules 4.2).
    DetailsOutdated,
    /// Its holder got another CPR number (D28).
    CprNumberChanged,
    /// A newer certificate took its place (Rules 4.4).
    Renewed,
    /// The whole NemID was blocked.
    NemIdBlocked,
    /// The whole NemID was closed.
    NemIdClosed,
    /// The whole NemID was blocked or closed: the word of blocks that older versions stored.
    NemIdEnded,
}

impl CertificateBlockReason {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::HolderAsked,
        Self::PasswordForgotten,
        Self::RulesBroken,
        Self::DetailsOutdated,
        Self::CprNumberChanged,
        Self::Renewed,
        Self::NemIdBlocked,
        Self::NemIdClosed,
        Self::NemIdEnded,
    ];

    /// Whether another certificate takes its place without being ordered by its holder: after a renewal, and with the
    /// re-opening of a forgotten password (Guide 3.1.3).
    pub fn is_followed_by_another(self) -> bool {
        matches!(self, Self::Renewed | Self::PasswordForgotten)
    }

    /// Whether the certificate was blocked with its whole NemID.
    pub fn is_end_of_nemid(self) -> bool {
        matches!(self, Self::NemIdBlocked | Self::NemIdClosed | Self::NemIdEnded)
    }
}

/// Why a whole NemID is blocked (Rules 3.5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NemIdBlockReason {
    /// Its holder broke the rules.
    RulesBroken,
    /// False particulars were given when it was made.
    FalseInformation,
    /// Its holder has died.
    Death,
}

/// Why a NemID is closed, which is an end without anybody's fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NemIdCloseReason {
    /// Its holder ended it (Rules 3.6).
    HolderAsked,
    /// Its last bank agreement moved away six months before (Guide 3.1.5, D19).
    Superfluous,
}

/// The state of a NemID as a whole. A blocked or closed one never opens again (D18).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum NemIdState {
    /// Neither blocked nor closed.
    Open,
    /// Ended by the operator or by a reported death (Rules 3.5.3).
    Blocked(Block<NemIdBlockReason>),
    /// Ended by its holder, or because it was superfluous (Rules 3.6, D19).
    Closed(Block<NemIdCloseReason>),
}

impl NemIdState {
    /// Whether it is neither blocked nor closed.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open)
    }
}
