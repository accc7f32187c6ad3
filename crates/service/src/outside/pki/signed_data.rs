//! A signature as CMS writes it (RFC 5652): `SignedData` with one signer, the signer's certificate and those above it; what
//! is signed lies within it or apart.

use der::asn1::{Any, GeneralizedTime, ObjectIdentifier, OctetString, SetOfVec, UtcTime};
use der::{DateTime, Decode, Encode, Sequence, ValueOrd};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::attr::Attribute;
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::AlgorithmIdentifierOwned;

use crate::outside::pki::PkiError;
use crate::outside::pki::revocation::SHA_256_WITH_RSA;
use crate::outside::pki::rsa_key::RsaKey;

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
pub const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
pub const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
pub const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
pub const SIGNING_TIME: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.5");
pub const SIGNING_CERTIFICATE_V2: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const ECDSA_WITH_SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");

/// `ContentInfo` (RFC 5652 3).
#[derive(Debug, Sequence)]
pub struct ContentInfo {
    pub content_type: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    pub content: SignedData,
}

/// `SignedData` (RFC 5652 5.1). Its version is 1: content of type data, and the signer named by issuer and
/// number.
#[derive(Debug, Sequence)]
pub struct SignedData {
    pub version: u8,
    pub digest_algorithms: SetOfVec<AlgorithmIdentifierOwned>,
    pub content: EncapsulatedContent,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true")]
    pub certificates: SetOfVec<Certificate>,
    pub signers: SetOfVec<SignerInfo>,
}

/// `EncapsulatedContentInfo` (RFC 5652 5.2), with what is signed or without it.
#[derive(Debug, Sequence)]
pub struct EncapsulatedContent {
    pub content_type: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub content: Option<OctetString>,
}

/// `SignerInfo` (RFC 5652 5.3).
#[derive(Clone, Debug, PartialEq, Eq, Sequence, ValueOrd)]
pub struct SignerInfo {
    pub version: u8,
    pub signer: IssuerAndSerialNumber,
    pub digest_algorithm: AlgorithmIdentifierOwned,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true")]
    pub signed: SetOfVec<Attribute>,
    pub signature_algorithm: AlgorithmIdentifierOwned,
    pub signature: OctetString,
}

/// `IssuerAndSerialNumber` (RFC 5652 10.2.4).
#[derive(Clone, Debug, PartialEq, Eq, Sequence, ValueOrd)]
pub struct IssuerAndSerialNumber {
    pub issuer: Name,
    pub serial: SerialNumber,
}

/// `SigningCertificateV2` (RFC 5035 3), which binds the signature to one certificate by its SHA-256.
#[derive(Sequence)]
pub struct SigningCertificate {
    pub certificates: Vec<CertificateHash>,
}

/// `ESSCertIDv2` with the default hash algorithm.
#[derive(Sequence)]
pub struct CertificateHash {
    pub hash: OctetString,
}

/// Makes the signature over bytes.
pub type Signing<'a> = &'a dyn Fn(&[u8]) -> Result<Vec<u8>, PkiError>;

/// Who signs.
pub struct CmsSigner<'a> {
    /// The signer's certificate.
    pub certificate: &'a Certificate,
    /// The certificates above it, but for the root.
    pub above: &'a [Certificate],
    /// How the signer's key signs.
    pub algorithm: AlgorithmIdentifierOwned,
    /// Signs bytes.
    pub sign: Signing<'a>,
}

/// What is signed.
#[derive(Clone, Copy)]
pub enum Content<'a> {
    /// It is kept elsewhere.
    Apart(&'a [u8]),
    /// The signature contains it.
    Within(&'a [u8]),
}

/// ECDSA over SHA-256 (RFC 5754).
pub fn ecdsa() -> AlgorithmIdentifierOwned {
    algorithm(ECDSA_WITH_SHA_256)
}

/// RSA over SHA-256 (RFC 5754).
pub fn rsa() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: SHA_256_WITH_RSA, parameters: Some(Any::null()) }
}

