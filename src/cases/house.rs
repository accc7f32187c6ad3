//! The house: the store and everything outside, as every case is handed it.

use std::sync::Arc;

use jiff::Timestamp;

use crate::outside::chance::Chance;
use crate::outside::clock::Clock;
use crate::outside::hasher::{HashError, Hasher, Source};
use crate::outside::key_press::KeyPress;
use crate::outside::mail::MailRoom;
use crate::outside::seal::{SealError, Sealed, Seals};
use crate::outside::sole::Sole;
use crate::outside::tokens::{Token, Tokens};
use crate::rules::Refusal;
use crate::rules::actor::{Actor, Channel, Stamp};
use crate::rules::certificates::CertificateDraft;
use crate::rules::keys::DrawnCard;
use crate::rules::nemid::certificate::CertificateSerial;
use crate::rules::nemid::{NemId, PasswordHash};
use crate::rules::passwords::PasswordVerdict;
use crate::store::{Store, StoreError, Tx};

/// How the service is run.
#[derive(Clone, Debug)]
pub struct HouseSettings {
    /// Years a certificate is valid, at most four (D13).
    pub certificate_years: u16,
}

/// The store and everything outside.
pub struct House {
    /// The database.
    pub store: Store,
    /// Argon2.
    pub hasher: Hasher,
    /// Keys of cards.
    pub press: KeyPress,
    /// Seals of letters.
    pub seals: Seals,
    /// Tokens and fingerprints.
    pub tokens: Tokens,
    /// The clocks.
    pub clock: Arc<Clock>,
    /// Chance.
    pub chance: Arc<Chance>,
    /// The way mail leaves.
    pub mail: MailRoom,
    /// Who empties the outbox: one process, one at a time.
    pub sender: Sole,
    /// How the service is run.
    pub settings: HouseSettings,
}

/// From where a request came and through what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Through what.
    pub channel: Channel,
    /// The client's address.
    pub address: Option<String>,
    /// What the client's browser says of itself, cut.
    pub device: Option<String>,
    /// The session it came with, by its token's hash: a card block spares that one (DOMAIN 3).
    pub session: Option<[u8; 32]>,
}

impl Origin {
    /// Something that did not come with a request.
    pub fn inside(channel: Channel) -> Self {
        Self { channel, address: None, device: None, session: None }
    }

    /// The stamp of what an actor does now.
    pub fn stamp(&self, at: Timestamp, actor: Actor) -> Stamp {
        Stamp { at, actor, channel: self.channel, address: self.address.clone(), device: self.device.clone() }
    }

    /// Whose share of the hashing threads it takes.
    pub fn source(&self) -> Source {
        match self.address.as_deref().and_then(|address| address.parse().ok()) {
            Some(address) => Source::address(address),
            None => Source::house(),
        }
    }
}

/// How a case ends when it does not succeed: refused, which is the visitor's matter, or one of ours.
#[derive(Debug, thiserror::Error)]
pub enum Trouble<R: std::error::Error> {
    /// The rules say no.
    #[error(transparent)]
    Refused(R),
    /// The hashing queue is full: nothing was counted; try again.
    #[error("busy")]
    Busy,
    /// Something of ours broke.
    #[error("broken: {0}")]
    Broken(String),
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
}

impl<R: std::error::Error> From<StoreError> for Trouble<R> {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::DiskFull => Self::DiskFull,
            other => Self::Broken(other.to_string()),
        }
    }
}

impl<R: std::error::Error> From<HashError> for Trouble<R> {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy => Self::Busy,
            other => Self::Broken(other.to_string()),
        }
    }
}

impl<R: std::error::Error> From<SealError> for Trouble<R> {
    fn from(error: SealError) -> Self {
        Self::Broken(error.to_string())
    }
}

impl<R: Refusal> Trouble<R> {
    /// The same trouble under another name of refusal.
    pub fn map<S: std::error::Error>(self, to: impl FnOnce(R) -> S) -> Trouble<S> {
        match self {
            Self::Refused(refusal) => Trouble::Refused(to(refusal)),
            Self::Busy => Trouble::Busy,
            Self::Broken(why) => Trouble::Broken(why),
            Self::DiskFull => Trouble::DiskFull,
        }
    }
}

/// Turns a rule's refusal into the case's ending.
pub fn refused<R: std::error::Error>(refusal: impl Into<R>) -> Trouble<R> {
    Trouble::Refused(refusal.into())
}

impl House {
    /// The simulated instant.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A fresh card, in case one has to be ordered. A number that is taken is refused by its table and the
    /// visitor tries again; among ten billion that is no real case.
    pub fn drawn_card(&self) -> DrawnCard {
        DrawnCard { number: self.chance.key_card_number(), salt: self.chance.card_salt() }
    }

    /// What a certificate would be made from now: name from CPR, PID from the PID service or drawn (Rules 4.1).
    ///
    /// # Errors
    /// When the database can't be read or the holder is not in the register.
    pub fn certificate_draft(&self, tx: &Tx<'_>, nemid: &NemId) -> Result<CertificateDraft, StoreError> {
        let citizen = tx.citizen(nemid.holder)?.ok_or(StoreError::RowsMet { table: "citizens", met: 0 })?;
        let pid = match nemid.pid.or(citizen.pid) {
            Some(pid) => pid,
            None => self.chance.pid(),
        };
        Ok(CertificateDraft {
            serial: CertificateSerial(tx.next_certificate_serial()?.0),
            pid,
            name: citizen.name,
            years: self.settings.certificate_years,
        })
    }

    /// Compares a typed secret with the hash of a NemID's password; with nobody's where there is none, at the
    /// same cost.
    ///
    /// # Errors
    /// When the hashing queue is full.
    pub async fn verdict(
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
    pub fn token_hash(&self, token: &Token) -> [u8; 32] {
        *self.tokens.hash(token).as_bytes()
    }

    /// What a form carries along to say for which log-on or start it was shown, so that of two windows each answers
    /// its own (D4). It opens nothing.
    pub fn mark(&self, token: &Token) -> String {
        let mark = self.tokens.shadow_of("shown-for", &token.reveal());
        format!("{:016x}", u64::from_be_bytes(mark.first_chunk().copied().unwrap_or_default()))
    }

    /// Whether a form was shown for what this token stands for. One that does not say is no page's of ours, and
    /// belongs to whatever is in progress.
    pub fn is_shown_for(&self, token: &Token, shown_for: Option<&str>) -> bool {
        shown_for.is_none_or(|mark| mark == self.mark(token))
    }

    /// Seals JSON for a row of a table.
    ///
    /// # Errors
    /// When it can't be written as JSON.
    pub fn seal<T: serde::Serialize>(&self, context: &str, content: &T) -> Result<Vec<u8>, StoreError> {
        let plain = serde_json::to_vec(content)
            .map_err(|error| StoreError::Open(format!("sealing {context}: {error}")))?;
        Ok(self.seals.seal(context, &plain).as_bytes().to_vec())
    }

    /// Opens sealed JSON of a row of a table.
    ///
    /// # Errors
    /// When it was sealed under another key or for another row.
    pub fn open<T: serde::de::DeserializeOwned>(
        &self,
        context: &str,
        sealed: &[u8],
    ) -> Result<T, StoreError> {
        let broken = |why: String| StoreError::Open(format!("opening {context}: {why}"));
        let plain = self
            .seals
            .open(context, &Sealed::new(sealed.to_vec()))
            .map_err(|error| broken(error.to_string()))?;
        serde_json::from_slice(&plain).map_err(|error| broken(error.to_string()))
    }
}
