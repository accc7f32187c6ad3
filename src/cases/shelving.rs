//! A PIN letter is printed, sealed and laid on an office's shelf. Its digits are hashed when it is handed out.

use super::door::{Content, shelf_context};
use super::house::House;
use crate::outside::chance::Chance;
use crate::rules::actor::PlaceName;
use crate::rules::nemid::temporary::TemporaryPlace;
use crate::store::{StoreError, Tx};

/// Lays one more on a shelf.
pub(super) fn letter(
    house: &House,
    tx: &Tx<'_>,
    office: &PlaceName,
    chance: &Chance,
) -> Result<(), StoreError> {
    let serial = chance.pin_letter_serial();
    let digits = chance.temporary_password().reveal().to_owned();
    let content = Content::PinLetter { serial, digits, place: TemporaryPlace::Selvbetjening };
    let sealed = house.seal(&shelf_context(serial), &content)?;
    tx.shelve_letter(office, serial, &sealed)
}
