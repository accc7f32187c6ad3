//! The tables `shadows`, `limits` and `spent_tokens`: decoy counts, rate limits and one-use tokens, under
//! keyed fingerprints.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::nemid::Lockout;

/// The count of wrong attempts with one unknown user id or number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decoy {
    /// Its lockout, counted like a NemID's.
    pub lockout: Lockout,
    /// Whether it answers as if blocked.
    pub blocked: bool,
}

/// How many decoys, and how many counts of a day, are kept at most.
const MOST: u32 = 100_000;

impl Tx<'_> {
    /// The decoy with this fingerprint; a fresh one if there is none.
    pub fn decoy(&self, fingerprint: &[u8; 32]) -> Result<Decoy, StoreError> {
        let sql = "SELECT *, hex(fingerprint) AS id FROM shadows WHERE fingerprint = ?1";
        let found = self.find(sql, [fingerprint.as_slice()], |row| {
            let from = Reader::of("shadows", "id", row)?;
            Ok(Decoy {
                lockout: Lockout {
                    failures: from.get("failures")?,
                    strike: from.get("strike")?,
                    locked_until: from.maybe_instant("locked_until")?,
                },
                blocked: from.get("blocked")?,
            })
        })?;
        Ok(found.unwrap_or_default())
    }

    /// Saves a decoy.
    pub fn save_decoy(&self, fingerprint: &[u8; 32], decoy: Decoy, now: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO shadows (fingerprint, failures, strike, blocked, locked_until, touched) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (fingerprint) DO UPDATE SET \
                   failures = excluded.failures, strike = excluded.strike, blocked = excluded.blocked, \
                   locked_until = excluded.locked_until, touched = excluded.touched";
        let lockout = decoy.lockout;
        let row = (
            fingerprint.as_slice(),
            lockout.failures,
            lockout.strike,
            decoy.blocked,
            lockout.locked_until.map(instant),
            instant(now),
        );
        self.execute_one("shadows", sql, row)
    }

    /// How many attempts of a subject were counted on a day.
    pub fn tries(&self, subject: &[u8; 32], day: Date) -> Result<u32, StoreError> {
        let sql = "SELECT count FROM limits WHERE subject = ?1 AND day = ?2";
        let count = self.find(sql, (subject.as_slice(), day.to_string()), |row| row.get(0))?;
        Ok(count.unwrap_or(0))
    }

    /// Counts one more attempt by a subject on a day. Returns how many that makes.
    pub fn count_try(&self, subject: &[u8; 32], day: Date) -> Result<u32, StoreError> {
        let sql = "INSERT INTO limits (subject, day, count) VALUES (?1, ?2, 1) \
                   ON CONFLICT (subject, day) DO UPDATE SET count = limits.count + 1 RETURNING count";
        let count = self.find(sql, (subject.as_slice(), day.to_string()), |row| row.get(0))?;
        Ok(count.unwrap_or(u32::MAX))
    }

    /// Deletes decoys that were last used before an instant, and the oldest of too many.
    pub fn sweep_decoys(&self, before: Timestamp) -> Result<(), StoreError> {
        self.execute("DELETE FROM shadows WHERE touched < ?1", [instant(before)])?;
        let sql = "DELETE FROM shadows WHERE fingerprint NOT IN \
                   (SELECT fingerprint FROM shadows ORDER BY touched DESC, fingerprint LIMIT ?1)";
        self.execute(sql, [MOST])?;
        Ok(())
    }

    /// Deletes the rate limits of earlier days, which no longer limit anybody.
    pub fn forget_tries_before(&self, day: Date) -> Result<usize, StoreError> {
        self.execute("DELETE FROM limits WHERE day < ?1", [day.to_string()])
    }

    /// Deletes the lowest of too many counts.
    pub fn sweep_tries(&self) -> Result<(), StoreError> {
        let sql = "DELETE FROM limits WHERE (subject, day) NOT IN \
                   (SELECT subject, day FROM limits ORDER BY count DESC, subject, day LIMIT ?1)";
        self.execute(sql, [MOST])?;
        Ok(())
    }

    /// Whether a one-use token has been spent.
    pub fn is_spent(&self, token: &[u8; 32]) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM spent_tokens WHERE token = ?1";
        Ok(self.find(sql, [token.as_slice()], |_| Ok(()))?.is_some())
    }

    /// Deletes the tokens that were spent before an instant of the real clock.
    pub fn sweep_spent(&self, before: Timestamp) -> Result<(), StoreError> {
        self.execute("DELETE FROM spent_tokens WHERE spent < ?1", [instant(before)])?;
        Ok(())
    }

    /// Spends a one-use token, by the real clock. Returns `false` when it has been spent before.
    pub fn spend(&self, token: &[u8; 32], now: Timestamp) -> Result<bool, StoreError> {
        let sql = "INSERT INTO spent_tokens (token, spent) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        Ok(self.execute(sql, (token.as_slice(), instant(now)))? == 1)
    }

    /// Spends a one-use token and keeps its outcome; a token that has been spent before keeps its first
    /// outcome.
    pub fn spend_for<T: Serialize>(
        &self,
        token: &[u8; 32],
        outcome: &T,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO spent_tokens (token, spent, outcome) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        self.execute(sql, (token.as_slice(), instant(now), json(outcome)?))?;
        Ok(())
    }

    /// The outcome of a spent token.
    pub fn outcome<T: DeserializeOwned>(&self, token: &[u8; 32]) -> Result<Option<T>, StoreError> {
        let sql = "SELECT *, hex(token) AS id FROM spent_tokens WHERE token = ?1 AND outcome IS NOT NULL";
        self.find(sql, [token.as_slice()], |row| Reader::of("spent_tokens", "id", row)?.json("outcome"))
    }
}
