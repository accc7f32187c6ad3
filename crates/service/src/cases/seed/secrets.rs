//! The hashes of all passwords and temporary passwords of the first persons, made a few at a time beforehand: a
//! transaction waits for nothing.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::task::JoinSet;

use crate::cases::app::App;
use crate::cases::seed::{persons, staff};
use crate::outside::chance::Chance;
use crate::outside::hashing::hasher::{HashError, Source};
use rules::nemid::PasswordHash;
use rules::words::TemporaryPasswordCode;

/// How many temporary passwords all those lives take together.
pub(super) const CODES: usize = 76;
/// How many hashes are asked for at the same time: enough to keep every thread at work, few enough for any queue.
const AT_ONCE: usize = 8;

/// Passwords and temporary passwords with their hashes.
pub(super) struct Secrets {
    passwords: HashMap<String, PasswordHash>,
    codes: Vec<(TemporaryPasswordCode, PasswordHash)>,
    taken: AtomicUsize,
}

impl Secrets {
    /// Hashes all that the lives need.
    pub async fn hashed(app: &Arc<App>, chance: &Chance) -> Result<Self, HashError> {
        let passwords: Vec<String> =
            persons::passwords().chain(staff::passwords()).map(str::to_owned).collect();
        let codes: Vec<_> = (0..CODES).map(|_| chance.temporary_password()).collect();
        let plain: Vec<String> =
            passwords.iter().cloned().chain(codes.iter().map(|code| code.reveal().to_owned())).collect();
        let mut hashes = hash_all(app, plain).await?;
        let of_codes = hashes.split_off(passwords.len());
        Ok(Self {
            passwords: passwords.into_iter().zip(hashes).collect(),
            codes: codes.into_iter().zip(of_codes).collect(),
            taken: AtomicUsize::new(0),
        })
    }

    /// The hash of a password of the first persons.
    pub fn password(&self, plain: &str) -> Option<&PasswordHash> {
        self.passwords.get(plain)
    }

    /// A temporary password that nobody has yet.
    pub fn code(&self) -> Option<&(TemporaryPasswordCode, PasswordHash)> {
        self.codes.get(self.taken.fetch_add(1, Ordering::Relaxed))
    }

    /// How many temporary passwords are left that nobody needed.
    pub fn left(&self) -> usize {
        CODES.saturating_sub(self.taken.load(Ordering::Relaxed))
    }
}

async fn hash_all(app: &Arc<App>, plain: Vec<String>) -> Result<Vec<PasswordHash>, HashError> {
    let mut made = vec![PasswordHash::default(); plain.len()];
    let mut under_way = JoinSet::new();
    let mut waiting = plain.into_iter().enumerate();
    loop {
        while under_way.len() < AT_ONCE {
            let Some((index, secret)) = waiting.next() else { break };
            let app = app.clone();
            under_way.spawn(async move { (index, app.hasher.hash(&secret, Source::internal()).await) });
        }
        match under_way.join_next().await {
            None => return Ok(made),
            Some(Ok((index, hash))) => made[index] = hash?,
            Some(Err(_)) => return Err(HashError::Stopped),
        }
    }
}
