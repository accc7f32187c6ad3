//! The table `sessions`: everybody who is logged on, and where. Tokens are kept as keyed hashes; time is the
//! real clock's.

use jiff::Timestamp;

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::sessions::Life;
use rules::words::NemIdNumber;

#[derive(Clone, Debug)]
pub struct Session {
    /// Hash of its token.
    pub token: [u8; 32],
    /// The NemID it belongs to.
    pub nemid: NemIdNumber,
    /// The audience: `selvbetjening`, `ra`, a site.
    pub audience: String,
    /// Whether it ends with the certificate.
    pub public: bool,
    /// Whether it was opened by password alone (Rules 3.5.4).
    pub limited: bool,
    /// When it began, by the real clock.
    pub started: Timestamp,
    /// When it was last used, by the real clock.
    pub seen: Timestamp,
    /// The address that it was opened from, if one is known.
    pub address: Option<String>,
    /// The user agent of the browser that it was opened with, if one is known.
    pub device: Option<String>,
}

impl Session {
    /// Its life so far.
    pub fn life(&self) -> Life {
        Life { began: self.started, renewed: self.seen }
    }
}

impl Tx<'_> {
    /// Opens a session.
    pub fn open_session(&self, session: &Session) -> Result<(), StoreError> {
        let sql = "INSERT INTO sessions (token, nemid, audience, public, limited, started, seen, address, device) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let row = (
            session.token.as_slice(),
            session.nemid.to_string(),
            &session.audience,
            session.public,
            session.limited,
            instant(session.started),
            instant(session.seen),
            &session.address,
            &session.device,
        );
        self.execute_one("sessions", sql, row)
    }

    /// The session with this token hash at this audience, however old.
    pub fn session(&self, token: &[u8; 32], audience: &str) -> Result<Option<Session>, StoreError> {
        let sql = "SELECT *, hex(token) AS id FROM sessions WHERE token = ?1 AND audience = ?2";
        self.find(sql, (token.as_slice(), audience), read)
    }

    /// The session with this token hash, wherever it is and however old.
    pub fn session_of(&self, token: &[u8; 32]) -> Result<Option<Session>, StoreError> {
        let sql = "SELECT *, hex(token) AS id FROM sessions WHERE token = ?1";
        self.find(sql, [token.as_slice()], read)
    }

    /// A NemID's sessions, the newest first, however old.
    pub fn sessions_of(&self, nemid: NemIdNumber) -> Result<Vec<Session>, StoreError> {
        let sql = "SELECT *, hex(token) AS id FROM sessions WHERE nemid = ?1 ORDER BY started DESC, token";
        self.list(sql, [nemid.to_string()], read)
    }

    /// The number of sessions in use since an instant of the real clock, at each audience.
    pub fn open_sessions(&self, since: Timestamp) -> Result<Vec<(String, u32)>, StoreError> {
        let sql = "SELECT audience, count(*) AS count FROM sessions WHERE seen >= ?1 GROUP BY audience ORDER BY audience";
        self.list(sql, [instant(since)], |row| Ok((row.get("audience")?, row.get("count")?)))
    }

    /// Notes that a session is in use.
    pub fn touch_session(&self, token: &[u8; 32], now: Timestamp) -> Result<(), StoreError> {
        let sql = "UPDATE sessions SET seen = ?2 WHERE token = ?1";
        self.execute(sql, (token.as_slice(), instant(now)))?;
        Ok(())
    }

    /// Ends one session, and the question that it asks.
    pub fn end_session(&self, token: &[u8; 32]) -> Result<(), StoreError> {
        let sql = "DELETE FROM sessions WHERE token = ?1 RETURNING nemid";
        let of = self.find(sql, [token.as_slice()], |row| {
            Reader::of("sessions", "nemid", row)?.word("nemid", NemIdNumber::parse)
        })?;
        of.map_or(Ok(()), |nemid| self.has_ended_sessions(nemid))
    }

    /// Notes that sessions of a NemID have ended, and what they asked with them.
    fn has_ended_sessions(&self, nemid: NemIdNumber) -> Result<(), StoreError> {
        self.is_over(nemid, self.may_be_awaited(nemid)?);
        Ok(())
    }

    /// Ends a NemID's sessions, all but one if one is named, or only those that stand on the certificate.
    pub fn end_sessions_of(
        &self,
        nemid: NemIdNumber,
        but: Option<&[u8; 32]>,
        only_public: bool,
    ) -> Result<usize, StoreError> {
        self.has_ended_sessions(nemid)?;
        let sql = "DELETE FROM sessions WHERE nemid = ?1 AND token <> ?2 AND (public <> 0 OR NOT ?3)";
        self.execute(sql, (nemid.to_string(), but.map_or(&[][..], |token| token), only_public))
    }

    /// Ends a NemID's sessions at one audience.
    pub fn end_sessions_at(&self, nemid: NemIdNumber, audience: &str) -> Result<usize, StoreError> {
        self.has_ended_sessions(nemid)?;
        let sql = "DELETE FROM sessions WHERE nemid = ?1 AND audience = ?2";
        self.execute(sql, (nemid.to_string(), audience))
    }

    /// Ends log-ons and other questions for a key in progress of a NemID. An enrolment ends only with its
    /// temporary password.
    pub fn end_progress_of(&self, nemid: NemIdNumber) -> Result<(), StoreError> {
        // Also where there is none, as when a request runs out with its question.
        self.is_over(nemid, false);
        let sql = "DELETE FROM log_ons WHERE nemid = ?1 RETURNING nemid, carrier";
        self.end_log_ons(sql, [nemid.to_string()])
    }

    /// The latest instant of the real clock by which a session, a log-on, an enrolment or an errand was written.
    pub fn latest_real_instant(&self) -> Result<Option<Timestamp>, StoreError> {
        let sql = "SELECT max(at) AS at FROM ( \
                       SELECT max(seen) AS at FROM sessions UNION ALL SELECT max(started) FROM log_ons UNION ALL \
                       SELECT max(extended) FROM log_ons UNION ALL SELECT max(started) FROM starts UNION ALL \
                       SELECT max(extended) FROM starts UNION ALL SELECT max(started) FROM errands UNION ALL \
                       SELECT max(kept) FROM drafts) AS written";
        let written = self.find(sql, [], |row| Reader::of("sessions", "at", row)?.maybe_instant("at"))?;
        Ok(written.flatten())
    }

    /// Forgets the passwords of enrolments that were last used before an instant of the real clock.
    pub fn sweep_enrolment_passwords(&self, before: Timestamp) -> Result<(), StoreError> {
        let sql = "UPDATE starts SET password_hash = NULL, remembered = NULL \
                   WHERE coalesce(extended, started) < ?1 AND (password_hash IS NOT NULL OR remembered IS NOT NULL)";
        self.execute(sql, [instant(before)]).map(drop)
    }

    /// Deletes sessions, log-ons, enrolments and errands that were last used before an instant of the real clock.
    pub fn sweep_sessions(&self, before: Timestamp) -> Result<(), StoreError> {
        self.execute("DELETE FROM sessions WHERE seen < ?1", [instant(before)])?;
        self.execute("DELETE FROM log_ons WHERE started < ?1", [instant(before)])?;
        self.sweep_app_requests(before)?;
        self.execute("DELETE FROM starts WHERE started < ?1", [instant(before)])?;
        self.execute("DELETE FROM errands WHERE started < ?1", [instant(before)])?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> Result<Session, StoreError> {
    let from = Reader::of("sessions", "id", row)?;
    Ok(Session {
        token: from.bytes("token")?,
        nemid: from.word("nemid", NemIdNumber::parse)?,
        audience: from.get("audience")?,
        public: from.get("public")?,
        limited: from.get("limited")?,
        started: from.instant("started")?,
        seen: from.instant("seen")?,
        address: from.get("address")?,
        device: from.get("device")?,
    })
}
