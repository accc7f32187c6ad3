//! The worlds of a program besides the first: opened when somebody comes, closed when nobody has come for a while.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex as StdMutex, PoisonError};
use std::time::Duration;

use rocket::futures::future::BoxFuture;
use rocket::local::asynchronous::Client;
use rocket::tokio::sync::{Mutex, OwnedMutexGuard};

use crate::web::worlds::open_world::{OpenWorld, close, is_held};
use rules::words::WorldName;
use service::cases::open::{Opening, OpeningError};
use service::cases::worlds::{Worlds, WorldsError};

/// Opens the site of a world, with what was due while it was closed done.
pub type Opener =
    Box<dyn Fn(WorldName) -> BoxFuture<'static, Result<Client, Box<dyn std::error::Error>>> + Send + Sync>;

/// How a world that lies in a folder is opened, to be filled.
pub type Openings = Box<dyn Fn(&Path) -> Result<Opening, OpeningError> + Send + Sync>;

/// Why nobody gets into a world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreachable {
    /// There is no world of that name.
    Unknown,
    /// It does not open; why stands in the log.
    Unusable,
}

/// A world's place among those that are open. Whoever holds it alone decides whether the world is open.
type Place = Arc<Mutex<Option<Arc<OpenWorld>>>>;

/// That a world is closed, for as long as it is held.
#[must_use = "somebody may come in as soon as it is dropped"]
pub struct Shut(
    #[expect(dead_code, reason = "it is held, not read")] OwnedMutexGuard<Option<Arc<OpenWorld>>>,
);

/// The worlds besides the first. Clones share them.
#[derive(Clone)]
pub struct Running(Arc<Parts>);

struct Parts {
    worlds: Worlds,
    openings: Openings,
    opener: Opener,
    places: StdMutex<HashMap<WorldName, Place>>,
    /// For how long nobody has come before a world is closed.
    idle: Duration,
}

impl Running {
    /// The worlds of a data folder, none of them open yet.
    pub fn new(worlds: Worlds, idle: Duration, openings: Openings, opener: Opener) -> Self {
        Self(Arc::new(Parts { worlds, openings, opener, places: StdMutex::default(), idle }))
    }

    /// Makes a world with the persons and the clock of the beginning.
    ///
    /// # Errors
    /// As [`Worlds::prepare_new`].
    pub async fn make(&self, name: &WorldName) -> Result<(), WorldsError> {
        self.0.worlds.prepare_new(name, |folder| (self.0.openings)(folder)).await
    }

    /// Their folders.
    pub fn folders(&self) -> &Worlds {
        &self.0.worlds
    }

    /// The world of this name, opened if need be.
    ///
    /// # Errors
    /// [`Unreachable`].
    pub async fn enter(&self, name: &WorldName) -> Result<Arc<OpenWorld>, Unreachable> {
        if !self.0.worlds.has(name) {
            return Err(Unreachable::Unknown);
        }
        let place = self.place(name);
        let mut place = place.lock().await;
        if let Some(open) = place.as_ref() {
            open.note_use();
            return Ok(Arc::clone(open));
        }
        // It may have gone while this visitor waited.
        if !self.0.worlds.has(name) {
            return Err(Unreachable::Unknown);
        }
        match (self.0.opener)(name.clone()).await {
            Ok(site) => Ok(Arc::clone(place.insert(Arc::new(OpenWorld::new(site))))),
            Err(why) => {
                log::error!(code = "world"; "the world {name} does not open: {why}");
                Err(Unreachable::Unusable)
            }
        }
    }

    /// Closes a world. Nobody comes in while the answer is held, so that its folder can be moved or removed.
    pub async fn shut(&self, name: &WorldName) -> Shut {
        let mut place = self.place(name).lock_owned().await;
        if let Some(open) = place.take() {
            close(open).await;
        }
        Shut(place)
    }

    /// The names of those that are open, or being opened or closed just now.
    pub fn open(&self) -> Vec<WorldName> {
        let is_open = |place: &Place| place.try_lock().map_or(true, |held| held.is_some());
        let open = self.places().into_iter().filter(|(_, place)| is_open(place));
        let mut open: Vec<_> = open.map(|(name, _)| name).collect();
        open.sort();
        open
    }

    /// Closes the worlds to which nobody has come for a while.
    pub async fn close_unused(&self) {
        for (name, place) in self.places() {
            // Where somebody is on their way in, it is used.
            let Ok(mut held) = place.try_lock() else { continue };
            let unused = |open: &mut Arc<OpenWorld>| !is_held(open) && open.unused_for() >= self.0.idle;
            if let Some(open) = held.take_if(unused) {
                close(open).await;
            }
            if held.is_none() {
                drop(held);
                self.forget(&name, place);
            }
        }
    }

    /// Tells all of them that the program ends: what waits in them ends at once.
    pub async fn end_all(&self) {
        for (_, place) in self.places() {
            if let Some(open) = place.lock().await.as_ref() {
                open.site.rocket().shutdown().notify();
            }
        }
    }

    fn place(&self, name: &WorldName) -> Place {
        let mut places = self.0.places.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(places.entry(name.clone()).or_default())
    }

    fn places(&self) -> Vec<(WorldName, Place)> {
        let places = self.0.places.lock().unwrap_or_else(PoisonError::into_inner);
        places.iter().map(|(name, place)| (name.clone(), Arc::clone(place))).collect()
    }

    /// Forgets the place of a world that is closed, unless somebody is on their way in.
    fn forget(&self, name: &WorldName, place: Place) {
        let mut places = self.0.places.lock().unwrap_or_else(PoisonError::into_inner);
        // The table's, and the one in hand.
        if Arc::strong_count(&place) == 2 && place.try_lock().is_ok_and(|held| held.is_none()) {
            places.remove(name);
        }
    }
}
