//! What is logged when the service fails: what was being done, and the fault without any value that is stored.

use service::cases::app::{SecurityEvent, StoreError};

/// Logs that the store failed in something.
pub fn store(what: &str, error: &StoreError) {
    if error.is_damage() {
        SecurityEvent::DatabaseDamaged.tell_of_program();
    }
    log::error!(code = "store"; "{what}: {}", error.without_values());
}
