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

use std::sync::Arc;

use jiff::Timestamp;
use rules::actor::{Actor, Channel, Stamp};

use crate::cases::app::{Act, App, Origin, SecurityEvent};
use crate::cases::open;
pub use crate::cases::seed::error::SeedError;
use crate::cases::seed::scene::World;
use crate::cases::seed::secrets::{Secrets, Seed};
use crate::cases::world::anew;
use crate::cases::world::post::{self, Budget};
use crate::store::StoreError;

/// The seed of every random number. Another seed gives another world.
const SEED: u64 = 0x004E_656D_4944_2019;

/// How often the end of a change by another process is waited for, each time as long as every change waits: on a slow machine
/// seeding takes longer than that.
const WAITS: usize = 6;

/// Seeds a new world with its persons, offices and staff. Does nothing to a world that is seeded already; of two processes that
/// begin at once, one seeds and the other waits.
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
    let secrets = Arc::new(secrets(app).await?);
    let (origin, mut waits) = (Origin::inside(Channel::Clock), 1);
    loop {
        let secrets = Arc::clone(&secrets);
        let filled =
            app.act(
                &origin,
                Actor::Clock,
                move |act| {
                    if act.tx.is_filled()? { Ok(()) } else { begin(act, &secrets) }
                },
            );
        match filled.await {
            Err(SeedError::Store(error)) if error.is_of_another_change() && waits < WAITS => waits += 1,
            other => return other,
        }
    }
}

/// Begins the world anew, with the persons and the clock of its beginning (D34): all of it in one transaction. Every session,
/// and whatever else there was, is gone. Returns the instant at which the new world begins.
///
/// # Errors
/// [`SeedError`] when it can't be seeded; then the old world stays.
pub async fn begin_anew(app: &App, origin: &Origin) -> Result<Timestamp, SeedError> {
    let secrets = secrets(app).await?;
    let starts = open::world_starts();
    anew::begin_at(app, origin, starts, move |act| {
        act.tx.empty()?;
        let unasked = act.as_asked_from(&Origin::inside(Channel::Clock), Actor::Clock);
        begin(&unasked.stamped(Stamp::clock(starts)), &secrets)?;
        act.tell(SecurityEvent::WorldReset);
        Ok::<_, SeedError>(())
    })
    .await?;
    Ok(starts)
}

async fn secrets(app: &App) -> Result<Secrets, SeedError> {
    let passwords: Vec<_> = persons::passwords().chain(staff::passwords()).collect();
    Ok(Secrets::hashed(app, Seed::World(SEED), &passwords).await?)
}

fn begin(act: &Act<'_>, secrets: &Secrets) -> Result<(), SeedError> {
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
}
