//! What can be done to a world of NemIDs: one intention is one case, one case is one transaction.
//!
//! `cases` is all that the site sees. `store` alone knows SQL; `outside` hashes, seals, draws, prints, sends mail and
//! reads the clock. Both are private, so that no page can name them.

pub mod cases;
mod outside;
mod store;
#[cfg(feature = "testing")]
pub mod testing;
