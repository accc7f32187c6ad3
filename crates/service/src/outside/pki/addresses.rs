//! Where certificates say that more is found: the authority's certificate, the revocation list, who answers about one
//! certificate.

use crate::outside::pki::names::Ca;

/// The addresses of one world, below the address at which others reach it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addresses {
    base: String,
}

impl Addresses {
    /// The addresses below one such as `http://selvbetjening.example`.
    pub fn below(base: &str) -> Self {
        Self { base: base.trim_end_matches('/').to_owned() }
    }

    /// The certificate of an authority.
    pub fn certificate(&self, ca: Ca) -> String {
        format!("{}/cert/{}.cer", self.base, ca.code())
    }

    /// The whole revocation list of an authority.
    pub fn list(&self, ca: Ca) -> String {
        format!("{}/crl/{}.crl", self.base, ca.code())
    }

    /// Who answers about one certificate.
    pub fn ocsp(&self) -> String {
        format!("{}/ocsp", self.base)
    }

    /// What a certificate is and how one is relied on.
    pub fn practice(&self) -> String {
        format!("{}/om-certifikater", self.base)
    }
}
