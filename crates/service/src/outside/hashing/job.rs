//! One hash to be made, and the secret of the world that it is made for.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use argon2::Params;
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use crate::outside::hashing::settings::HashError;

/// The digest, or why there is none.
pub(super) type Digest = Result<Zeroizing<Vec<u8>>, HashError>;

/// The Argon2 secret of one world, and how often it was used. Several worlds hash on the same threads, each with its own.
pub(super) struct Pepper {
    secret: Zeroizing<[u8; 32]>,
    ran: AtomicU64,
}

impl Pepper {
    pub(super) fn new(secret: Zeroizing<[u8; 32]>) -> Self {
        Self { secret, ran: AtomicU64::new(0) }
    }

    pub(super) fn secret(&self) -> &[u8] {
        self.secret.as_slice()
    }

    /// Counts a hash.
    pub(super) fn count(&self) {
        self.ran.fetch_add(1, Ordering::Relaxed);
    }

    /// The number of hashes that were made with it.
    pub(super) fn ran(&self) -> u64 {
        self.ran.load(Ordering::Relaxed)
    }
}

/// One hash to be made, and where its digest goes.
pub(super) struct Job {
    pub(super) pepper: Arc<Pepper>,
    pub(super) secret: Zeroizing<String>,
    pub(super) salt: Vec<u8>,
    pub(super) params: Params,
    pub(super) answer: oneshot::Sender<Digest>,
}

impl Job {
    /// Tells the caller that too many are waiting.
    pub(super) fn refuse(self) {
        // A caller who has gone needs no answer.
        let _ = self.answer.send(Err(HashError::Busy));
    }
}

#[cfg(test)]
impl Job {
    /// A cheap job that is known by its salt, and where its digest arrives.
    pub(super) fn for_tests(salt: u8) -> (Self, oneshot::Receiver<Digest>) {
        let (answer, answered) = oneshot::channel();
        let params = Params::new(4_096, 2, 1, Some(32)).expect("4 MiB and two passes are allowed");
        let pepper = Arc::new(Pepper::new(Zeroizing::new([0; 32])));
        (Self { pepper, secret: Zeroizing::default(), salt: vec![salt; 16], params, answer }, answered)
    }
}
