//! Another name for a world, and its end.

use std::thread::sleep;
use std::time::Duration;

use super::copy::taken;
use super::refusal::of_disk;
use super::{Worlds, WorldsError, WorldsRefusal, draft};
use crate::cases::app::refused;
use crate::outside::durable;
use crate::store::Place;
use rules::words::WorldName;

/// How long a world that is being closed is waited for, and how often it is looked at.
const CLOSES: Duration = Duration::from_millis(20);
const TRIES: u32 = 100;

impl Worlds {
    /// Gives a world another name. Where it lies in a folder it must be closed; on a server, programs that have it open close it
    /// when they see that ([`Worlds::edition`]).
    ///
    /// # Errors
    /// [`WorldsRefusal::FirstStays`], [`WorldsRefusal::Unknown`], [`WorldsRefusal::NameTaken`], [`WorldsRefusal::InUse`], or
    /// a fault of the disk; then it keeps its name.
    pub fn rename(&self, from: &WorldName, to: &WorldName) -> Result<(), WorldsError> {
        self.may_go(from)?;
        self.is_free(to)?;
        if let Some(server) = self.on_server() {
            return server.rename(from, to);
        }
        self.is_closed(from)?;
        durable::rename_folder(&self.folder(from), &self.folder(to))
            .map_err(|why| taken(why, WorldsRefusal::NameTaken))
    }

    /// Removes a world with its server key, mails and save points, as above.
    ///
    /// # Errors
    /// [`WorldsRefusal::FirstStays`], [`WorldsRefusal::Unknown`], [`WorldsRefusal::InUse`], or a fault of the disk; then it
    /// stays.
    pub fn remove(&self, name: &WorldName) -> Result<(), WorldsError> {
        self.may_go(name)?;
        if let Some(server) = self.on_server() {
            return server.remove(name);
        }
        self.is_closed(name)?;
        draft::remove(&self.folder(name)).map_err(of_disk)
    }

    /// Nobody has the world open. One that this process is closing has a moment for that.
    ///
    /// # Errors
    /// [`WorldsRefusal::Unknown`] or [`WorldsRefusal::InUse`].
    pub fn is_closed(&self, name: &WorldName) -> Result<(), WorldsError> {
        if let Some(server) = self.on_server() {
            return server.is_closed(name, CLOSES, TRIES);
        }
        self.is_there(name)?;
        closes(&Place::below(&self.folder(name)), TRIES)
    }

    fn may_go(&self, name: &WorldName) -> Result<(), WorldsError> {
        if name.is_first() {
            return Err(refused(WorldsRefusal::FirstStays));
        }
        self.is_there(name)
    }
}

/// Waits until nobody has a database open; then all of it stands in its file.
pub(super) fn closes(place: &Place, tries: u32) -> Result<(), WorldsError> {
    for _ in 0..tries {
        if place.unused().is_ok() {
            return Ok(());
        }
        sleep(CLOSES);
    }
    Err(refused(WorldsRefusal::InUse))
}
