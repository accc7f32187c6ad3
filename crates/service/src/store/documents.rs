//! The table `documents`: the texts that service providers ask people to sign, and keep (Rules 2).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::actor::PlaceName;
use rules::nemid::certificate::CertificateSerial;
use rules::words::{CprNumber, NemIdNumber};

const TABLE: &str = "documents";

/// A payment from an account of a netbank to another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// The customer's account, by the bank's number for it.
    pub from: u8,
    /// Registration and account number of the receiver.
    pub to: String,
    /// The amount in øre.
    pub amount: i64,
    /// The message to the receiver.
    pub message: String,
}

/// A text that a person is asked to sign, or has signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub id: i64,
    /// The site that keeps it.
    pub site: PlaceName,
    pub citizen: CprNumber,
    /// The signer's NemID, as long as that is not deleted (Rules 3.7).
    pub nemid: Option<NemIdNumber>,
    /// What it is called.
    pub title: String,
    /// The full text.
    pub text: String,
    /// The payment that it makes, if any.
    pub payment: Option<Payment>,
    /// The keyed fingerprint of the facts it was written from; none for a text of an older version.
    pub facts: Option<Vec<u8>>,
    /// When it was shown for signing.
    pub prepared: Timestamp,
    /// When it was signed.
    pub signed: Option<Timestamp>,
    /// The certificate it was signed with, where the site asks for one.
    pub certificate: Option<CertificateSerial>,
}

impl Tx<'_> {
    /// Stores a text for a person to sign, under a number from [`Tx::next_document`]; their other unsigned
    /// texts are deleted.
    pub fn put_before(&self, document: &Document) -> Result<(), StoreError> {
        let sql = "DELETE FROM documents WHERE site = ?1 AND citizen = ?2 AND signed IS NULL";
        self.execute(sql, (document.site.as_str(), document.citizen.digits()))?;
        let sql = "INSERT INTO documents (id, site, citizen, nemid, title, text, payment, facts, prepared) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let row = (
            document.id,
            document.site.as_str(),
            document.citizen.digits(),
            document.nemid.map(|nemid| nemid.to_string()),
            &document.title,
            &document.text,
            document.payment.as_ref().map(json).transpose()?,
            &document.facts,
            instant(document.prepared),
        );
        self.execute_one(TABLE, sql, row)
    }

    /// Deletes texts that were shown before an instant and never signed (Rules 3.7). Returns how many.
    pub fn forget_unsigned_before(&self, kept_from: Timestamp) -> Result<usize, StoreError> {
        self.execute("DELETE FROM documents WHERE signed IS NULL AND prepared < ?1", [instant(kept_from)])
    }

    /// One document of a person at a site.
    pub fn document(
        &self,
        site: &PlaceName,
        citizen: CprNumber,
        id: i64,
    ) -> Result<Option<Document>, StoreError> {
        let sql = "SELECT * FROM documents WHERE id = ?1 AND site = ?2 AND citizen = ?3";
        self.find(sql, (id, site.as_str(), citizen.digits()), read)
    }

    /// All texts that a person has signed at a site, the newest first.
    pub fn signed_documents(
        &self,
        site: &PlaceName,
        citizen: CprNumber,
    ) -> Result<Vec<Document>, StoreError> {
        let sql = "SELECT * FROM documents WHERE site = ?1 AND citizen = ?2 AND signed IS NOT NULL \
                   ORDER BY signed DESC, id DESC";
        self.list(sql, (site.as_str(), citizen.digits()), read)
    }

    /// Notes that a document was signed.
    ///
    /// # Errors
    /// When it does not exist or was signed before.
    pub fn note_signed(
        &self,
        id: i64,
        at: Timestamp,
        certificate: Option<CertificateSerial>,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE documents SET signed = ?2, certificate = ?3 WHERE id = ?1 AND signed IS NULL";
        self.execute_one(TABLE, sql, (id, instant(at), certificate.map(|serial| serial.0)))
    }
}

fn read(row: &Row<'_>) -> Result<Document, StoreError> {
    let from = Reader::of(TABLE, "id", row)?;
    Ok(Document {
        id: from.get("id")?,
        site: PlaceName::new(from.get::<String>("site")?),
        citizen: from.word("citizen", CprNumber::parse)?,
        nemid: from.maybe_word("nemid", NemIdNumber::parse)?,
        title: from.get("title")?,
        text: from.get("text")?,
        payment: from.maybe_json("payment")?,
        facts: from.get("facts")?,
        prepared: from.instant("prepared")?,
        signed: from.maybe_instant("signed")?,
        certificate: from.get::<Option<u32>>("certificate")?.map(CertificateSerial),
    })
}
