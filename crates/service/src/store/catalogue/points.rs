//! The table `points` of the catalogue. A world is named by its schema, so that it may get another name.

use jiff::Timestamp;
use rules::words::PointName;

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};

const TABLE: &str = "points";

/// A save point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedPoint {
    /// The schema of the world that was saved.
    pub world: String,
    pub name: PointName,
    /// The schema that it lies in.
    pub schema: String,
    /// When it was saved, by the real clock.
    pub saved: Timestamp,
    /// The simulated instant at which the world was saved.
    pub at: Timestamp,
}

impl Tx<'_> {
    /// The save points of the world in a schema, by name.
    pub fn saved_points(&self, world: &str) -> Result<Vec<SavedPoint>, StoreError> {
        self.list("SELECT * FROM points WHERE world = ?1 ORDER BY name", [world], read)
    }

    /// The save point of a name.
    pub fn saved_point(&self, world: &str, name: &PointName) -> Result<Option<SavedPoint>, StoreError> {
        self.find("SELECT * FROM points WHERE world = ?1 AND name = ?2", [world, name.as_str()], read)
    }

    /// Lists a save point.
    pub fn list_point(&self, point: &SavedPoint) -> Result<(), StoreError> {
        let SavedPoint { world, name, schema, saved, at } = point;
        let sql = "INSERT INTO points (world, name, schema, saved, at) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.execute_one(TABLE, sql, (world, name.as_str(), schema, instant(*saved), instant(*at)))
    }

    /// Takes a save point off the list.
    pub fn unlist_point(&self, schema: &str) -> Result<(), StoreError> {
        self.execute_one(TABLE, "DELETE FROM points WHERE schema = ?1", [schema])
    }
}

fn read(row: &Row<'_>) -> Result<SavedPoint, StoreError> {
    let from = Reader::of(TABLE, "schema", row)?;
    Ok(SavedPoint {
        world: from.get("world")?,
        name: from.word("name", PointName::parse)?,
        schema: from.get("schema")?,
        saved: from.instant("saved")?,
        at: from.instant("at")?,
    })
}
