//! A new world from the seed beside those that are there.

use super::draft::DraftFolder;
use super::moving::closes;
use super::refusal::{broken, of_disk};
use super::{Worlds, WorldsError};
use crate::cases::open::{Location, Opening, OpeningError};
use crate::cases::{open, seed};
use crate::store::Place;
use rules::words::WorldName;

/// How often a world that was filled is looked at until it is closed.
const TRIES: u32 = 500;

impl Worlds {
    /// Makes a new world with the persons and the clock of the beginning, under a server key of its own. It is opened as
    /// `opening` says for where it is made, filled, and closed again.
    ///
    /// # Errors
    /// [`WorldsRefusal::NameTaken`](super::WorldsRefusal::NameTaken), or that it can't be made; then nothing was.
    pub async fn prepare_new(
        &self,
        to: &WorldName,
        opening: impl FnOnce(Location) -> Result<Opening, OpeningError>,
    ) -> Result<(), WorldsError> {
        let name = to.clone();
        let made = self.apart(move |worlds| {
            worlds.is_free(&name)?;
            let folder = DraftFolder::below(&worlds.others()).map_err(of_disk)?;
            Ok((folder, worlds.on_server().map(|server| server.begin()).transpose()?))
        });
        let (folder, schema) = made.await?;
        let location = match &schema {
            Some(schema) => schema.location(folder.path()),
            None => Location { folder: folder.path().to_owned(), database: None, key: None },
        };
        fill(opening(location).map_err(broken)?).await?;
        let name = to.clone();
        self.apart(move |worlds| {
            if let (Some(server), Some(schema)) = (worlds.on_server(), schema) {
                return server.end(schema, &name);
            }
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
