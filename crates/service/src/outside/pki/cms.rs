//! Reads a signature as CMS writes it (RFC 5652), by us or by another program, with one signer and signed attributes: whose
//! certificate it names, over which content it is, and whether the holder of that certificate made it.

use der::asn1::ObjectIdentifier;
use der::{Decode, Encode};
use jiff::Timestamp;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};
use x509_cert::Certificate;
use x509_cert::time::Time;

use crate::outside::pki::ber::Node;
use crate::outside::pki::rsa_key::is_signed;
use crate::outside::pki::signed_data::{MESSAGE_DIGEST, SIGNED_DATA, SIGNING_CERTIFICATE_V2, SIGNING_TIME};

const SHA_1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");
/// Tags without the sign of whether there are values in it.
const SEQUENCE: u8 = 0x10;
const SET: u8 = 0x11;
const OCTET_STRING: u8 = 0x04;
const FIRST_FIELD: u8 = 0x80;
/// A set as it is signed (RFC 5652 5.4).
const WHOLE_SET: u8 = 0x31;

/// A signature that was read.
pub struct CmsSignature {
    /// The certificate of who signed, as the signature names it.
    pub certificate: Certificate,
    /// When it was signed, where the signature says it.
    pub at: Option<Timestamp>,
    /// What is signed, where it lies within.
    pub within: Option<Vec<u8>>,
    hash: ObjectIdentifier,
    digest: Vec<u8>,
    attributes: Vec<u8>,
    signature: Vec<u8>,
    /// Whether the signature names this certificate and no other with the same number.
    is_bound: bool,
    /// How many bytes it has.
    pub length: usize,
}

impl CmsSignature {
    /// Reads a signature at the beginning of some bytes. `None` for what is none, or is written in another way.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let info = Node::read(bytes)?;
        let [kind, wrapper] = info.values() else { return None };
        if oid(kind)? != SIGNED_DATA {
            return None;
        }
        let parts = wrapper.values().first()?.values();
        let [_, _, encapsulated, rest @ ..] = parts else { return None };
        let certificates = rest.iter().find(|part| part.tag == FIRST_FIELD)?.values();
        let [signer] = rest.iter().rfind(|part| part.tag == SET)?.values() else { return None };
        let [_, named, hash, attributes, _, signature, ..] = signer.values() else { return None };
        let [issuer, serial] = named.values() else { return None };
        if attributes.tag != FIRST_FIELD || signature.tag != OCTET_STRING {
            return None;
        }
        let theirs = |one: &Certificate| {
            let tbs = one.tbs_certificate();
            let written = (tbs.issuer().to_der(), tbs.serial_number().to_der());
            matches!(written, (Ok(name), Ok(number)) if name == issuer.whole && number == serial.whole)
        };
        let certificate =
            certificates.iter().filter_map(|one| Certificate::from_der(one.whole).ok()).find(theirs)?;
        let told = |wanted| attribute(attributes, wanted);
        let is_bound = told(SIGNING_CERTIFICATE_V2).is_some_and(|value| names(value, &certificate));
        Some(Self {
            at: told(SIGNING_TIME).and_then(instant),
            within: within(encapsulated),
            hash: oid(hash.values().first()?)?,
            digest: told(MESSAGE_DIGEST)?.bytes(),
            attributes: as_set(attributes.whole)?,
            signature: signature.bytes(),
            is_bound,
            certificate,
            length: info.whole.len(),
        })
    }

    /// Whether it is over a content. A hash that is not known here leaves it open whether it is.
    pub fn is_over(&self, content: &[u8]) -> Option<bool> {
        let digest = match self.hash {
            SHA_1 => Sha1::digest(content).to_vec(),
            SHA_256 => Sha256::digest(content).to_vec(),
            SHA_384 => Sha384::digest(content).to_vec(),
            SHA_512 => Sha512::digest(content).to_vec(),
            _ => return None,
        };
        Some(digest == self.digest)
    }

    /// Whether the holder of the certificate made it, by RSA and SHA-256, for this certificate.
    pub fn is_genuine(&self) -> bool {
        let public = self.certificate.tbs_certificate().subject_public_key_info();
        self.is_bound && self.hash == SHA_256 && is_signed(public, &self.attributes, &self.signature)
    }
}

fn oid(node: &Node<'_>) -> Option<ObjectIdentifier> {
    ObjectIdentifier::from_der(node.whole).ok()
}

/// What lies within, if it does.
fn within(encapsulated: &Node<'_>) -> Option<Vec<u8>> {
    let [_, wrapper] = encapsulated.values() else { return None };
    wrapper.values().first().map(Node::bytes)
}

/// The value of a signed attribute, which has exactly one.
fn attribute<'n, 'b>(attributes: &'n Node<'b>, wanted: ObjectIdentifier) -> Option<&'n Node<'b>> {
    let of = |one: &&Node<'b>| one.values().first().and_then(oid) == Some(wanted);
    let mut found = attributes.values().iter().filter(of);
    let (one, None) = (found.next()?, found.next()) else { return None };
    let [_, values] = one.values() else { return None };
    let [value] = values.values() else { return None };
    Some(value)
}

/// The attributes as the set that is signed, which is no field any more. `None` when their length was left open.
fn as_set(field: &[u8]) -> Option<Vec<u8>> {
    if field.get(1) == Some(&0x80) {
        return None;
    }
    let mut set = field.to_vec();
    *set.first_mut()? = WHOLE_SET;
    Some(set)
}

/// Whether the first certificate that is named is this one, by SHA-256 (RFC 5035).
fn names(value: &Node<'_>, certificate: &Certificate) -> bool {
    let first = value.values().first().and_then(|list| list.values().first());
    let Some(first) = first else { return false };
    let hash = match first.values() {
        [hash, ..] if hash.tag == OCTET_STRING => hash,
        [algorithm, hash, ..] if algorithm.tag == SEQUENCE => {
            match algorithm.values().first().and_then(oid) {
                Some(SHA_256) => hash,
                _ => return false,
            }
        }
        _ => return false,
    };
    certificate.to_der().is_ok_and(|bytes| Sha256::digest(bytes).as_slice() == hash.bytes())
}

fn instant(value: &Node<'_>) -> Option<Timestamp> {
    let since_1970 = Time::from_der(value.whole).ok()?.to_unix_duration();
    Timestamp::from_second(i64::try_from(since_1970.as_secs()).ok()?).ok()
}
