//! The tables `letters` and `outbox`: what is posted, mailed and sent as SMS. Contents are sealed.

use jiff::Timestamp;
use rusqlite::Row;
use serde::{Deserialize, Serialize};

use super::tx::{Reader, instant, json};
use super::{StoreError, Tx};
use crate::rules::words::{CprNumber, KeyCardNumber, NemIdNumber};

/// What a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// Carries the NemID-nummer (velkomstbrev).
    Welcome,
    /// Carries a key card.
    KeyCard,
    /// Carries a temporary password (PIN-brev).
    PinLetter,
    /// Tells of something that happened.
    Notice,
}

/// Where a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterState {
    /// In the post.
    InTransit,
    /// In the letter box, sealed.
    Delivered,
    /// Opened.
    Opened,
    /// It will never come.
    Lost,
}

/// A letter in the post or in a letter box.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its number; 0 before it is posted.
    pub id: i64,
    /// To whose registered address.
    pub citizen: CprNumber,
    /// About which NemID.
    pub nemid: Option<NemIdNumber>,
    /// What it is.
    pub kind: LetterKind,
    /// The card in it, if one is.
    pub card: Option<KeyCardNumber>,
    /// When it was posted.
    pub posted: Timestamp,
    /// When it comes, or came.
    pub arrives: Timestamp,
    /// Where it is.
    pub state: LetterState,
    /// Its sealed content.
    pub content: Vec<u8>,
}

/// An e-mail or an SMS, waiting or sent.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its number; 0 before it is queued.
    pub id: i64,
    /// To whom.
    pub citizen: CprNumber,
    /// `email` or `sms`.
    pub way: String,
    /// When it was written, by the simulated clock.
    pub queued: Timestamp,
    /// Its sealed content.
    pub content: Vec<u8>,
    /// How often it was tried to send.
    pub tries: u32,
    /// When it was sent.
    pub sent: Option<Timestamp>,
    /// Why the last try failed.
    pub trouble: Option<String>,
}

/// How the outbox stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutboxState {
    /// Messages that wait for their first try.
    pub waiting: u32,
    /// Messages of which at least one try has failed.
    pub failing: u32,
    /// What went wrong with the one tried last.
    pub trouble: Option<String>,
}

