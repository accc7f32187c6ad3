//! A world as a file on its way to or from a browser or a program. The file lies in the data folder for only as long.

use std::fs::File;

use super::draft::DraftFolder;
use super::import::Imported;
use super::refusal::of_disk;
use super::{Worlds, WorldsError};
use crate::outside::durable;
use rules::words::WorldName;

/// The name of the file in its folder.
const FILE: &str = "world.tar";

impl Worlds {
    /// A world as an open file that has no name any more.
    ///
    /// # Errors
    /// As [`Worlds::export`].
    pub fn exported(&self, world: &WorldName, with_key: bool) -> Result<File, WorldsError> {
        let folder = DraftFolder::below(&self.others()).map_err(of_disk)?;
        let file = folder.path().join(FILE);
        self.export(world, with_key, &file)?;
        File::open(file).map_err(of_disk)
    }

    /// Makes a new world of the bytes of an exported one.
    ///
    /// # Errors
    /// As [`Worlds::import`].
    pub fn import_sent(&self, sent: &[u8], to: &WorldName) -> Result<Imported, WorldsError> {
        let folder = DraftFolder::below(&self.others()).map_err(of_disk)?;
        let file = folder.path().join(FILE);
        durable::write(&file, sent).map_err(of_disk)?;
        self.import(&file, to)
    }
}
