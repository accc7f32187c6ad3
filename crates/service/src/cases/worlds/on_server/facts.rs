//! What is told of a world in a database on a server without opening it.

use super::OnServer;
use crate::cases::worlds::WorldsError;
use crate::cases::worlds::facts::{PointOf, Stated, WorldFacts};
use crate::store::catalogue::SavedPoint;
use rules::words::WorldName;

impl OnServer<'_> {
    /// As [`Worlds::facts`](crate::cases::worlds::Worlds::facts); the size is what its tables and those of its save points take on
    /// the server.
    pub fn facts(&self, world: &WorldName) -> Result<WorldFacts, WorldsError> {
        let (schema, real_now) = (self.schema_of(world)?, self.worlds.clock.real_now());
        let points = self.catalogue.read(|tx| tx.saved_points(&schema))?;
        let mut schemas: Vec<_> = points.iter().map(|point| point.schema.clone()).collect();
        schemas.push(schema.clone());
        let size = self.catalogue.read(|tx| tx.size_of_schemas(&schemas))?;
        let stated = self.catalogue.look_into(&schema, |tx| Stated::of(tx, real_now))?;
        Ok(stated.with(world.clone(), size, points.into_iter().map(told).collect()))
    }

    /// As [`Worlds::points`](crate::cases::worlds::Worlds::points).
    pub fn points(&self, world: &WorldName) -> Result<Vec<PointOf>, WorldsError> {
        let schema = self.schema_of(world)?;
        Ok(self.catalogue.read(|tx| tx.saved_points(&schema))?.into_iter().map(told).collect())
    }
}

fn told(point: SavedPoint) -> PointOf {
    PointOf { name: point.name, saved: point.saved, at: point.at }
}
