//! What each kind of certificate says: the root, the authority that issues, who answers about certificates, and a person
//! (POCES), as the public profile of OCES certificates has them. The policies are those of its test environment.

use der::asn1::ObjectIdentifier;
use jiff::Timestamp;
use rules::names;
use rules::nemid::Certificate;
use rules::nemid::certificate::CertificateSerial;
use rules::words::{Email, PersonName};
use sha2::{Digest, Sha256};
use x509_cert::builder::Error;
use x509_cert::builder::profile::BuilderProfile;
use x509_cert::certificate::TbsCertificate;
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::KeyUsages;
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{SubjectPublicKeyInfoOwned, SubjectPublicKeyInfoRef};
use x509_cert::time::{Time, Validity};

use crate::outside::pki::addresses::Addresses;
use crate::outside::pki::names::{Ca, LONGEST, NO_ORGANISATION, SIMULATOR, Subject};
use crate::outside::pki::{PkiError, extensions, times};

/// `anyPolicy` (RFC 5280 4.2.1.4): the authorities issue by any.
const ANY_POLICY: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.32.0");
/// Certificates of persons in the test environment.
const PERSONS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.4.1.31313.2.4.6.1.5");
/// Certificates of companies in the test environment.
const COMPANIES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.4.1.31313.2.4.6.3.5");
/// The number of a company that is none.
const NO_CVR: &str = "00000000";
/// `id-kp-emailProtection` (RFC 5280 4.2.1.12).
const EMAIL_PROTECTION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.4");
/// The bytes of a serial number that is no row's.
const LONG_SERIAL: usize = 16;
/// `id-kp-OCSPSigning` (RFC 6960 4.2.2.2).
const OCSP_SIGNING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.9");
/// One less than the serial number of the first certificate of a person.
const BEFORE_FIRST: u32 = 0x1000_0000;
/// How many certificates share a part of the revocation list.
const PER_PART: u32 = 1_000;

/// A certificate that is about to be issued.
pub struct Draft {
    pub(super) serial: SerialNumber,
    pub(super) subject: Name,
    pub(super) validity: Validity,
    pub(super) extensions: Vec<Extension>,
}

/// The part of the revocation list that a serial number belongs to, counted from 1.
pub fn part_of(serial: CertificateSerial) -> u32 {
    serial.0.saturating_sub(BEFORE_FIRST + 1) / PER_PART + 1
}

/// The serial numbers whose certificates belong to a part; `None` for one that no certificate can belong to.
pub fn serials_of(part: u32) -> Option<std::ops::RangeInclusive<u32>> {
    let first = part.checked_sub(1)?.checked_mul(PER_PART)?.checked_add(BEFORE_FIRST + 1)?;
    Some(if part == 1 { 0 } else { first }..=first.checked_add(PER_PART - 1)?)
}

impl Draft {
    /// The certificate of an authority. It has no end, since the clock of a world has none.
    pub(super) fn authority(
        ca: Ca,
        key: &SubjectPublicKeyInfoOwned,
        issuer: &SubjectPublicKeyInfoOwned,
        addresses: &Addresses,
    ) -> Result<Self, PkiError> {
        let mut extensions = vec![
            extensions::authority((ca == Ca::Issuing).then_some(0))?,
            extensions::key_usage(KeyUsages::KeyCertSign | KeyUsages::CRLSign)?,
            extensions::bare_policy(ANY_POLICY)?,
            extensions::subject_key(key)?,
            extensions::authority_key(issuer)?,
        ];
        if ca == Ca::Issuing {
            extensions.push(extensions::lists(&addresses.list(Ca::Primary), None)?);
            extensions.push(extensions::access(None, &addresses.certificate(Ca::Primary))?);
        }
        let serial = SerialNumber::from(if ca == Ca::Primary { 1_u32 } else { 2 });
        Ok(Self { serial, subject: ca.name()?, validity: without_end()?, extensions })
    }

    /// The certificate of who answers about certificates.
    pub(super) fn responder(
        key: &SubjectPublicKeyInfoOwned,
        issuer: &SubjectPublicKeyInfoOwned,
        addresses: &Addresses,
    ) -> Result<Self, PkiError> {
        let extensions = vec![
            extensions::end_entity()?,
            extensions::key_usage(KeyUsages::DigitalSignature)?,
            extensions::extended_use(OCSP_SIGNING)?,
            extensions::no_check()?,
            extensions::access(None, &addresses.certificate(Ca::Issuing))?,
            extensions::subject_key(key)?,
            extensions::authority_key(issuer)?,
        ];
        let common = "SELVBETJENING Systemtest OCSP";
        let subject = Subject { organisation: SIMULATOR, unit: None, common, number: "OCSP:1" }.name()?;
        Ok(Self { serial: SerialNumber::from(1_u32), subject, validity: without_end()?, extensions })
    }

