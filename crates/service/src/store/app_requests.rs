//! The table `app_requests`: what was sent to the apps of a NemID, and what became of it. The text that is signed stands in
//! `log_ons` alone, so that no request can be about another one, and none outlives its question.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::carriers::app::REQUESTS;
use rules::nemid::Purpose;
use rules::words::{CarrierNumber, NemIdNumber};

const TABLE: &str = "app_requests";

/// How many unanswered ones of a NemID are kept: as many as are counted.
const KEPT: u8 = 5;
const _: () = assert!(REQUESTS == KEPT as usize);

/// What became of a request, as far as it is stored: its question may have ended or run out meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sent {
    /// Nobody has answered it.
    Waiting,
    /// It was approved, and what it was asked for may follow.
    Approved,
    /// It was refused.
    Refused,
    /// A newer question took its place, or the question was asked of another carrier.
    Replaced,
    /// What it was asked for has followed.
    Used,
}

/// One request.
#[derive(Clone, Debug)]
pub struct AppRequest {
    pub n: i64,
    pub nemid: NemIdNumber,
    /// The hash of the question's token.
    pub token: [u8; 32],
    /// By what a waiting page asks for it.
    pub mark: String,
    pub purpose: Purpose,
    /// When it was sent, by the simulated clock.
    pub at: Timestamp,
    pub state: Sent,
    /// The app that it was answered with.
    pub app: Option<CarrierNumber>,
}

/// A request that is to be sent.
#[derive(Debug)]
pub struct NewRequest<'a> {
    pub n: i64,
    pub nemid: NemIdNumber,
    pub token: &'a [u8; 32],
    pub mark: &'a str,
    pub purpose: &'a Purpose,
    pub at: Timestamp,
    /// The real clock's instant.
    pub sent: Timestamp,
}

impl Tx<'_> {
    /// Sends a request. What was sent to the NemID before and has not been answered is over; of that as many are kept as
    /// are counted.
    pub fn send_to_apps(&self, new: &NewRequest<'_>) -> Result<(), StoreError> {
        let nemid = new.nemid.to_string();
        let sql = "INSERT INTO app_requests (n, nemid, token, mark, use, at, sent, state) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let row = (
            new.n,
            &nemid,
            new.token.as_slice(),
            new.mark,
            json(new.purpose)?,
            instant(new.at),
            instant(new.sent),
            word(Sent::Waiting)?,
        );
        self.execute_one(TABLE, sql, row)?;
        let sql = "DELETE FROM app_requests WHERE nemid = ?1 AND n NOT IN \
                   (SELECT n FROM app_requests WHERE nemid = ?1 ORDER BY n DESC LIMIT ?2)";
        self.execute(sql, (&nemid, KEPT))?;
        Ok(())
    }

    /// Notes that the unanswered requests of a NemID are over.
    pub fn replace_app_requests(&self, nemid: NemIdNumber) -> Result<(), StoreError> {
        let sql = "UPDATE app_requests SET state = ?2 WHERE nemid = ?1 AND state IN (?3, ?4)";
        let states = (nemid.to_string(), word(Sent::Replaced)?, word(Sent::Waiting)?, word(Sent::Approved)?);
        let met = self.execute(sql, states)?;
        self.is_over(nemid, met > 0);
        Ok(())
    }

    /// Notes what the holder answered with an app.
    pub fn answer_app_request(&self, n: i64, state: Sent, app: CarrierNumber) -> Result<(), StoreError> {
        let sql = "UPDATE app_requests SET state = ?2, app = ?3 WHERE n = ?1 RETURNING nemid";
        let of = self.find(sql, (n, word(state)?, app.to_string()), |row| {
            Reader::of(TABLE, "nemid", row)?.word("nemid", NemIdNumber::parse)
        })?;
        self.is_over(of.ok_or(StoreError::RowsMet { table: TABLE, met: 0 })?, true);
        Ok(())
    }

    /// Whether a page may be waiting at another program for the apps of a NemID. Where no other can serve the world, nobody is
    /// asked.
    pub(super) fn may_be_awaited(&self, nemid: NemIdNumber) -> Result<bool, StoreError> {
        if self.is_sqlite() {
            return Ok(false);
        }
        let sql = "SELECT 1 FROM app_requests WHERE nemid = ?1 AND state = ?2 LIMIT 1";
        Ok(self.find(sql, (nemid.to_string(), word(Sent::Waiting)?), |_| Ok(()))?.is_some())
    }

    /// The holder has answered with whatever carrier: what was refused or left unanswered before no longer counts.
    pub fn forget_app_requests(&self, nemid: NemIdNumber, but: Option<i64>) -> Result<(), StoreError> {
        let sql = "DELETE FROM app_requests WHERE nemid = ?1 AND n IS DISTINCT FROM ?2 AND state <> ?3";
        self.execute(sql, (nemid.to_string(), but, word(Sent::Used)?))?;
        Ok(())
    }

    /// A question was answered with the right key: its approval, if there is one, is spent, and what was left unanswered
    /// before no longer counts.
    pub fn use_app_requests(&self, question: &[u8; 32]) -> Result<(), StoreError> {
        let sql = "UPDATE app_requests SET state = ?2 WHERE token = ?1 AND state = ?3";
        self.execute(sql, (question.as_slice(), word(Sent::Used)?, word(Sent::Approved)?))?;
        let sql = "DELETE FROM app_requests WHERE state <> ?2 \
                   AND nemid = (SELECT nemid FROM log_ons WHERE token = ?1)";
        self.execute(sql, (question.as_slice(), word(Sent::Used)?))?;
        Ok(())
    }

    /// The newest request for a question.
    pub fn app_request_for(&self, question: &[u8; 32]) -> Result<Option<AppRequest>, StoreError> {
        let sql = "SELECT * FROM app_requests WHERE token = ?1 ORDER BY n DESC LIMIT 1";
        self.find(sql, [question.as_slice()], read)
    }

    /// The request that a waiting page asks for.
    pub fn app_request_marked(&self, mark: &str) -> Result<Option<AppRequest>, StoreError> {
        self.find("SELECT * FROM app_requests WHERE mark = ?1", [mark], read)
    }

    /// The requests that were sent to the apps of a NemID, the oldest first.
    pub fn app_requests_of(&self, nemid: NemIdNumber) -> Result<Vec<AppRequest>, StoreError> {
        self.list("SELECT * FROM app_requests WHERE nemid = ?1 ORDER BY n", [nemid.to_string()], read)
    }

    /// Deletes requests from before an instant of the real clock, but for those that keep a NemID's apps from being asked.
    pub(super) fn sweep_app_requests(&self, before: Timestamp) -> Result<(), StoreError> {
        let sql = "DELETE FROM app_requests WHERE sent < ?1 AND (state = ?2 OR ?3 > (SELECT count(*) \
                   FROM app_requests others WHERE others.nemid = app_requests.nemid AND others.state <> ?2))";
        self.execute(sql, (instant(before), word(Sent::Used)?, KEPT))?;
        Ok(())
    }
}

fn word(state: Sent) -> Result<String, StoreError> {
    json(&state)
}

fn read(row: &Row<'_>) -> Result<AppRequest, StoreError> {
    let from = Reader::of(TABLE, "n", row)?;
    Ok(AppRequest {
        n: from.get("n")?,
        nemid: from.word("nemid", NemIdNumber::parse)?,
        token: from.bytes("token")?,
        mark: from.get("mark")?,
        purpose: from.json("use")?,
        at: from.instant("at")?,
        state: from.json("state")?,
        app: from.maybe_word("app", CarrierNumber::parse)?,
    })
}
