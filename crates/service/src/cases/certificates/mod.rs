//! Certificates as other programs read them: the authorities that issue them, the certificate of each row, and what everybody
//! can fetch to check one.

pub(crate) mod authorities;
pub mod bodies;
pub mod encrypted_mail;
pub(crate) mod holders;
pub mod organisations;
pub mod publication;
pub mod signed_mail;
pub mod validation;

use crate::cases::app::StoreError;
use crate::outside::pki::PkiError;
pub use crate::outside::pki::names::Ca;

/// What certificates can't do is a fault of the service.
pub(crate) fn broken(error: PkiError) -> StoreError {
    StoreError::Certificates(error.to_string())
}

/// Runs what computes long where it holds up nobody.
pub(crate) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, PkiError> + Send + 'static,
) -> Result<T, StoreError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| StoreError::Certificates(error.to_string()))?.map_err(broken)
}
