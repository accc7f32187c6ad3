//! The table `worlds` of the catalogue.

use rules::words::WorldName;

use crate::store::engine::row::Row;
use crate::store::tx::Reader;
use crate::store::{StoreError, Tx};

const TABLE: &str = "worlds";

/// A world beside the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedWorld {
    pub name: WorldName,
    /// The schema that it lies in.
    pub schema: String,
    /// Its server key, sealed by the program's.
    pub key: Vec<u8>,
}

impl Tx<'_> {
    /// All worlds but the first, by name.
    pub fn listed_worlds(&self) -> Result<Vec<ListedWorld>, StoreError> {
        self.list("SELECT * FROM worlds ORDER BY name", [], read)
    }

    /// The world of a name.
    pub fn listed_world(&self, name: &WorldName) -> Result<Option<ListedWorld>, StoreError> {
        self.find("SELECT * FROM worlds WHERE name = ?1", [name.as_str()], read)
    }

    /// Lists a world.
    pub fn list_world(&self, world: &ListedWorld) -> Result<(), StoreError> {
        let sql = "INSERT INTO worlds (name, schema, key) VALUES (?1, ?2, ?3)";
        self.execute_one(TABLE, sql, (world.name.as_str(), &world.schema, world.key.as_slice()))
    }

    /// Gives a world another name.
    pub fn rename_listed(&self, from: &WorldName, to: &WorldName) -> Result<(), StoreError> {
        let sql = "UPDATE worlds SET name = ?2 WHERE name = ?1";
        self.execute_one(TABLE, sql, [from.as_str(), to.as_str()])
    }

    /// Takes a world off the list.
    pub fn unlist_world(&self, name: &WorldName) -> Result<(), StoreError> {
        self.execute_one(TABLE, "DELETE FROM worlds WHERE name = ?1", [name.as_str()])
    }
}

fn read(row: &Row<'_>) -> Result<ListedWorld, StoreError> {
    let from = Reader::of(TABLE, "name", row)?;
    Ok(ListedWorld {
        name: from.word("name", WorldName::parse)?,
        schema: from.get("schema")?,
        key: from.get("key")?,
    })
}
