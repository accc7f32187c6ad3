//! The tables `guesses` and `place_guesses`: counts of wrong passwords from places that are not the holder's own (D23),
//! under keyed fingerprints.

use jiff::Timestamp;

use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::guesses::{Counted, Tally};

/// How many counts are kept at most in each table; beyond that those that lapse first are forgotten.
const MOST: u32 = 100_000;

/// The table of a count.
fn table(counted: Counted) -> &'static str {
    match counted {
        Counted::IdentityAtPlace | Counted::Identity => "guesses",
        Counted::Place => "place_guesses",
    }
}

impl Tx<'_> {
    /// A count, if there is one; it may have lapsed.
    pub fn tally(&self, counted: Counted, subject: &[u8; 32]) -> Result<Option<Tally>, StoreError> {
        let table = table(counted);
        let sql = format!("SELECT *, hex(subject) AS id FROM {table} WHERE subject = ?1");
        self.find(&sql, [subject.as_slice()], |row| {
            let from = Reader::of(table, "id", row)?;
            Ok(Tally { wrong: from.get("wrong")?, lapses: from.instant("lapses")? })
        })
    }

    /// Saves a count.
    pub fn save_tally(&self, counted: Counted, subject: &[u8; 32], tally: Tally) -> Result<(), StoreError> {
        let table = table(counted);
        let sql = format!(
            "INSERT INTO {table} (subject, wrong, lapses) VALUES (?1, ?2, ?3) \
             ON CONFLICT (subject) DO UPDATE SET wrong = excluded.wrong, lapses = excluded.lapses"
        );
        self.execute_one(table, &sql, (subject.as_slice(), tally.wrong, instant(tally.lapses)))
    }

    /// Deletes a count.
    pub fn end_tally(&self, counted: Counted, subject: &[u8; 32]) -> Result<(), StoreError> {
        let sql = format!("DELETE FROM {} WHERE subject = ?1", table(counted));
        self.execute(&sql, [subject.as_slice()])?;
        Ok(())
    }

    /// Deletes the counts that have lapsed, and the first to lapse of too many.
    pub fn sweep_tallies(&self, now: Timestamp, real_now: Timestamp) -> Result<(), StoreError> {
        for (counted, now) in [(Counted::Identity, now), (Counted::Place, real_now)] {
            let table = table(counted);
            self.execute(&format!("DELETE FROM {table} WHERE lapses <= ?1"), [instant(now)])?;
            let sql = format!(
                "DELETE FROM {table} WHERE subject NOT IN \
                 (SELECT subject FROM {table} ORDER BY lapses DESC, subject LIMIT ?1)"
            );
            self.execute(&sql, [MOST])?;
        }
        Ok(())
    }
}
