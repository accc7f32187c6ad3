//! A world that is put back to one of its save points while the program runs.

use jiff::Timestamp;

use super::draft::DraftFolder;
use super::refusal::{broken, of_disk};
use super::{Worlds, WorldsError, WorldsRefusal, points_below};
use crate::cases::app::{App, Origin, SecurityEvent, refused};
use crate::cases::upkeep::older_letters;
use crate::cases::world::anew;
use crate::store::draft::Draft;
use crate::store::taken_over::Saved;
use crate::store::{Place, StoreError, Tx};
use rules::words::PointName;

/// A save point that is ready to take the world's place: brought up to date, and nobody else's.
struct Prepared {
    saved: Saved,
    /// The folder that it lies in, if it was copied for this.
    folder: Option<DraftFolder>,
    key_id: Option<String>,
    at: Timestamp,
}

/// Puts the world back to a save point, with the clock at the instant at which that was saved: all of it in one transaction.
/// Everybody is logged off, and e-mails stay in the world's folder. Returns that instant.
///
/// # Errors
/// [`WorldsRefusal::PointUnknown`], [`WorldsRefusal::PointForeign`], or a fault of the disk; then the world stays as it is.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself is not general in its lifetime"
)]
pub async fn back(app: &App, origin: &Origin, point: &PointName) -> Result<Timestamp, WorldsError> {
    let (worlds, point) = (Worlds::beside(app), point.clone());
    let world = app.database().map(|server| server.schema().to_owned());
    let prepared = tokio::task::spawn_blocking(move || match &world {
        Some(world) => worlds.prepare_schema(world, &point),
        None => worlds.prepare_file(&point),
    });
    let Prepared { saved, folder, key_id, at } = prepared.await.map_err(broken)??;
    if key_id != app.read::<_, StoreError>(|tx| tx.key_id()).await? {
        return Err(refused(WorldsRefusal::PointForeign));
    }
    anew::begin_at(app, origin, at, move |act| {
        act.tx.take_over(&saved)?;
        act.tell(SecurityEvent::WorldPutBack);
        Ok::<_, WorldsError>(())
    })
    .await?;
    older_letters::bring_up_to_date(app).await?;
    drop(folder);
    Ok(at)
}

impl Worlds {
    /// A save point in the folder of the one world that these are the worlds beside.
    fn prepare_file(&self, point: &PointName) -> Result<Prepared, WorldsError> {
        let folder = points_below(&self.data);
        let saved = Place::below(&folder.join(point.as_str()));
        if !saved.exists() {
            return Err(refused(WorldsRefusal::PointUnknown));
        }
        let folder = DraftFolder::below(&folder).map_err(of_disk)?;
        let place = Place::below(folder.path());
        let mut draft = Draft::copied(&saved, &place)?;
        let stated = draft.change(stated)?;
        draft.finish()?;
        stated.prepared(Saved::File(place), Some(folder))
    }

    /// A save point of the world in a schema: it is brought up to date where it lies, as a world is that is opened.
    fn prepare_schema(&self, world: &str, point: &PointName) -> Result<Prepared, WorldsError> {
        let Some(server) = self.on_server() else { return Err(refused(WorldsRefusal::PointUnknown)) };
        let schema = server.schema_of_point(world, point)?;
        server.bring_up_to_date(&schema)?;
        let stated = server.look_into(&schema, stated)?;
        stated.prepared(Saved::Schema(schema), None)
    }
}

/// What a save point says of itself.
struct Stated {
    key_id: Option<String>,
    at: Option<Timestamp>,
}

fn stated(tx: &Tx<'_>) -> Result<Stated, StoreError> {
    Ok(Stated { key_id: tx.key_id()?, at: tx.stands_at()? })
}

impl Stated {
    fn prepared(self, saved: Saved, folder: Option<DraftFolder>) -> Result<Prepared, WorldsError> {
        let at = self.at.ok_or_else(|| broken("a save point does not say when it was saved"))?;
        Ok(Prepared { saved, folder, key_id: self.key_id, at })
    }
}
