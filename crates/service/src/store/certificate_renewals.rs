//! The table `certificate_renewals`: what the old certificate signed for its renewal (Rules 4.4).

use crate::store::{StoreError, Tx};
use rules::nemid::certificate::CertificateSerial;

impl Tx<'_> {
    /// What was signed for a certificate that renewed another one.
    pub fn renewal(&self, serial: CertificateSerial) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT request FROM certificate_renewals WHERE serial = ?1";
        self.find(sql, [serial.0], |row| row.get(0))
    }

    /// Keeps what was signed.
    pub fn save_renewal(&self, serial: CertificateSerial, request: &[u8]) -> Result<(), StoreError> {
        let sql = "INSERT INTO certificate_renewals (serial, request) VALUES (?1, ?2)";
        self.execute_one("certificate_renewals", sql, (serial.0, request))
    }
}
