//! The two offices, each with a stock of sealed cards and PIN letters.

use crate::cases::seed::error::SeedError;
use crate::cases::seed::scene::World;
use crate::cases::world::stock_refill::SealedLetter;
use crate::store::stock::Office;
use rules::places;

/// The number of sealed cards in each stock, and of sealed PIN letters.
const EACH: usize = 40;

/// Opens the offices and fills their stock.
pub(super) fn fill(world: &World<'_>) -> Result<(), SeedError> {
    for place in places::OFFICES {
        let office = Office { name: place.word(), title: place.title.into(), town: place.town.into() };
        world.act.tx.save_office(&office)?;
        for _ in 0..EACH {
            world.act.tx.shelve_card(&office.name, &world.card())?;
            SealedLetter::drawn(world.chance()).shelve(world.act, &office.name)?;
        }
    }
    Ok(())
}
