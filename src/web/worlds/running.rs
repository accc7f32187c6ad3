//! The worlds of a program besides the first: opened when somebody comes, closed when nobody has come for a while.

use std::collections::HashMap;
use std::sync::{Arc, Mutex as StdMutex, PoisonError};
use std::time::Duration;

use rocket::futures::future::BoxFuture;
use rocket::local::asynchronous::Client;
use rocket::tokio::sync::{Mutex, OwnedMutexGuard};

use crate::web::worlds::open_world::{OpenWorld, close, is_held};
use rules::words::WorldName;
use service::cases::open::{Location, Opening, OpeningError};
use service::cases::worlds::{Edition, Worlds, WorldsError};

/// Opens the site of a world, with what was due while it was closed done.
pub type Opener =
    Box<dyn Fn(WorldName) -> BoxFuture<'static, Result<Client, Box<dyn std::error::Error>>> + Send + Sync>;

/// How a world is opened that lies somewhere, to be filled.
pub type Openings = Box<dyn Fn(Location) -> Result<Opening, OpeningError> + Send + Sync>;

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
    /// The worlds of a program, none of them open yet.
    pub fn new(worlds: Worlds, idle: Duration, openings: Openings, opener: Opener) -> Self {
        Self(Arc::new(Parts { worlds, openings, opener, places: StdMutex::default(), idle }))
    }

    /// Makes a world with the persons and the clock of the beginning.
    ///
    /// # Errors
    /// As [`Worlds::prepare_new`].
    pub async fn make(&self, name: &WorldName) -> Result<(), WorldsError> {
        self.0.worlds.prepare_new(name, |at| (self.0.openings)(at)).await
    }

    /// All of them, as they lie there.
    pub fn worlds(&self) -> &Worlds {
        &self.0.worlds
    }

    /// The world of this name, opened if need be.
    ///
    /// # Errors
    /// [`Unreachable`].
    pub async fn enter(&self, name: &WorldName) -> Result<Arc<OpenWorld>, Unreachable> {
        // No place is made for a name that is none.
        if !self.has_place(name) {
            self.there(name).await?;
        }
        let place = self.place(name);
        let mut place = place.lock().await;
        let there = match (self.there(name).await, place.as_ref()) {
            // While the database is away, its own pages say so.
            (Err(Unreachable::Unusable), Some(open)) => return Ok(Arc::clone(open)),
            (Ok(there), Some(open)) if open.is(&there) => {
                open.note_use();
                return Ok(Arc::clone(open));
            }
            (there, _) => there,
        };
        // It is gone, or another one, since it was opened.
        if let Some(gone) = place.take() {
            close(gone).await;
        }
        let there = there?;
        match (self.0.opener)(name.clone()).await {
            Ok(site) => Ok(Arc::clone(place.insert(Arc::new(OpenWorld::new(site, there))))),
            Err(why) => Err(unusable(name, &why)),
        }
    }

    /// What tells the world from any other that had its name, if it is there.
    async fn there(&self, name: &WorldName) -> Result<Edition, Unreachable> {
        match self.0.worlds.edition(name).await {
            Ok(edition) => edition.ok_or(Unreachable::Unknown),
            Err(why) => Err(unusable(name, &why)),
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

    /// Closes the worlds that another program has removed or renamed, so that nobody goes on in them.
    pub async fn close_gone(&self) {
        if !self.0.worlds.are_shared() {
            return;
        }
        for (name, place) in self.places() {
            let Ok(mut held) = place.try_lock() else { continue };
            if held.is_none() {
                continue;
            }
            // While the database is away nobody knows.
            let Ok(there) = self.0.worlds.edition(&name).await else { return };
            let is_gone = |open: &mut Arc<OpenWorld>| there.as_ref().is_none_or(|there| !open.is(there));
            if let Some(open) = held.take_if(is_gone) {
                close(open).await;
            }
        }
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

    fn has_place(&self, name: &WorldName) -> bool {
        self.0.places.lock().unwrap_or_else(PoisonError::into_inner).contains_key(name)
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

/// Tells why nobody gets into a world.
fn unusable(name: &WorldName, why: &dyn std::fmt::Display) -> Unreachable {
    log::error!(code = "world"; "the world {name} does not open: {why}");
    Unreachable::Unusable
}
