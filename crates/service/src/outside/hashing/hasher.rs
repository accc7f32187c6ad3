//! Hashing and verifying of passwords and temporary passwords: Argon2id, keyed with the server key, on a few
//! threads apart with a short queue, which the worlds of the program share.

use std::fmt;
use std::sync::Arc;

use argon2::Params;
use base64::prelude::{BASE64_STANDARD_NO_PAD, Engine};
use subtle::ConstantTimeEq;
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use crate::outside::chance::Chance;
use crate::outside::hashing::job::{Job, Pepper};
pub use crate::outside::hashing::pool::HashingPool;
use crate::outside::hashing::settings::DIGEST_BYTES;
pub use crate::outside::hashing::settings::{HashCost, HashError, HasherSettings};
pub use crate::outside::hashing::source::Source;
use crate::outside::keys::server_key::{Label, ServerKey};
use rules::nemid::secret::PasswordHash;

const SALT_BYTES: usize = 16;

/// What came of a verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The secret is the one that was hashed.
    pub right: bool,
    /// The stored hash is cheaper than one made today would be; hash again while the secret is at hand.
    pub outgrown: bool,
}

/// The one place where the passwords of a world are hashed and verified.
pub struct Hasher {
    pool: HashingPool,
    pepper: Arc<Pepper>,
    cost: HashCost,
    chance: Arc<Chance>,
}

impl Hasher {
    /// A hasher with a pool of its own.
    #[cfg(any(test, feature = "testing"))]
    pub fn new(key: &ServerKey, settings: HasherSettings, chance: Arc<Chance>) -> Self {
        Self::sharing(HashingPool::new(settings), key, settings.cost, chance)
    }

    /// A hasher that shares its threads and their memory with other worlds. A source's turns and its share of the queue are
    /// counted over all of them.
    pub fn sharing(pool: HashingPool, key: &ServerKey, cost: HashCost, chance: Arc<Chance>) -> Self {
        Self { pool, pepper: Arc::new(Pepper::new(key.subkey(Label::ArgonSecret))), cost, chance }
    }

    /// Its threads, for the hashers of other worlds.
    pub fn pool(&self) -> HashingPool {
        self.pool.clone()
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
        self.pepper.ran()
    }

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
        let pepper = Arc::clone(&self.pepper);
        self.pool.push(source, Job { pepper, secret, salt: salt.to_vec(), params, answer })?;
        answered.await.map_err(|_| HashError::Stopped)?
    }
}

impl fmt::Debug for Hasher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hasher").field("cost", &self.cost).field("ran", &self.ran()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

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

    #[tokio::test]
    async fn two_worlds_on_the_same_threads_have_each_its_own_secret() {
        let settings = HasherSettings { threads: 1, ..cheap(CHEAP) };
        let pool = HashingPool::new(settings);
        let world = |key: u8| {
            let key = ServerKey::of_bytes([key; 32]);
            Hasher::sharing(pool.clone(), &key, settings.cost, Arc::new(Chance::seeded(1)))
        };
        let (ours, other) = (world(1), world(2));
        let hash = ours.hash("hemmelig7", Source::internal()).await.unwrap();
        let alone = hasher(1, cheap(CHEAP));
        assert!(alone.verify("hemmelig7", &hash, Source::internal()).await.unwrap().right);
        assert!(!other.verify("hemmelig7", &hash, Source::internal()).await.unwrap().right);
        assert_eq!((ours.ran(), other.ran(), pool.threads()), (1, 1, 1));
        drop(ours);
        assert!(other.hash("hemmelig7", Source::internal()).await.is_ok(), "it outlives the other world");
    }

    #[tokio::test]
    async fn a_place_has_one_share_of_the_queue_however_many_worlds_it_asks() {
        let settings = HasherSettings { threads: 1, queue: 4, per_source: 2, ..HasherSettings::default() };
        let pool = HashingPool::new(settings);
        let world = |key: u8| {
            let key = ServerKey::of_bytes([key; 32]);
            Hasher::sharing(pool.clone(), &key, settings.cost, Arc::new(Chance::seeded(1)))
        };
        let (ours, other) = (world(1), world(2));
        let place = || Source::address([192, 0, 2, 7].into());
        let elsewhere = Source::address([192, 0, 2, 8].into());
        let asked = tokio::join!(
            ours.hash("a", place()),
            other.hash("b", place()),
            ours.hash("c", place()),
            other.hash("d", place()),
            ours.hash("e", place()),
            other.hash("f", elsewhere),
        );
        // The thread has at most one job taken, and two may wait.
        let refused = [&asked.0, &asked.1, &asked.2, &asked.3, &asked.4];
        let refused = refused.iter().filter(|hash| matches!(hash, Err(HashError::Busy))).count();
        assert!(refused >= 2, "{refused} of five were refused");
        assert!(asked.5.is_ok(), "another place is served");
    }
}
