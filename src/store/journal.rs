//! The table `journal`: what was signed at the counter, by whom, for whom, on what identification, and the full text.

use jiff::Timestamp;
use rusqlite::Row;

use super::tx::{Reader, instant, json};
use super::{StoreError, Tx};
use crate::rules::actor::PlaceName;
use crate::rules::identification::Document;
use crate::rules::words::{CprNumber, NemIdNumber};

const TABLE: &str = "journal";

/// One signed action.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Its number; 0 before it is entered.
    pub id: i64,
    /// When it was signed.
    pub at: Timestamp,
    /// By whom.
    pub staff: NemIdNumber,
    /// The office it was signed at; none for an administrator.
    pub office: Option<PlaceName>,
    /// For whom.
    pub citizen: CprNumber,
    /// About which NemID.
    pub nemid: Option<NemIdNumber>,
    /// What, as a stable word.
    pub action: String,
    /// On what identification.
    pub identification: Vec<Document>,
    /// The full text that was signed.
    pub text: String,
}

impl Tx<'_> {
    /// Enters a signed action and gives its number.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn enter(&self, signed: &Signed) -> Result<i64, StoreError> {
        let sql = "INSERT INTO journal (at, staff, office, citizen, nemid, action, identification, text) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let row = (
            instant(signed.at),
            signed.staff.to_string(),
            signed.office.as_ref().map(PlaceName::as_str),
            signed.citizen.digits(),
            signed.nemid.map(|number| number.to_string()),
            &signed.action,
            json(&signed.identification)?,
            &signed.text,
        );
        self.execute_one(TABLE, sql, row)?;
        Ok(self.last_id())
    }

    /// A part of the journal, the newest first: of one office, or of all.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn journal(
        &self,
        office: Option<&PlaceName>,
        (skip, limit): (u32, u32),
    ) -> Result<Vec<Signed>, StoreError> {
        let sql = "SELECT * FROM journal WHERE ?1 IS NULL OR office = ?1 ORDER BY id DESC LIMIT ?2 OFFSET ?3";
        self.list(sql, (office.map(PlaceName::as_str), limit, skip), read)
    }

    /// How many actions were signed: at one office, or at all.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn journal_length(&self, office: Option<&PlaceName>) -> Result<u32, StoreError> {
        let sql = "SELECT count(*) FROM journal WHERE ?1 IS NULL OR office = ?1";
        let count = self.find(sql, [office.map(PlaceName::as_str)], |row| Ok(row.get(0)?))?;
        Ok(count.unwrap_or_default())
    }

    /// Deletes actions that were signed before an instant (Rules 3.7) and says how many.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn forget_journal_before(&self, kept_from: Timestamp) -> Result<usize, StoreError> {
        self.execute("DELETE FROM journal WHERE at < ?1", [instant(kept_from)])
    }
}

fn read(row: &Row<'_>) -> Result<Signed, StoreError> {
    let from = Reader::of(TABLE, "id", row)?;
    Ok(Signed {
        id: from.get("id")?,
        at: from.instant("at")?,
        staff: from.word("staff", NemIdNumber::parse)?,
        office: from.get::<Option<String>>("office")?.map(PlaceName::new),
        citizen: from.word("citizen", CprNumber::parse)?,
        nemid: from.maybe_word("nemid", NemIdNumber::parse)?,
        action: from.get("action")?,
        identification: from.json("identification")?,
        text: from.get("text")?,
    })
}
