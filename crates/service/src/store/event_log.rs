//! The table `event_log`: what happened to each NemID, appended by `Act::record`, and what was refused, appended by
//! `cases/access/refused.rs`; never changed.

use jiff::Timestamp;
use rusqlite::types::Value;

use crate::store::checksums::{Checksum, Written};
use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::actor::Stamp;
use rules::log;
use rules::log::Kind;
use rules::nemid::{Event, NemId, RulesAcceptance};
use rules::words::NemIdNumber;

const TABLE: &str = "event_log";

/// One entry as it was recorded.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its place in the log; grows with time.
    pub id: i64,
    /// The NemID it happened to.
    pub nemid: NemIdNumber,
    /// The instant, the actor and the origin.
    pub stamp: Stamp,
    pub event: Event,
}

/// The part of one NemID's log that is asked for.
#[derive(Clone, Debug, Default)]
pub struct LogQuery {
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only from this instant on.
    pub from: Option<Timestamp>,
    /// Only before this instant.
    pub until: Option<Timestamp>,
    /// Only what is older than this entry, the last one of the page before.
    pub older_than: Option<(Timestamp, i64)>,
    /// The largest number of entries.
    pub limit: u32,
}

impl Tx<'_> {
    /// Applies events to a NemID, saves what has changed and appends them to its log. Returns the NemID as
    /// saved, at its new version. Each entry carries a keyed checksum. `Act::record` alone calls it, and writes what follows from the events.
    ///
    /// # Errors
    /// [`StoreError::LostRace`] when somebody else has saved the NemID since it was loaded.
    pub fn save_events(
        &self,
        nemid: &NemId,
        events: &[Event],
        stamp: &Stamp,
        checksum: &Checksum<'_>,
    ) -> Result<NemId, StoreError> {
        let mut after = nemid.clone();
        if nemid.version == 0 && matches!(events.first(), Some(Event::Created { .. })) {
            self.insert_nemid(nemid)?;
        }
        let mut recorded = Vec::with_capacity(events.len());
        for event in events {
            let recording = after.recording;
            after.apply(event, stamp);
            recorded.push(log::recorded(event, stamp, recording || after.recording));
        }
        self.save_nemid(nemid, &after)?;
        after.version += 1;
        for (event, stamp) in &recorded {
            self.append(nemid.number, event, stamp, checksum)?;
        }
        Ok(after)
    }

    /// Appends an event that changes nothing about its NemID, so that nobody who is about to change it loses a race.
    pub fn append_alone(
        &self,
        nemid: &NemId,
        event: &Event,
        stamp: &Stamp,
        checksum: &Checksum<'_>,
    ) -> Result<(), StoreError> {
        let (event, stamp) = log::recorded(event, stamp, nemid.recording);
        self.append(nemid.number, &event, &stamp, checksum)
    }

    fn append(
        &self,
        nemid: NemIdNumber,
        event: &Event,
        stamp: &Stamp,
        checksum: &Checksum<'_>,
    ) -> Result<(), StoreError> {
        let written = Written {
            nemid: nemid.to_string(),
            nth: self.next_in_event_log(nemid)?,
            at: instant(stamp.at),
            kind: log::kind(event).map_or("", Kind::code).to_owned(),
            code: log::code(event),
            event: json(event)?,
            actor: json(&stamp.actor)?,
            channel: json(&stamp.channel)?,
            address: stamp.address.clone(),
            device: stamp.device.clone(),
        };
        let sql = "INSERT INTO event_log \
                   (nemid, nth, at, kind, code, event, actor, channel, address, device, checksum) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        let Written { nemid, nth, at, kind, code, event, actor, channel, address, device } = &written;
        let checksum = checksum(&json(&written)?);
        let row = (nemid, nth, at, kind, code, event, actor, channel, address, device, checksum);
        self.execute_one(TABLE, sql, row)
    }

    /// A part of one NemID's log, newest first, of the kinds its citizen sees.
    pub fn log_of(&self, nemid: NemIdNumber, query: &LogQuery) -> Result<Vec<Entry>, StoreError> {
        let (sql, params) = statement(nemid, query);
        self.list(&sql, params, read)
    }

    /// One entry of one NemID's log, if its citizen sees it.
    pub fn log_entry(&self, nemid: NemIdNumber, id: i64) -> Result<Option<Entry>, StoreError> {
        let sql = "SELECT * FROM event_log WHERE id = ?1 AND nemid = ?2 AND kind <> ''";
        self.find(sql, (id, nemid.to_string()), read)
    }

    /// The entries of one NemID's log that ordered a card or issued a temporary password, the oldest first.
    pub fn letters_ordered(&self, nemid: NemIdNumber) -> Result<Vec<Entry>, StoreError> {
        let sql = "SELECT * FROM event_log WHERE nemid = ?1 AND code IN ('card_ordered', 'temporary_password_issued') \
                   ORDER BY at, id";
        self.list(sql, [nemid.to_string()], read)
    }

    /// The versions of the rules that were accepted, and when, the newest first.
    pub fn rules_accepted(&self, nemid: NemIdNumber) -> Result<Vec<RulesAcceptance>, StoreError> {
        let sql =
            "SELECT * FROM event_log WHERE nemid = ?1 AND kind = ?2 AND code = ?3 ORDER BY at DESC, id DESC";
        let (kind, code) = (Kind::Details.code(), log::code(&Event::RulesAccepted { version: 0 }));
        let entries = self.list(sql, (nemid.to_string(), kind, code), read)?;
        let accepted = entries.into_iter().filter_map(|entry| match entry.event {
            Event::RulesAccepted { version } => Some(RulesAcceptance { version, at: entry.stamp.at }),
            _ => None,
        });
        Ok(accepted.collect())
    }

    /// Deletes entries from before an instant (Rules 3.7). Returns how many.
    pub fn forget_events_before(&self, instant_kept_from: Timestamp) -> Result<usize, StoreError> {
        self.execute("DELETE FROM event_log WHERE at < ?1", [instant(instant_kept_from)])
    }
}

