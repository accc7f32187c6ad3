//! The table `certificate_bodies`: certificates as other programs read them, with the sealed keys of those that are valid.

use crate::store::{StoreError, Tx};
use rules::nemid::Certificate;
use rules::nemid::certificate::{CertificateSerial, CertificateState};

const TABLE: &str = "certificate_bodies";

/// A certificate as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredBody {
    /// The certificate (DER).
    pub body: Vec<u8>,
    /// Its private key, sealed; `None` once the certificate was blocked or had run out.
    pub key: Option<Vec<u8>>,
}

impl Tx<'_> {
    /// The body of a certificate, if it was made.
    pub fn certificate_body(&self, serial: CertificateSerial) -> Result<Option<StoredBody>, StoreError> {
        self.find("SELECT body, key FROM certificate_bodies WHERE serial = ?1", [serial.0], |row| {
            Ok(StoredBody { body: row.get(0)?, key: row.get(1)? })
        })
    }

    /// Keeps a body that was made, unless another one was made meanwhile.
    pub fn save_certificate_body(
        &self,
        serial: CertificateSerial,
        made: &StoredBody,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO certificate_bodies (serial, body, key) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (serial) DO NOTHING";
        self.execute(sql, (serial.0, &made.body, &made.key)).map(drop)
    }

    /// Erases the private key of a certificate that is blocked or has run out.
    pub(super) fn erase_ended_key(&self, certificate: &Certificate) -> Result<(), StoreError> {
        if certificate.state == CertificateState::Valid {
            return Ok(());
        }
        let sql = "UPDATE certificate_bodies SET key = NULL WHERE serial = ?1 AND key IS NOT NULL";
        match self.execute(sql, [certificate.serial.0])? {
            0 | 1 => Ok(()),
            met => Err(StoreError::RowsMet { table: TABLE, met }),
        }
    }
}
