//! Why a first world can't be made.

use thiserror::Error;

use crate::outside::hashing::hasher::HashError;
use crate::store::StoreError;

/// Why a first world can't be made.
#[derive(Debug, Error)]
pub enum SeedError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Hash(#[from] HashError),
    /// A rule refuses an action of a seeded person: a mistake of ours.
    #[error("the first persons can't be made: {who}: {why}")]
    Unlawful {
        /// The person.
        who: String,
        /// The rule's reason.
        why: String,
    },
}
