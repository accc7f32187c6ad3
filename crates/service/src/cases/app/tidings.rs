//! What is told when something that pages wait for has happened: within this process, and by the other programs that serve the
//! same world.

use std::sync::{Arc, OnceLock, Weak};

use rules::words::NemIdNumber;
use tokio::sync::broadcast;

use crate::store::Server;
use crate::store::engine::listening::Heard;

/// How much may be told at once before one who waits looks by itself.
const TOLD: usize = 64;

/// What those who wait are told.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Tiding {
    /// A question for a key of this NemID has ended or was answered.
    Of(NemIdNumber),
    /// Something may have been missed: whoever waits looks.
    Missed,
}

/// Tells the pages that wait of which NemIDs a question for a key has ended or was answered.
pub(crate) struct Tidings {
    sender: Arc<broadcast::Sender<Tiding>>,
    /// Where other programs tell what they have done.
    server: Option<Server>,
    /// Set once what they tell is listened to.
    listens: OnceLock<()>,
}

impl Tidings {
    /// Of a world, which other programs may serve too if it lies on a server.
    pub fn of(server: Option<Server>) -> Self {
        Self { sender: Arc::new(broadcast::channel(TOLD).0), server, listens: OnceLock::new() }
    }

    /// Tells that a question of a NemID is over. Where no page waits, nobody hears it.
    pub fn tell(&self, nemid: NemIdNumber) {
        let _ = self.sender.send(Tiding::Of(nemid));
    }

    /// What is told from now on. With the first who asks, listening to the other programs begins.
    pub fn hear(&self) -> broadcast::Receiver<Tiding> {
        let receiver = self.sender.subscribe();
        if let Some(server) = &self.server {
            self.listens.get_or_init(|| {
                let sender = Arc::downgrade(&self.sender);
                server.clone().listen(move |heard| passed_on(&sender, heard));
            });
        }
        receiver
    }
}

/// Passes on what other programs tell. Returns whether the world is still open here.
fn passed_on(sender: &Weak<broadcast::Sender<Tiding>>, heard: Heard<'_>) -> bool {
    let Some(sender) = sender.upgrade() else { return false };
    let tiding = match heard {
        Heard::Told(what) => NemIdNumber::parse(what).ok().map(Tiding::Of),
        Heard::Missed => Some(Tiding::Missed),
        Heard::Silence => None,
    };
    if let Some(tiding) = tiding {
        let _ = sender.send(tiding);
    }
    true
}
