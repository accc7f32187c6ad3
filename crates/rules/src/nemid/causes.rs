//! What events say of why: why a card was ordered, why a log-on was refused, and what was consented to.

use serde::{Deserialize, Serialize};

/// Why a card was ordered to be posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardOrderReason {
    /// The first card of a new NemID.
    First,
    /// Few keys were left on the card in use (D7).
    RunningLow,
    /// Its holder asked for a replacement.
    Replacement,
    /// Its holder asked for an extra one (Guide 3.1.7).
    Extra,
}

/// Why a log-on was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogOnBar {
    /// The eight-hour lock is running (D2).
    Locked,
    /// The password is blocked.
    PasswordBlocked,
    /// The NemID is blocked.
    NemIdBlocked,
    /// The NemID is closed.
    NemIdClosed,
    /// It has no card that can be used.
    NoCard,
    /// The site needs a valid certificate.
    NoCertificate,
    /// Its holder has no role that gives access (D20).
    NoRole,
    /// The bank has no agreement with it.
    NoAgreement,
    /// The password was wrong, and typed at a place that is not the holder's own: it counts apart (D23).
    WrongFromElsewhere,
}

/// What the citizen agreed to when the certificate was tied to the NemID (Rules 4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a tick of its own")]
pub struct Consents {
    /// Name and address are looked up in CPR.
    pub cpr_lookup: bool,
    /// The PID service learns which CPR number belongs to the PID.
    pub pid_service: bool,
    /// The PID number of an earlier signature is fetched from the PID service.
    #[serde(default)]
    pub earlier_pid: bool,
    /// Particulars are exchanged with the bank.
    pub bank_exchange: bool,
}

/// How often something happened that an entry does not count.
pub(super) fn once() -> u32 {
    1
}

/// Whether there is nothing to count.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it in like this")]
pub(super) fn is_once(times: &u32) -> bool {
    *times == 1
}
