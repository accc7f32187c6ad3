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
    /// A rule refuses what a person is said to have done: a mistake of ours.
    #[error("the first persons can't be made: {who}: {why}")]
    Unlawful {
        /// Whose life it is.
        who: String,
        /// What the rule says.
        why: String,
    },
}
