//! A temporary password on its way into a letter: drawn and hashed before the door, posted behind it.

use crate::cases::app::{App, Origin};
use crate::outside::hashing::hasher::HashError;
use rules::nemid::temporary::{Delivery, TemporaryPlace};
use rules::temporary::NewTemporary;
use rules::words::TemporaryPasswordCode;

/// A drawn temporary password and what the rules need of it.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The digits, for the letter.
    pub digits: TemporaryPasswordCode,
    /// Their hash and the letter's number, for the rules.
    pub new: NewTemporary,
}

/// Draws one for Selvbetjening that goes by post.
pub(crate) async fn draft(app: &App, origin: &Origin) -> Result<Draft, HashError> {
    let digits = app.chance.temporary_password();
    let hash = app.hasher.hash(digits.reveal(), origin.source()).await?;
    let serial = app.chance.pin_letter_serial();
    let place = TemporaryPlace::Selvbetjening;
    Ok(Draft { digits, new: NewTemporary { hash, serial, delivery: Delivery::Posted, place } })
}
