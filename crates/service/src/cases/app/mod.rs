//! The application: one world's database and everything outside it, passed to every case.

pub mod act;
pub mod content;
mod drawn;
pub mod error;
mod identity;
mod mail_limit;
pub mod origin;
pub(crate) mod posting;
mod record;
pub mod security;
mod tidings;
mod watched;

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use rules::certificates::CertificateDraft;
use rules::happenings::Moved;
use rules::limits::Limits;
use rules::nemid::certificate::CertificateSerial;
use rules::nemid::{NemId, PasswordHash};
use rules::networks::Networks;
use rules::passwords::PasswordVerdict;
use rules::sessions::Lifetimes;
use rules::words::Pid;
use zeroize::Zeroizing;

pub use self::act::{Act, Attempt};
pub use self::error::{CaseError, StoreError, refused};
pub use self::origin::Origin;
pub use self::security::SecurityEvent;
pub(crate) use self::tidings::{Tiding, Tidings};
use crate::outside::chance::Chance;
use crate::outside::clock::Clock;
pub use crate::outside::clock::system_now;
use crate::outside::hashing::hasher::{HashError, Hasher, HashingPool, Source};
use crate::outside::instance_lock::InstanceLock;
use crate::outside::keys::key_press::KeyPress;
use crate::outside::keys::pins::Pins;
use crate::outside::keys::seal::{Sealed, Seals};
use crate::outside::keys::token_codes::TokenCodes;
pub use crate::outside::keys::tokens::Token;
use crate::outside::keys::tokens::Tokens;
use crate::outside::mail::MailRoom;
use crate::outside::pki::office::Office;
use crate::store::{Server, Store, Tx};

/// The settings of one world.
#[derive(Clone, Debug)]
pub struct AppSettings {
    /// Years that a certificate is valid, at most four (D13).
    pub certificate_years: u16,
    /// How many things that have fallen due one transaction does, so that no other change has to wait long.
    pub batch: usize,
    /// How often what may be done.
    pub limits: Limits,
    /// The networks that are everybody's own (D23).
    pub own_networks: Networks,
    /// How long what was begun lasts (D11).
    pub lifetimes: Lifetimes,
}

/// An instant of the real clock, and how long what was begun lasts by it (D11).
#[derive(Clone, Copy, Debug)]
pub(crate) struct RealTime {
    pub now: Timestamp,
    pub lifetimes: Lifetimes,
}

/// One world. Clones are cheap and share the same world.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// What an [`App`] consists of.
pub struct Parts {
    pub(crate) store: Store,
    pub(crate) hasher: Hasher,
    pub(crate) press: KeyPress,
    pub(crate) token_codes: TokenCodes,
    pub(crate) pins: Pins,
    pub(crate) seals: Seals,
    pub(crate) tokens: Tokens,
    pub(crate) clock: Arc<Clock>,
    pub(crate) chance: Arc<Chance>,
    pub(crate) mail: MailRoom,
    /// The folder that the world lies in.
    pub(crate) folder: PathBuf,
    /// Its database, where that is no file in the folder.
    pub(crate) database: Option<Server>,
    /// What tells it from the world that it was copied from (D42).
    pub(crate) own_mark: Option<String>,
    /// The folder of mails that are files.
    pub(crate) mail_folder: PathBuf,
    /// Held by the one process that sends the outbox.
    pub(crate) sender: InstanceLock,
    pub(crate) settings: AppSettings,
    /// The authorities that issue certificates.
    pub(crate) office: Office,
    /// What is told to the pages that wait for an answer in an app.
    pub(crate) tidings: Tidings,
    /// Held while the clock is moved.
    pub(crate) moves: tokio::sync::Mutex<()>,
    /// The last move of the clock by this process, to be told of.
    pub(crate) last_move: std::sync::Mutex<Option<Moved>>,
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl From<Parts> for App {
    fn from(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }
}

impl App {
    /// Reads from one consistent snapshot.
    pub(crate) async fn read<T, E>(
        &self,
        look: impl FnOnce(&Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.store.read(look).await
    }
}

impl Parts {
    /// The folder that the world lies in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The threads on which passwords are hashed, for other worlds of the same program.
    pub fn hashing_pool(&self) -> HashingPool {
        self.hasher.pool()
    }

    /// The simulated instant.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The instant of the machine's own clock, by which sessions and forms run out (D11).
    pub fn real_now(&self) -> Timestamp {
        self.clock.real_now()
    }

    /// How long what was begun lasts by that clock.
    pub fn lifetimes(&self) -> Lifetimes {
        self.settings.lifetimes
    }

    /// How often what may be done.
    pub fn limits(&self) -> Limits {
        self.settings.limits
    }

    /// The instant of that clock together with the limits.
    pub(crate) fn real_time(&self) -> RealTime {
        RealTime { now: self.real_now(), lifetimes: self.settings.lifetimes }
    }

