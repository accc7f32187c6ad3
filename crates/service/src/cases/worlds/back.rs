//! A world that is put back to one of its save points while the program runs.

use jiff::Timestamp;

use super::draft::DraftFolder;
use super::refusal::{broken, of_disk};
use super::{WorldsError, WorldsRefusal, points_below};
use crate::cases::app::{App, Origin, SecurityEvent, refused};
use crate::cases::upkeep::older_letters;
use crate::cases::world::anew;
use crate::store::draft::Draft;
use crate::store::{Place, StoreError};
use rules::words::PointName;

/// A save point that is ready to take the world's place: brought up to date, in a folder of its own.
struct Prepared {
    folder: DraftFolder,
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
    let (folder, point) = (points_below(&app.folder), point.clone());
    let prepared = tokio::task::spawn_blocking(move || {
        let saved = Place::below(&folder.join(point.as_str()));
        if !saved.exists() {
            return Err(refused(WorldsRefusal::PointUnknown));
        }
        prepare(&saved, DraftFolder::below(&folder).map_err(of_disk)?)
    });
    let Prepared { folder, key_id, at } = prepared.await.map_err(broken)??;
    if key_id != app.read::<_, StoreError>(|tx| tx.key_id()).await? {
        return Err(refused(WorldsRefusal::PointForeign));
    }
    let place = Place::below(folder.path());
    anew::begin_at(app, origin, at, move |act| {
        act.tx.take_over(&place)?;
        act.tell(SecurityEvent::WorldPutBack);
        Ok::<_, WorldsError>(())
    })
    .await?;
    older_letters::bring_up_to_date(app).await?;
    drop(folder);
    Ok(at)
}

fn prepare(saved: &Place, folder: DraftFolder) -> Result<Prepared, WorldsError> {
    let mut draft = Draft::copied(saved, &Place::below(folder.path()))?;
    let (key_id, at) = draft.change(|tx| Ok((tx.key_id()?, tx.stands_at()?)))?;
    draft.finish()?;
    let at = at.ok_or_else(|| broken("a save point does not say when it was saved"))?;
    Ok(Prepared { folder, key_id, at })
}
