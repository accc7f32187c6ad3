//! How a case fails: refused, for a reason of the visitor's, or with an error of the service.

use std::error::Error;

use crate::cases::app::security::SecurityEvent;
use crate::outside::hashing::hasher::HashError;
use crate::outside::keys::seal::SealError;
pub use crate::store::StoreError;

/// Why a case did not do what it was asked to do. Nothing was written, except by an
/// [`Attempt`](super::act::Attempt) that was refused.
#[derive(Debug, thiserror::Error)]
pub enum CaseError<R: Error> {
    /// The rules say no.
    #[error(transparent)]
    Refused(R),
    /// The hashing queue is full, others kept changing the same NemID, or the database can't be reached: nothing was
    /// counted; the visitor may try again.
    #[error("busy")]
    Busy,
    /// The session in whose name it was asked has ended meanwhile: the visitor logs on again.
    #[error("the session has ended")]
    SessionOver,
    /// The connection to the database was lost while a change was saved, so that nobody knows whether it was.
    #[error("nobody knows whether it was saved")]
    InDoubt,
    /// The service failed.
    #[error("broken: {0}")]
    Broken(String),
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
}

impl<R: Error> From<StoreError> for CaseError<R> {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::DiskFull => Self::DiskFull,
            StoreError::LostRace(_) => Self::Busy,
            StoreError::Away(why) => {
                log::error!(code = "store"; "the database cannot be reached: {why}");
                Self::Busy
            }
            StoreError::InDoubt(why) => {
                log::error!(code = "store"; "nobody knows whether a change was saved: {why}");
                Self::InDoubt
            }
            StoreError::SessionOver => Self::SessionOver,
            other => {
                if other.is_damage() {
                    SecurityEvent::DatabaseDamaged.tell_of_program();
                }
                Self::Broken(other.without_values())
            }
        }
    }
}

impl<R: Error> From<HashError> for CaseError<R> {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy => Self::Busy,
            other => Self::Broken(other.to_string()),
        }
    }
}

impl<R: Error> From<SealError> for CaseError<R> {
    fn from(error: SealError) -> Self {
        Self::Broken(error.to_string())
    }
}

impl<R: Error> CaseError<R> {
    /// The same error with its refusal converted.
    pub fn map<S: Error>(self, to: impl FnOnce(R) -> S) -> CaseError<S> {
        match self {
            Self::Refused(refusal) => CaseError::Refused(to(refusal)),
            Self::Busy => CaseError::Busy,
            Self::InDoubt => CaseError::InDoubt,
            Self::SessionOver => CaseError::SessionOver,
            Self::Broken(why) => CaseError::Broken(why),
            Self::DiskFull => CaseError::DiskFull,
        }
    }
}

/// Turns a rule's refusal into the error of a case.
pub fn refused<R: Error>(refusal: impl Into<R>) -> CaseError<R> {
    CaseError::Refused(refusal.into())
}
