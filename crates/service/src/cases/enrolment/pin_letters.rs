//! A temporary password on its way into a letter: drawn and hashed before the transaction, sent in it once
//! the NemID has got it.

use crate::cases::app::{Act, App, Origin};
use crate::outside::hashing::hasher::HashError;
use crate::store::StoreError;
use rules::actor::Actor;
use rules::nemid::NemId;
use rules::nemid::temporary::{Delivery, TemporaryPlace};
use rules::temporary::NewTemporary;
use rules::words::TemporaryPasswordCode;

/// A drawn temporary password, and the part of it that the rules need.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The digits, for the letter.
    pub digits: TemporaryPasswordCode,
    /// Their hash and the letter's number, for the rules.
    pub new: NewTemporary,
}

/// Draws a temporary password for Selvbetjening that goes by post.
pub(crate) async fn draft(app: &App, origin: &Origin) -> Result<Draft, HashError> {
    let digits = app.chance.temporary_password();
    let hash = app.hasher.hash(digits.reveal(), origin.source()).await?;
    let serial = app.chance.pin_letter_serial();
    let place = TemporaryPlace::Selvbetjening;
    let fingerprint = app.tokens.digits(&digits);
    Ok(Draft { digits, new: NewTemporary { hash, fingerprint, serial, delivery: Delivery::Posted, place } })
}

/// Sends the letter if the NemID has got this temporary password: by post, or over the counter of the office whose
/// stock it is from. Returns whether it was posted.
pub(crate) fn send_if_issued(act: &Act<'_>, recorded: &NemId, draft: &Draft) -> Result<bool, StoreError> {
    let serial = draft.new.serial;
    if recorded.temporary.as_ref().is_none_or(|newest| newest.serial != serial) {
        return Ok(false);
    }
    match (draft.new.delivery, &act.stamp.actor) {
        (Delivery::HandedOut, Actor::Officer { office, .. }) => {
            act.hand_over_pin_letter(recorded, serial, &draft.digits, office)?;
            Ok(false)
        }
        _ => act.post_pin_letter(recorded, serial, &draft.digits).map(|_| true),
    }
}
