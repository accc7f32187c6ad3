//! How the hasher is set up, and why there may be no hash.

use std::time::Duration;

use argon2::Params;

pub(super) const DIGEST_BYTES: usize = 32;

/// What one hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HashCost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for HashCost {
    fn default() -> Self {
        Self { memory_kib: 19_456, passes: 2, lanes: 1 }
    }
}

impl HashCost {
    pub(super) fn params(self) -> Result<Params, HashError> {
        Ok(Params::new(self.memory_kib, self.passes, self.lanes, Some(DIGEST_BYTES))?)
    }

    pub(super) fn is_below(self, wanted: Self) -> bool {
        self.memory_kib < wanted.memory_kib || self.passes < wanted.passes || self.lanes < wanted.lanes
    }
}

/// How the hasher is set up.
#[derive(Clone, Copy, Debug)]
pub struct HasherSettings {
    /// What a new hash costs; older, cheaper ones are still verified and reported as outgrown.
    pub cost: HashCost,
    /// How many hashes run at the same time at most.
    pub threads: usize,
    /// How many may wait in all; the source that has most of them gives way when they are that many.
    pub queue: usize,
    /// How many of them may come from one source.
    pub per_source: usize,
    /// How long an idle thread keeps its memory.
    pub idle: Duration,
}

impl Default for HasherSettings {
    fn default() -> Self {
        let cost = HashCost::default();
        Self { cost, threads: 2, queue: 64, per_source: 32, idle: Duration::from_secs(5) }
    }
}

/// Why there is no hash and no verdict. None of these says anything about the secret, so none counts as a try.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// Too many are waiting.
    #[error("too many passwords are waiting to be checked")]
    Busy,
    /// The stored hash can't be read.
    #[error("a stored password hash is malformed: {0}")]
    Malformed(argon2::password_hash::Error),
    /// A stored hash without salt or digest.
    #[error("a stored password hash is incomplete")]
    Incomplete,
    /// Argon2 can't be run with these parameters or this memory.
    #[error("Argon2 failed: {0}")]
    Argon2(#[from] argon2::Error),
    /// No thread to run on.
    #[error("no thread for hashing: {0}")]
    NoThread(#[from] std::io::Error),
    /// The hasher ended before the answer came.
    #[error("the hasher has stopped")]
    Stopped,
}

impl From<argon2::password_hash::phc::Error> for HashError {
    fn from(cause: argon2::password_hash::phc::Error) -> Self {
        Self::Malformed(cause.into())
    }
}
