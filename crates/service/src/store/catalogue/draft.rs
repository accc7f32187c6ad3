//! A schema in which a world or a save point is made. It is listed when it is whole; until then its maker holds a lock on it.

use std::thread;

use crate::store::catalogue::connections::Catalogue;
use crate::store::catalogue::points::SavedPoint;
use crate::store::catalogue::worlds::ListedWorld;
use crate::store::connection::Connection;
use crate::store::engine::copied::Wanted;
use crate::store::engine::server::Server;
use crate::store::engine::session::{Intent, Session};
use crate::store::transact::{transact, transact_again};
use crate::store::transfer::{Others, Side};
use crate::store::{Place, StoreError, Tx, transfer};

/// What is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    World,
    Point,
}

impl Kind {
    /// How the names of its schemas begin.
    const fn text(self) -> &'static str {
        match self {
            Self::World => "world",
            Self::Point => "point",
        }
    }
}

/// A schema in which something is made. Unless it is settled, it is removed when this ends.
pub struct DraftSchema {
    catalogue: Catalogue,
    schema: String,
    /// The connection that holds the lock on it, until it is settled.
    held: Option<Session>,
}

impl Catalogue {
    /// A new schema with the tables of a world and nothing but what every new one has.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself is not general in its lifetime"
    )]
    pub fn draft(&self, kind: Kind) -> Result<DraftSchema, StoreError> {
        let number = self.write(|tx| tx.next_schema())?;
        let schema = self.server().named_beside(&format!("{}-{number}", kind.text()));
        let mut held = self.connect()?;
        if !transact(&mut Connection::Postgres(&mut held), Intent::Read, |tx| tx.lock_schema(&schema))? {
            return Err(StoreError::LostRace(schema));
        }
        self.write(|tx| tx.begin_settling(&schema))?;
        let draft = DraftSchema { catalogue: self.clone(), schema, held: Some(held) };
        draft.aside().bring_up_to_date()?;
        Ok(draft)
    }
}

impl DraftSchema {
    /// The schema.
    pub fn schema(&self) -> &str {
        &self.schema
    }

    /// The world in it, to be opened and filled.
    pub fn server(&self) -> Server {
        self.catalogue.world_in(&self.schema)
    }

    fn aside(&self) -> Server {
        self.catalogue.server().aside(&self.schema)
    }

    /// Copies the world in another schema, as it is at one instant, without its use.
    ///
    /// # Errors
    /// [`StoreError::Away`], [`StoreError::Postgres`] and [`StoreError::Newer`].
    pub fn copy_from(&self, schema: &str) -> Result<(), StoreError> {
        self.catalogue.server().aside(schema).copy_into(&self.aside(), Wanted::World)
    }

    /// Copies the world in a file.
    ///
    /// # Errors
    /// As [`transfer::copy`].
    pub fn fill_from(&self, file: &Place) -> Result<(), StoreError> {
        transfer::copy(&Side::File(file.clone()), &Side::Schema(Box::new(self.aside())), Others::GoOn)
            .map(drop)
    }

    /// Reads or changes it in one transaction.
    ///
    /// # Errors
    /// The error of `change`, or that it could not be saved.
    pub fn change<T>(&self, change: impl Fn(&Tx<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut session = self.catalogue.connect_to(&self.schema)?;
        transact_again(&mut Connection::Postgres(&mut session), change)
    }

    /// Lists it as a world; not where the name is taken. Returns whether it was listed.
    ///
    /// # Errors
    /// [`StoreError::Away`], [`StoreError::InDoubt`], or that it was removed meanwhile.
    pub fn settle_as_world(mut self, world: &ListedWorld) -> Result<bool, StoreError> {
        let listed = self.catalogue.write(|tx| {
            if tx.listed_world(&world.name)?.is_some() {
                return Ok(false);
            }
            tx.end_settling(&world.schema)?;
            tx.list_world(world)?;
            Ok(true)
        });
        self.settled(listed)
    }

    /// Lists it as a save point, as above.
    ///
    /// # Errors
    /// As [`Self::settle_as_world`].
    pub fn settle_as_point(mut self, point: &SavedPoint) -> Result<bool, StoreError> {
        let listed = self.catalogue.write(|tx| {
            if tx.saved_point(&point.world, &point.name)?.is_some() {
                return Ok(false);
            }
            tx.end_settling(&point.schema)?;
            tx.list_point(point)?;
            Ok(true)
        });
        self.settled(listed)
    }

    /// Where nobody knows whether it was listed, it stays: if not, the next start of a program removes it.
    fn settled(&mut self, listed: Result<bool, StoreError>) -> Result<bool, StoreError> {
        if matches!(listed, Ok(true) | Err(StoreError::InDoubt(_))) {
            self.held = None;
        }
        listed
    }
}

impl Drop for DraftSchema {
    fn drop(&mut self) {
        let Some(held) = self.held.take() else { return };
        let (catalogue, schema) = (self.catalogue.clone(), self.schema.clone());
        // The thread may be one that drives others, which must not wait for the server by itself.
        let removed = thread::spawn(move || {
            let removed = catalogue.remove_unsettled(&schema);
            drop(held);
            removed
        });
        if let Ok(Err(why)) = removed.join() {
            log::warn!(
                code = "schema_left";
                "the schema {} cannot be removed now, and is at the next start: {why}",
                self.schema
            );
        }
    }
}
