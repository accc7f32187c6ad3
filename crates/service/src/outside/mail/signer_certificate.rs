//! The certificate of each signed mail: self-signed, for one address, and always the same for the same key.

use der::DateTime;
use der::asn1::{Ia5String, ObjectIdentifier, OctetString};
use p256::ecdsa::{DerSignature, SigningKey};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::builder::profile::BuilderProfile;
use x509_cert::builder::{Builder, CertificateBuilder, Error};
use x509_cert::certificate::TbsCertificate;
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::ext::pkix::{
    BasicConstraints, ExtendedKeyUsage, KeyUsage, KeyUsages, SubjectAltName, SubjectKeyIdentifier,
};
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{SubjectPublicKeyInfo, SubjectPublicKeyInfoRef};
use x509_cert::time::{Time, Validity};

/// The signer's name, which says what the program is.
const SUBJECT: &str = "CN=Selvbetjening (simulator)";
/// `id-kp-emailProtection` (RFC 5280 4.2.1.12).
const EMAIL_PROTECTION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.4");
/// The year in which NemID began: no mail of this world is older.
const FIRST_YEAR: u16 = 2010;
/// The number of bytes of the key's SHA-256 that are its identifier (RFC 7093 2) …
const IDENTIFIER_BYTES: usize = 20;
/// … and of those that are the certificate's serial number.
const SERIAL_BYTES: usize = 16;

/// The certificate of this key for this address. It never expires (the last second of 9999, RFC 5280
/// 4.1.2.5), since the simulated clock can be moved any distance.
///
/// # Errors
/// When the address has characters beyond ASCII, which `rfc822Name` does not accept.
pub(super) fn certificate(key: &SigningKey, address: &str) -> Result<Certificate, Error> {
    let info = SubjectPublicKeyInfo::from_key(key.verifying_key())?;
    let hash = Sha256::digest(info.subject_public_key.raw_bytes());
    let validity = Validity::new(Time::from(DateTime::new(FIRST_YEAR, 1, 1, 0, 0, 0)?), Time::INFINITY);
    let itself = SelfSigned(SUBJECT.parse()?);
    let mut builder = CertificateBuilder::new(itself, serial(&hash)?, validity, info)?;
    builder.add_extension(&BasicConstraints { ca: false, path_len_constraint: None })?;
    builder.add_extension(&KeyUsage(KeyUsages::DigitalSignature.into()))?;
    builder.add_extension(&ExtendedKeyUsage(vec![EMAIL_PROTECTION]))?;
    builder.add_extension(&SubjectAltName(vec![GeneralName::Rfc822Name(Ia5String::new(address)?)]))?;
    builder.add_extension(&SubjectKeyIdentifier(OctetString::new(&hash[..IDENTIFIER_BYTES])?))?;
    builder.build::<_, DerSignature>(key)
}

/// Positive, and without a leading zero: the rest of the hash still tells two keys apart.
fn serial(hash: &[u8]) -> der::Result<SerialNumber> {
    let mut bytes: [u8; SERIAL_BYTES] = std::array::from_fn(|index| hash[index]);
    bytes[0] = bytes[0] & 0x7f | 0x40;
    SerialNumber::new(&bytes)
}

/// Issued by its own subject; its extensions are added separately.
struct SelfSigned(Name);

impl BuilderProfile for SelfSigned {
    fn get_issuer(&self, subject: &Name) -> Name {
        subject.clone()
    }

    fn get_subject(&self) -> Name {
        self.0.clone()
    }

    fn build_extensions(
        &self,
        _: SubjectPublicKeyInfoRef<'_>,
        _: SubjectPublicKeyInfoRef<'_>,
        _: &TbsCertificate,
    ) -> Result<Vec<Extension>, Error> {
        Ok(Vec::new())
    }
}
