//! Checks a whole world, for the command `check`: the file, its references, whether the activity log is whole, every
//! NemID can be loaded and every sealed content opened under the server key. It changes nothing.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::cases::app::content;
use crate::cases::app::content::{Sending, Written};
use crate::cases::app::{App, SecurityEvent};
use crate::cases::certificates::authorities;
use crate::cases::open;
use crate::store::check::SealedIn;
use crate::store::{Place, StoreError, Tx, damage};
use rules::nemid::certificate::CertificateSerial;
use rules::retention;
use rules::words::{NemIdNumber, PinLetterSerial};

/// Something wrong, as a sentence for the person who runs the program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Finding(String);

/// What is wrong with the database file in a data folder, each finding with its table; empty when all is well. It
/// works where the world does not open.
pub fn look_over_file(folder: &Path) -> Vec<Finding> {
    damage::of_file(Place::below(folder).path()).into_iter().map(Finding).collect()
}

/// Everything that is wrong with the contents of the world; empty when all is well. What can't be read is a finding,
/// and does not keep the rest from being looked at.
pub async fn look_over(app: &App) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(looked(app, "the references between tables", |_, tx| tx.broken_references()).await);
    let unreadable =
        |_: &App, tx: &Tx<'_>| Ok(tx.unreadable_entries()?.iter().map(ToString::to_string).collect());
    found.extend(looked(app, "table event_log", unreadable).await);
    found.extend(looked(app, "table event_log", event_log).await);
    found.extend(looked(app, "table nemids", |_, tx| unloaded(tx)).await);
    for place in SealedIn::ALL {
        let table = format!("table {}", place.table());
        found.extend(looked(app, &table, move |app, tx| unopened(app, tx, place)).await);
    }
    found.into_iter().map(Finding).collect()
}

/// What one look finds; or, when it could not be made, that. Each has a transaction of its own, because SQLite ends one
/// that has met damage.
async fn looked(
    app: &App,
    what: &str,
    look: impl FnOnce(&App, &Tx<'_>) -> Result<Vec<String>, StoreError> + Send + 'static,
) -> Vec<String> {
    let inner = app.clone();
    let found = app.read::<_, StoreError>(move |tx| look(&inner, tx)).await;
    found.unwrap_or_else(|error| vec![format!("{what} cannot be looked over: {error}")])
}

/// The entries of the event log that are not as they were written, or missing.
fn event_log(app: &App, tx: &Tx<'_>) -> Result<Vec<String>, StoreError> {
    let forgets = tx
        .last_round()?
        .is_some_and(|last| retention::kept_from(last) > retention::kept_from(open::world_starts()));
    tx.event_log_faults(&|entry| app.event_checksum(entry), forgets)
}

/// The NemIDs that can't be loaded.
fn unloaded(tx: &Tx<'_>) -> Result<Vec<String>, StoreError> {
    let faults = tx.nemid_numbers()?.into_iter().filter_map(|number| tx.nemid(number).err());
    Ok(faults.map(|error| error.to_string()).collect())
}

/// Looks over a database that was too large for it when it was opened; damage is told as a security event.
pub async fn look_over_large(app: &App) -> Result<(), StoreError> {
    let is_damaged = app.read::<_, StoreError>(|tx| Ok(tx.damage_of_large()?.is_some())).await?;
    if is_damaged {
        SecurityEvent::DatabaseDamaged.tell_of_program();
    }
    Ok(())
}

/// The sealed contents of a table that do not open.
fn unopened(app: &App, tx: &Tx<'_>, place: SealedIn) -> Result<Vec<String>, StoreError> {
    let all = tx.sealed(place)?.into_iter();
    let closed = all.filter(|(row, sealed)| !opens(app, place, row, sealed));
    let told = |row: String| {
        format!("table {}, row {row}: its content does not open under this server key", place.table())
    };
    Ok(closed.map(|(row, _)| told(row)).collect())
}

fn opens(app: &App, place: SealedIn, row: &str, sealed: &[u8]) -> bool {
    match place {
        SealedIn::Letters => {
            row.parse().is_ok_and(|id| reads::<Written>(app, &content::letter_context(id), sealed))
        }
        SealedIn::Outbox => {
            row.parse().is_ok_and(|id| reads::<Sending>(app, &content::outbox_context(id), sealed))
        }
        SealedIn::Drafts => reads::<serde_json::Value>(app, &content::draft_context(row), sealed),
        SealedIn::StockLetters => PinLetterSerial::parse(row)
            .is_ok_and(|serial| reads::<serde_json::Value>(app, &content::shelf_context(serial), sealed)),
        SealedIn::Authorities => is_key(app, &content::authority_context(row), sealed),
        SealedIn::CertificateBodies | SealedIn::OrganisationCertificates => row.parse().is_ok_and(|serial| {
            is_key(app, &content::certificate_context(CertificateSerial(serial)), sealed)
        }),
        SealedIn::Memories => NemIdNumber::parse(row)
            .is_ok_and(|nemid| reads::<serde_json::Value>(app, &content::memory_context(nemid), sealed)),
    }
}

fn is_key(app: &App, context: &str, sealed: &[u8]) -> bool {
    app.open_bytes(context, sealed).is_ok_and(|bytes| authorities::is_key(&bytes))
}

fn reads<T: DeserializeOwned>(app: &App, context: &str, sealed: &[u8]) -> bool {
    app.open::<T>(context, sealed).is_ok()
}