/// The query in SQL. Each combination of filters uses one index, from the newest entry on, and stops at the
/// limit.
fn statement(nemid: NemIdNumber, query: &LogQuery) -> (String, Vec<Value>) {
    let mut sql = String::from("SELECT * FROM event_log WHERE nemid = ?");
    let mut params = vec![Value::from(nemid.to_string())];
    match query.kind {
        Some(kind) => {
            sql.push_str(" AND kind = ?");
            params.push(kind.code().to_owned().into());
        }
        None => sql.push_str(" AND kind <> ''"),
    }
    if let Some(from) = query.from {
        sql.push_str(" AND at >= ?");
        params.push(instant(from).into());
    }
    // The index takes one upper bound, the nearer one; an entry that a page begins after lies within the
    // period.
    match (query.older_than, query.until) {
        (Some((at, id)), until) if until.is_none_or(|until| at < until) => {
            sql.push_str(" AND (at, id) < (?, ?)");
            params.extend([instant(at).into(), id.into()]);
        }
        (_, Some(until)) => {
            sql.push_str(" AND at < ?");
            params.push(instant(until).into());
        }
        (_, None) => {}
    }
    sql.push_str(" ORDER BY at DESC, id DESC LIMIT ?");
    params.push(query.limit.into());
    (sql, params)
}

pub(super) fn read(row: &Row<'_>) -> Result<Entry, StoreError> {
    let from = Reader::of(TABLE, "id", row)?;
    Ok(Entry {
        id: from.get("id")?,
        nemid: from.word("nemid", NemIdNumber::parse)?,
        stamp: Stamp {
            at: from.instant("at")?,
            actor: from.json("actor")?,
            channel: from.json("channel")?,
            address: from.get("address")?,
            device: from.get("device")?,
        },
        event: from.json("event")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SQLite's plan for a query.
    fn plan(query: &LogQuery) -> String {
        let connection = crate::store::open::in_memory();
        let (sql, params) = statement(NemIdNumber::from_drawn(1), query);
        let mut asked = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let steps = asked.query_map(rusqlite::params_from_iter(params), |row| row.get::<_, String>("detail"));
        steps.unwrap().collect::<Result<Vec<_>, _>>().unwrap().join("; ")
    }

    #[test]
    fn a_page_begins_at_the_entry_above_it_and_never_after_the_period() {
        let day = |text: &str| Some(format!("{text}T08:00:00Z").parse::<Timestamp>().unwrap());
        let bounds = |above: &str, until: Option<Timestamp>| {
            let older_than = day(above).map(|at| (at, 7));
            let query = LogQuery { kind: None, from: None, until, older_than, limit: 26 };
            let (sql, _) = statement(NemIdNumber::from_drawn(1), &query);
            (sql.contains("(at, id) < (?, ?)"), sql.contains(" at < ?"))
        };
        assert_eq!(bounds("2018-06-01", None), (true, false));
        assert_eq!(bounds("2018-06-01", day("2019-01-01")), (true, false));
        assert_eq!(bounds("2019-06-01", day("2019-01-01")), (false, true));
    }

    #[test]
    fn every_page_is_read_off_one_index_without_sorting() {
        let at: Timestamp = "2019-03-04T08:00:00Z".parse().unwrap();
        for nth in 0..16 {
            let query = LogQuery {
                kind: (nth & 1 > 0).then_some(Kind::ALL[0]),
                from: (nth & 2 > 0).then_some(at),
                until: (nth & 4 > 0).then_some(at),
                older_than: (nth & 8 > 0).then_some((at, 7)),
                limit: 26,
            };
            let (plan, kind) = (plan(&query), query.kind.is_some());
            let index = if kind { "event_log_by_kind" } else { "event_log_shown" };
            assert!(
                plan.contains(index) && !plan.contains("SCAN") && !plan.contains("TEMP"),
                "{query:?}: {plan}"
            );
            let within = ["at>", "at<", "(at,id)<"].iter().any(|part| plan.contains(part));
            assert_eq!(within, nth > 1, "{query:?}: {plan}");
        }
    }
}
