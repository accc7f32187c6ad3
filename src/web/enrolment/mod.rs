//! Enrolment, that is activation and re-opening, page by page: one flow for Selvbetjening and the netbanks
//! (Guide 3.1.2, 3.2.2). It begins with a temporary password, lasts at most half an hour (D11), and ends with
//! a key. A cookie holds the one in progress; going back to a step that is done loses nothing.
//!
//! Each audience has its own routes and its own [`frame::Frame`]; everything else is here, a file for each
//! page.

pub mod at;
pub mod begin;
pub mod card;
pub mod consents;
pub mod details;
pub mod ended;
pub mod frame;
pub mod key;
pub mod password;
pub mod receipt;
pub mod remember;
pub mod step;
