//! Another name for a world, and the end of worlds and save points: they are off the list at once, and their schemas go when no
//! program has them open any more.

use std::thread::sleep;
use std::time::{Duration, Instant};

use rules::words::{PointName, WorldName};

use crate::store::StoreError;
use crate::store::catalogue::connections::Catalogue;
use crate::store::catalogue::points::SavedPoint;
use crate::store::catalogue::worlds::ListedWorld;
use crate::store::connection::Connection;
use crate::store::engine::session::Intent;
use crate::store::transact::transact;

/// How long is waited for other programs that have a removed world open: they look every second.
const CLOSES: Duration = Duration::from_secs(5);
/// The pause between two looks at whether they have.
const LOOK: Duration = Duration::from_millis(20);

/// What became of a world that was to get another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Renamed {
    /// It has it; this is the world as it was listed before.
    Done(ListedWorld),
    /// There is no such world.
    Unknown,
    /// Another world has the name.
    Taken,
}

impl Catalogue {
    /// Gives a world another name.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::InDoubt`].
    pub fn rename(&self, from: &WorldName, to: &WorldName) -> Result<Renamed, StoreError> {
        self.write(|tx| {
            let Some(world) = tx.listed_world(from)? else { return Ok(Renamed::Unknown) };
            if tx.listed_world(to)?.is_some() {
                return Ok(Renamed::Taken);
            }
            tx.rename_listed(from, to)?;
            Ok(Renamed::Done(world))
        })
    }

    /// Removes a world with its save points. Returns whether there was one.
    ///
    /// # Errors
    /// [`StoreError::Away`], [`StoreError::InDoubt`] and [`StoreError::Postgres`].
    pub fn remove_world(&self, name: &WorldName) -> Result<bool, StoreError> {
        let gone = self.write(|tx| {
            let Some(world) = tx.listed_world(name)? else { return Ok(None) };
            let mut gone = vec![world.schema.clone()];
            for SavedPoint { schema, .. } in tx.saved_points(&world.schema)? {
                tx.unlist_point(&schema)?;
                gone.push(schema);
            }
            tx.unlist_world(name)?;
            gone.iter().try_for_each(|schema| tx.begin_settling(schema))?;
            Ok(Some(gone))
        })?;
        let Some(gone) = gone else { return Ok(false) };
        self.remove_when_closed(&gone)?;
        Ok(true)
    }

    /// Removes a save point of the world in a schema. Returns whether there was one.
    ///
    /// # Errors
    /// As [`Self::remove_world`].
    pub fn remove_point(&self, world: &str, name: &PointName) -> Result<bool, StoreError> {
        let gone = self.write(|tx| {
            let Some(point) = tx.saved_point(world, name)? else { return Ok(None) };
            tx.unlist_point(&point.schema)?;
            tx.begin_settling(&point.schema)?;
            Ok(Some(point.schema))
        })?;
        let Some(gone) = gone else { return Ok(false) };
        self.remove_when_closed(&[gone])?;
        Ok(true)
    }

    /// Removes all save points of the world in a schema.
    ///
    /// # Errors
    /// As [`Self::remove_world`].
    pub fn remove_points_of(&self, world: &str) -> Result<(), StoreError> {
        for SavedPoint { name, .. } in self.read(|tx| tx.saved_points(world))? {
            self.remove_point(world, &name)?;
        }
        Ok(())
    }

    /// Removes the schemas of what is made no more, and of what was removed. Those that somebody is at work on, or still has open,
    /// stay.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself is not general in its lifetime"
    )]
    pub fn tidy(&self) -> Result<(), StoreError> {
        for schema in self.read(|tx| tx.unsettled())? {
            self.remove_unless_held(&schema)?;
        }
        Ok(())
    }

    fn remove_when_closed(&self, schemas: &[String]) -> Result<(), StoreError> {
        let begun = Instant::now();
        for schema in schemas {
            while self.world_in(schema).is_served_now()? && begun.elapsed() < CLOSES {
                sleep(LOOK);
            }
            self.remove_unless_held(schema)?;
        }
        Ok(())
    }

    fn remove_unless_held(&self, schema: &str) -> Result<(), StoreError> {
        // The lock ends with the connection.
        let mut session = self.connect()?;
        let is_ours =
            transact(&mut Connection::Postgres(&mut session), Intent::Read, |tx| tx.lock_schema(schema))?;
        if is_ours && !self.world_in(schema).is_served_now()? {
            self.remove_unsettled(schema)?;
        }
        Ok(())
    }

    /// Removes a schema on which the lock is held, if it is still one that is unsettled.
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself is not general in its lifetime"
    )]
    pub(super) fn remove_unsettled(&self, schema: &str) -> Result<(), StoreError> {
        let is_unsettled = self.read(|tx| tx.unsettled())?.iter().any(|one| one == schema);
        if is_unsettled {
            self.server().aside(schema).remove_now()?;
            self.write(|tx| tx.end_settling(schema))?;
        }
        Ok(())
    }
}
