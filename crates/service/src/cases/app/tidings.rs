//! What is told within this process when something that pages wait for has happened.

use tokio::sync::broadcast;

/// How much may be told at once before one who waits looks by itself.
const TOLD: usize = 64;

/// Tells the pages that wait which requests to apps are over.
pub(crate) struct Tidings(broadcast::Sender<i64>);

impl Default for Tidings {
    fn default() -> Self {
        Self(broadcast::channel(TOLD).0)
    }
}

impl Tidings {
    /// Tells that a request is over. Where no page waits, nobody hears it.
    pub fn tell(&self, n: i64) {
        let _ = self.0.send(n);
    }

    /// What is told from now on.
    pub fn hear(&self) -> broadcast::Receiver<i64> {
        self.0.subscribe()
    }
}
