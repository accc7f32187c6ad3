//! Hashing and verifying of passwords and temporary passwords: Argon2id, keyed with the server key, on a few
//! threads of its own with a short queue.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use argon2::Params;
use base64::prelude::{BASE64_STANDARD_NO_PAD, Engine};
use subtle::ConstantTimeEq;
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use crate::outside::chance::Chance;
use crate::outside::hashing::pool::{Job, Pool};
pub use crate::outside::hashing::source::Source;
use crate::outside::keys::server_key::{Label, ServerKey};
use rules::nemid::secret::PasswordHash;

const DIGEST_BYTES: usize = 32;
const SALT_BYTES: usize = 16;

/// The cost of one hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HashCost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    pub lanes: u32,
}

impl Default for HashCost {
    fn default() -> Self {
        Self { memory_kib: 19_456, passes: 2, lanes: 1 }
    }
}

impl HashCost {
    fn params(self) -> Result<Params, HashError> {
        Ok(Params::new(self.memory_kib, self.passes, self.lanes, Some(DIGEST_BYTES))?)
    }

    fn is_below(self, wanted: Self) -> bool {
        self.memory_kib < wanted.memory_kib || self.passes < wanted.passes || self.lanes < wanted.lanes
    }
}

/// The settings of the hasher.
#[derive(Clone, Copy, Debug)]
pub struct HasherSettings {
    /// The cost of a new hash; older, cheaper ones are still verified and reported as outgrown.
    pub cost: HashCost,
    /// How many hashes run at the same time at most.
    pub threads: usize,
    /// How many hashes may wait in all.
    pub queue: usize,
    /// How many of them may come from one source.
    pub per_source: usize,
    /// How long an idle thread keeps its memory.
    pub idle: Duration,
}

impl Default for HasherSettings {
    fn default() -> Self {
        let cost = HashCost::default();
        Self { cost, threads: 2, queue: 64, per_source: 32, idle: Duration::from_secs(10) }
    }
}

/// The result of a verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The secret is the one that was hashed.
    pub right: bool,
    /// The stored hash is cheaper than one made today would be; hash again while the secret is at hand.
    pub outgrown: bool,
}

/// Why there is no hash and no verdict. None of these says anything about the secret, so none counts as an
/// attempt.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// Too many hashes are waiting.
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
    /// No thread is available.
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

/// The one place where passwords are hashed and verified.
pub struct Hasher {
    pool: Arc<Pool>,
    cost: HashCost,
    chance: Arc<Chance>,
    ran: Arc<AtomicU64>,
}

impl Hasher {
    /// A hasher without threads; they start when there is work.
    pub fn new(key: &ServerKey, settings: HasherSettings, chance: Arc<Chance>) -> Self {
        let ran = Arc::new(AtomicU64::new(0));
        let pool = Pool::new(key.subkey(Label::ArgonSecret), settings, Arc::clone(&ran));
        Self { pool, cost: settings.cost, chance, ran }
    }

    /// Hashes a secret at today's cost.
    ///
    /// # Errors
    /// [`HashError`]; [`HashError::Busy`] if too many are waiting.
    pub async fn hash(&self, secret: &str, source: Source) -> Result<PasswordHash, HashError> {
        let salt = self.chance.bytes::<SALT_BYTES>();
        let digest = self.digest(secret, &salt, self.cost.params()?, source).await?;
        let HashCost { memory_kib, passes, lanes } = self.cost;
        let (salt, digest) =
            (BASE64_STANDARD_NO_PAD.encode(salt), BASE64_STANDARD_NO_PAD.encode(digest.as_slice()));
        Ok(PasswordHash::new(format!("$argon2id$v=19$m={memory_kib},t={passes},p={lanes}${salt}${digest}")))
    }

    /// Verifies a secret against a stored hash, at that hash's own cost.
    ///
    /// # Errors
    /// [`HashError`]; [`HashError::Busy`] if too many are waiting.
    pub async fn verify(
        &self,
        secret: &str,
        against: &PasswordHash,
        source: Source,
    ) -> Result<Verdict, HashError> {
        let stored = argon2::PasswordHash::new(against.phc())?;
        let params = Params::try_from(&stored).map_err(HashError::Malformed)?;
        let (Some(salt), Some(known)) = (stored.salt, stored.hash) else {
            return Err(HashError::Incomplete);
        };
        let stored =
            HashCost { memory_kib: params.m_cost(), passes: params.t_cost(), lanes: params.p_cost() };
        let digest = self.digest(secret, &salt, params, source).await?;
        let right = bool::from(digest.as_slice().ct_eq(known.as_bytes()));
        Ok(Verdict { right, outgrown: stored.is_below(self.cost) })
    }

