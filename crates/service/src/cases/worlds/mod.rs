//! Many worlds of one program (D42): how they lie in the data folder, how one is copied, put back, handed on and removed.
//!
//! ```text
//! data/                       the first world: database, server key, mail, locks
//!   points/start/             its save points: a database each
//!   worlds/klasse/            another world, with the same contents
//!     points/pause/
//!   worlds/.draft-417-0/      one that is being made; it gets its name when it is whole
//! ```
//!
//! In a database on a server a world and a save point are a schema each, and a catalogue says which there are (`on_server`). All
//! programs on the database have the same worlds; in the data folder of each lies what it has written of a world's mail.
//!
//! What is done here needs no open [`App`] and takes the disk's time; [`Worlds::apart`] runs it where
//! that blocks nobody. A kill at any instant leaves a whole world or none: what is made is made as a draft and renamed, what is
//! removed is renamed first, and [`Worlds::tidy`] removes what was left in between.

mod archive;
pub mod back;
mod copy;
mod draft;
mod export;
pub mod facts;
mod import;
pub mod mail;
mod manifest;
mod moving;
mod new;
mod on_server;
mod passing;
mod points;
mod refusal;
pub mod relocate;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::SignedDuration;

pub use self::facts::{PointOf, WorldFacts};
pub use self::import::Imported;
pub use self::refusal::{WorldsError, WorldsRefusal};
use self::refusal::{broken, of_disk};
use crate::cases::app::{App, refused};
use crate::cases::open::{Location, key_file};
use crate::outside::clock::Clock;
use crate::outside::keys::server_key::ServerKey;
use crate::store::catalogue::Catalogue;
use crate::store::{Place, Server};
use rules::words::{PointName, WorldName, WorldSource};

/// The folder of all worlds but the first.
const WORLDS: &str = "worlds";
/// The folder of a world's save points.
const POINTS: &str = "points";

/// The worlds of a program.
#[derive(Clone, Debug)]
pub struct Worlds {
    data: PathBuf,
    /// Which there are where they lie in a database on a server; otherwise each lies in a folder.
    catalogue: Option<Catalogue>,
    clock: Arc<Clock>,
}

/// What tells a world from any other that has or had its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition(String);

impl Worlds {
    /// The worlds below this data folder, on the machine's clock.
    pub fn below(data: &Path) -> Self {
        let clock = Arc::new(Clock::real(SignedDuration::ZERO));
        Self { data: data.to_owned(), catalogue: None, clock }
    }

    /// The same where they may lie in a database on a server.
    #[must_use]
    pub fn with_database(self, server: Option<&Server>) -> Self {
        Self { catalogue: server.map(Catalogue::of), ..self }
    }

    /// The worlds of the program that has this first world open.
    pub fn beside(first: &App) -> Self {
        Self::below(first.folder()).with_database(first.database())
    }

