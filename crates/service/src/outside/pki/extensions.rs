//! What certificates say besides name, key and validity (RFC 5280 4.2), as OCES certificates say it.

use der::asn1::{Any, Ia5String, Ia5StringRef, ObjectIdentifier, OctetString, Utf8StringRef};
use der::flagset::FlagSet;
use der::oid::AssociatedOid;
use der::{Decode, Encode};
use sha2::{Digest, Sha256};
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::certpolicy::{CertificatePolicies, PolicyInformation, PolicyQualifierInfo};
use x509_cert::ext::pkix::crl::dp::DistributionPoint;
use x509_cert::ext::pkix::name::{DistributionPointName, GeneralName};
use x509_cert::ext::pkix::{
    AccessDescription, AuthorityInfoAccessSyntax, AuthorityKeyIdentifier, BasicConstraints,
    CrlDistributionPoints, ExtendedKeyUsage, KeyUsage, KeyUsages, SubjectAltName, SubjectKeyIdentifier,
};
use x509_cert::name::Name;
use x509_cert::spki::SubjectPublicKeyInfoOwned;

const OCSP: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.48.1");
const ISSUERS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.48.2");
const PRACTICE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.2.1");
const NOTICE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.2.2");
/// `id-pkix-ocsp-nocheck` (RFC 6960 4.2.2.2.1).
const NO_CHECK: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.48.1.5");
/// The number of bytes of the key's SHA-256 that are its identifier (RFC 7093 2).
const IDENTIFIER_BYTES: usize = 20;
/// What every certificate says of itself, in the place for it.
const SAID: &str = "Certifikatet er fra en simulator og beviser intet om nogen. \
                    The certificate is from a simulator and proves nothing about anybody.";

fn extension(critical: bool, value: &(impl AssociatedOid + Encode)) -> der::Result<Extension> {
    named(value_oid(value), critical, value)
}

const fn value_oid<T: AssociatedOid>(_: &T) -> ObjectIdentifier {
    T::OID
}

/// An extension under its number.
pub fn named(extn_id: ObjectIdentifier, critical: bool, value: &impl Encode) -> der::Result<Extension> {
    Ok(Extension { extn_id, critical, extn_value: OctetString::new(value.to_der()?)? })
}

/// The identifier of a public key.
pub fn identifier(key: &SubjectPublicKeyInfoOwned) -> der::Result<OctetString> {
    OctetString::new(&Sha256::digest(key.subject_public_key.raw_bytes())[..IDENTIFIER_BYTES])
}

/// Which key the certificate is for.
pub fn subject_key(key: &SubjectPublicKeyInfoOwned) -> der::Result<Extension> {
    extension(false, &SubjectKeyIdentifier(identifier(key)?))
}

/// Which key issued it.
pub fn authority_key(key: &SubjectPublicKeyInfoOwned) -> der::Result<Extension> {
    let identifier = AuthorityKeyIdentifier { key_identifier: Some(identifier(key)?), ..Default::default() };
    extension(false, &identifier)
}

/// That it is an authority's, with so many authorities below it at most.
pub fn authority(below: Option<u8>) -> der::Result<Extension> {
    extension(true, &BasicConstraints { ca: true, path_len_constraint: below })
}

/// That it is no authority's.
pub fn end_entity() -> der::Result<Extension> {
    extension(false, &BasicConstraints { ca: false, path_len_constraint: None })
}

/// What its key may be used for.
pub fn key_usage(uses: impl Into<FlagSet<KeyUsages>>) -> der::Result<Extension> {
    extension(true, &KeyUsage(uses.into()))
}

/// What else its key is for.
pub fn extended_use(use_for: ObjectIdentifier) -> der::Result<Extension> {
    extension(false, &ExtendedKeyUsage(vec![use_for]))
}

/// That the one who answers about certificates is not itself asked about.
pub fn no_check() -> der::Result<Extension> {
    named(NO_CHECK, false, &der::asn1::Null)
}

/// The e-mail address of its holder.
pub fn email(address: &str) -> der::Result<Extension> {
    extension(false, &SubjectAltName(vec![GeneralName::Rfc822Name(Ia5String::new(address)?)]))
}

/// The policy by which it was issued, and where that is told.
pub fn policy(policy: ObjectIdentifier, practice: &str) -> der::Result<Extension> {
    let practice = Any::encode_from(&Ia5StringRef::new(practice)?)?;
    let notice = Any::from_der(&vec![Utf8StringRef::new(SAID)?].to_der()?)?;
    let qualifier = |oid, value| PolicyQualifierInfo { policy_qualifier_id: oid, qualifier: Some(value) };
    let qualifiers = vec![qualifier(PRACTICE, practice), qualifier(NOTICE, notice)];
    let told = PolicyInformation { policy_identifier: policy, policy_qualifiers: Some(qualifiers) };
    extension(false, &CertificatePolicies(vec![told]))
}

/// A policy of which nothing more is told.
pub fn bare_policy(policy: ObjectIdentifier) -> der::Result<Extension> {
    let told = PolicyInformation { policy_identifier: policy, policy_qualifiers: None };
    extension(false, &CertificatePolicies(vec![told]))
}

/// Where the revocation list is: the whole one by its address, and the part that the certificate belongs to by its name.
pub fn lists(whole: &str, part: Option<Name>) -> der::Result<Extension> {
    let point = |name: GeneralName| DistributionPoint {
        distribution_point: Some(DistributionPointName::FullName(vec![name])),
        reasons: None,
        crl_issuer: None,
    };
    let mut points = vec![point(address(whole)?)];
    points.extend(part.map(|name| point(GeneralName::DirectoryName(name))));
    extension(false, &CrlDistributionPoints(points))
}

/// Who answers about it, if anybody does, and where the certificate of its authority is.
pub fn access(ocsp: Option<&str>, issuer: &str) -> der::Result<Extension> {
    let at = |access_method, place| {
        address(place).map(|access_location| AccessDescription { access_method, access_location })
    };
    let mut told = Vec::new();
    if let Some(ocsp) = ocsp {
        told.push(at(OCSP, ocsp)?);
    }
    told.push(at(ISSUERS, issuer)?);
    extension(false, &AuthorityInfoAccessSyntax(told))
}

fn address(text: &str) -> der::Result<GeneralName> {
    Ok(GeneralName::UniformResourceIdentifier(Ia5String::new(text)?))
}
