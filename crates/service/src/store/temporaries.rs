//! The table `temporary_passwords`: every temporary password that was issued, by a keyed fingerprint, so that an
//! older letter is known again in one look-up.

use jiff::Timestamp;

use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::words::{NemIdNumber, PinLetterSerial};

impl Tx<'_> {
    /// Notes a temporary password under its fingerprint.
    ///
    /// # Errors
    /// When that NemID has one with this fingerprint in a letter with this number already.
    pub fn note_temporary(
        &self,
        fingerprint: &[u8; 32],
        nemid: NemIdNumber,
        serial: PinLetterSerial,
        issued: Timestamp,
    ) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO temporary_passwords (fingerprint, nemid, serial, issued) VALUES (?1, ?2, ?3, ?4)";
        let row = (fingerprint.as_slice(), nemid.to_string(), serial.to_string(), instant(issued));
        self.execute_one("temporary_passwords", sql, row)
    }

    /// The numbers of the PIN letters with this fingerprint.
    pub fn temporaries_with(&self, fingerprint: &[u8; 32]) -> Result<Vec<PinLetterSerial>, StoreError> {
        let sql = "SELECT serial FROM temporary_passwords WHERE fingerprint = ?1 ORDER BY serial";
        self.list(sql, [fingerprint.as_slice()], |row| {
            Reader::of("temporary_passwords", "serial", row)?.word("serial", PinLetterSerial::parse)
        })
    }

    /// Forgets those that were issued before an instant (Rules 3.7). Their letters are forgotten with them.
    pub fn forget_temporaries_before(&self, kept_from: Timestamp) -> Result<usize, StoreError> {
        self.execute("DELETE FROM temporary_passwords WHERE issued < ?1", [instant(kept_from)])
    }
}