    /// A new unguessable token: for a cookie, or for a form that must not be sent twice.
    pub fn new_token(&self) -> Token {
        self.chance.token()
    }

    /// 32 unguessable bytes.
    pub fn random_bytes(&self) -> [u8; 32] {
        self.chance.bytes()
    }

    /// The keyed checksum of an entry of the event log.
    pub(crate) fn event_checksum(&self, entry: &str) -> [u8; 32] {
        self.tokens.fingerprint("event-log-entry", entry)
    }

    /// The data of a certificate made now: the name from CPR, the PID number from the PID service or newly
    /// drawn (Rules 4.1).
    ///
    /// # Errors
    /// [`StoreError::RowsMet`] when the holder is not in the register.
    pub(crate) fn certificate_draft(
        &self,
        tx: &Tx<'_>,
        nemid: &NemId,
        new_pid: Pid,
    ) -> Result<CertificateDraft, StoreError> {
        let citizen = tx.citizen(nemid.holder)?;
        let citizen = citizen.ok_or(StoreError::RowsMet { table: "citizens", met: 0 })?;
        Ok(CertificateDraft {
            serial: CertificateSerial(tx.next_certificate_serial()?.0),
            pid: nemid.pid.or(citizen.pid).unwrap_or(new_pid),
            name: citizen.name,
            years: self.settings.certificate_years,
            consented: None,
        })
    }

    /// Compares a typed secret with the hash of a NemID's password; where there is none, with a decoy hash at
    /// the same cost.
    ///
    /// # Errors
    /// [`HashError::Busy`] when the queue is full.
    pub(crate) async fn verdict(
        &self,
        typed: &str,
        against: Option<&PasswordHash>,
        source: Source,
    ) -> Result<Option<PasswordVerdict>, HashError> {
        let Some(against) = against else {
            self.hasher.verify_nobody(typed, source).await?;
            return Ok(None);
        };
        let verdict = self.hasher.verify(typed, against, source.clone()).await?;
        let rehashed = if verdict.right && verdict.outgrown {
            Some(self.hasher.hash(typed, source).await?)
        } else {
            None
        };
        Ok(Some(PasswordVerdict { against: against.clone(), right: verdict.right, rehashed }))
    }

    /// The keyed hash under which a token is stored.
    pub(crate) fn token_hash(&self, token: &Token) -> [u8; 32] {
        *self.tokens.hash(token).as_bytes()
    }

    /// A mark that a form carries to say for which log-on or enrolment it was shown, so that two windows each
    /// answer their own (D4). It opens nothing.
    pub fn mark(&self, token: &Token) -> String {
        let mark = self.tokens.fingerprint("shown-for", &token.reveal());
        format!("{:016x}", u64::from_be_bytes(mark.first_chunk().copied().unwrap_or_default()))
    }

    /// A mark by which a form names one of its sender's sessions. It opens nothing.
    pub(crate) fn session_mark(&self, session: &[u8; 32]) -> String {
        let mark = self.tokens.fingerprint("session-listed", &format!("{session:02x?}"));
        format!("{:016x}", u64::from_be_bytes(mark.first_chunk().copied().unwrap_or_default()))
    }

    /// Whether a form was shown for the thing that a token stands for. A form without a mark is not from our
    /// pages, and belongs to whatever is in progress.
    pub fn is_shown_for(&self, token: &Token, shown_for: Option<&str>) -> bool {
        shown_for.is_none_or(|mark| mark == self.mark(token))
    }

    /// Seals a value, as JSON, for one row of a table.
    pub(crate) fn seal<T: serde::Serialize>(
        &self,
        context: &str,
        content: &T,
    ) -> Result<Vec<u8>, StoreError> {
        let plain = serde_json::to_vec(content)
            .map_err(|error| StoreError::Open(format!("sealing {context}: {error}")))?;
        Ok(self.seal_bytes(context, &plain))
    }

    /// Seals bytes, such as a private key, for one row of a table.
    pub(crate) fn seal_bytes(&self, context: &str, plain: &[u8]) -> Vec<u8> {
        self.seals.seal(context, plain).as_bytes().to_vec()
    }

    /// Opens sealed bytes.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub(crate) fn open_bytes(&self, context: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let sealed = Sealed::new(sealed.to_vec());
        self.seals
            .open(context, &sealed)
            .map_err(|error| StoreError::Open(format!("opening {context}: {error}")))
    }

    /// Opens a sealed value.
    ///
    /// # Errors
    /// [`StoreError::Open`] when it was sealed under another key or for another row.
    pub(crate) fn open<T: serde::de::DeserializeOwned>(
        &self,
        context: &str,
        sealed: &[u8],
    ) -> Result<T, StoreError> {
        let plain = self.open_bytes(context, sealed)?;
        serde_json::from_slice(&plain)
            .map_err(|error| StoreError::Open(format!("opening {context}: {error}")))
    }
}