    /// The certificate of the simulator as a company (VOCES), for the mails that it sends from an address. It has no end, as
    /// the authorities have none; its serial number is made from its key and the address.
    ///
    /// # Errors
    /// [`PkiError::Form`] for an address with characters beyond ASCII.
    pub fn company(
        address: &str,
        key: &SubjectPublicKeyInfoOwned,
        issuer: &SubjectPublicKeyInfoOwned,
        addresses: &Addresses,
    ) -> Result<Self, PkiError> {
        let extensions = vec![
            extensions::end_entity()?,
            extensions::key_usage(KeyUsages::DigitalSignature)?,
            extensions::extended_use(EMAIL_PROTECTION)?,
            extensions::policy(COMPANIES, &addresses.practice())?,
            extensions::lists(&addresses.list(Ca::Issuing), None)?,
            extensions::access(None, &addresses.certificate(Ca::Issuing))?,
            extensions::email(address)?,
            extensions::subject_key(key)?,
            extensions::authority_key(issuer)?,
        ];
        let organisation = format!("{SIMULATOR} // CVR:{NO_CVR}");
        let (common, number) = ("Selvbetjening (simulator)", format!("CVR:{NO_CVR}-UID:1"));
        let subject = Subject { organisation: &organisation, unit: None, common, number: &number }.name()?;
        let hash = Sha256::new().chain_update(key.subject_public_key.raw_bytes()).chain_update(address);
        let hash = hash.finalize();
        let mut serial: [u8; LONG_SERIAL] = std::array::from_fn(|index| hash[index]);
        // Positive, without a leading zero, and longer than any of a person.
        serial[0] = serial[0] & 0x7f | 0x40;
        Ok(Self { serial: SerialNumber::new(&serial)?, subject, validity: without_end()?, extensions })
    }

    /// The certificate of a person, as its row says it (POCES).
    ///
    /// # Errors
    /// [`PkiError::Form`] for times before 1970.
    pub fn person(
        row: &Certificate,
        key: &SubjectPublicKeyInfoOwned,
        issuer: &SubjectPublicKeyInfoOwned,
        addresses: &Addresses,
    ) -> Result<Self, PkiError> {
        let mut extensions = vec![
            extensions::key_usage(
                KeyUsages::DigitalSignature
                    | KeyUsages::NonRepudiation
                    | KeyUsages::KeyEncipherment
                    | KeyUsages::DataEncipherment
                    | KeyUsages::KeyAgreement,
            )?,
            extensions::policy(PERSONS, &addresses.practice())?,
            extensions::lists(
                &addresses.list(Ca::Issuing),
                Some(Ca::Issuing.part_name(part_of(row.serial))?),
            )?,
            extensions::access(Some(&addresses.ocsp()), &addresses.certificate(Ca::Issuing))?,
            extensions::subject_key(key)?,
            extensions::authority_key(issuer)?,
            extensions::end_entity()?,
        ];
        if let Some(email) = &row.email {
            extensions.push(extensions::email(&Email::for_sending(email))?);
        }
        let (common, number) = (certified(&row.name), row.pid.to_string());
        let subject = Subject { organisation: NO_ORGANISATION, unit: None, common: &common, number: &number };
        let (subject, validity) = (subject.name()?, Period { from: row.from, until: row.until }.validity()?);
        Ok(Self { serial: SerialNumber::from(row.serial.0), subject, validity, extensions })
    }
}

/// The name as a certificate bears it: whole where it fits, else as a letter bears it.
pub(super) fn certified(name: &PersonName) -> String {
    if name.as_str().chars().count() <= LONGEST { name.to_string() } else { names::addressing(name) }
}

fn without_end() -> der::Result<Validity> {
    Ok(Validity::new(times::beginning()?, Time::INFINITY))
}

/// From an instant until just before another.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    pub from: Timestamp,
    pub until: Timestamp,
}

impl Period {
    pub(super) fn validity(self) -> der::Result<Validity> {
        let last = times::last_second_before(self.until)?;
        Ok(Validity::new(times::time(times::second(self.from)?)?, times::time(last)?))
    }
}

/// Issued in the name of an authority, with what the draft says.
pub(super) struct IssuedBy {
    pub(super) issuer: Name,
    pub(super) subject: Name,
    pub(super) extensions: Vec<Extension>,
}

impl BuilderProfile for IssuedBy {
    fn get_issuer(&self, _: &Name) -> Name {
        self.issuer.clone()
    }

    fn get_subject(&self) -> Name {
        self.subject.clone()
    }

    fn build_extensions(
        &self,
        _: SubjectPublicKeyInfoRef<'_>,
        _: SubjectPublicKeyInfoRef<'_>,
        _: &TbsCertificate,
    ) -> Result<Vec<Extension>, Error> {
        Ok(self.extensions.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_serial_number_belongs_to_the_part_that_lists_it() {
        for serial in [0, 1, 0x1000_0001, 0x1000_03e8, 0x1000_03e9, 0x2000_0000, u32::MAX] {
            let part = part_of(CertificateSerial(serial));
            let listed = serials_of(part);
            assert!(listed.is_none_or(|serials| serials.contains(&serial)), "{serial:08X} in {part}");
        }
        assert_eq!(part_of(CertificateSerial(0x1000_03e8)), 1);
        assert_eq!(part_of(CertificateSerial(0x1000_03e9)), 2);
        assert_eq!((serials_of(0), serials_of(u32::MAX)), (None, None));
    }
}