    /// Verifies a secret for a user id that nobody has: the work is the same as for an existing one, and the
    /// result always wrong.
    ///
    /// # Errors
    /// [`HashError`]; [`HashError::Busy`] if too many are waiting.
    pub async fn verify_nobody(&self, secret: &str, source: Source) -> Result<Verdict, HashError> {
        let digest = self.digest(secret, &[0; SALT_BYTES], self.cost.params()?, source).await?;
        let _ = std::hint::black_box(digest.as_slice().ct_eq(&[0; DIGEST_BYTES]));
        Ok(Verdict { right: false, outgrown: false })
    }

    /// The number of hashes that have been run since the start.
    pub fn ran(&self) -> u64 {
        self.ran.load(Ordering::Relaxed)
    }

    #[cfg(any(test, feature = "testing"))]
    /// The number of threads at this moment.
    #[cfg(test)]
    fn threads(&self) -> usize {
        self.pool.threads()
    }

    async fn digest(
        &self,
        secret: &str,
        salt: &[u8],
        params: Params,
        source: Source,
    ) -> Result<Zeroizing<Vec<u8>>, HashError> {
        let (answer, answered) = oneshot::channel();
        let secret = Zeroizing::new(secret.to_owned());
        self.pool.push(source, Job { secret, salt: salt.to_vec(), params, answer })?;
        answered.await.map_err(|_| HashError::Stopped)?
    }
}

impl fmt::Debug for Hasher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hasher").field("cost", &self.cost).field("ran", &self.ran()).finish_non_exhaustive()
    }
}

impl Drop for Hasher {
    fn drop(&mut self) {
        self.pool.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: HashCost = HashCost { memory_kib: 64, passes: 1, lanes: 1 };

    fn hasher(key: u8, settings: HasherSettings) -> Hasher {
        Hasher::new(&ServerKey::of_bytes([key; 32]), settings, Arc::new(Chance::seeded(1)))
    }

    fn cheap(cost: HashCost) -> HasherSettings {
        HasherSettings { cost, idle: Duration::from_millis(20), ..HasherSettings::default() }
    }

    #[tokio::test]
    async fn only_the_same_secret_under_the_same_server_key_is_right() {
        let (ours, other) = (hasher(1, cheap(CHEAP)), hasher(2, cheap(CHEAP)));
        let hash = ours.hash("hemmelig7", Source::internal()).await.unwrap();
        assert!(hash.phc().starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{}", hash.phc());
        let right = Verdict { right: true, outgrown: false };
        let wrong = Verdict { right: false, outgrown: false };
        assert_eq!(ours.verify("hemmelig7", &hash, Source::internal()).await.unwrap(), right);
        assert_eq!(ours.verify("hemmelig8", &hash, Source::internal()).await.unwrap(), wrong);
        assert_eq!(other.verify("hemmelig7", &hash, Source::internal()).await.unwrap(), wrong);
        assert_eq!(ours.verify_nobody("hemmelig7", Source::internal()).await.unwrap(), wrong);
        assert_eq!((ours.ran(), other.ran()), (4, 1));
    }

    #[tokio::test]
    async fn the_usual_cost_works_and_cheaper_hashes_are_outgrown() {
        let (before, now) = (hasher(1, cheap(CHEAP)), hasher(1, HasherSettings::default()));
        let old = before.hash("hemmelig7", Source::internal()).await.unwrap();
        let grown = now.hash("hemmelig7", Source::internal()).await.unwrap();
        assert_eq!(
            now.verify("hemmelig7", &old, Source::internal()).await.unwrap(),
            Verdict { right: true, outgrown: true }
        );
        assert_eq!(
            now.verify("hemmelig7", &grown, Source::internal()).await.unwrap(),
            Verdict { right: true, outgrown: false }
        );
        assert!(!before.verify("hemmelig7", &grown, Source::internal()).await.unwrap().outgrown);
    }

    #[tokio::test]
    async fn a_broken_hash_is_an_error_and_not_a_wrong_password() {
        let hasher = hasher(1, cheap(CHEAP));
        for broken in ["", "$argon2id$v=19$m=64,t=1,p=1", "$argon2id$v=19$m=1,t=1,p=1$AAAAAAAAAAA$AAAAAAAA"] {
            let broken = PasswordHash::new(broken.to_owned());
            assert!(hasher.verify("hemmelig7", &broken, Source::internal()).await.is_err());
        }
        assert_eq!(hasher.ran(), 0);
    }

    #[tokio::test]
    async fn threads_come_and_go() {
        let hasher = hasher(1, cheap(CHEAP));
        assert_eq!(hasher.threads(), 0);
        for _ in 0..2 {
            hasher.hash("hemmelig7", Source::internal()).await.unwrap();
            for _ in 0..500 {
                if hasher.threads() == 0 {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            assert_eq!(hasher.threads(), 0);
        }
    }
}
