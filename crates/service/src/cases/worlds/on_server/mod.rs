//! The worlds in a database on a server (D42). Their statements stand in [`Catalogue`]; here is what a program adds to them: keys
//! that its own key seals, and the folder in which it keeps what it writes of a world's mail.
//!
//! Another program may remove or rename a world at any time. The list changes in one transaction, and no schema is given out
//! twice: whoever still has the old one open finds it gone, and never another world in its place.

mod copy;
mod facts;
mod folders;
mod keys;
mod moving;
pub(super) mod new;
mod posted;

use super::{Edition, Worlds, WorldsError, WorldsRefusal};
use crate::cases::app::refused;
use crate::cases::open::Location;
use crate::store::catalogue::{Catalogue, ListedWorld};
use crate::store::{StoreError, Tx};
use rules::words::{PointName, WorldName, WorldSource};

/// The worlds of a program whose database is on a server.
pub(super) struct OnServer<'w> {
    worlds: &'w Worlds,
    catalogue: &'w Catalogue,
}

impl Worlds {
    /// The same where they lie in a database on a server.
    pub(super) fn on_server(&self) -> Option<OnServer<'_>> {
        self.catalogue.as_ref().map(|catalogue| OnServer { worlds: self, catalogue })
    }
}

impl OnServer<'_> {
    /// As [`Worlds::shown`].
    pub fn shown(&self, name: &WorldName) -> Result<String, WorldsError> {
        Ok(self.catalogue.world_in(&self.schema_of(name)?).shown())
    }

    /// As [`Worlds::location`].
    pub fn location(&self, name: &WorldName) -> Result<Location, WorldsError> {
        if name.is_first() {
            let database = Some(self.catalogue.first());
            return Ok(Location { folder: self.worlds.folder(name), database, key: None });
        }
        let world = self.listed(name)?;
        Ok(Location {
            folder: self.folder_for(&world)?,
            database: Some(self.catalogue.world_in(&world.schema)),
            key: Some(self.opened(&world)?),
        })
    }

    /// As [`Worlds::names`].
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself is not general in its lifetime"
    )]
    pub fn names(&self) -> Result<Vec<WorldName>, WorldsError> {
        let first = self.has(&WorldName::first())?.then(WorldName::first);
        let others = self.catalogue.read(|tx| tx.listed_worlds())?.into_iter().map(|world| world.name);
        Ok(first.into_iter().chain(others).collect())
    }

    /// As [`Worlds::has`].
    pub fn has(&self, name: &WorldName) -> Result<bool, WorldsError> {
        Ok(self.edition(name)?.is_some())
    }

    /// As [`Worlds::edition`].
    pub fn edition(&self, name: &WorldName) -> Result<Option<Edition>, WorldsError> {
        if name.is_first() {
            let first = self.catalogue.first();
            return Ok(first.has_world_now()?.then(|| Edition(first.schema().to_owned())));
        }
        Ok(self.catalogue.read(|tx| tx.listed_world(name))?.map(|world| Edition(world.schema)))
    }

    /// As [`Worlds::tidy`].
    pub fn tidy(&self) -> Result<(), WorldsError> {
        self.catalogue.tidy()?;
        self.tidy_folders()
    }

    /// Brings the world or save point in a schema up to date.
    pub fn bring_up_to_date(&self, schema: &str) -> Result<(), WorldsError> {
        Ok(self.catalogue.bring_up_to_date(schema)?)
    }

    /// Reads the world or save point in a schema without opening it.
    pub fn look_into<T>(
        &self,
        schema: &str,
        look: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, WorldsError> {
        Ok(self.catalogue.look_into(schema, look)?)
    }

    fn listed(&self, name: &WorldName) -> Result<ListedWorld, WorldsError> {
        self.catalogue.read(|tx| tx.listed_world(name))?.ok_or_else(|| refused(WorldsRefusal::Unknown))
    }

    /// The schema of a world that is there.
    fn schema_of(&self, name: &WorldName) -> Result<String, WorldsError> {
        self.edition(name)?.map(|Edition(schema)| schema).ok_or_else(|| refused(WorldsRefusal::Unknown))
    }

    /// The schema of a save point.
    pub fn schema_of_point(&self, world: &str, point: &PointName) -> Result<String, WorldsError> {
        let point = self.catalogue.read(|tx| tx.saved_point(world, point))?;
        point.map(|point| point.schema).ok_or_else(|| refused(WorldsRefusal::PointUnknown))
    }

    /// The schema of a world or of one of its save points.
    pub fn schema(&self, of: &WorldSource) -> Result<String, WorldsError> {
        let world = self.schema_of(&of.world)?;
        of.point.as_ref().map_or(Ok(world.clone()), |point| self.schema_of_point(&world, point))
    }
}
