//! The table `errands`: what an officer is in the middle of at the counter. It belongs to that officer; time is the
//! real clock's.

use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::words::NemIdNumber;

const TABLE: &str = "errands";

impl Tx<'_> {
    /// What an officer's errand holds, unless it was last touched before an instant.
    pub fn errand<T: DeserializeOwned>(
        &self,
        id: &str,
        staff: NemIdNumber,
        touched_since: Timestamp,
    ) -> Result<Option<T>, StoreError> {
        let sql = "SELECT * FROM errands WHERE id = ?1 AND staff = ?2 AND started >= ?3";
        self.find(sql, (id, staff.to_string(), instant(touched_since)), |row| {
            Reader::of(TABLE, "id", row)?.json("content")
        })
    }

    /// Writes down how far an errand is.
    pub fn save_errand<T: Serialize>(
        &self,
        id: &str,
        staff: NemIdNumber,
        content: &T,
        touched: Timestamp,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO errands (id, staff, content, started) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (id) DO UPDATE SET content = excluded.content, started = excluded.started \
                   WHERE staff = excluded.staff";
        self.execute_one(TABLE, sql, (id, staff.to_string(), json(content)?, instant(touched)))
    }
}
