//! The NemIDs that a night has to examine: the column `due` of the table `nemids`, kept by every save.

use jiff::Timestamp;

use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::nemid::NemId;
use rules::nightly;
use rules::words::NemIdNumber;

const TABLE: &str = "nemids";

impl Tx<'_> {
    /// The next instant at which time brings something about for any NemID, or at which one has to be
    /// examined; `None` for never.
    pub fn next_due(&self) -> Result<Option<Timestamp>, StoreError> {
        let sql = "SELECT min(due) AS due FROM nemids WHERE due IS NOT NULL";
        let found: Option<String> = self.find(sql, [], |row| Ok(row.get("due")?))?.flatten();
        found.map(|due| read(&due)).transpose()
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

/// A NemID without a noted instant is due at once.
fn read(due: &str) -> Result<Timestamp, StoreError> {
    if due.is_empty() {
        return Ok(Timestamp::MIN);
    }
    due.parse().map_err(|error| StoreError::corrupt(TABLE, "due", due, error))
}
