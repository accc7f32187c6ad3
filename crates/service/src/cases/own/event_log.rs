//! The Hændelseslog as its citizen reads it: page by page, from one entry on to older ones, so that it stays
//! fast however long it is.

use jiff::Timestamp;

use crate::cases::access::refused;
use crate::cases::app::App;
use crate::store::StoreError;
pub use crate::store::event_log::Entry;
use crate::store::event_log::LogQuery;
use rules::log::Kind;
use rules::words::NemIdNumber;

/// The part of the log that is asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only from this instant on.
    pub from: Option<Timestamp>,
    /// Only before this instant.
    pub until: Option<Timestamp>,
    /// Only what is older than this entry, the last one of the page before.
    pub older_than: Option<i64>,
    /// The largest number of entries.
    pub limit: u32,
}

/// One page of the log.
#[derive(Clone, Debug)]
pub struct LogPage {
    /// Its entries, the newest first.
    pub entries: Vec<Entry>,
    /// Whether there are older ones.
    pub more: bool,
}

/// A page of one NemID's log, with what was refused up to now.
pub async fn page(app: &App, number: NemIdNumber, wanted: Wanted) -> Result<LogPage, StoreError> {
    refused::tell(app, number).await?;
    app.read(move |tx| {
        let before = wanted.older_than.map_or(Ok(None), |id| tx.log_entry(number, id))?;
        let query = LogQuery {
            kind: wanted.kind,
            from: wanted.from,
            until: wanted.until,
            older_than: before.map(|entry| (entry.stamp.at, entry.id)),
            limit: wanted.limit.saturating_add(1),
        };
        let mut entries = tx.log_of(number, &query)?;
        let more = entries.len() > wanted.limit as usize;
        entries.truncate(wanted.limit as usize);
        Ok(LogPage { entries, more })
    })
    .await
}

/// One entry of the NemID's own log, if it exists.
pub async fn entry(app: &App, number: NemIdNumber, id: i64) -> Result<Option<Entry>, StoreError> {
    app.read(move |tx| tx.log_entry(number, id)).await
}
