//! Whether the database can be written, for a proxy that shares visitors out among several programs.

use crate::cases::app::{App, StoreError};

/// Writes something that changes nothing in the world, and waits until it is saved.
///
/// # Errors
/// Why it could not be saved.
pub async fn prove(app: &App) -> Result<(), StoreError> {
    app.store.prove_writable().await
}
