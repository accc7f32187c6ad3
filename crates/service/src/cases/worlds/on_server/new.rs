//! A world that is made from the seed in a database on a server.

use std::path::Path;

use super::OnServer;
use crate::cases::open::Location;
use crate::cases::worlds::WorldsError;
use crate::cases::worlds::refusal::broken;
use crate::outside::keys::server_key::ServerKey;
use crate::store::catalogue::{DraftSchema, Kind};
use rules::words::WorldName;

/// A new world that is not filled yet, with a key of its own.
pub struct NewSchema {
    draft: DraftSchema,
    key: ServerKey,
}

impl NewSchema {
    /// Where it lies, for opening it; what of it is files lies in a folder for the while.
    pub fn location(&self, folder: &Path) -> Location {
        let (database, key) = (Some(self.draft.server()), Some(self.key.clone()));
        Location { folder: folder.to_owned(), database, key }
    }
}

impl OnServer<'_> {
    /// Begins a new world.
    pub fn begin(&self) -> Result<NewSchema, WorldsError> {
        // Before anything is made: with another key than the program's nobody could open it.
        self.key(&WorldName::first())?;
        let draft = self.catalogue.draft(Kind::World)?;
        Ok(NewSchema { draft, key: ServerKey::drawn().map_err(broken)? })
    }

    /// Gives a new world that was filled its name.
    pub fn end(&self, new: NewSchema, name: &WorldName) -> Result<(), WorldsError> {
        self.settle(new.draft, name, &new.key).map(drop)
    }
}
