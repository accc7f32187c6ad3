//! The table `consents`: what the holder of each NemID has consented to, ended consents included (Rules 4.1).

use jiff::Timestamp;

use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::nemid::{GivenConsent, NemId};
use rules::words::NemIdNumber;

const TABLE: &str = "consents";

impl Tx<'_> {
    pub(super) fn consents_of(&self, nemid: NemIdNumber) -> Result<Vec<GivenConsent>, StoreError> {
        let sql = "SELECT * FROM consents WHERE nemid = ?1 ORDER BY given, rowid";
        self.list(sql, [nemid.to_string()], |row| {
            let from = Reader::of(TABLE, "consent", row)?;
            Ok(GivenConsent {
                consent: from.json("consent")?,
                at: from.instant("given")?,
                version: from.get("version")?,
                by: from.json("given_by")?,
                ended: from.maybe_instant("ended")?,
            })
        })
    }

    /// Saves the consents that differ from what was loaded.
    pub(super) fn save_consents(&self, before: &NemId, nemid: &NemId) -> Result<(), StoreError> {
        let sql = "INSERT INTO consents (nemid, consent, given, version, given_by, ended) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
                   ON CONFLICT (nemid, consent, given) DO UPDATE SET version = excluded.version, \
                   given_by = excluded.given_by, ended = excluded.ended";
        for one in nemid.consents.iter().filter(|one| !before.consents.contains(one)) {
            let row = (
                nemid.number.to_string(),
                json(&one.consent)?,
                instant(one.at),
                one.version,
                json(&one.by)?,
                one.ended.map(instant),
            );
            self.execute_one(TABLE, sql, row)?;
        }
        Ok(())
    }

    /// Deletes the consents that ended before an instant (Rules 3.7).
    pub fn forget_consents_before(&self, kept_from: Timestamp) -> Result<(), StoreError> {
        self.execute("DELETE FROM consents WHERE ended < ?1", [instant(kept_from)])?;
        Ok(())
    }
}
