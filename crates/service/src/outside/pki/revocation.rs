//! Revocation lists (RFC 5280 5): the whole one of an authority, and a part for the certificates that name it. They are
//! written entry by entry as the blocks are read, since a long list would take many times its size as values.

use der::asn1::{ObjectIdentifier, OctetString};
use der::{Encode, Sequence};
use jiff::{SignedDuration, Timestamp};
use rules::nemid::block::CertificateBlockReason;
use rules::nemid::certificate::CertificateSerial;
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::CrlReason;
use x509_cert::ext::pkix::crl::dp::DistributionPoint;
use x509_cert::ext::pkix::name::{DistributionPointName, GeneralName};

use crate::outside::pki::authority::Authority;
use crate::outside::pki::der_bytes::{bits, head, number, tag, value};
use crate::outside::pki::names::Ca;
use crate::outside::pki::{PkiError, extensions, times};

/// How long a list says that it holds: real ones came every twelve hours, ours whenever somebody asks.
const HOLDS: SignedDuration = SignedDuration::from_hours(12);
/// The bytes of a signature by an authority's key.
const SIGNATURE: usize = 256;
/// How many lists one millisecond has numbers for.
const WITHIN_A_MILLISECOND: u64 = 1 << 20;
const NUMBER: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.20");
const REASON: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.21");
const ISSUING_POINT: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.28");
/// `sha256WithRSAEncryption`, without parameters of its own (RFC 4055 5).
pub(super) const SHA_256_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");

/// `AlgorithmIdentifier` of our signatures.
#[derive(Sequence)]
pub(super) struct Algorithm {
    oid: ObjectIdentifier,
    parameters: der::asn1::Null,
}

/// The algorithm that every signature here names.
pub(super) fn algorithm() -> der::Result<Vec<u8>> {
    Algorithm { oid: SHA_256_WITH_RSA, parameters: der::asn1::Null }.to_der()
}

/// The entries of a list, in the bytes in which they are signed.
#[derive(Clone, Default)]
pub struct Entries(Vec<u8>);

impl Entries {
    /// Adds a blocked certificate.
    ///
    /// # Errors
    /// [`PkiError::Form`] for an instant before 1970.
    pub fn add(
        &mut self,
        serial: CertificateSerial,
        at: Timestamp,
        reason: Option<CertificateBlockReason>,
    ) -> Result<(), PkiError> {
        let at = times::time(times::second(at)?)?.to_der()?;
        let told = match reason.map(told_reason) {
            None => Vec::new(),
            Some(reason) => {
                let extension = extensions::named(REASON, false, &reason)?.to_der()?;
                value(tag::SEQUENCE, &[&extension])
            }
        };
        self.0.extend(value(tag::SEQUENCE, &[&number(serial.0.into()), &at, &told]));
        Ok(())
    }
}

/// The reason that other programs are told (RFC 5280 5.3.1).
pub fn told_reason(reason: CertificateBlockReason) -> CrlReason {
    match reason {
        // Nothing is wrong with the key of a certificate that its holder is done with.
        CertificateBlockReason::HolderAsked
        | CertificateBlockReason::NemIdBlocked
        | CertificateBlockReason::NemIdClosed
        | CertificateBlockReason::NemIdEnded => CrlReason::CessationOfOperation,
        // Who has forgotten the password can no longer use the key.
        CertificateBlockReason::PasswordForgotten | CertificateBlockReason::Renewed => CrlReason::Superseded,
        CertificateBlockReason::RulesBroken => CrlReason::PrivilegeWithdrawn,
        CertificateBlockReason::DetailsOutdated | CertificateBlockReason::CprNumberChanged => {
            CrlReason::AffiliationChanged
        }
    }
}

/// Which list of an authority it is.
#[derive(Clone, Copy, Debug)]
pub struct Issue {
    pub ca: Ca,
    /// The part of its list; `None` for the whole one.
    pub part: Option<u32>,
    /// How often the list has changed, so that two that differ have two numbers even at one instant.
    pub changes: i64,
    /// When it is written.
    pub at: Timestamp,
}

/// A list, signed by its authority. It is signed where it is written, so that a long one lies in memory once.
///
/// # Errors
/// [`PkiError`] when it can't be written or signed.
pub fn list(authority: &Authority, issue: Issue, mut entries: Entries) -> Result<Vec<u8>, PkiError> {
    let Issue { ca, part, at, .. } = issue;
    let algorithm = algorithm()?;
    let mut told = vec![extensions::authority_key(authority.public())?, list_number(issue)?];
    if let Some(part) = part {
        told.push(issuing_point(ca, part)?);
    }
    let mut before = [
        number(1),
        algorithm.clone(),
        ca.name()?.to_der()?,
        times::time(times::second(at)?)?.to_der()?,
        times::time(times::second(at + HOLDS)?)?.to_der()?,
    ]
    .concat();
    if !entries.0.is_empty() {
        before.extend(head(tag::SEQUENCE, entries.0.len()));
    }
    let after = value(tag::wrapping(0), &[&told.to_der()?]);
    let to_sign = before.len() + entries.0.len() + after.len();
    let head_of_signed = head(tag::SEQUENCE, to_sign);
    let whole = head_of_signed.len() + to_sign + algorithm.len() + bits(&[0; SIGNATURE]).len();
    let mut list = head(tag::SEQUENCE, whole);
    let signed_from = list.len();
    list.reserve_exact(whole);
    for part in [head_of_signed, before, std::mem::take(&mut entries.0), after] {
        list.extend(part);
    }
    let signature = authority.key.sign(&list[signed_from..])?;
    if signature.len() != SIGNATURE {
        return Err(der::Error::from(der::ErrorKind::Overflow).into());
    }
    list.extend(algorithm);
    list.extend(bits(&signature));
    Ok(list)
}

/// The number of a list grows with its instant, as the clock never goes back, and within a millisecond with what changed.
fn list_number(Issue { changes, at, .. }: Issue) -> Result<Extension, PkiError> {
    let wrong = |_| der::Error::from(der::ErrorKind::DateTime);
    let milliseconds = u64::try_from(at.as_millisecond()).map_err(wrong)?;
    let changes = u64::try_from(changes).map_err(wrong)? % WITHIN_A_MILLISECOND;
    let extn_value = OctetString::new(number(milliseconds * WITHIN_A_MILLISECOND + changes))?;
    Ok(Extension { extn_id: NUMBER, critical: false, extn_value })
}

/// Which part a list is, by the name that its certificates say.
fn issuing_point(ca: Ca, part: u32) -> der::Result<Extension> {
    let name = DistributionPointName::FullName(vec![GeneralName::DirectoryName(ca.part_name(part)?)]);
    // It begins as a place where lists are found does.
    let point = DistributionPoint { distribution_point: Some(name), reasons: None, crl_issuer: None };
    extensions::named(ISSUING_POINT, true, &point)
}
