//! One hash to be made.

use argon2::Params;
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use crate::outside::hashing::settings::HashError;

/// The digest, or why there is none.
pub(super) type Digest = Result<Zeroizing<Vec<u8>>, HashError>;

/// One hash to be made, and where its digest goes.
pub(super) struct Job {
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
        (Self { secret: Zeroizing::default(), salt: vec![salt; 16], params, answer }, answered)
    }
}
