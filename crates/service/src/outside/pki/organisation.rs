//! What certificates of organisations say: of an employee (MOCES), and of what an organisation does itself (FOCES), as the public
//! profile has them. The policies are those of its test environment.

use der::asn1::ObjectIdentifier;
use rules::nemid::certificate::CertificateSerial;
use rules::organisations::Organisation;
use rules::words::{Email, PersonName};
use x509_cert::ext::pkix::KeyUsages;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::SubjectPublicKeyInfoOwned;

use crate::outside::pki::addresses::Addresses;
use crate::outside::pki::names::{Ca, Subject};
use crate::outside::pki::profile::{Draft, Period, certified, part_of};
use crate::outside::pki::{PkiError, extensions};

/// Certificates of employees in the test environment.
const EMPLOYEES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.4.1.31313.2.4.6.2.6");
/// Certificates of functions in the test environment.
const FUNCTIONS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.4.1.31313.2.4.6.4.2");

/// Whom a certificate of an organisation names.
#[derive(Clone, Debug)]
pub enum Named {
    /// An employee, in a unit.
    Employee { name: PersonName, unit: Option<&'static str> },
    /// What the organisation does itself, by a name that says so.
    Function { name: String },
}

/// What a certificate of an organisation is to say.
#[derive(Clone, Debug)]
pub struct OrganisationDraft {
    pub serial: CertificateSerial,
    pub organisation: Organisation,
    pub named: Named,
    /// The number, with CVR and RID or FID.
    pub number: String,
    pub email: Option<Email>,
    pub valid: Period,
}

impl OrganisationDraft {
    /// The certificate, about to be issued for a key.
    ///
    /// # Errors
    /// [`PkiError::Form`] for times before 1970.
    pub fn draft(
        &self,
        key: &SubjectPublicKeyInfoOwned,
        issuer: &SubjectPublicKeyInfoOwned,
        addresses: &Addresses,
    ) -> Result<Draft, PkiError> {
        let for_all = KeyUsages::DigitalSignature | KeyUsages::KeyEncipherment | KeyUsages::DataEncipherment;
        // A function does not sign in anybody's name.
        let (uses, policy) = match self.named {
            Named::Employee { .. } => {
                (for_all | KeyUsages::NonRepudiation | KeyUsages::KeyAgreement, EMPLOYEES)
            }
            Named::Function { .. } => (for_all, FUNCTIONS),
        };
        let part = Ca::Issuing.part_name(part_of(self.serial))?;
        let mut extensions = vec![
            extensions::key_usage(uses)?,
            extensions::policy(policy, &addresses.practice())?,
            extensions::lists(&addresses.list(Ca::Issuing), Some(part))?,
            extensions::access(Some(&addresses.ocsp()), &addresses.certificate(Ca::Issuing))?,
            extensions::subject_key(key)?,
            extensions::authority_key(issuer)?,
            extensions::end_entity()?,
        ];
        if let Some(email) = &self.email {
            extensions.push(extensions::email(&Email::for_sending(email))?);
        }
        let (common, unit) = match &self.named {
            Named::Employee { name, unit } => (certified(name), *unit),
            Named::Function { name } => (name.clone(), None),
        };
        let organisation = self.organisation.certified();
        let subject = Subject { organisation: &organisation, unit, common: &common, number: &self.number };
        let serial = SerialNumber::from(self.serial.0);
        Ok(Draft { serial, subject: subject.name()?, validity: self.valid.validity()?, extensions })
    }
}
