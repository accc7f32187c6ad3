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
pub(super) const CODES: usize = 80;
/// The number of those that persons need who came later. They are drawn apart, so that nobody before them got other numbers.
const MORE: usize = 7;
/// The number of hashes asked for at the same time: enough to keep every thread busy, few enough for any
/// queue.
const AT_ONCE: usize = 8;

/// A temporary password with its hash.
#[derive(Clone)]
pub(super) struct Code {
    pub digits: TemporaryPasswordCode,
    pub hash: PasswordHash,
}

/// What everything is drawn from.
#[derive(Clone, Copy)]
pub(super) enum Seed {
    /// The world with which every machine begins.
    World(u64),
    /// Somebody who is made later, from bytes that nobody can guess.
    Newcomer([u8; 32]),
}

impl Seed {
    /// The randomness from its beginning.
    fn chance(self) -> Chance {
        match self {
            Self::World(seed) => Chance::seeded(seed),
            Self::Newcomer(drawn) => Chance::keyed(drawn),
        }
    }

    /// The number of temporary passwords that are needed.
    fn codes(self) -> usize {
        match self {
            Self::World(_) => CODES,
            Self::Newcomer(_) => 1,
        }
    }

    /// The temporary passwords of the persons who came later.
    fn later_codes(self) -> Vec<TemporaryPasswordCode> {
        match self {
            Self::World(seed) => codes(&Chance::seeded(!seed), MORE),
            Self::Newcomer(_) => Vec::new(),
        }
    }
}

/// Passwords and temporary passwords with their hashes.
pub(super) struct Secrets {
    seed: Seed,
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
    pub async fn hashed(app: &App, seed: Seed, passwords: &[&str]) -> Result<Self, HashError> {
        let mut drawn = codes(&seed.chance(), seed.codes());
        drawn.extend(seed.later_codes());
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
        let chance = self.seed.chance();
        codes(&chance, self.seed.codes());
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

    /// The digits of the first temporary password.
    pub fn first_code(&self) -> Option<&TemporaryPasswordCode> {
        self.secrets.codes.first().map(|code| &code.digits)
    }

    /// The number of temporary passwords that nobody needed.
    pub fn left(&self) -> usize {
        self.secrets.codes.len().saturating_sub(self.taken.get())
    }
}

fn codes(chance: &Chance, count: usize) -> Vec<TemporaryPasswordCode> {
    (0..count).map(|_| chance.temporary_password()).collect()
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
