//! The two offices, each with a shelf of sealed cards and PIN letters.

use crate::cases::seed::SeedError;
use crate::cases::seed::scene::World;
use crate::cases::world::stock_refill;
use crate::store::stock::Office;
use rules::places;

/// Sealed cards on each shelf, and as many sealed PIN letters.
const EACH: usize = 40;

/// Opens the offices and fills their shelves.
pub(super) fn fill(world: &World<'_>) -> Result<(), SeedError> {
    for place in places::OFFICES {
        let office = Office { name: place.word(), title: place.title.into(), town: place.town.into() };
        world.tx.save_office(&office)?;
        for _ in 0..EACH {
            world.tx.shelve_card(&office.name, &world.card())?;
            stock_refill::letter(world.app, world.tx, &office.name, world.chance)?;
        }
    }
    Ok(())
}
