//! Activation and re-opening: from the temporary password to the first key.

pub mod activation;
pub mod begin;
pub(crate) mod choices;
pub(crate) mod password_trace;
pub(crate) mod pin_letters;
pub mod problem;
pub mod reopening;
pub mod steps;
