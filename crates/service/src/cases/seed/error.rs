//! Why a world can't be seeded.

use thiserror::Error;

use crate::outside::hashing::hasher::HashError;
use crate::store::StoreError;

/// Why a world can't be seeded.
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
