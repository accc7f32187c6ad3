//! The seed: what a new world begins with, with the same persons, numbers and days on every machine.
//!
//! What has happened to the persons before the world begins goes through the rules and the unit of work, with
//! stamps in the past, so that everything in the world could really have come about. Whoever is made later
//! ([`newcomer`]) comes about in the same way.

mod error;
mod life;
pub mod newcomer;
mod persons;
mod scene;
mod secrets;
mod signed;
mod staff;
mod stock;
mod terms;

use rules::actor::{Actor, Channel};

use crate::cases::app::{App, Origin};
use crate::cases::open;
pub use crate::cases::seed::error::SeedError;
use crate::cases::seed::scene::World;
use crate::cases::seed::secrets::{Secrets, Seed};
use crate::cases::world::post::{self, Budget};
use crate::store::StoreError;

/// The seed of every random number. Another seed gives another world.
const SEED: u64 = 0x004E_656D_4944_2019;

/// Seeds a new world with its persons, offices and staff. Does nothing to a world that is seeded already.
///
/// # Errors
/// [`SeedError`] when seeding fails; then nothing is written.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself is not general in its lifetime"
)]
pub async fn fill(app: &App) -> Result<(), SeedError> {
    if app.read::<_, StoreError>(|tx| tx.is_filled()).await? {
        return Ok(());
    }
    let passwords: Vec<_> = persons::passwords().chain(staff::passwords()).collect();
    let secrets = Secrets::hashed(app, Seed::World(SEED), &passwords).await?;
    app.act(&Origin::inside(Channel::Clock), Actor::Clock, move |act| {
        if act.tx.is_filled()? {
            return Ok(());
        }
        terms::enter(act.tx)?;
        let secrets = secrets.dealt();
        let mut world = World::new(act, &secrets)?;
        stock::fill(&world)?;
        staff::hire(&mut world)?;
        persons::live(&world)?;
        post::deliver_arrived(act, open::world_starts(), &mut Budget::unlimited())?;
        world.note_old_messages_sent()?;
        world.enter_signed()?;
        debug_assert_eq!(secrets.left(), 0, "more temporary passwords were hashed than are needed");
        Ok(act.tx.save_filled()?)
    })
    .await
}
