//! A temporary password on its way into a letter: drawn and hashed before the door, posted behind it once the NemID has
//! got it.

use jiff::Timestamp;

use super::house::{House, Origin};
use crate::outside::hasher::HashError;
use crate::rules::nemid::NemId;
use crate::rules::nemid::temporary::{Delivery, TemporaryPlace};
use crate::rules::temporary::NewTemporary;
use crate::rules::words::TemporaryPasswordCode;
use crate::store::{StoreError, Tx};

/// A drawn temporary password and what the rules need of it.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The digits, for the letter.
    pub digits: TemporaryPasswordCode,
    /// Their hash and the letter's number, for the rules.
    pub new: NewTemporary,
}

/// Draws one for Selvbetjening that goes by post.
pub(super) async fn draft(house: &House, origin: &Origin) -> Result<Draft, HashError> {
    let digits = house.chance.temporary_password();
    let hash = house.hasher.hash(digits.reveal(), origin.source()).await?;
    let serial = house.chance.pin_letter_serial();
    let place = TemporaryPlace::Selvbetjening;
    Ok(Draft { digits, new: NewTemporary { hash, serial, delivery: Delivery::Posted, place } })
}

/// Posts the letter if the NemID, as it was recorded, has got this temporary password; says whether it has.
pub(super) fn post_if_issued(
    tx: &Tx<'_>,
    house: &House,
    recorded: &NemId,
    draft: &Draft,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let serial = draft.new.serial;
    let issued = recorded.temporary.as_ref().is_some_and(|newest| newest.serial == serial);
    if issued {
        house.post_pin_letter(tx, recorded, (serial, &draft.digits), at)?;
    }
    Ok(issued)
}
