//! The table `letters`: letters that were posted. Contents are sealed.

use jiff::Timestamp;
use rusqlite::Row;
use serde::{Deserialize, Serialize};

use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::words::{CprNumber, KeyCardNumber, NemIdNumber};

/// The kind of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// Carries the NemID-nummer (velkomstbrev).
    Welcome,
    /// Carries a key card.
    KeyCard,
    /// Carries a temporary password (PIN-brev).
    PinLetter,
    /// Reports something that happened.
    Notice,
}

/// The state of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterState {
    /// In the post.
    InTransit,
    /// In the letter box, sealed.
    Delivered,
    Opened,
    /// Lost for good.
    Lost,
}

/// A letter in the post or in a letter box.
#[derive(Clone, Debug)]
pub struct Letter {
    pub id: i64,
    /// The citizen whose registered address it goes to.
    pub citizen: CprNumber,
    /// The NemID it is about.
    pub nemid: Option<NemIdNumber>,
    /// The kind of letter.
    pub kind: LetterKind,
    /// The card in it, if one is.
    pub card: Option<KeyCardNumber>,
    /// When it was posted.
    pub posted: Timestamp,
    /// When it arrives or arrived.
    pub arrives: Timestamp,
    /// Its state.
    pub state: LetterState,
    /// Its sealed content.
    pub content: Vec<u8>,
}

impl Tx<'_> {
    /// Posts a letter under a number from [`Tx::next_letter`], which its content is sealed for.
    pub fn post(&self, letter: &Letter) -> Result<(), StoreError> {
        let sql = "INSERT INTO letters (id, citizen, nemid, kind, card, posted, arrives, state, content) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let row = (
            letter.id,
            letter.citizen.digits(),
            letter.nemid.map(|number| number.to_string()),
            json(&letter.kind)?,
            letter.card.map(|number| number.to_string()),
            instant(letter.posted),
            instant(letter.arrives),
            json(&letter.state)?,
            &letter.content,
        );
        self.execute_one("letters", sql, row)
    }

    pub fn letter(&self, id: i64) -> Result<Option<Letter>, StoreError> {
        self.find("SELECT * FROM letters WHERE id = ?1", [id], read_letter)
    }

    /// All letters, the oldest first.
    pub fn all_letters(&self) -> Result<Vec<Letter>, StoreError> {
        self.list("SELECT * FROM letters ORDER BY id", [], read_letter)
    }

    /// A person's letters, the newest first.
    pub fn letters_of(&self, citizen: CprNumber) -> Result<Vec<Letter>, StoreError> {
        let sql = "SELECT * FROM letters WHERE citizen = ?1 ORDER BY posted DESC, id DESC";
        self.list(sql, [citizen.digits()], read_letter)
    }

    /// Letters in the post that have arrived by `now`, in the order of their arrival.
    pub fn letters_due(&self, now: Timestamp) -> Result<Vec<Letter>, StoreError> {
        let sql = "SELECT * FROM letters WHERE state = ?1 AND arrives <= ?2 ORDER BY arrives, id";
        self.list(sql, (json(&LetterState::InTransit)?, instant(now)), read_letter)
    }

    /// Sets the state of a letter.
    ///
    /// # Errors
    /// When there is no such letter.
    pub fn move_letter(&self, id: i64, state: LetterState) -> Result<(), StoreError> {
        let sql = "UPDATE letters SET state = ?2 WHERE id = ?1";
        self.execute_one("letters", sql, (id, json(&state)?))
    }

    /// Deletes letters posted and messages queued before an instant (Rules 3.7). Returns how many.
    pub fn forget_post_before(&self, kept_from: Timestamp) -> Result<usize, StoreError> {
        let letters = self.execute("DELETE FROM letters WHERE posted < ?1", [instant(kept_from)])?;
        let messages = self.execute("DELETE FROM outbox WHERE queued < ?1", [instant(kept_from)])?;
        Ok(letters + messages)
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
