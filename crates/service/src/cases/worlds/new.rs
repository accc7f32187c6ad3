//! A new world from the seed beside those that are there.

use std::path::Path;

use super::draft::DraftFolder;
use super::moving::closes;
use super::refusal::{broken, of_disk};
use super::{Worlds, WorldsError};
use crate::cases::open::{Opening, OpeningError};
use crate::cases::{open, seed};
use crate::store::Place;
use rules::words::WorldName;

/// How often a world that was filled is looked at until it is closed.
const TRIES: u32 = 500;

impl Worlds {
    /// Makes a new world with the persons and the clock of the beginning, under a server key of its own. It is opened as
    /// `opening` says for the folder that it is made in, filled, and closed again.
    ///
    /// # Errors
    /// [`WorldsRefusal::NameTaken`](super::WorldsRefusal::NameTaken), or that it can't be made; then nothing was.
    pub async fn prepare_new(
        &self,
        to: &WorldName,
        opening: impl FnOnce(&Path) -> Result<Opening, OpeningError>,
    ) -> Result<(), WorldsError> {
        let name = to.clone();
        let made = self.apart(move |worlds| {
            worlds.is_free(&name)?;
            DraftFolder::below(&worlds.others()).map_err(of_disk)
        });
        let folder = made.await?;
        fill(opening(folder.path()).map_err(broken)?).await?;
        let name = to.clone();
        self.apart(move |worlds| {
            closes(&Place::below(folder.path()), TRIES)?;
            worlds.settle(folder, &name)
        })
        .await
    }
}

/// Opens a new world, fills and closes it.
async fn fill(opening: Opening) -> Result<(), WorldsError> {
    let app = open::open(opening).await.map_err(broken)?;
    seed::fill(&app).await.map_err(|error| error.told().map(|never| match never {}))
}