    /// The same on a clock that a test moves.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn on_clock_of(self, app: &crate::cases::app::App) -> Self {
        Self { clock: Arc::clone(&app.clock), ..self }
    }

    /// Runs something on a thread where waiting for the disk blocks nobody.
    ///
    /// # Errors
    /// As `work` does.
    pub async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, WorldsError> + Send + 'static,
    ) -> Result<T, WorldsError> {
        let worlds = self.clone();
        tokio::task::spawn_blocking(move || work(&worlds)).await.map_err(broken)?
    }

    /// The folder of a world, whether it is there or not.
    pub fn folder(&self, name: &WorldName) -> PathBuf {
        if name.is_first() { self.data.clone() } else { self.others().join(name.as_str()) }
    }

    /// Where a world is, in words for the person who asked.
    ///
    /// # Errors
    /// [`WorldsRefusal::Unknown`], or that the server can't be asked.
    pub fn shown(&self, name: &WorldName) -> Result<String, WorldsError> {
        match self.on_server() {
            Some(server) => server.shown(name),
            None => Ok(self.folder(name).display().to_string()),
        }
    }

    /// Where a world lies, for opening it.
    ///
    /// # Errors
    /// [`WorldsRefusal::Unknown`], or that its key was sealed by another program's.
    pub fn location(&self, name: &WorldName) -> Result<Location, WorldsError> {
        match self.on_server() {
            Some(server) => server.location(name),
            None => Ok(Location { folder: self.folder(name), database: None, key: None }),
        }
    }

    /// The worlds that are there: the first, then by name.
    ///
    /// # Errors
    /// When the folder can't be read, or the server not be asked.
    pub fn names(&self) -> Result<Vec<WorldName>, WorldsError> {
        if let Some(server) = self.on_server() {
            return server.names();
        }
        let mut names: Vec<_> =
            names_in(&self.others())?.iter().filter_map(|name| WorldName::parse(name).ok()).collect();
        names.retain(|name| !name.is_first() && self.has_file(name));
        names.sort();
        if self.has_file(&WorldName::first()) {
            names.insert(0, WorldName::first());
        }
        Ok(names)
    }

    /// Whether there is a world of this name.
    ///
    /// # Errors
    /// When the server can't be asked.
    pub fn has(&self, name: &WorldName) -> Result<bool, WorldsError> {
        match self.on_server() {
            Some(server) => server.has(name),
            None => Ok(self.has_file(name)),
        }
    }

    /// What tells the world that has this name now from others, if there is one.
    ///
    /// # Errors
    /// When the server can't be asked.
    pub async fn edition(&self, name: &WorldName) -> Result<Option<Edition>, WorldsError> {
        if self.catalogue.is_none() {
            return Ok(self.has_file(name).then(|| Edition(String::new())));
        }
        let name = name.clone();
        self.apart(move |worlds| {
            Ok(worlds.on_server().map(|server| server.edition(&name)).transpose()?.flatten())
        })
        .await
    }

    /// Whether worlds may be removed or renamed by another program while this one has them open.
    pub fn are_shared(&self) -> bool {
        self.catalogue.is_some()
    }

    /// Removes what copies, imports and removals left that were cut off. Those that are under way, in whatever process, go on.
    /// It is done at every start.
    ///
    /// # Errors
    /// When something can't be removed, or the server not be asked.
    pub fn tidy(&self) -> Result<(), WorldsError> {
        draft::tidy(&self.others()).map_err(of_disk)?;
        if let Some(server) = self.on_server() {
            return server.tidy();
        }
        for name in self.names()? {
            draft::tidy(&self.points_of(&name)).map_err(of_disk)?;
        }
        Ok(())
    }

    /// Whether there is a folder with this world.
    fn has_file(&self, name: &WorldName) -> bool {
        Place::below(&self.folder(name)).exists()
    }

    /// The folder of all worlds but the first.
    fn others(&self) -> PathBuf {
        self.data.join(WORLDS)
    }

    /// The folder of a world's save points.
    fn points_of(&self, world: &WorldName) -> PathBuf {
        points_below(&self.folder(world))
    }

    /// The folder of a save point.
    fn point_folder(&self, world: &WorldName, point: &PointName) -> PathBuf {
        self.points_of(world).join(point.as_str())
    }

    /// The name may be given to a new world.
    fn is_free(&self, name: &WorldName) -> Result<(), WorldsError> {
        if name.is_kept() || self.folder(name).exists() && self.catalogue.is_none() || self.has(name)? {
            return Err(refused(WorldsRefusal::NameTaken));
        }
        Ok(())
    }

    /// None of these names is that of a world.
    ///
    /// # Errors
    /// [`WorldsRefusal::NameTaken`], or that the server can't be asked.
    pub fn are_free(&self, names: &[WorldName]) -> Result<(), WorldsError> {
        let there = self.names()?;
        if names.iter().any(|name| there.contains(name)) {
            Err(refused(WorldsRefusal::NameTaken))
        } else {
            Ok(())
        }
    }

    /// The world is there.
    fn is_there(&self, name: &WorldName) -> Result<(), WorldsError> {
        if self.has(name)? { Ok(()) } else { Err(refused(WorldsRefusal::Unknown)) }
    }

    /// The database of a world, or of one of its save points.
    fn database(&self, of: &WorldSource) -> Result<Place, WorldsError> {
        self.is_there(&of.world)?;
        let Some(point) = &of.point else { return Ok(Place::below(&self.folder(&of.world))) };
        let place = Place::below(&self.point_folder(&of.world, point));
        if place.exists() { Ok(place) } else { Err(refused(WorldsRefusal::PointUnknown)) }
    }

    /// The server key of a world.
    fn key(&self, of: &WorldName) -> Result<ServerKey, WorldsError> {
        match self.on_server() {
            Some(server) => server.key(of),
            None => ServerKey::load(&key_file(&self.folder(of))).map_err(broken),
        }
    }
}

/// The folder of the save points of the world in a folder.
pub(crate) fn points_below(folder: &Path) -> PathBuf {
    folder.join(POINTS)
}

/// The names of what lies in a folder; none where it is not there.
fn names_in(folder: &Path) -> Result<Vec<String>, WorldsError> {
    let entries = match fs::read_dir(folder) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(of_disk)?,
    };
    let names = entries.map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()));
    names.collect::<io::Result<_>>().map_err(of_disk)
}
