//! The first filling of a new world: the same persons, numbers and days for everybody, from one fixed seed.
//!
//! What has happened to the persons before the world starts happens through the rules and the one door, with stamps
//! back in time, so that the world that a trainer meets is one that could have come about.

mod life;
mod persons;
mod scene;
mod secrets;
mod staff;
mod stock;
mod terms;

use std::sync::Arc;

use thiserror::Error;

use crate::cases::app::App;
use crate::cases::open;
use crate::cases::seed::scene::World;
use crate::cases::seed::secrets::Secrets;
use crate::outside::chance::Chance;
use crate::outside::hashing::hasher::HashError;
use crate::store::StoreError;

/// The seed of every drawn number. Another one is another world.
const SEED: u64 = 0x004E_656D_4944_2019;

/// Why the world can't be filled.
#[derive(Debug, Error)]
pub enum SeedError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The hasher.
    #[error(transparent)]
    Hash(#[from] HashError),
    /// A rule refuses what a person is said to have done: a mistake of ours.
    #[error("the first persons can't be made: {who}: {why}")]
    Unlawful {
        /// Whose life it is.
        who: String,
        /// What the rule says.
        why: String,
    },
}

/// Fills a new world with its persons, offices and staff; does nothing to one that is filled already.
///
/// # Errors
/// When it can't be written; then nothing is.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself is not general in its lifetime"
)]
pub async fn fill(app: &Arc<App>) -> Result<(), SeedError> {
    if app.store.read::<_, StoreError, _>(|tx| tx.is_filled()).await? {
        return Ok(());
    }
    let chance = Chance::seeded(SEED);
    let secrets = Secrets::hashed(app, &chance).await?;
    let inner = app.clone();
    app.store
        .write(move |tx| {
            if tx.is_filled()? {
                return Ok(());
            }
            terms::enter(tx)?;
            let mut world = World::new(&inner, tx, &chance, &secrets)?;
            stock::fill(&world)?;
            staff::hire(&mut world)?;
            persons::live(&world)?;
            inner.deliver_arrived(tx, open::world_starts())?;
            world.note_old_messages_sent()?;
            debug_assert_eq!(secrets.left(), 0, "more temporary passwords were hashed than are needed");
            Ok(tx.save_filled()?)
        })
        .await
}
