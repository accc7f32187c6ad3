//! Why a world can't be seeded.

use std::convert::Infallible;

use thiserror::Error;

use crate::cases::app::CaseError;
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

impl SeedError {
    /// The same as the error of a case, for whoever asked for it in the running world.
    pub fn told(self) -> CaseError<Infallible> {
        match self {
            Self::Store(error) => error.into(),
            Self::Hash(error) => error.into(),
            other @ Self::Unlawful { .. } => CaseError::Broken(other.to_string()),
        }
    }
}
