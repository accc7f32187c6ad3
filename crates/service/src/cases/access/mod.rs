//! Logging on and staying logged on: passwords, keys, sessions and rate limits.

pub(crate) mod admission;
pub mod audience;
pub mod calls;
pub mod control_room;
pub(crate) mod credentials;
pub(crate) mod decoy;
pub mod drafts;
pub(crate) mod guesses;
pub mod invitations;
pub mod key_question;
pub mod log_on;
pub(crate) mod misplaced;
pub mod password;
mod posed;
pub(crate) mod rate_limit;
mod reached;
pub mod refusal;
pub(crate) mod refused;
pub mod requests;
pub(crate) mod sent_once;
pub mod sessions;
pub(crate) mod stranger;
pub mod time_left;
pub(crate) mod verdict;
