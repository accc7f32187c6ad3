//! The NemIDs that a night has to examine: the column `due` of the table `nemids`, kept by every save.

use jiff::Timestamp;

use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::nemid::NemId;
use rules::nightly;
use rules::words::NemIdNumber;

const TABLE: &str = "nemids";
/// What the lock is called that the program holds which does what is due.
const TURN: i32 = 1_936_026_743;

impl Tx<'_> {
    /// Takes the turn to do what is due, which ends with this transaction, however that ends. Returns `false` when another of
    /// the programs on a server's database has it. On a file there is one writer anyway.
    pub fn take_turn(&self) -> Result<bool, StoreError> {
        if self.is_sqlite() {
            return Ok(true);
        }
        let sql = "SELECT pg_try_advisory_xact_lock(?1, hashtext(current_schema()))";
        Ok(self.find(sql, [TURN], |row| row.get(0))?.unwrap_or_default())
    }

    /// The next instant after another at which time brings something about for any NemID; `None` for never.
    pub fn next_due_after(&self, last: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let sql = "SELECT min(due) AS due FROM nemids WHERE due > ?1";
        let found =
            self.find(sql, [instant(last)], |row| Reader::of(TABLE, "due", row)?.maybe_instant("due"))?;
        Ok(found.flatten())
    }

    /// Whether a NemID is still to be examined that was due by an instant.
    pub fn is_any_due_by(&self, at: Timestamp) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM nemids WHERE due <= ?1 LIMIT 1";
        Ok(self.find(sql, [instant(at)], |_| Ok(()))?.is_some())
    }

    /// The NemIDs that have to be examined by an instant, in the order of their numbers.
    pub fn due_by(&self, at: Timestamp) -> Result<Vec<NemIdNumber>, StoreError> {
        self.list("SELECT number FROM nemids WHERE due <= ?1 ORDER BY number", [instant(at)], |row| {
            Reader::of(TABLE, "number", row)?.word("number", NemIdNumber::parse)
        })
    }

    /// Notes when a NemID has to be examined again, although nothing happened to it.
    pub fn save_due(&self, nemid: &NemId) -> Result<(), StoreError> {
        let sql = "UPDATE nemids SET due = ?2 WHERE number = ?1";
        self.execute_one(TABLE, sql, (nemid.number.to_string(), of(nemid)))
    }
}

/// As stored.
pub(super) fn of(nemid: &NemId) -> Option<String> {
    nightly::due(nemid).map(instant)
}
