//! The table `agreements`: which netbanks use which NemID.

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

    pub(super) fn save_agreements(&self, nemid: &NemId) -> Result<(), StoreError> {
        let number = nemid.number.to_string();
        let banks = serde_json::to_string(&nemid.agreements.iter().map(|one| &one.bank).collect::<Vec<_>>())
            .map_err(|error| StoreError::corrupt("agreements", "bank", &number, error))?;
        let gone =
            "DELETE FROM agreements WHERE nemid = ?1 AND bank NOT IN (SELECT value FROM json_each(?2))";
        self.execute(gone, [&number, &banks])?;
        let sql = "INSERT INTO agreements (nemid, bank, since) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        for agreement in &nemid.agreements {
            self.execute(sql, (&number, agreement.bank.as_str(), instant(agreement.since)))?;
        }
        Ok(())
    }
}
