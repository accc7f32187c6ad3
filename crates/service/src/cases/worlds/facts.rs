//! What is told of a world without opening it.

use std::fs;
use std::io;
use std::path::Path;

use jiff::Timestamp;

use super::refusal::{broken, of_disk};
use super::{WORLDS, Worlds, WorldsError, names_in};
use crate::cases::open::world_starts;
use crate::store::draft::look_into;
use crate::store::{Place, StoreError, Tx};
use rules::invitations::Invitation;
use rules::words::{PointName, WorldName};

/// A save point of a world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointOf {
    pub name: PointName,
    /// When it was saved, by the machine's own clock.
    pub saved: Timestamp,
    /// The simulated instant at which the world was saved, and at which it begins again.
    pub at: Timestamp,
}

/// What is told of a world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorldFacts {
    pub name: WorldName,
    /// Its simulated instant.
    pub at: Timestamp,
    /// What it takes of the disk, with its save points, in bytes.
    pub size: u64,
    /// Its save points, by name.
    pub points: Vec<PointOf>,
    /// Whether its e-mails stay in its folder, whatever mail server is set.
    pub mail_stays: bool,
    /// Whom it was handed to last.
    pub invitation: Option<Invitation>,
}

impl Worlds {
    /// What is told of a world.
    ///
    /// # Errors
    /// [`WorldsRefusal::Unknown`](super::WorldsRefusal::Unknown), or that it can't be read.
    pub fn facts(&self, world: &WorldName) -> Result<WorldFacts, WorldsError> {
        if let Some(server) = self.on_server() {
            return server.facts(world);
        }
        self.is_there(world)?;
        let (folder, real_now) = (self.folder(world), self.clock.real_now());
        let points = self.points(world)?;
        let size = size_of(&folder, if world.is_first() { Some(WORLDS) } else { None }).map_err(of_disk)?;
        let stated = look_into(&Place::below(&folder), |tx| Stated::of(tx, real_now))?;
        Ok(stated.with(world.clone(), size, points))
    }

    /// The save points of a world, by name.
    ///
    /// # Errors
    /// [`WorldsRefusal::Unknown`](super::WorldsRefusal::Unknown), or that one can't be read.
    pub fn points(&self, world: &WorldName) -> Result<Vec<PointOf>, WorldsError> {
        if let Some(server) = self.on_server() {
            return server.points(world);
        }
        self.is_there(world)?;
        let names = names_in(&self.points_of(world))?;
        let mut names: Vec<_> = names.iter().filter_map(|name| PointName::parse(name).ok()).collect();
        names.sort();
        let mut points = Vec::new();
        for name in names {
            let place = Place::below(&self.point_folder(world, &name));
            if !place.exists() {
                continue;
            }
            let saved = fs::metadata(place.path()).and_then(|file| file.modified()).map_err(of_disk)?;
            let saved = Timestamp::try_from(saved).map_err(broken)?;
            let at = look_into(&place, |tx| instant_of(tx, saved))?;
            points.push(PointOf { name, saved, at });
        }
        Ok(points)
    }
}

/// What a world's own database says of it.
pub(super) struct Stated {
    at: Timestamp,
    mail_stays: bool,
    invitation: Option<Invitation>,
}

impl Stated {
    /// At an instant of the machine's own clock.
    pub fn of(tx: &Tx<'_>, real_now: Timestamp) -> Result<Self, StoreError> {
        Ok(Self { at: instant_of(tx, real_now)?, mail_stays: tx.mail_stays()?, invitation: tx.invitation()? })
    }

    /// All that is told of the world.
    pub fn with(self, name: WorldName, size: u64, points: Vec<PointOf>) -> WorldFacts {
        let Self { at, mail_stays, invitation } = self;
        WorldFacts { name, at, size, points, mail_stays, invitation }
    }
}

/// The simulated instant of a world at an instant of the machine's own clock.
pub(super) fn instant_of(tx: &Tx<'_>, real_now: Timestamp) -> Result<Timestamp, StoreError> {
    if let Some(standing) = tx.stands_at()? {
        return Ok(standing);
    }
    let running = tx.clock()?.and_then(|clock| real_now.checked_add(clock.offset).ok());
    let running = running.unwrap_or_else(world_starts);
    Ok(tx.latest_instant()?.map_or(running, |latest| latest.max(running)))
}

/// The size of all files below a folder, but for one folder in it.
fn size_of(folder: &Path, but: Option<&str>) -> io::Result<u64> {
    let mut size = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if but.is_some_and(|but| entry.file_name() == but) {
            continue;
        }
        size += match entry.metadata() {
            // A file that SQLite keeps beside the database may go at any time.
            Err(why) if why.kind() == io::ErrorKind::NotFound => 0,
            Ok(kind) if kind.is_dir() => size_of(&entry.path(), None)?,
            metadata => metadata?.len(),
        };
    }
    Ok(size)
}
