//! A world that is open, and how it is closed.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::{Duration, Instant};

use rocket::local::asynchronous::Client;
use rocket::tokio::time::sleep;
use service::cases::worlds::Edition;

/// How long a world that is to be closed waits for the requests that are under way in it.
const PATIENCE: Duration = Duration::from_secs(15);

/// The pause between two looks at whether they are over.
const LOOK: Duration = Duration::from_millis(5);

/// A world that is open. Whoever is at work in it holds it, so that it is not closed under their hands.
pub struct OpenWorld {
    /// The world's site.
    pub site: Client,
    /// Which world it is.
    edition: Edition,
    last: Mutex<Instant>,
}

impl OpenWorld {
    /// A world that has just been opened.
    pub fn new(site: Client, edition: Edition) -> Self {
        Self { site, edition, last: Mutex::new(Instant::now()) }
    }

    /// Whether it is this world, and not one that had its name before.
    pub(super) fn is(&self, edition: &Edition) -> bool {
        self.edition == *edition
    }

    /// Notes that somebody has come.
    pub(super) fn note_use(&self) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// For how long nobody has come.
    pub(super) fn unused_for(&self) -> Duration {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).elapsed()
    }
}

/// Whether somebody is at work in a world.
pub(super) fn is_held(world: &Arc<OpenWorld>) -> bool {
    Arc::strong_count(world) > 1
}

/// Closes a world: what waits in it is told that it ends, what is under way is finished. Nobody new may come meanwhile.
pub(super) async fn close(world: Arc<OpenWorld>) {
    world.site.rocket().shutdown().notify();
    let begun = Instant::now();
    while is_held(&world) && begun.elapsed() < PATIENCE {
        sleep(LOOK).await;
    }
}
