//! Save points: a world as it was at an instant, to which it can be put back and from which others can be made.

use super::copy::{new_mark, taken};
use super::draft::DraftFolder;
use super::facts::instant_of;
use super::refusal::of_disk;
use super::{Worlds, WorldsError, WorldsRefusal, draft};
use crate::cases::app::refused;
use crate::store::Place;
use crate::store::detached::Apart;
use crate::store::draft::Draft;
use rules::words::{PointName, WorldName, WorldSource};

impl Worlds {
    /// Saves a world as it is now, also while it is open and used. What is kept is the database without its use, as in a copy;
    /// the server key is the world's.
    ///
    /// # Errors
    /// [`WorldsRefusal::Unknown`], [`WorldsRefusal::PointTaken`], or a fault of the disk; then nothing was saved.
    pub fn save(&self, world: &WorldName, point: &PointName) -> Result<(), WorldsError> {
        if let Some(server) = self.on_server() {
            return server.save(world, point);
        }
        let origin = self.database(&WorldSource { world: world.clone(), point: None })?;
        let place = self.point_folder(world, point);
        if place.exists() {
            return Err(refused(WorldsRefusal::PointTaken));
        }
        let folder = DraftFolder::below(&self.points_of(world)).map_err(of_disk)?;
        let mut copy = Draft::copied(&origin, &Place::below(folder.path()))?;
        let real_now = self.clock.real_now();
        copy.change(|tx| {
            let stands_at = Some(instant_of(tx, real_now)?);
            tx.set_apart(&Apart { mark: new_mark()?, stands_at })
        })?;
        copy.finish()?;
        folder.settle_as(&place).map_err(|why| taken(why, WorldsRefusal::PointTaken))
    }

    /// Removes a save point.
    ///
    /// # Errors
    /// [`WorldsRefusal::Unknown`], [`WorldsRefusal::PointUnknown`], or a fault of the disk.
    pub fn forget_point(&self, world: &WorldName, point: &PointName) -> Result<(), WorldsError> {
        if let Some(server) = self.on_server() {
            return server.forget_point(world, point);
        }
        self.database(&WorldSource { world: world.clone(), point: Some(point.clone()) })?;
        draft::remove(&self.point_folder(world, point)).map_err(of_disk)
    }
}
