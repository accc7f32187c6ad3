//! The two offices, each with a shelf of sealed cards and PIN letters.

use super::FillingError;
use super::scene::World;
use crate::cases::door::{Content, shelf_context};
use crate::cases::places;
use crate::rules::nemid::temporary::TemporaryPlace;
use crate::store::stock::Office;

/// Sealed cards on each shelf, and as many sealed PIN letters.
const EACH: usize = 40;

/// Opens the offices and fills their shelves. The digits in a PIN letter are hashed when it is handed out.
pub(super) fn fill(world: &World<'_>) -> Result<(), FillingError> {
    for place in places::OFFICES {
        let office = Office { name: place.word(), title: place.title.into(), town: place.town.into() };
        world.tx.save_office(&office)?;
        for _ in 0..EACH {
            world.tx.shelve_card(&office.name, &world.card())?;
            let serial = world.chance.pin_letter_serial();
            let digits = world.chance.temporary_password().reveal().to_owned();
            let content = Content::PinLetter { serial, digits, place: TemporaryPlace::Selvbetjening };
            let sealed = world.house.seal(&shelf_context(serial), &content)?;
            world.tx.shelve_letter(&office.name, serial, &sealed)?;
        }
    }
    Ok(())
}
