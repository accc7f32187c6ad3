//! A PIN letter is printed, sealed and laid on an office's shelf. Its digits are hashed when it is handed out.

use crate::cases::act::{Content, shelf_context};
use crate::cases::app::App;
use crate::outside::chance::Chance;
use crate::store::{StoreError, Tx};
use rules::actor::PlaceName;
use rules::nemid::temporary::TemporaryPlace;

/// Lays one more on a shelf.
pub(crate) fn letter(app: &App, tx: &Tx<'_>, office: &PlaceName, chance: &Chance) -> Result<(), StoreError> {
    let serial = chance.pin_letter_serial();
    let digits = chance.temporary_password().reveal().to_owned();
    let content = Content::PinLetter { serial, digits, place: TemporaryPlace::Selvbetjening };
    let sealed = app.seal(&shelf_context(serial), &content)?;
    tx.shelve_letter(office, serial, &sealed)
}
