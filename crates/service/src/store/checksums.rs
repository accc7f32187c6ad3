//! The keyed checksums of the table `event_log`, and whether its entries are as they were written and all there.
//!
//! The key is derived from the server key, which is not in the database: a person who can only write in the database can
//! alter or take out no entry unnoticed, except the newest ones of a NemID together with its row in `counters`, and
//! except by putting back an older copy of the whole database.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::store::engine::row::Row;
use crate::store::tx::json;
use crate::store::{StoreError, Tx};

/// Makes the keyed checksum of an entry.
pub type Checksum<'a> = dyn Fn(&str) -> [u8; 32] + 'a;

/// An entry as its row holds it; its checksum is over all of this, as JSON.
#[derive(Serialize)]
pub(super) struct Written {
    pub nemid: String,
    /// Its place in the log of its NemID, from 1.
    pub nth: i64,
    pub at: String,
    pub kind: String,
    pub code: String,
    pub event: String,
    pub actor: String,
    pub channel: String,
    pub address: Option<String>,
    pub device: Option<String>,
}

impl Written {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            nemid: row.get("nemid")?,
            nth: row.get("nth")?,
            at: row.get("at")?,
            kind: row.get("kind")?,
            code: row.get("code")?,
            event: row.get("event")?,
            actor: row.get("actor")?,
            channel: row.get("channel")?,
            address: row.get("address")?,
            device: row.get("device")?,
        })
    }
}

/// The places in the log of one NemID that were met.
#[derive(Clone, Copy, Default)]
struct Places {
    first: i64,
    last: i64,
    count: i64,
}

impl Tx<'_> {
    /// Entries that were altered, added or taken out by something else than this program. With `forgets`, the oldest
    /// entries may be missing, as they are after five years (Rules 3.7).
    pub fn event_log_faults(
        &self,
        checksum: &Checksum<'_>,
        forgets: bool,
    ) -> Result<Vec<String>, StoreError> {
        let mut found = Vec::new();
        let mut logs: BTreeMap<String, Places> = BTreeMap::new();
        let sql = "SELECT * FROM event_log WHERE nth IS NOT NULL ORDER BY nemid, nth";
        self.list(sql, [], |row| {
            let id: i64 = row.get("id")?;
            let stored: Option<Vec<u8>> = row.get("checksum")?;
            let Ok(written) = Written::read(row) else {
                found.push(format!("table event_log, row {id}: unreadable"));
                return Ok(());
            };
            if stored.is_none_or(|stored| stored != checksum(&json(&written).unwrap_or_default())) {
                found.push(format!("table event_log, row {id}: it is not as it was written"));
            }
            let places = logs.entry(written.nemid).or_default();
            if places.count == 0 {
                places.first = written.nth;
            }
            (places.last, places.count) = (written.nth, places.count + 1);
            Ok(())
        })?;
        for (nemid, drawn) in self.event_log_lengths()? {
            let places = logs.get(&nemid).copied().unwrap_or_default();
            let begins = places.first == 1 || forgets;
            let goes_on = places.count == 0 || places.last - places.first + 1 == places.count;
            let ends = places.last == drawn || (places.count == 0 && forgets);
            if !(begins && goes_on && ends) {
                found.push(format!("table event_log: entries of NemID {nemid} are missing"));
            }
        }
        let sql = "SELECT id FROM event_log WHERE nth IS NULL \
                   AND id > (SELECT min(id) FROM event_log WHERE nth IS NOT NULL) ORDER BY id";
        found.extend(self.list(sql, [], |row| {
            let id: i64 = row.get(0)?;
            Ok(format!("table event_log, row {id}: it was not written by this program"))
        })?);
        Ok(found)
    }
}
