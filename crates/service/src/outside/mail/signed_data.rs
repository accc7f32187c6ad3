//! The signature of a mail as CMS writes it (RFC 5652): `SignedData` without the signed content, with the
//! signer's certificate, one signer and ECDSA over SHA-256 (RFC 5753, RFC 5754).

use der::asn1::{Any, GeneralizedTime, ObjectIdentifier, OctetString, SetOfVec, UtcTime};
use der::{DateTime, Decode, Encode, Sequence, ValueOrd};
use jiff::Timestamp;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{DerSignature, SigningKey};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::attr::Attribute;
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::AlgorithmIdentifierOwned;

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
pub(super) const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
pub(super) const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
pub(super) const SIGNING_TIME: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.5");
pub(super) const SIGNING_CERTIFICATE_V2: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const ECDSA_WITH_SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");

/// `ContentInfo` (RFC 5652 3).
#[derive(Debug, Sequence)]
pub(super) struct ContentInfo {
    pub(super) content_type: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    pub(super) content: SignedData,
}

/// `SignedData` (RFC 5652 5.1). Its version is 1: content of type data, and the signer named by issuer and
/// number.
#[derive(Debug, Sequence)]
pub(super) struct SignedData {
    pub(super) version: u8,
    pub(super) digest_algorithms: SetOfVec<AlgorithmIdentifierOwned>,
    pub(super) content: EncapsulatedContent,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true")]
    pub(super) certificates: SetOfVec<Certificate>,
    pub(super) signers: SetOfVec<SignerInfo>,
}

/// `EncapsulatedContentInfo` (RFC 5652 5.2), detached: the content is the other part of the mail.
#[derive(Debug, Sequence)]
pub(super) struct EncapsulatedContent {
    pub(super) content_type: ObjectIdentifier,
}

/// `SignerInfo` (RFC 5652 5.3).
#[derive(Clone, Debug, PartialEq, Eq, Sequence, ValueOrd)]
pub(super) struct SignerInfo {
    pub(super) version: u8,
    pub(super) signer: IssuerAndSerialNumber,
    pub(super) digest_algorithm: AlgorithmIdentifierOwned,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true")]
    pub(super) signed: SetOfVec<Attribute>,
    pub(super) signature_algorithm: AlgorithmIdentifierOwned,
    pub(super) signature: OctetString,
}

/// `IssuerAndSerialNumber` (RFC 5652 10.2.4).
#[derive(Clone, Debug, PartialEq, Eq, Sequence, ValueOrd)]
pub(super) struct IssuerAndSerialNumber {
    pub(super) issuer: Name,
    pub(super) serial: SerialNumber,
}

/// `SigningCertificateV2` (RFC 5035 3), which binds the signature to one certificate by its SHA-256.
#[derive(Sequence)]
pub(super) struct SigningCertificate {
    pub(super) certificates: Vec<CertificateHash>,
}

/// `ESSCertIDv2` with the default hash algorithm.
#[derive(Sequence)]
pub(super) struct CertificateHash {
    pub(super) hash: OctetString,
}

/// The signature over `content` at this instant, in DER. The same key, content and instant give the same
/// bytes: ECDSA uses no random number here (RFC 6979).
///
/// # Errors
/// When the instant is before 1970.
pub(super) fn signed_data(
    content: &[u8],
    at: Timestamp,
    key: &SigningKey,
    certificate: &Certificate,
) -> der::Result<Vec<u8>> {
    let signed = SetOfVec::try_from(vec![
        attribute(CONTENT_TYPE, &DATA)?,
        attribute(SIGNING_TIME, &time(at)?)?,
        attribute(MESSAGE_DIGEST, &OctetString::new(Sha256::digest(content).as_slice())?)?,
        attribute(SIGNING_CERTIFICATE_V2, &signing_certificate(certificate)?)?,
    ])?;
    // The signature covers the attributes as a set of its own, not as the field of SignerInfo (RFC 5652 5.4).
    let signature: DerSignature = key.sign(&signed.to_der()?);
    let tbs = certificate.tbs_certificate();
    let signer = SignerInfo {
        version: 1,
        signer: IssuerAndSerialNumber { issuer: tbs.issuer().clone(), serial: tbs.serial_number().clone() },
        digest_algorithm: algorithm(SHA_256),
        signed,
        signature_algorithm: algorithm(ECDSA_WITH_SHA_256),
        signature: OctetString::new(signature.as_bytes())?,
    };
    let content = SignedData {
        version: 1,
        digest_algorithms: SetOfVec::try_from(vec![algorithm(SHA_256)])?,
        content: EncapsulatedContent { content_type: DATA },
        certificates: SetOfVec::try_from(vec![certificate.clone()])?,
        signers: SetOfVec::try_from(vec![signer])?,
    };
    ContentInfo { content_type: SIGNED_DATA, content }.to_der()
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
