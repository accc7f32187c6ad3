//! The table `organisation_certificates`: certificates of employees, and of what organisations do themselves (D41).

use jiff::Timestamp;

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::actor::PlaceName;
use rules::nemid::block::CertificateBlockReason;
use rules::nemid::certificate::{CertificateSerial, CheckedCertificate, Reliance};
use rules::words::{Email, NemIdNumber};

const TABLE: &str = "organisation_certificates";
/// One less than the first serial number: far beyond those of persons, whose numbers are counted by themselves.
const BEFORE_FIRST: u32 = 0x4000_0000;
const EMPLOYEE: &str = "employee";
const FUNCTION: &str = "function";

/// Whose a certificate of an organisation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// An employee's, by the employee NemID.
    Employee(NemIdNumber),
    /// The organisation's own, for what it does itself at a place.
    Function(PlaceName),
}

impl Bearer {
    fn kind(&self) -> &'static str {
        match self {
            Self::Employee(_) => EMPLOYEE,
            Self::Function(_) => FUNCTION,
        }
    }
}

/// What a certificate of an organisation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationCertificate {
    pub serial: CertificateSerial,
    /// Whose it is.
    pub bearer: Bearer,
    /// The organisation, by the stable name of its place.
    pub place: PlaceName,
    /// The number in its subject, with CVR and RID or FID; the same over renewals.
    pub number: String,
    /// The name in its subject.
    pub name: String,
    pub email: Option<Email>,
    /// The first instant at which it is valid.
    pub from: Timestamp,
    /// The first instant at which it is no longer valid.
    pub until: Timestamp,
    /// When it was blocked, and why.
    pub blocked: Option<OrganisationBlock>,
}

/// A block of such a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrganisationBlock {
    pub at: Timestamp,
    pub reason: CertificateBlockReason,
}

/// Such a certificate as other programs read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationBody {
    /// The certificate (DER).
    pub body: Vec<u8>,
    /// Its private key, sealed; `None` once it was blocked or had run out.
    pub key: Option<Vec<u8>>,
}

impl OrganisationCertificate {
    /// What a receiver can check of it.
    pub fn checked(&self, now: Timestamp) -> CheckedCertificate {
        let &Self { serial, from, until, blocked, .. } = self;
        let reliance = match blocked {
            Some(OrganisationBlock { at, reason }) => Reliance::Blocked { at, reason: Some(reason) },
            None if until <= now => Reliance::Expired,
            None if now < from => Reliance::NotYet,
            None => Reliance::Good,
        };
        CheckedCertificate { serial, from, until, reliance }
    }
}

