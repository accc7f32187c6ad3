//! What is told within this process when something that pages wait for has happened.

use rules::words::NemIdNumber;
use tokio::sync::broadcast;

/// How much may be told at once before one who waits looks by itself.
const TOLD: usize = 64;

/// Tells the pages that wait of which NemIDs a question for a key has ended or was answered.
pub(crate) struct Tidings(broadcast::Sender<NemIdNumber>);

impl Default for Tidings {
    fn default() -> Self {
        Self(broadcast::channel(TOLD).0)
    }
}

impl Tidings {
    /// Tells that a question of a NemID is over. Where no page waits, nobody hears it.
    pub fn tell(&self, nemid: NemIdNumber) {
        let _ = self.0.send(nemid);
    }

    /// What is told from now on.
    pub fn hear(&self) -> broadcast::Receiver<NemIdNumber> {
        self.0.subscribe()
    }
}
