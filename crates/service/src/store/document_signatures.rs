//! The table `document_signatures`: what a citizen's key signed at a site, as it was handed out.

use crate::store::{StoreError, Tx};

const TABLE: &str = "document_signatures";

/// The files of a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureFiles {
    /// The document with its signature as NemID had it (XML).
    pub xml: String,
    /// The receipt with the signature in it (PDF).
    pub receipt: Vec<u8>,
}

impl Tx<'_> {
    /// The files of a document's signature; none where no certificate is used, or where it was signed in an older version.
    pub fn signature_files(&self, document: i64) -> Result<Option<SignatureFiles>, StoreError> {
        let sql = "SELECT xml, receipt FROM document_signatures WHERE document = ?1";
        self.find(sql, [document], |row| Ok(SignatureFiles { xml: row.get(0)?, receipt: row.get(1)? }))
    }

    /// Keeps the files of a signature.
    pub fn save_signature_files(&self, document: i64, files: &SignatureFiles) -> Result<(), StoreError> {
        let sql = "INSERT INTO document_signatures (document, xml, receipt) VALUES (?1, ?2, ?3)";
        self.execute_one(TABLE, sql, (document, &files.xml, &files.receipt))
    }
}
