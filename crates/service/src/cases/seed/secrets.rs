//! The hashes of all passwords and temporary passwords of the seeded persons, made a few at a time
//! beforehand, so that no transaction waits for a hash.

use std::cell::Cell;
use std::collections::HashMap;

use tokio::task::JoinSet;

use crate::cases::app::App;
use crate::outside::chance::Chance;
use crate::outside::hashing::hasher::{HashError, Source};
use rules::nemid::PasswordHash;
use rules::words::TemporaryPasswordCode;

/// The number of temporary passwords that all persons need together.
pub(super) const CODES: usize = 83;
/// How many of them are drawn before everything else. The rest has a chance of its own, so that with more persons those
/// before them keep their numbers.
const FIRST: usize = 80;
/// The seed of that chance.
const LATER: u64 = 0x004E_656D_4944_2020;
/// The number of hashes asked for at the same time: enough to keep every thread busy, few enough for any
/// queue.
const AT_ONCE: usize = 8;

/// A temporary password with its hash.
#[derive(Clone)]
pub(super) struct Code {
    pub digits: TemporaryPasswordCode,
    pub hash: PasswordHash,
}

/// Passwords and temporary passwords with their hashes.
pub(super) struct Secrets {
    seed: u64,
    passwords: HashMap<String, PasswordHash>,
    codes: Vec<Code>,
}

/// The secrets as one run of the seed uses them, with the randomness that everything else is drawn from.
pub(super) struct Dealt<'s> {
    secrets: &'s Secrets,
    /// The seeded randomness, after the temporary passwords have been drawn.
    pub chance: Chance,
    taken: Cell<usize>,
}

impl Secrets {
    /// Hashes everything that the persons need.
    pub async fn hashed(app: &App, seed: u64, passwords: &[&str]) -> Result<Self, HashError> {
        let drawn = codes(&Chance::seeded(seed));
        let of_codes = drawn.iter().map(|code| code.reveal().to_owned());
        let plain = passwords.iter().map(|password| (*password).to_owned()).chain(of_codes).collect();
        let mut hashes = hash_all(app, plain).await?;
        let of_codes = hashes.split_off(passwords.len());
        Ok(Self {
            seed,
            passwords: passwords.iter().map(|password| (*password).to_owned()).zip(hashes).collect(),
            codes: drawn.into_iter().zip(of_codes).map(|(digits, hash)| Code { digits, hash }).collect(),
        })
    }

    /// Returns the secrets from the first on, for one run of the seed.
    pub fn dealt(&self) -> Dealt<'_> {
        let chance = Chance::seeded(self.seed);
        codes(&chance);
        Dealt { secrets: self, chance, taken: Cell::new(0) }
    }
}

impl Dealt<'_> {
    /// The hash of a password of the seeded persons.
    pub fn password(&self, plain: &str) -> Option<&PasswordHash> {
        self.secrets.passwords.get(plain)
    }

    /// The next unused temporary password.
    pub fn code(&self) -> Option<&Code> {
        self.secrets.codes.get(self.taken.replace(self.taken.get() + 1))
    }

    /// The number of temporary passwords that nobody needed.
    pub fn left(&self) -> usize {
        CODES.saturating_sub(self.taken.get())
    }
}

fn codes(chance: &Chance) -> Vec<TemporaryPasswordCode> {
    let later = Chance::seeded(LATER);
    let drawn = (0..FIRST).map(|_| chance.temporary_password());
    drawn.chain((FIRST..CODES).map(|_| later.temporary_password())).collect()
}

async fn hash_all(app: &App, plain: Vec<String>) -> Result<Vec<PasswordHash>, HashError> {
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
