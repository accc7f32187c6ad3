//! What an errand is for.

use serde::{Deserialize, Serialize};

/// What an errand is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// *Bestil NemID*.
    Order,
    /// *Spær nøglekort*.
    BlockCards,
    /// *Udlever nøglekort*.
    HandOutCard,
    /// *Udlever midlertidig adgangskode*.
    Temporary,
    /// *Spær adgangskode*.
    BlockPassword,
    /// *Spær certifikat*.
    BlockCertificate,
    /// *Nøgler i telefonen*.
    OrderVoice,
    /// *Nøgleviser*.
    OrderToken,
    /// One of the administrator's actions about an employee.
    Staff,
    /// Any action of a bank or the operator, one after another.
    Any,
}
