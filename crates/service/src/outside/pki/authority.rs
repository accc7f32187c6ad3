//! The authorities of a world: the root, the one that issues, and who answers about certificates in its name. Their keys
//! and certificates are made once in the life of a world.

use der::{Decode, Encode};
use rsa::pkcs1v15::Signature;
use x509_cert::Certificate;
use x509_cert::builder::{Builder, CertificateBuilder};
use x509_cert::spki::SubjectPublicKeyInfoOwned;
use zeroize::Zeroizing;

use crate::outside::chance::Chance;
use crate::outside::pki::PkiError;
use crate::outside::pki::addresses::Addresses;
use crate::outside::pki::names::Ca;
use crate::outside::pki::profile::{Draft, IssuedBy};
use crate::outside::pki::rsa_key::RsaKey;

/// Who signs in the name of the simulator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The root.
    Primary,
    /// The authority that issues.
    Issuing,
    /// Who answers about certificates.
    Responder,
}

impl Role {
    /// All of them, in the order in which they are made.
    pub const ALL: [Self; 3] = [Self::Primary, Self::Issuing, Self::Responder];

    /// Its stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Issuing => "issuing",
            Self::Responder => "responder",
        }
    }
}

/// A certificate with its private key.
pub struct Authority {
    /// The certificate.
    pub certificate: Certificate,
    /// The certificate as it is sent.
    pub der: Vec<u8>,
    pub(super) key: RsaKey,
}

/// What is stored of an authority.
#[derive(Clone)]
pub struct Kept {
    /// Its certificate.
    pub certificate: Vec<u8>,
    /// Its private key, which is sealed before it is stored.
    pub key: Zeroizing<Vec<u8>>,
}

impl Authority {
    /// Reads an authority from what is stored of it.
    ///
    /// # Errors
    /// [`PkiError`] when it is no certificate or no key.
    pub fn read(kept: &Kept) -> Result<Self, PkiError> {
        let certificate = Certificate::from_der(&kept.certificate)?;
        Ok(Self { certificate, der: kept.certificate.clone(), key: RsaKey::read(&kept.key)? })
    }

    /// Issues a certificate for a key.
    ///
    /// # Errors
    /// [`PkiError`] when it can't be put together or signed.
    pub fn issue(&self, draft: Draft, key: &SubjectPublicKeyInfoOwned) -> Result<Certificate, PkiError> {
        issue(self.certificate.tbs_certificate().subject().clone(), &self.key, draft, key)
    }

    /// The same as it is sent.
    ///
    /// # Errors
    /// As [`Self::issue`].
    pub fn issue_der(&self, draft: Draft, key: &SubjectPublicKeyInfoOwned) -> Result<Vec<u8>, PkiError> {
        Ok(self.issue(draft, key)?.to_der()?)
    }

    /// Its public key.
    pub fn public(&self) -> &SubjectPublicKeyInfoOwned {
        self.certificate.tbs_certificate().subject_public_key_info()
    }
}

fn issue(
    issuer: x509_cert::name::Name,
    by: &RsaKey,
    draft: Draft,
    key: &SubjectPublicKeyInfoOwned,
) -> Result<Certificate, PkiError> {
    let Draft { serial, subject, validity, extensions } = draft;
    let profile = IssuedBy { issuer, subject, extensions };
    let builder = CertificateBuilder::new(profile, serial, validity, key.clone())?;
    Ok(builder.build::<_, Signature>(&by.signer())?)
}

/// The three of them.
pub struct Authorities {
    pub primary: Authority,
    pub issuing: Authority,
    pub responder: Authority,
}

impl Authorities {
    /// Makes keys and certificates for a new world, in the order of [`Role::ALL`]. It takes some hundred milliseconds.
    ///
    /// # Errors
    /// [`PkiError`] when a key can't be made.
    pub fn make(chance: &Chance, addresses: &Addresses) -> Result<[Kept; 3], PkiError> {
        let [root, issuing, responder] =
            [RsaKey::make(chance)?, RsaKey::make(chance)?, RsaKey::make(chance)?];
        let keys = [root.public()?, issuing.public()?, responder.public()?];
        let draft = Draft::authority(Ca::Primary, &keys[0], &keys[0], addresses)?;
        let root_certificate = issue(Ca::Primary.name()?, &root, draft, &keys[0])?;
        let draft = Draft::authority(Ca::Issuing, &keys[1], &keys[0], addresses)?;
        let issuing_certificate = issue(Ca::Primary.name()?, &root, draft, &keys[1])?;
        let draft = Draft::responder(&keys[2], &keys[1], addresses)?;
        let responder_certificate = issue(Ca::Issuing.name()?, &issuing, draft, &keys[2])?;
        Ok([
            Kept { certificate: root_certificate.to_der()?, key: root.bytes()? },
            Kept { certificate: issuing_certificate.to_der()?, key: issuing.bytes()? },
            Kept { certificate: responder_certificate.to_der()?, key: responder.bytes()? },
        ])
    }

    /// Reads them from what is stored, in the order of [`Role::ALL`].
    ///
    /// # Errors
    /// As [`Authority::read`].
    pub fn read([primary, issuing, responder]: &[Kept; 3]) -> Result<Self, PkiError> {
        Ok(Self {
            primary: Authority::read(primary)?,
            issuing: Authority::read(issuing)?,
            responder: Authority::read(responder)?,
        })
    }

    /// The authority of a name.
    pub fn of(&self, ca: Ca) -> &Authority {
        match ca {
            Ca::Primary => &self.primary,
            Ca::Issuing => &self.issuing,
        }
    }
}