impl Tx<'_> {
    /// The newest certificate of an employee or a function.
    pub fn organisation_certificate_of(
        &self,
        bearer: &Bearer,
    ) -> Result<Option<OrganisationCertificate>, StoreError> {
        let (column, value) = match bearer {
            Bearer::Employee(nemid) => ("employee", nemid.to_string()),
            Bearer::Function(place) => ("place", place.to_string()),
        };
        let sql =
            format!("SELECT * FROM {TABLE} WHERE kind = ?1 AND {column} = ?2 ORDER BY serial DESC LIMIT 1");
        self.find(&sql, (bearer.kind(), value), read)
    }

    /// The certificate with a serial number.
    pub fn organisation_certificate(
        &self,
        serial: CertificateSerial,
    ) -> Result<Option<OrganisationCertificate>, StoreError> {
        self.find(&format!("SELECT * FROM {TABLE} WHERE serial = ?1"), [serial.0], read)
    }

    /// The same as other programs read it.
    pub fn organisation_body(
        &self,
        serial: CertificateSerial,
    ) -> Result<Option<OrganisationBody>, StoreError> {
        self.find(&format!("SELECT body, key FROM {TABLE} WHERE serial = ?1"), [serial.0], |row| {
            Ok(OrganisationBody { body: row.get(0)?, key: row.get(1)? })
        })
    }

    /// The serial number that the next one gets; none is given twice.
    pub fn next_organisation_serial(&self) -> Result<CertificateSerial, StoreError> {
        let nth = u32::try_from(self.next_organisation_certificate()?).ok();
        let serial = nth.and_then(|nth| BEFORE_FIRST.checked_add(nth)).map(CertificateSerial);
        serial.ok_or(StoreError::RowsMet { table: TABLE, met: 0 })
    }

    /// Keeps a certificate that was made.
    ///
    /// # Errors
    /// When there is one of that serial number.
    pub fn save_organisation_certificate(
        &self,
        made: &OrganisationCertificate,
        body: &OrganisationBody,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO organisation_certificates \
                   (serial, kind, employee, place, number, name, email, valid_from, valid_until, body, key) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        let employee = match &made.bearer {
            Bearer::Employee(nemid) => Some(nemid.to_string()),
            Bearer::Function(_) => None,
        };
        let row = (
            made.serial.0,
            made.bearer.kind(),
            employee,
            made.place.as_str(),
            &made.number,
            &made.name,
            made.email.as_ref().map(Email::as_str),
            instant(made.from),
            instant(made.until),
            &body.body,
            &body.key,
        );
        self.execute_one(TABLE, sql, row)
    }

    /// Blocks the newest certificate of an employee or a function for good, unless it was blocked before or had run out by then,
    /// and erases its key.
    pub fn block_organisation_certificate(
        &self,
        bearer: &Bearer,
        block: OrganisationBlock,
    ) -> Result<(), StoreError> {
        let Some(found) = self.organisation_certificate_of(bearer)? else { return Ok(()) };
        if found.checked(block.at).reliance != Reliance::Good {
            return Ok(());
        }
        let sql =
            "UPDATE organisation_certificates SET blocked = ?2, reason = ?3, key = NULL WHERE serial = ?1";
        self.execute_one(TABLE, sql, (found.serial.0, instant(block.at), json(&block.reason)?))?;
        self.note_revocation()
    }

    /// Deletes the certificates of an employee but for what a receiver can check.
    pub(super) fn keep_employee_certificates_of(&self, nemid: NemIdNumber) -> Result<(), StoreError> {
        let sql = "INSERT INTO past_certificates (serial, valid_from, valid_until, blocked) \
                   SELECT serial, valid_from, valid_until, blocked FROM organisation_certificates WHERE employee = ?1";
        self.execute(sql, [nemid.to_string()])?;
        self.execute("DELETE FROM organisation_certificates WHERE employee = ?1", [nemid.to_string()])
            .map(drop)
    }

    /// Erases the keys of those that have run out by an instant.
    pub fn erase_ended_organisation_keys(&self, now: Timestamp) -> Result<(), StoreError> {
        let sql =
            "UPDATE organisation_certificates SET key = NULL WHERE key IS NOT NULL AND valid_until <= ?1";
        self.execute(sql, [instant(now)]).map(drop)
    }
}

fn read(row: &Row<'_>) -> Result<OrganisationCertificate, StoreError> {
    let from = Reader::of(TABLE, "serial", row)?;
    let place = PlaceName::new(from.get::<String>("place")?);
    let bearer = match from.get::<String>("kind")?.as_str() {
        FUNCTION => Bearer::Function(place.clone()),
        _ => Bearer::Employee(from.word("employee", NemIdNumber::parse)?),
    };
    let blocked = match (from.maybe_instant("blocked")?, from.maybe_json("reason")?) {
        (Some(at), Some(reason)) => Some(OrganisationBlock { at, reason }),
        _ => None,
    };
    Ok(OrganisationCertificate {
        serial: CertificateSerial(from.get("serial")?),
        bearer,
        place,
        number: from.get("number")?,
        name: from.get("name")?,
        email: from.maybe_word("email", Email::parse)?,
        from: from.instant("valid_from")?,
        until: from.instant("valid_until")?,
        blocked,
    })
}
