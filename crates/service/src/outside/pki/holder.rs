//! Whoever a certificate was issued to, with the private key: what they sign, as a message of its own and beside a file.

use der::Decode;
use jiff::Timestamp;
use x509_cert::Certificate;
use zeroize::Zeroizing;

use crate::outside::pki::PkiError;
use crate::outside::pki::authority::Authority;
use crate::outside::pki::rsa_key::RsaKey;
use crate::outside::pki::signed_data::{Content, signed_by_key};

/// The holder of a certificate.
pub struct Holder {
    certificate: Certificate,
    /// The certificate as it is sent.
    pub der: Vec<u8>,
    key: RsaKey,
}

impl Holder {
    /// The holder of a certificate and its key, as they are stored.
    ///
    /// # Errors
    /// [`PkiError`] when it is no certificate or no key.
    pub fn read(certificate: &[u8], key: &[u8]) -> Result<Self, PkiError> {
        let der = certificate.to_vec();
        Ok(Self { certificate: Certificate::from_der(certificate)?, der, key: RsaKey::read(key)? })
    }

    /// Signs bytes.
    ///
    /// # Errors
    /// As [`RsaKey::sign`].
    pub fn sign(&self, bytes: &[u8]) -> Result<Vec<u8>, PkiError> {
        self.key.sign(bytes)
    }

    /// Signs a message (CMS), with the certificate of the authority; it contains what is signed, and when.
    ///
    /// # Errors
    /// [`PkiError`] when it can't be signed or written.
    pub fn message(&self, text: &[u8], at: Timestamp, by: &Authority) -> Result<Vec<u8>, PkiError> {
        self.cms(Content::Within(text), Some(at), by)
    }

    /// Signs a file whose signature stands in it (CMS): its date stands there too.
    ///
    /// # Errors
    /// [`PkiError`] when it can't be signed or written.
    pub fn beside(&self, file: &[u8], by: &Authority) -> Result<Vec<u8>, PkiError> {
        self.cms(Content::Apart(file), None, by)
    }

    /// Decrypts what was encrypted to the certificate.
    pub(super) fn decrypted(&self, encrypted: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        self.key.decrypt(encrypted)
    }

    /// The certificate.
    pub(super) fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    fn cms(&self, content: Content<'_>, at: Option<Timestamp>, by: &Authority) -> Result<Vec<u8>, PkiError> {
        let above = std::slice::from_ref(&by.certificate);
        signed_by_key(content, at, &self.key, &self.certificate, above)
    }
}
