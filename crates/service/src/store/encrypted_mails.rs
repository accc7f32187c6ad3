//! The table `encrypted_mails`: e-mails that were encrypted to a certificate of a NemID.

use jiff::Timestamp;

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::nemid::certificate::CertificateSerial;
use rules::words::NemIdNumber;

const TABLE: &str = "encrypted_mails";

/// An encrypted e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncryptedMail {
    pub id: i64,
    /// The certificate that it is encrypted to.
    pub certificate: CertificateSerial,
    pub received: Timestamp,
    /// Whom it says that it is from.
    pub sender: String,
    /// Its subject, which is not encrypted.
    pub subject: String,
    /// The encrypted message (CMS).
    pub mail: Vec<u8>,
    /// The document that it answers, where a site sent it to who has signed there.
    pub answers: Option<i64>,
}

impl Tx<'_> {
    /// Keeps an e-mail for the holder of a NemID, of whose e-mails the newest `at_most` are kept. The number in it is not used.
    pub fn receive_encrypted(
        &self,
        nemid: NemIdNumber,
        mail: &EncryptedMail,
        at_most: u32,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO encrypted_mails (nemid, certificate, received, sender, subject, mail, answers) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let (serial, received) = (mail.certificate.0, instant(mail.received));
        let (sender, subject) = (&mail.sender, &mail.subject);
        let row = (nemid.to_string(), serial, received, sender, subject, &mail.mail, mail.answers);
        self.execute_one(TABLE, sql, row)?;
        let sql = "DELETE FROM encrypted_mails WHERE nemid = ?1 AND id NOT IN \
                   (SELECT id FROM encrypted_mails WHERE nemid = ?1 ORDER BY id DESC LIMIT ?2)";
        self.execute(sql, (nemid.to_string(), at_most)).map(drop)
    }

    /// The encrypted e-mails of a NemID's holder, the newest first.
    pub fn encrypted_mails(&self, nemid: NemIdNumber) -> Result<Vec<EncryptedMail>, StoreError> {
        let sql = "SELECT * FROM encrypted_mails WHERE nemid = ?1 ORDER BY id DESC";
        self.list(sql, [nemid.to_string()], read)
    }

    /// One of them.
    pub fn encrypted_mail(&self, nemid: NemIdNumber, id: i64) -> Result<Option<EncryptedMail>, StoreError> {
        let sql = "SELECT * FROM encrypted_mails WHERE nemid = ?1 AND id = ?2";
        self.find(sql, (nemid.to_string(), id), read)
    }

    /// Whether the holder of a NemID has the answer to a document.
    pub fn is_answered(&self, nemid: NemIdNumber, document: i64) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM encrypted_mails WHERE nemid = ?1 AND answers = ?2";
        Ok(self.find(sql, (nemid.to_string(), document), |_| Ok(()))?.is_some())
    }

    /// Deletes e-mails that came before an instant (Rules 3.7).
    pub fn forget_encrypted_before(&self, kept_from: Timestamp) -> Result<(), StoreError> {
        self.execute("DELETE FROM encrypted_mails WHERE received < ?1", [instant(kept_from)]).map(drop)
    }
}

fn read(row: &Row<'_>) -> Result<EncryptedMail, StoreError> {
    let from = Reader::of(TABLE, "id", row)?;
    Ok(EncryptedMail {
        id: from.get("id")?,
        certificate: CertificateSerial(from.get("certificate")?),
        received: from.instant("received")?,
        sender: from.get("sender")?,
        subject: from.get("subject")?,
        mail: from.get("mail")?,
        answers: from.get("answers")?,
    })
}
