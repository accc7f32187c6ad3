//! The table `agreements`: the netbanks that use each NemID.

use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::actor::PlaceName;
use rules::nemid::{Agreement, NemId};
use rules::words::NemIdNumber;

impl Tx<'_> {
    pub(super) fn agreements_of(&self, nemid: NemIdNumber) -> Result<Vec<Agreement>, StoreError> {
        let sql = "SELECT * FROM agreements WHERE nemid = ?1 ORDER BY since, bank";
        self.list(sql, [nemid.to_string()], |row| {
            let from = Reader::of("agreements", "bank", row)?;
            Ok(Agreement { bank: PlaceName::new(from.get::<String>("bank")?), since: from.instant("since")? })
        })
    }

    /// Saves the agreements that differ from what was loaded.
    pub(super) fn save_agreements(&self, before: &NemId, nemid: &NemId) -> Result<(), StoreError> {
        let number = nemid.number.to_string();
        for gone in before.agreements.iter().filter(|one| !nemid.agreements.contains(one)) {
            let sql = "DELETE FROM agreements WHERE nemid = ?1 AND bank = ?2";
            self.execute_one("agreements", sql, (&number, gone.bank.as_str()))?;
        }
        for made in nemid.agreements.iter().filter(|one| !before.agreements.contains(one)) {
            let sql = "INSERT INTO agreements (nemid, bank, since) VALUES (?1, ?2, ?3)";
            self.execute_one("agreements", sql, (&number, made.bank.as_str(), instant(made.since)))?;
        }
        Ok(())
    }
}
