//! The service: what can be done to a world of NemIDs. Each intention is one case, and each case one
//! transaction.
//!
//! The site sees only `cases`. `store` alone knows SQL; `outside` hashes, seals, draws random numbers,
//! prints, sends mail and reads the clock. Both are private, so that no page can name them.

pub mod cases;
mod outside;
mod store;
#[cfg(feature = "testing")]
pub mod testing;