/// The signature over a content by the key of a certificate of ours.
///
/// # Errors
/// [`PkiError`] when it can't be signed or written.
pub fn signed_by_key(
    content: Content<'_>,
    at: Option<Timestamp>,
    key: &RsaKey,
    certificate: &Certificate,
    above: &[Certificate],
) -> Result<Vec<u8>, PkiError> {
    let sign = |bytes: &[u8]| key.sign(bytes);
    signed_data(content, at, &CmsSigner { certificate, above, algorithm: rsa(), sign: &sign })
}

/// The signature over a content, dated unless its date stands elsewhere.
///
/// # Errors
/// [`PkiError`] when it can't be signed or written, or for a date before 1970.
pub fn signed_data(
    content: Content<'_>,
    at: Option<Timestamp>,
    by: &CmsSigner<'_>,
) -> Result<Vec<u8>, PkiError> {
    let (Content::Apart(bytes) | Content::Within(bytes)) = content;
    let mut attributes = vec![
        attribute(CONTENT_TYPE, &DATA)?,
        attribute(MESSAGE_DIGEST, &OctetString::new(Sha256::digest(bytes).as_slice())?)?,
        attribute(SIGNING_CERTIFICATE_V2, &signing_certificate(by.certificate)?)?,
    ];
    if let Some(at) = at {
        attributes.push(attribute(SIGNING_TIME, &time(at)?)?);
    }
    let signed = SetOfVec::try_from(attributes)?;
    // The signature covers the attributes as a set of its own, not as the field of SignerInfo (RFC 5652 5.4).
    let signature = (by.sign)(&signed.to_der()?)?;
    let tbs = by.certificate.tbs_certificate();
    let signer = SignerInfo {
        version: 1,
        signer: IssuerAndSerialNumber { issuer: tbs.issuer().clone(), serial: tbs.serial_number().clone() },
        digest_algorithm: algorithm(SHA_256),
        signed,
        signature_algorithm: by.algorithm.clone(),
        signature: OctetString::new(signature)?,
    };
    let within = match content {
        Content::Apart(_) => None,
        Content::Within(bytes) => Some(OctetString::new(bytes)?),
    };
    let mut certificates = by.above.to_vec();
    certificates.push(by.certificate.clone());
    let content = SignedData {
        version: 1,
        digest_algorithms: SetOfVec::try_from(vec![algorithm(SHA_256)])?,
        content: EncapsulatedContent { content_type: DATA, content: within },
        certificates: SetOfVec::try_from(certificates)?,
        signers: SetOfVec::try_from(vec![signer])?,
    };
    Ok(ContentInfo { content_type: SIGNED_DATA, content }.to_der()?)
}

fn algorithm(oid: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid, parameters: None }
}

fn attribute(oid: ObjectIdentifier, value: &impl Encode) -> der::Result<Attribute> {
    let value = Any::from_der(&value.to_der()?)?;
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![value])? })
}

fn signing_certificate(certificate: &Certificate) -> der::Result<SigningCertificate> {
    let hash = OctetString::new(Sha256::digest(certificate.to_der()?).as_slice())?;
    Ok(SigningCertificate { certificates: vec![CertificateHash { hash }] })
}

/// Whole seconds, with two digits for the year through 2049 and four afterwards (RFC 5652 11.3).
fn time(at: Timestamp) -> der::Result<Any> {
    let seconds = u64::try_from(at.as_second()).map_err(|_| der::ErrorKind::DateTime)?;
    let at = DateTime::from_unix_duration(std::time::Duration::from_secs(seconds))?;
    if at.year() <= UtcTime::MAX_YEAR {
        Any::encode_from(&UtcTime::from_date_time(at)?)
    } else {
        Any::encode_from(&GeneralizedTime::from_date_time(at))
    }
}
