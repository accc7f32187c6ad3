//! Questions about certificates and their answers (OCSP, RFC 6960), signed by who answers in the name of the authority.
//! An answer names no time of the next one: here whoever asks again is always told what holds then.

use der::asn1::{Any, GeneralizedTime, ObjectIdentifier, OctetString};
use der::{Decode, Encode, Sequence};
use jiff::Timestamp;
use rules::nemid::certificate::{CertificateSerial, Reliance};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use x509_cert::ext::Extension;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::AlgorithmIdentifierOwned;

use crate::outside::pki::authority::Authorities;
use crate::outside::pki::der_bytes::{bits, tag, value};
use crate::outside::pki::revocation::{algorithm, told_reason};
use crate::outside::pki::{PkiError, times};

const BASIC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.48.1.1");
const NONCE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.48.1.2");
const SHA_1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
/// How many certificates one question may be about.
const MOST: usize = 20;
/// The most bytes of the number by which an asker knows the answer to its question (RFC 8954).
const LONGEST_NONCE: usize = 32;

/// `OCSPRequest` (RFC 6960 4.1.1).
#[derive(Sequence)]
struct Asked {
    to_answer: ToAnswer,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    signature: Option<Any>,
}

#[derive(Sequence)]
struct ToAnswer {
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    version: Option<u8>,
    #[asn1(context_specific = "1", tag_mode = "EXPLICIT", optional = "true")]
    asker: Option<Any>,
    certificates: Vec<One>,
    #[asn1(context_specific = "2", tag_mode = "EXPLICIT", optional = "true")]
    extensions: Option<Vec<Extension>>,
}

#[derive(Sequence)]
struct One {
    id: CertificateId,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    extensions: Option<Any>,
}

/// `CertID`: the authority by the hashes of its name and key, and the serial number.
#[derive(Clone, Sequence)]
struct CertificateId {
    hash: AlgorithmIdentifierOwned,
    issuer_name: OctetString,
    issuer_key: OctetString,
    serial: SerialNumber,
}

/// A question that was understood.
pub struct Question {
    certificates: Vec<CertificateId>,
    nonce: Option<Extension>,
}

impl Question {
    /// Reads a question. `None` for what is none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let ToAnswer { version, certificates, extensions, .. } = Asked::from_der(bytes).ok()?.to_answer;
        if version.is_some_and(|version| version != 0) || !(1..=MOST).contains(&certificates.len()) {
            return None;
        }
        let nonce = extensions.unwrap_or_default().into_iter().find(|one| one.extn_id == NONCE);
        let within = |one: &Extension| (1..=LONGEST_NONCE + 2).contains(&one.extn_value.as_bytes().len());
        if nonce.as_ref().is_some_and(|one| !within(one)) {
            return None;
        }
        Some(Self { certificates: certificates.into_iter().map(|one| one.id).collect(), nonce })
    }

    /// The serial numbers that are asked about and that the authority can have given, in their order; `None` for another
    /// authority's or one that it can't have given.
    pub fn serials(&self, authorities: &Authorities) -> Vec<Option<CertificateSerial>> {
        self.certificates.iter().map(|id| id.serial_of(authorities)).collect()
    }
}

impl CertificateId {
    fn serial_of(&self, authorities: &Authorities) -> Option<CertificateSerial> {
        let issuing = &authorities.issuing.certificate;
        let name = issuing.tbs_certificate().subject().to_der().ok()?;
        let key = issuing.tbs_certificate().subject_public_key_info().subject_public_key.raw_bytes();
        let (name, key) = match self.hash.oid {
            SHA_1 => (Sha1::digest(&name).to_vec(), Sha1::digest(key).to_vec()),
            SHA_256 => (Sha256::digest(&name).to_vec(), Sha256::digest(key).to_vec()),
            _ => return None,
        };
        if self.issuer_name.as_bytes() != name || self.issuer_key.as_bytes() != key {
            return None;
        }
        let digits = self.serial.as_bytes();
        let first = digits.iter().take_while(|byte| **byte == 0).count();
        let digits = &digits[first..];
        let mut number = [0; 4];
        number.get_mut(4_usize.checked_sub(digits.len())?..)?.copy_from_slice(digits);
        Some(CertificateSerial(u32::from_be_bytes(number)))
    }
}

/// That a question was not understood: `malformedRequest`, without a signature.
pub fn not_understood() -> Vec<u8> {
    value(tag::SEQUENCE, &[&value(tag::ENUMERATED, &[&[1]])])
}

/// The signed answer to a question; `found` is what holds of each certificate that is asked about, `None` for one that was
/// never issued. One that ran out is good here: that it has ended, it says itself.
///
/// # Errors
/// [`PkiError`] when it can't be written or signed.
pub fn answer(
    authorities: &Authorities,
    question: &Question,
    found: &[Option<Reliance>],
    at: Timestamp,
) -> Result<Vec<u8>, PkiError> {
    let now = GeneralizedTime::from_date_time(times::second(at)?).to_der()?;
    let mut answers = Vec::new();
    for (id, found) in question.certificates.iter().zip(found) {
        let told = status(found.as_ref())?;
        answers.extend(value(tag::SEQUENCE, &[&id.to_der()?, &told, &now]));
    }
    let responder = &authorities.responder;
    let key = responder.public().subject_public_key.raw_bytes();
    let who = value(tag::OCTET_STRING, &[Sha1::digest(key).as_slice()]);
    let echoed = match &question.nonce {
        None => Vec::new(),
        Some(nonce) => value(tag::wrapping(1), &[&vec![nonce.clone()].to_der()?]),
    };
    let data = value(
        tag::SEQUENCE,
        &[&value(tag::wrapping(2), &[&who]), &now, &value(tag::SEQUENCE, &[&answers]), &echoed],
    );
    let signature = responder.key.sign(&data)?;
    let certificates = value(tag::SEQUENCE, &[&responder.der]);
    let basic = value(
        tag::SEQUENCE,
        &[&data, &algorithm()?, &bits(&signature), &value(tag::wrapping(0), &[&certificates])],
    );
    let kind = BASIC.to_der()?;
    let bytes = value(tag::SEQUENCE, &[&kind, &value(tag::OCTET_STRING, &[&basic])]);
    let successful = value(tag::ENUMERATED, &[&[0]]);
    Ok(value(tag::SEQUENCE, &[&successful, &value(tag::wrapping(0), &[&bytes])]))
}

/// `CertStatus`.
fn status(found: Option<&Reliance>) -> Result<Vec<u8>, PkiError> {
    Ok(match found {
        Some(Reliance::Good | Reliance::Expired | Reliance::NotYet) => value(tag::in_place(0), &[]),
        None => value(tag::in_place(2), &[]),
        Some(Reliance::Blocked { at, reason }) => {
            let at = GeneralizedTime::from_date_time(times::second(*at)?).to_der()?;
            let reason = match reason.map(told_reason) {
                Some(reason) => value(tag::wrapping(0), &[&reason.to_der()?]),
                None => Vec::new(),
            };
            value(tag::wrapping(1), &[&at, &reason])
        }
    })
}
