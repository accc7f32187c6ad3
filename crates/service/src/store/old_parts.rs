//! What is forgotten of NemIDs that are kept: cards, certificates, the temporary password and the lock that ended too long
//! ago (Rules 3.7). The rule says which; here they are found and deleted.

use jiff::Timestamp;

use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::retention::OldParts;
use rules::words::NemIdNumber;

impl Tx<'_> {
    /// The NemIDs of which a part ended before an instant, in the order of their numbers.
    pub fn nemids_with_parts_before(&self, kept_from: Timestamp) -> Result<Vec<NemIdNumber>, StoreError> {
        let sql = "SELECT nemid AS number FROM key_cards WHERE json_extract(state, '$.at') < ?1 \
                   UNION SELECT nemid FROM carriers WHERE json_extract(state, '$.at') < ?1 \
                   UNION SELECT nemid FROM certificates WHERE json_extract(state, '$.at') < ?1 \
                   UNION SELECT number FROM nemids WHERE json_extract(temporary_state, '$.at') < ?1 \
                   UNION SELECT number FROM nemids WHERE locked_until < ?1 ORDER BY 1";
        self.list(sql, [instant(kept_from)], |row| {
            Reader::of("nemids", "number", row)?.word("number", NemIdNumber::parse)
        })
    }

    /// Deletes parts of a NemID. Whoever prepared something with the NemID as it was before has to look again.
    ///
    /// # Errors
    /// When a part is not there.
    pub fn forget_parts(&self, number: NemIdNumber, parts: &OldParts) -> Result<(), StoreError> {
        let number = number.to_string();
        for card in &parts.cards {
            let sql = "DELETE FROM key_cards WHERE nemid = ?1 AND number = ?2";
            self.execute_one("key_cards", sql, (&number, card.to_string()))?;
        }
        for carrier in &parts.carriers {
            let sql = "DELETE FROM carriers WHERE nemid = ?1 AND number = ?2";
            self.execute_one("carriers", sql, (&number, carrier.to_string()))?;
        }
        parts.certificates.iter().try_for_each(|serial| self.forget_certificate(*serial))?;
        if parts.temporary {
            let sql = "UPDATE nemids SET temporary_hash = NULL, temporary_purpose = NULL, temporary_place = NULL, \
                       temporary_serial = NULL, temporary_delivery = NULL, temporary_issued = NULL, \
                       temporary_state = NULL WHERE number = ?1";
            self.execute_one("nemids", sql, [&number])?;
        }
        if parts.lock {
            let sql = "UPDATE nemids SET failures = 0, strike = 1, locked_until = NULL WHERE number = ?1";
            self.execute_one("nemids", sql, [&number])?;
        }
        self.execute_one("nemids", "UPDATE nemids SET version = version + 1 WHERE number = ?1", [&number])
    }
}
