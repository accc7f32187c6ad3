//! The table `certificates`: every certificate of a NemID that is kept. What a receiver checks is read in
//! `past_certificates.rs`.

use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::nemid::certificate::{CertificateSerial, CertificateState, Outdated};
use rules::nemid::{Certificate, NemId};
use rules::words::{Email, NemIdNumber, PersonName, Pid};

const TABLE: &str = "certificates";
/// One less than the first serial number, so that all have eight digits.
const BEFORE_FIRST: u32 = 0x1000_0000;

impl Tx<'_> {
    pub(super) fn certificates_of(&self, nemid: NemIdNumber) -> Result<Vec<Certificate>, StoreError> {
        let sql = "SELECT * FROM certificates WHERE nemid = ?1 ORDER BY serial";
        self.list(sql, [nemid.to_string()], |row| read(&Reader::of(TABLE, "serial", row)?))
    }

    /// Saves the certificates that differ from what was loaded.
    pub(super) fn save_certificates(&self, before: &NemId, nemid: &NemId) -> Result<(), StoreError> {
        let sql = "INSERT INTO certificates (serial, nemid, pid, name, email, valid_from, valid_until, state, \
                   outdated_since, name_outdated_since, email_outdated_since, expiry_noticed) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) \
                   ON CONFLICT (serial) DO UPDATE SET state = excluded.state, \
                   outdated_since = excluded.outdated_since, \
                   name_outdated_since = excluded.name_outdated_since, \
                   email_outdated_since = excluded.email_outdated_since, \
                   expiry_noticed = excluded.expiry_noticed \
                   WHERE certificates.nemid = excluded.nemid";
        for certificate in nemid.certificates.iter().filter(|one| !before.certificates.contains(one)) {
            let row = (
                certificate.serial.0,
                nemid.number.to_string(),
                certificate.pid.to_string(),
                certificate.name.as_str(),
                certificate.email.as_ref().map(Email::as_str),
                instant(certificate.from),
                instant(certificate.until),
                json(&certificate.state)?,
                certificate.outdated.first().map(instant),
                certificate.outdated.name.map(instant),
                certificate.outdated.email.map(instant),
                certificate.expiry_noticed,
            );
            self.execute_one(TABLE, sql, row)?;
            self.note_serial(certificate.serial.0)?;
            self.erase_ended_key(certificate)?;
            if matches!(certificate.state, CertificateState::Blocked(_)) {
                self.note_revocation()?;
            }
        }
        Ok(())
    }

    /// The certificate with a serial number, as long as all of it is kept.
    pub fn certificate(&self, serial: CertificateSerial) -> Result<Option<Certificate>, StoreError> {
        let sql = "SELECT * FROM certificates WHERE serial = ?1";
        self.find(sql, [serial.0], |row| read(&Reader::of(TABLE, "serial", row)?))
    }

    /// The NemIDs whose newest certificate names an e-mail address.
    pub fn nemids_with_email(&self, email: &Email) -> Result<Vec<NemIdNumber>, StoreError> {
        let sql = "SELECT DISTINCT nemid FROM certificates WHERE email = ?1 ORDER BY nemid";
        self.list(sql, [email.as_str()], |row| {
            Reader::of(TABLE, "nemid", row)?.word("nemid", NemIdNumber::parse)
        })
    }

    /// The serial number that the next certificate gets.
    pub fn next_certificate_serial(&self) -> Result<CertificateSerial, StoreError> {
        Ok(CertificateSerial(self.last_serial()?.unwrap_or(BEFORE_FIRST) + 1))
    }
}

fn read(from: &Reader<'_>) -> Result<Certificate, StoreError> {
    Ok(Certificate {
        serial: CertificateSerial(from.get("serial")?),
        pid: from.word("pid", Pid::parse)?,
        name: from.word("name", PersonName::parse)?,
        email: from.maybe_word("email", Email::parse)?,
        from: from.instant("valid_from")?,
        until: from.instant("valid_until")?,
        state: from.json("state")?,
        outdated: Outdated {
            name: from.maybe_instant("name_outdated_since")?,
            email: from.maybe_instant("email_outdated_since")?,
        },
        expiry_noticed: from.get("expiry_noticed")?,
    })
}
