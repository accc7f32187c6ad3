//! Logging on and staying so: passwords, keys, sessions, and how often anything may be tried.

pub(crate) mod admission;
pub(crate) mod decoy;
pub(crate) mod key_question;
pub mod log_on;
pub(crate) mod password;
pub(crate) mod rate_limit;
pub mod sessions;
