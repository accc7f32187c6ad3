//! The table `letters`: letters that were posted or handed over. Contents are sealed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::actor::PlaceName;
use rules::post::{LetterPurpose, OnItsWay};
use rules::words::{CarrierNumber, CprNumber, KeyCardNumber, NemIdNumber, PinLetterSerial};

pub use rules::post::LetterState;

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
    /// Carries a token (D36).
    KeyToken,
    /// Tells that keys are read out by telephone (D38).
    KeyVoice,
    /// Reports something that happened.
    Notice,
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
    /// What it is for; none where an older version did not note it.
    pub purpose: Option<LetterPurpose>,
    /// The card in it, if one is.
    pub card: Option<KeyCardNumber>,
    /// The token in it, if one is; its number stands outside (D36).
    pub carrier: Option<CarrierNumber>,
    /// The number outside a PIN letter.
    pub serial: Option<PinLetterSerial>,
    /// The office that handed it over; none for one that was posted.
    pub office: Option<PlaceName>,
    /// When it was posted or handed over.
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
        let sql = "INSERT INTO letters (id, citizen, nemid, kind, purpose, card, carrier, serial, office, posted, \
                   arrives, state, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
        let row = (
            letter.id,
            letter.citizen.digits(),
            letter.nemid.map(|number| number.to_string()),
            json(&letter.kind)?,
            letter.purpose.as_ref().map(json).transpose()?,
            letter.card.map(|number| number.to_string()),
            letter.carrier.map(|number| number.to_string()),
            letter.serial.map(|number| number.to_string()),
            letter.office.as_ref().map(PlaceName::as_str),
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

    /// Sets state and arrival of a letter that something happened to on its way.
    ///
    /// # Errors
    /// When there is no such letter.
    pub fn divert_letter(&self, id: i64, way: OnItsWay) -> Result<(), StoreError> {
        let sql = "UPDATE letters SET state = ?2, arrives = ?3 WHERE id = ?1";
        self.execute_one("letters", sql, (id, json(&way.state)?, instant(way.arrives)))
    }

    /// The letter in which an office handed over the PIN letter with this number outside.
    pub fn handed_over(&self, serial: PinLetterSerial) -> Result<Option<Letter>, StoreError> {
        let sql = "SELECT * FROM letters WHERE serial = ?1 AND office IS NOT NULL ORDER BY id";
        self.find(sql, [serial.to_string()], read_letter)
    }

    /// Notes what a letter of an older version is for, and seals it anew.
    ///
    /// # Errors
    /// When there is no such letter.
    pub fn rewrite_letter(&self, letter: &Letter) -> Result<(), StoreError> {
        let sql = "UPDATE letters SET purpose = ?2, serial = ?3, content = ?4 WHERE id = ?1";
        let row = (
            letter.id,
            letter.purpose.as_ref().map(json).transpose()?,
            letter.serial.map(|number| number.to_string()),
            &letter.content,
        );
        self.execute_one("letters", sql, row)
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
        purpose: from.maybe_json("purpose")?,
        card: from.maybe_word("card", KeyCardNumber::parse)?,
        carrier: from.maybe_word("carrier", CarrierNumber::parse)?,
        serial: from.maybe_word("serial", PinLetterSerial::parse)?,
        office: from.get::<Option<String>>("office")?.map(PlaceName::new),
        posted: from.instant("posted")?,
        arrives: from.instant("arrives")?,
        state: from.json("state")?,
        content: from.get("content")?,
    })
}