impl Tx<'_> {
    /// How the outbox stands.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn outbox_state(&self) -> Result<OutboxState, StoreError> {
        let sql = "SELECT count(*) FROM outbox WHERE sent IS NULL AND (tries > 0) = ?1";
        let count = |tried: bool| self.find(sql, [tried], |row| Ok(row.get(0)?));
        let last = "SELECT trouble FROM outbox WHERE sent IS NULL AND tries > 0 ORDER BY id DESC LIMIT 1";
        Ok(OutboxState {
            waiting: count(false)?.unwrap_or_default(),
            failing: count(true)?.unwrap_or_default(),
            trouble: self.find(last, [], |row| Ok(row.get(0)?))?.flatten(),
        })
    }

    /// Posts a letter; its content is sealed with the number it gets, by `seal`.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn post<E: From<StoreError>>(
        &self,
        letter: &Letter,
        seal: impl FnOnce(i64) -> Result<Vec<u8>, E>,
    ) -> Result<i64, E> {
        let sql = "INSERT INTO letters (citizen, nemid, kind, card, posted, arrives, state, content) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, x'')";
        let row = (
            letter.citizen.digits(),
            letter.nemid.map(|number| number.to_string()),
            json(&letter.kind)?,
            letter.card.map(|number| number.to_string()),
            instant(letter.posted),
            instant(letter.arrives),
            json(&letter.state)?,
        );
        self.execute_one("letters", sql, row)?;
        let id = self.last_id();
        let content = seal(id)?;
        self.execute_one("letters", "UPDATE letters SET content = ?2 WHERE id = ?1", (id, content))?;
        Ok(id)
    }

    /// One letter.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn letter(&self, id: i64) -> Result<Option<Letter>, StoreError> {
        self.find("SELECT * FROM letters WHERE id = ?1", [id], read_letter)
    }

    /// A person's letters, the newest first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn letters_of(&self, citizen: CprNumber) -> Result<Vec<Letter>, StoreError> {
        let sql = "SELECT * FROM letters WHERE citizen = ?1 ORDER BY posted DESC, id DESC";
        self.list(sql, [citizen.digits()], read_letter)
    }

    /// Letters in transit that have come by `now`, in the order in which they came.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn letters_due(&self, now: Timestamp) -> Result<Vec<Letter>, StoreError> {
        let sql = "SELECT * FROM letters WHERE state = ?1 AND arrives <= ?2 ORDER BY arrives, id";
        self.list(sql, (json(&LetterState::InTransit)?, instant(now)), read_letter)
    }

    /// Moves a letter on.
    ///
    /// # Errors
    /// When there is no such letter.
    pub fn move_letter(&self, id: i64, state: LetterState) -> Result<(), StoreError> {
        let sql = "UPDATE letters SET state = ?2 WHERE id = ?1";
        self.execute_one("letters", sql, (id, json(&state)?))
    }

    /// Queues an e-mail or SMS; its content is sealed with the number it gets, by `seal`.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn queue<E: From<StoreError>>(
        &self,
        (citizen, way): (CprNumber, &str),
        queued: Timestamp,
        seal: impl FnOnce(i64) -> Result<Vec<u8>, E>,
    ) -> Result<i64, E> {
        let sql = "INSERT INTO outbox (citizen, way, queued, content) VALUES (?1, ?2, ?3, x'')";
        self.execute_one("outbox", sql, (citizen.digits(), way, instant(queued)))?;
        let id = self.last_id();
        let content = seal(id)?;
        self.execute_one("outbox", "UPDATE outbox SET content = ?2 WHERE id = ?1", (id, content))?;
        Ok(id)
    }

    /// A person's e-mails and SMS, the newest first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn messages_of(&self, citizen: CprNumber) -> Result<Vec<Message>, StoreError> {
        let sql = "SELECT * FROM outbox WHERE citizen = ?1 ORDER BY id DESC";
        self.list(sql, [citizen.digits()], read_message)
    }

    /// What waits to be sent, the oldest first, the least tried first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn unsent(&self, limit: u32) -> Result<Vec<Message>, StoreError> {
        let sql = "SELECT * FROM outbox WHERE sent IS NULL ORDER BY tries, id LIMIT ?1";
        self.list(sql, [limit], read_message)
    }

    /// Forgets letters posted and messages queued before an instant (Rules 3.7); says how many.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn forget_post_before(&self, kept_from: Timestamp) -> Result<usize, StoreError> {
        let letters = self.execute("DELETE FROM letters WHERE posted < ?1", [instant(kept_from)])?;
        let messages = self.execute("DELETE FROM outbox WHERE queued < ?1", [instant(kept_from)])?;
        Ok(letters + messages)
    }

    /// Notes that a message was sent, or what went wrong.
    ///
    /// # Errors
    /// When there is no such message.
    pub fn note_sending(&self, id: i64, result: Result<Timestamp, String>) -> Result<(), StoreError> {
        let (sent, trouble) = match result {
            Ok(at) => (Some(instant(at)), None),
            Err(trouble) => (None, Some(trouble)),
        };
        let sql = "UPDATE outbox SET sent = ?2, trouble = ?3, tries = tries + 1 WHERE id = ?1";
        self.execute_one("outbox", sql, (id, sent, trouble))
    }
}

fn read_letter(row: &Row<'_>) -> Result<Letter, StoreError> {
    let from = Reader::of("letters", "id", row)?;
    Ok(Letter {
        id: from.get("id")?,
        citizen: from.word("citizen", CprNumber::parse)?,
        nemid: from.maybe_word("nemid", NemIdNumber::parse)?,
        kind: from.json("kind")?,
        card: from.maybe_word("card", KeyCardNumber::parse)?,
        posted: from.instant("posted")?,
        arrives: from.instant("arrives")?,
        state: from.json("state")?,
        content: from.get("content")?,
    })
}

fn read_message(row: &Row<'_>) -> Result<Message, StoreError> {
    let from = Reader::of("outbox", "id", row)?;
    Ok(Message {
        id: from.get("id")?,
        citizen: from.word("citizen", CprNumber::parse)?,
        way: from.get("way")?,
        queued: from.instant("queued")?,
        content: from.get("content")?,
        tries: from.get("tries")?,
        sent: from.maybe_instant("sent")?,
        trouble: from.get("trouble")?,
    })
}
