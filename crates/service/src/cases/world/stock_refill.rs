//! A PIN letter that is printed, sealed and put into an office's stock. Its digits are hashed when it is
//! handed out.

use rules::actor::PlaceName;
use rules::nemid::temporary::TemporaryPlace;
use rules::words::{PinLetterSerial, TemporaryPasswordCode};

use crate::cases::app::Act;
use crate::cases::app::content::{Content, shelf_context};
use crate::outside::chance::Chance;
use crate::store::StoreError;

/// A PIN letter for the stock.
pub(crate) struct SealedLetter {
    serial: PinLetterSerial,
    digits: TemporaryPasswordCode,
}

impl SealedLetter {
    pub(crate) fn drawn(chance: &Chance) -> Self {
        Self { serial: chance.pin_letter_serial(), digits: chance.temporary_password() }
    }

    /// Puts it into an office's stock.
    pub(crate) fn shelve(&self, act: &Act<'_>, office: &PlaceName) -> Result<(), StoreError> {
        let (serial, digits) = (self.serial, self.digits.reveal().to_owned());
        let content =
            Content::PinLetter { serial, digits, place: TemporaryPlace::Selvbetjening, issued: None };
        act.tx.shelve_letter(office, serial, &act.app.seal(&shelf_context(serial), &content)?)
    }
}
