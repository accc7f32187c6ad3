//! The table `counters`: numbers that are taken before their row is written. A number is never used twice,
//! even after the row that had it has been deleted.

use crate::store::{StoreError, Tx};
use rules::words::NemIdNumber;

const TABLE: &str = "counters";
const EVENTS: &str = "events:";
const CERTIFICATES: &str = "certificates";
const REVOCATIONS: &str = "revocations";

impl Tx<'_> {
    /// The number of the next letter.
    pub fn next_letter(&self) -> Result<i64, StoreError> {
        self.draw("letters")
    }

    /// The number of the next e-mail or SMS.
    pub fn next_message(&self) -> Result<i64, StoreError> {
        self.draw("outbox")
    }

    /// The number of the next document at a service provider.
    pub fn next_document(&self) -> Result<i64, StoreError> {
        self.draw("documents")
    }

    /// The number of the next thing of the world that a carrier is on.
    pub(super) fn next_device(&self) -> Result<u32, StoreError> {
        let next = self.draw("devices")?;
        u32::try_from(next).map_err(|_| StoreError::RowsMet { table: TABLE, met: 0 })
    }

    /// The number of the next call of voice response.
    pub fn next_call(&self) -> Result<i64, StoreError> {
        self.draw("calls")
    }

    /// The number of the next request to an app.
    pub fn next_app_request(&self) -> Result<i64, StoreError> {
        self.draw("app_requests")
    }

    /// The number of the next action at a desk.
    pub(super) fn next_in_journal(&self, desk: &str, place: Option<&str>) -> Result<i64, StoreError> {
        self.draw(&format!("journal:{desk}:{}", place.unwrap_or_default()))
    }

    /// The place of the next entry in the log of a NemID.
    pub(super) fn next_in_event_log(&self, nemid: NemIdNumber) -> Result<i64, StoreError> {
        self.draw(&format!("{EVENTS}{nemid}"))
    }

    /// How many entries the log of each NemID has had since they are counted.
    pub(super) fn event_log_lengths(&self) -> Result<Vec<(String, i64)>, StoreError> {
        let sql = "SELECT number, last FROM counters JOIN nemids ON name = ?1 || number ORDER BY number";
        self.list(sql, [EVENTS], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// The highest serial number that a certificate has had, if any has.
    pub(super) fn last_serial(&self) -> Result<Option<u32>, StoreError> {
        self.find("SELECT last FROM counters WHERE name = ?1", [CERTIFICATES], |row| row.get(0))
    }

    /// Notes that a certificate has a serial number.
    pub(super) fn note_serial(&self, serial: u32) -> Result<(), StoreError> {
        let sql = "INSERT INTO counters (name, last) VALUES (?1, ?2) \
                   ON CONFLICT (name) DO UPDATE SET last = \
                   CASE WHEN excluded.last > counters.last THEN excluded.last ELSE counters.last END";
        self.execute_one(TABLE, sql, (CERTIFICATES, serial))
    }

    /// Notes that the revocation list has changed.
    pub(super) fn note_revocation(&self) -> Result<(), StoreError> {
        self.draw(REVOCATIONS).map(drop)
    }

    /// How many certificates of organisations there were, with the next one.
    pub(super) fn next_organisation_certificate(&self) -> Result<i64, StoreError> {
        self.draw("organisation_certificates")
    }

    /// How often the revocation list has changed.
    pub fn revocation_changes(&self) -> Result<i64, StoreError> {
        let sql = "SELECT last FROM counters WHERE name = ?1";
        Ok(self.find(sql, [REVOCATIONS], |row| row.get(0))?.unwrap_or_default())
    }

    fn draw(&self, name: &str) -> Result<i64, StoreError> {
        let sql = "INSERT INTO counters (name, last) VALUES (?1, 1) \
                   ON CONFLICT (name) DO UPDATE SET last = counters.last + 1 RETURNING last";
        let drawn = self.find(sql, [name], |row| row.get(0))?;
        drawn.ok_or(StoreError::RowsMet { table: TABLE, met: 0 })
    }
}
