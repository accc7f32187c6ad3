//! The table `cpr_consents`: consents to give a private site the CPR number (Rules 4.1).

use jiff::Timestamp;

use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::actor::PlaceName;
use rules::words::Pid;

impl Tx<'_> {
    /// When a person's consent to give a site the CPR number was given; `None` when there is none.
    pub fn cpr_consent(&self, site: &PlaceName, pid: Pid) -> Result<Option<Timestamp>, StoreError> {
        let sql = "SELECT * FROM cpr_consents WHERE site = ?1 AND pid = ?2";
        self.find(sql, (site.as_str(), pid.to_string()), |row| {
            Reader::of("cpr_consents", "pid", row)?.instant("given")
        })
    }

    /// Saves a consent; an earlier one stays as it is.
    pub fn save_cpr_consent(&self, site: &PlaceName, pid: Pid, at: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO cpr_consents (site, pid, given) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        self.execute(sql, (site.as_str(), pid.to_string(), instant(at)))?;
        Ok(())
    }

    /// Withdraws a consent.
    pub fn withdraw_cpr_consent(&self, site: &PlaceName, pid: Pid) -> Result<(), StoreError> {
        let sql = "DELETE FROM cpr_consents WHERE site = ?1 AND pid = ?2";
        self.execute(sql, (site.as_str(), pid.to_string()))?;
        Ok(())
    }
}
