//! What is logged when the service fails: what was being done, and the fault without any value that is stored.

use rocket::http::Status;
use service::cases::app::{SecurityEvent, StoreError};

/// What is answered when the store failed in something, which is logged: that it is busy where it may work in a moment.
pub fn status(what: &str, error: &StoreError) -> Status {
    match error {
        StoreError::DiskFull => Status::InsufficientStorage,
        StoreError::SessionOver => Status::Unauthorized,
        other => {
            store(what, other);
            match other {
                StoreError::Away(_) | StoreError::LostRace(_) => Status::ServiceUnavailable,
                StoreError::InDoubt(_) => Status::GatewayTimeout,
                _ => Status::InternalServerError,
            }
        }
    }
}

/// Logs that the store failed in something.
pub fn store(what: &str, error: &StoreError) {
    if error.is_damage() {
        SecurityEvent::DatabaseDamaged.tell_of_program();
    }
    log::error!(code = "store"; "{what}: {}", error.without_values());
}
