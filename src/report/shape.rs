//! How much of the log is printed, and in which form.

use serde::{Deserialize, Serialize};

/// The amount of logging, from nothing to a line for each request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogLevel {
    Off,
    Error,
    /// Errors, warnings and all security events.
    #[default]
    #[serde(alias = "critical")]
    Warn,
    /// Each request as well: method, route, status, milliseconds.
    #[serde(alias = "normal", alias = "debug")]
    Info,
}

/// The form of the log.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// A line of text for each message.
    #[default]
    Text,
    /// A JSON object on a line of its own for each message.
    Json,
}
