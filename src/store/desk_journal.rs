//! The table `desk_journal`: what the operator and the banks' clerks signed, with the full text.

use jiff::Timestamp;
use rusqlite::Row;

use super::tx::{Reader, instant};
use super::{StoreError, Tx};
use crate::rules::actor::PlaceName;
use crate::rules::words::{CprNumber, NemIdNumber};

const TABLE: &str = "desk_journal";

/// One signed action.
#[derive(Clone, Debug)]
pub struct DeskEntry {
    /// Its number; 0 before it is entered.
    pub id: i64,
    /// When it was signed.
    pub at: Timestamp,
    /// By whom.
    pub staff: NemIdNumber,
    /// At which bank; none at the operator's desk.
    pub bank: Option<PlaceName>,
    /// For whom; none for what concerns everybody.
    pub citizen: Option<CprNumber>,
    /// About which NemID.
    pub nemid: Option<NemIdNumber>,
    /// What, as a stable word.
    pub action: String,
    /// The full text that was signed.
    pub text: String,
}

impl Tx<'_> {
    /// Enters a signed action and gives its number.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn enter_at_desk(&self, entry: &DeskEntry) -> Result<i64, StoreError> {
        let sql = "INSERT INTO desk_journal (at, staff, bank, citizen, nemid, action, text) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let row = (
            instant(entry.at),
            entry.staff.to_string(),
            entry.bank.as_ref().map(PlaceName::as_str),
            entry.citizen.map(|cpr| cpr.digits().to_owned()),
            entry.nemid.map(|number| number.to_string()),
            &entry.action,
            &entry.text,
        );
        self.execute_one(TABLE, sql, row)?;
        Ok(self.last_id())
    }

    /// A part of one desk's journal, the newest first; of the operator's when no bank is named.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn desk_journal(
        &self,
        bank: Option<&PlaceName>,
        (skip, limit): (u32, u32),
    ) -> Result<Vec<DeskEntry>, StoreError> {
        let sql = "SELECT * FROM desk_journal WHERE bank IS ?1 ORDER BY id DESC LIMIT ?2 OFFSET ?3";
        self.list(sql, (bank.map(PlaceName::as_str), limit, skip), read)
    }

    /// How many actions were signed at one desk.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn desk_journal_length(&self, bank: Option<&PlaceName>) -> Result<u32, StoreError> {
        let sql = "SELECT count(*) FROM desk_journal WHERE bank IS ?1";
        let count = self.find(sql, [bank.map(PlaceName::as_str)], |row| Ok(row.get(0)?))?;
        Ok(count.unwrap_or_default())
    }

    /// Deletes actions that were signed before an instant (Rules 3.7) and says how many.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn forget_desk_journal_before(&self, kept_from: Timestamp) -> Result<usize, StoreError> {
        self.execute("DELETE FROM desk_journal WHERE at < ?1", [instant(kept_from)])
    }
}

fn read(row: &Row<'_>) -> Result<DeskEntry, StoreError> {
    let from = Reader::of(TABLE, "id", row)?;
    Ok(DeskEntry {
        id: from.get("id")?,
        at: from.instant("at")?,
        staff: from.word("staff", NemIdNumber::parse)?,
        bank: from.get::<Option<String>>("bank")?.map(PlaceName::new),
        citizen: from.maybe_word("citizen", CprNumber::parse)?,
        nemid: from.maybe_word("nemid", NemIdNumber::parse)?,
        action: from.get("action")?,
        text: from.get("text")?,
    })
}
