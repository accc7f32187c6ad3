//! Whom a certificate names, and whether an authority issued it.

use der::Encode;
use der::asn1::{ObjectIdentifier, PrintableStringRef, Utf8StringRef};
use rules::nemid::certificate::CertificateSerial;
use x509_cert::Certificate;
use x509_cert::name::RelativeDistinguishedName;

use crate::outside::pki::authority::Authority;
use crate::outside::pki::names::{COMMON_NAME, SERIAL_NUMBER};
use crate::outside::pki::rsa_key::is_signed;

/// Whom a certificate names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    /// The PID number, as it stands there.
    pub number: String,
}

/// Whom a certificate of an authority names, and its serial number. `None` for one that it did not issue to a person.
pub fn issued_by(certificate: &Certificate, authority: &Authority) -> Option<(Named, CertificateSerial)> {
    let tbs = certificate.tbs_certificate();
    let is_theirs = tbs.issuer() == authority.certificate.tbs_certificate().subject()
        && is_signed(authority.public(), &tbs.to_der().ok()?, certificate.signature().raw_bytes());
    let digits: [u8; 4] = tbs.serial_number().as_bytes().try_into().ok().filter(|_| is_theirs)?;
    let named =
        Named { name: attribute(certificate, COMMON_NAME)?, number: attribute(certificate, SERIAL_NUMBER)? };
    Some((named, CertificateSerial(u32::from_be_bytes(digits))))
}

fn attribute(certificate: &Certificate, oid: ObjectIdentifier) -> Option<String> {
    let parts = certificate.tbs_certificate().subject().iter_rdn();
    let value =
        &parts.into_iter().flat_map(RelativeDistinguishedName::iter).find(|one| one.oid == oid)?.value;
    let text = value.decode_as::<Utf8StringRef<'_>>().map(|text| text.to_string());
    text.or_else(|_| value.decode_as::<PrintableStringRef<'_>>().map(|text| text.to_string())).ok()
}
