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
//! What is done here needs no open [`App`](crate::cases::app::App) and takes the disk's time; [`Worlds::apart`] runs it where
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
use crate::cases::app::refused;
use crate::cases::open::key_file;
use crate::outside::clock::Clock;
use crate::outside::keys::server_key::ServerKey;
use crate::store::{Place, Server};
use rules::words::{PointName, WorldName, WorldSource};

/// The folder of all worlds but the first.
const WORLDS: &str = "worlds";
/// The folder of a world's save points.
const POINTS: &str = "points";

/// The worlds below a data folder.
#[derive(Clone, Debug)]
pub struct Worlds {
    data: PathBuf,
    /// Whether the first world lies in a database on a server.
    first_on_server: bool,
    clock: Arc<Clock>,
}

impl Worlds {
    /// The worlds below this data folder, on the machine's clock.
    pub fn below(data: &Path) -> Self {
        let clock = Arc::new(Clock::real(SignedDuration::ZERO));
        Self { data: data.to_owned(), first_on_server: false, clock }
    }

    /// The same where the first world may lie in a database on a server.
    #[must_use]
    pub fn with_first_on(self, server: Option<&Server>) -> Self {
        Self { first_on_server: server.is_some(), ..self }
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

    /// The worlds that are there: the first, then by name.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn names(&self) -> Result<Vec<WorldName>, WorldsError> {
        let mut names: Vec<_> =
            names_in(&self.others())?.iter().filter_map(|name| WorldName::parse(name).ok()).collect();
        names.retain(|name| !name.is_first() && self.has(name));
        names.sort();
        if self.has(&WorldName::first()) {
            names.insert(0, WorldName::first());
        }
        Ok(names)
    }

    /// Whether there is a world of this name.
    pub fn has(&self, name: &WorldName) -> bool {
        Place::below(&self.folder(name)).exists()
    }

    /// Removes what copies, imports and removals left that were cut off. Those that are under way, in whatever process, go on.
    /// It is done at every start.
    ///
    /// # Errors
    /// When something can't be removed.
    pub fn tidy(&self) -> Result<(), WorldsError> {
        draft::tidy(&self.others()).map_err(of_disk)?;
        for name in self.names()? {
            draft::tidy(&self.points_of(&name)).map_err(of_disk)?;
        }
        Ok(())
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
        if name.is_kept() || self.folder(name).exists() {
            return Err(refused(WorldsRefusal::NameTaken));
        }
        Ok(())
    }

    /// The world is there.
    fn is_there(&self, name: &WorldName) -> Result<(), WorldsError> {
        match self.has(name) {
            true => Ok(()),
            false if name.is_first() && self.first_on_server => Err(refused(WorldsRefusal::OnServer)),
            false => Err(refused(WorldsRefusal::Unknown)),
        }
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
        ServerKey::load(&key_file(&self.folder(of))).map_err(broken)
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
