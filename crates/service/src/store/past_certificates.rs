//! The table `past_certificates`: what a receiver can still check of certificates about which all else is forgotten, and
//! the revocation list, which has both these and those that are kept (Rules 4.5).

use std::ops::RangeInclusive;

use jiff::Timestamp;

use crate::store::engine::row::Row;
use crate::store::tx::Reader;
use crate::store::{StoreError, Tx};
use rules::nemid::block::CertificateBlockReason;
use rules::nemid::certificate::{CertificateSerial, CheckedCertificate, Reliance};
use rules::words::NemIdNumber;

const TABLE: &str = "past_certificates";

/// A row of the revocation list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revoked {
    /// The serial number.
    pub serial: CertificateSerial,
    /// When it was blocked.
    pub at: Timestamp,
    /// Why; `None` once that is no longer kept.
    pub reason: Option<CertificateBlockReason>,
}

const KEEP: &str = "INSERT INTO past_certificates (serial, valid_from, valid_until, blocked) \
    SELECT serial, valid_from, valid_until, \
           CASE json_extract(state, '$.is') WHEN 'blocked' THEN json_extract(state, '$.at') END \
    FROM certificates WHERE ";

/// All blocked certificates, those that are kept whole and those that are not, as far as their serial numbers are among `which`.
/// Ordered as it stands here, each table hands over its own in order; within another query, all would be sorted first.
fn blocked(which: &str) -> String {
    format!(
        "SELECT serial, json_extract(state, '$.at') AS at, json_quote(json_extract(state, '$.reason')) AS reason \
         FROM certificates WHERE json_extract(state, '$.is') = 'blocked' AND {which} \
         UNION ALL \
         SELECT serial, blocked, reason FROM organisation_certificates WHERE blocked IS NOT NULL AND {which} \
         UNION ALL \
         SELECT serial, blocked, NULL FROM past_certificates WHERE blocked IS NOT NULL AND {which}"
    )
}

/// How many there are.
const HOW_MANY: &str = "SELECT (SELECT count(*) FROM certificates WHERE json_extract(state, '$.is') = 'blocked') \
          + (SELECT count(*) FROM organisation_certificates WHERE blocked IS NOT NULL) \
          + (SELECT count(*) FROM past_certificates WHERE blocked IS NOT NULL)";

impl Tx<'_> {
    /// Deletes a certificate but for what a receiver can check.
    ///
    /// # Errors
    /// When there is no such certificate.
    pub(super) fn forget_certificate(&self, serial: CertificateSerial) -> Result<(), StoreError> {
        self.execute_one(TABLE, &format!("{KEEP} serial = ?1"), [serial.0])?;
        self.note_revocation()?;
        self.execute_one("certificates", "DELETE FROM certificates WHERE serial = ?1", [serial.0])
    }

    /// Keeps of the certificates of a NemID that is about to be deleted what a receiver can check.
    pub(super) fn keep_certificates_of(&self, nemid: NemIdNumber) -> Result<(), StoreError> {
        self.note_revocation()?;
        self.execute(&format!("{KEEP} nemid = ?1"), [nemid.to_string()])?;
        self.keep_employee_certificates_of(nemid)
    }

    /// What a receiver finds out at `now` about the certificate with a serial number.
    pub fn checked_certificate(
        &self,
        serial: CertificateSerial,
        now: Timestamp,
    ) -> Result<Option<CheckedCertificate>, StoreError> {
        if let Some(certificate) = self.certificate(serial)? {
            return Ok(Some(certificate.checked(now)));
        }
        match self.organisation_certificate(serial)? {
            Some(certificate) => Ok(Some(certificate.checked(now))),
            None => self.find("SELECT * FROM past_certificates WHERE serial = ?1", [serial.0], read),
        }
    }

    /// Hands over every blocked certificate whose serial number lies in a range, in their order.
    pub fn each_revoked(
        &self,
        serials: &RangeInclusive<u32>,
        mut take: impl FnMut(Revoked) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let sql = format!("{} ORDER BY serial", blocked("serial BETWEEN ?1 AND ?2"));
        self.list(&sql, [serials.start(), serials.end()], |row| take(revoked(row)?)).map(drop)
    }

    /// A page of the blocked certificates, the newest first, and their total number.
    pub fn revoked_certificates(&self, offset: u32, limit: u32) -> Result<(Vec<Revoked>, u32), StoreError> {
        let all = self.find(HOW_MANY, [], |row| row.get(0))?;
        let sql = format!("{} ORDER BY at DESC, serial DESC LIMIT ?1 OFFSET ?2", blocked("true"));
        let page = self.list(&sql, [limit, offset], revoked)?;
        Ok((page, all.unwrap_or(0)))
    }
}

fn revoked(row: &Row<'_>) -> Result<Revoked, StoreError> {
    let from = Reader::of(TABLE, "serial", row)?;
    let serial = CertificateSerial(from.get("serial")?);
    Ok(Revoked { serial, at: from.instant("at")?, reason: from.maybe_json("reason")? })
}

fn read(row: &Row<'_>) -> Result<CheckedCertificate, StoreError> {
    let from = Reader::of(TABLE, "serial", row)?;
    let blocked = from.maybe_instant("blocked")?;
    Ok(CheckedCertificate {
        serial: CertificateSerial(from.get("serial")?),
        from: from.instant("valid_from")?,
        until: from.instant("valid_until")?,
        reliance: blocked.map_or(Reliance::Expired, |at| Reliance::Blocked { at, reason: None }),
    })
}
