//! The table `refusals`: refused log-ons, summed up by identity, cause and hour until they are written into the
//! Hændelseslog; and the table `limits_reached`: which limit was reached how often in an hour.

use jiff::Timestamp;

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::actor::{Channel, Stamp};
use rules::limits::Reached;
use rules::nemid::Purpose;
use rules::nemid::event::LogOnBar;

const TABLE: &str = "refusals";

/// How many hours with reached limits are kept at most, over all limits.
const MOST_REACHED: u32 = 1_000;

/// Refused log-ons of one identity for one cause in one hour.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The keyed fingerprint of the identity.
    pub identity: [u8; 32],
    /// Why they were refused.
    pub bar: LogOnBar,
    /// How many.
    pub times: u32,
    /// What the latest was for.
    pub purpose: Purpose,
    /// When the latest was.
    pub latest: Timestamp,
    /// Through what the latest came.
    pub channel: Channel,
    /// The address of the latest.
    pub address: Option<String>,
    /// The device of the latest.
    pub device: Option<String>,
}

/// How often a limit was reached in an hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReachedInHour {
    /// The stable code of the limit.
    pub code: String,
    /// The beginning of the hour, by the simulated clock.
    pub hour: Timestamp,
    /// How often.
    pub times: u32,
}

impl Tx<'_> {
    /// Notes one more refused log-on.
    pub fn note_refusal(
        &self,
        identity: &[u8; 32],
        bar: LogOnBar,
        purpose: &Purpose,
        stamp: &Stamp,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO refusals (identity, bar, hour, times, latest, use, channel, address, device) \
                   VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (identity, bar, hour) DO UPDATE SET \
                   times = refusals.times + 1, latest = excluded.latest, use = excluded.use, channel = excluded.channel, \
                   address = excluded.address, device = excluded.device";
        let row = (
            identity.as_slice(),
            json(&bar)?,
            instant(hour_of(stamp.at)),
            instant(stamp.at),
            json(purpose)?,
            json(&stamp.channel)?,
            stamp.address.as_deref(),
            stamp.device.as_deref(),
        );
        self.execute_one(TABLE, sql, row)
    }

    /// The refused log-ons of one identity that are not in its log yet, the oldest first.
    pub fn refusals_of(&self, identity: &[u8; 32]) -> Result<Vec<Refused>, StoreError> {
        let sql =
            "SELECT *, hex(identity) AS id FROM refusals WHERE identity = ?1 ORDER BY latest, hour, bar";
        self.list(sql, [identity.as_slice()], read)
    }

    /// The refused log-ons of hours that are over, the oldest first, at most so many.
    pub fn refusals_before(&self, now: Timestamp, limit: usize) -> Result<Vec<Refused>, StoreError> {
        let sql = "SELECT *, hex(identity) AS id FROM refusals WHERE hour < ?1 ORDER BY hour, latest, identity, bar LIMIT ?2";
        self.list(sql, (instant(hour_of(now)), i64::try_from(limit).unwrap_or(i64::MAX)), read)
    }

    /// Deletes what was noted of one identity for one cause in the hour of an instant.
    pub fn end_refusals(
        &self,
        identity: &[u8; 32],
        bar: LogOnBar,
        latest: Timestamp,
    ) -> Result<(), StoreError> {
        let sql = "DELETE FROM refusals WHERE identity = ?1 AND bar = ?2 AND hour = ?3";
        self.execute_one(TABLE, sql, (identity.as_slice(), json(&bar)?, instant(hour_of(latest))))
    }

    /// Notes that a limit was reached once more.
    pub fn note_reached(&self, limit: Reached, now: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO limits_reached (code, hour, times) VALUES (?1, ?2, 1) \
                   ON CONFLICT (hour, code) DO UPDATE SET times = limits_reached.times + 1";
        self.execute_one("limits_reached", sql, (limit.code(), instant(hour_of(now))))
    }

    /// The limits that were reached, by the hour, the newest first.
    pub fn limits_reached(&self, limit: u32) -> Result<Vec<ReachedInHour>, StoreError> {
        let sql = "SELECT * FROM limits_reached ORDER BY hour DESC, code LIMIT ?1";
        self.list(sql, [limit], |row| {
            let from = Reader::of("limits_reached", "code", row)?;
            Ok(ReachedInHour {
                code: from.get("code")?,
                hour: from.instant("hour")?,
                times: from.get("times")?,
            })
        })
    }

    /// Deletes all but the newest.
    pub fn sweep_limits_reached(&self) -> Result<(), StoreError> {
        let sql = "DELETE FROM limits_reached WHERE (hour, code) NOT IN \
                   (SELECT hour, code FROM limits_reached ORDER BY hour DESC, code LIMIT ?1)";
        self.execute(sql, [MOST_REACHED])?;
        Ok(())
    }
}

/// The beginning of an instant's hour.
fn hour_of(at: Timestamp) -> Timestamp {
    let second = at.as_second();
    Timestamp::from_second(second - second.rem_euclid(3_600)).unwrap_or(at)
}

fn read(row: &Row<'_>) -> Result<Refused, StoreError> {
    let from = Reader::of(TABLE, "id", row)?;
    Ok(Refused {
        identity: from.bytes("identity")?,
        bar: from.json("bar")?,
        times: from.get("times")?,
        purpose: from.json("use")?,
        latest: from.instant("latest")?,
        channel: from.json("channel")?,
        address: from.get("address")?,
        device: from.get("device")?,
    })
}
