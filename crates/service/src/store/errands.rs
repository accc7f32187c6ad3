//! The table `errands`: what each employee at a desk is in the middle of. An errand belongs to its employee;
//! its time is the real clock's.

use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::words::NemIdNumber;

const TABLE: &str = "errands";

impl Tx<'_> {
    /// The content of an employee's errand, unless it was last used before an instant.
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

    /// When an employee's errand was last used.
    pub fn errand_touched(&self, id: &str, staff: NemIdNumber) -> Result<Option<Timestamp>, StoreError> {
        let sql = "SELECT id, started FROM errands WHERE id = ?1 AND staff = ?2";
        self.find(sql, (id, staff.to_string()), |row| Reader::of(TABLE, "id", row)?.instant("started"))
    }

    /// Gives an errand more time.
    pub fn touch_errand(&self, id: &str, staff: NemIdNumber, now: Timestamp) -> Result<(), StoreError> {
        let sql = "UPDATE errands SET started = ?3 WHERE id = ?1 AND staff = ?2";
        self.execute(sql, (id, staff.to_string(), instant(now)))?;
        Ok(())
    }

    /// Ends an errand.
    pub fn end_errand(&self, id: &str, staff: NemIdNumber) -> Result<(), StoreError> {
        self.execute_one(TABLE, "DELETE FROM errands WHERE id = ?1 AND staff = ?2", (id, staff.to_string()))
    }

    /// Saves the state of an errand.
    pub fn save_errand<T: Serialize>(
        &self,
        id: &str,
        staff: NemIdNumber,
        content: &T,
        touched: Timestamp,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO errands (id, staff, content, started) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (id) DO UPDATE SET content = excluded.content, started = excluded.started \
                   WHERE errands.staff = excluded.staff";
        self.execute_one(TABLE, sql, (id, staff.to_string(), json(content)?, instant(touched)))
    }
}
