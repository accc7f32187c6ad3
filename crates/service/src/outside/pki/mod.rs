//! Certificates as other programs read them (X.509, RFC 5280): the authorities and their keys, the certificates that they
//! issue, revocation lists and answers about one certificate (OCSP, RFC 6960).

pub mod addresses;
pub mod authority;
mod ber;
mod canonical;
pub mod cms;
mod der_bytes;
pub mod entity;
pub mod enveloped;
mod extensions;
pub mod files;
pub mod holder;
pub mod names;
pub mod ocsp;
pub mod office;
pub mod openoces;
pub mod organisation;
pub mod pades;
pub mod pdf_signatures;
pub mod profile;
pub mod revocation;
pub mod rsa_key;
pub mod signed_data;
pub mod subject;
mod times;
mod xml_signature;

#[cfg(test)]
pub mod tests;

/// A certificate, list or answer can't be made or read.
#[derive(Debug, thiserror::Error)]
pub enum PkiError {
    /// What is to be written does not fit into its form, or what is read has another.
    #[error("a certificate or list can't be written or read: {0}")]
    Form(#[from] der::Error),
    /// A public key can't be written or read.
    #[error("a public key can't be written or read: {0}")]
    PublicKey(#[from] x509_cert::spki::Error),
    /// A certificate can't be put together.
    #[error("a certificate can't be put together: {0}")]
    Certificate(#[from] x509_cert::builder::Error),
    /// A private key can't be made, read or used.
    #[error("a private key can't be made, read or used: {0}")]
    PrivateKey(String),
}
