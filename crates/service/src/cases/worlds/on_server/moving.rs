//! Another name for a world in a database on a server, and its end. The list is changed in one transaction; programs that have the
//! world open see it at their next look, and close it.

use std::thread::sleep;
use std::time::Duration;

use super::OnServer;
use crate::cases::app::refused;
use crate::cases::worlds::{WorldsError, WorldsRefusal};
use crate::store::catalogue::Renamed;
use rules::words::WorldName;

impl OnServer<'_> {
    /// As [`Worlds::rename`](crate::cases::worlds::Worlds::rename).
    pub fn rename(&self, from: &WorldName, to: &WorldName) -> Result<(), WorldsError> {
        match self.catalogue.rename(from, to)? {
            Renamed::Done(world) => self.rename_folder(&world, to),
            Renamed::Unknown => Err(refused(WorldsRefusal::Unknown)),
            Renamed::Taken => Err(refused(WorldsRefusal::NameTaken)),
        }
    }

    /// As [`Worlds::remove`](crate::cases::worlds::Worlds::remove).
    pub fn remove(&self, name: &WorldName) -> Result<(), WorldsError> {
        let world = self.listed(name)?;
        if !self.catalogue.remove_world(name)? {
            return Err(refused(WorldsRefusal::Unknown));
        }
        self.remove_folder(&world)
    }

    /// As [`Worlds::is_closed`](crate::cases::worlds::Worlds::is_closed): no program on whatever machine has it open.
    pub fn is_closed(&self, name: &WorldName, pause: Duration, tries: u32) -> Result<(), WorldsError> {
        let world = self.catalogue.world_in(&self.schema_of(name)?);
        for _ in 0..tries {
            if !world.is_served_now()? {
                return Ok(());
            }
            sleep(pause);
        }
        Err(refused(WorldsRefusal::InUse))
    }
}
