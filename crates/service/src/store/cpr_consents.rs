//! The table `cpr_consents`: who has agreed that a private site is told the CPR number (Rules 4.1).

use jiff::Timestamp;

use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::actor::PlaceName;
use rules::words::Pid;

impl Tx<'_> {
    /// Since when a site may know the CPR number of a person; `None` when it may not.
    pub fn cpr_consent(&self, site: &PlaceName, pid: Pid) -> Result<Option<Timestamp>, StoreError> {
        let sql = "SELECT * FROM cpr_consents WHERE site = ?1 AND pid = ?2";
        self.find(sql, (site.as_str(), pid.to_string()), |row| {
            Reader::of("cpr_consents", "pid", row)?.instant("given")
        })
    }

    /// Notes a consent; one that was given before stands.
    pub fn save_cpr_consent(&self, site: &PlaceName, pid: Pid, at: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO cpr_consents (site, pid, given) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        self.execute(sql, (site.as_str(), pid.to_string(), instant(at)))?;
        Ok(())
    }

    /// Takes a consent back.
    pub fn withdraw_cpr_consent(&self, site: &PlaceName, pid: Pid) -> Result<(), StoreError> {
        let sql = "DELETE FROM cpr_consents WHERE site = ?1 AND pid = ?2";
        self.execute(sql, (site.as_str(), pid.to_string()))?;
        Ok(())
    }
}
