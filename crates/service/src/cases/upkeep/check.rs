//! Checks a whole world, for the command `check`: the file, its references, whether every NemID can be loaded
//! and every sealed content opened under the server key. It changes nothing.

use serde::de::DeserializeOwned;

use crate::cases::app::App;
use crate::cases::app::content;
use crate::cases::app::content::{Sending, Written};
use crate::store::check::SealedIn;
use crate::store::{StoreError, Tx};
use rules::words::{NemIdNumber, PinLetterSerial};

/// Something wrong, as a sentence for the person who runs the program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Finding(String);

/// Everything that is wrong with the world; empty when all is well.
pub async fn look_over(app: &App) -> Result<Vec<Finding>, StoreError> {
    let inner = app.clone();
    app.read(move |tx| {
        let file = tx.integrity_faults()?.into_iter().map(|fault| format!("the database file: {fault}"));
        let mut found: Vec<String> = file.collect();
        found.extend(tx.broken_references()?);
        found.extend(tx.unreadable_entries()?.iter().map(ToString::to_string));
        for number in tx.nemid_numbers()? {
            found.extend(tx.nemid(number).err().map(|error| error.to_string()));
        }
        for place in SealedIn::ALL {
            found.extend(unopened(&inner, tx, place)?);
        }
        Ok(found.into_iter().map(Finding).collect())
    })
    .await
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
        SealedIn::StockLetters => PinLetterSerial::parse(row)
            .is_ok_and(|serial| reads::<serde_json::Value>(app, &content::shelf_context(serial), sealed)),
        SealedIn::Memories => NemIdNumber::parse(row)
            .is_ok_and(|nemid| reads::<serde_json::Value>(app, &content::memory_context(nemid), sealed)),
    }
}

fn reads<T: DeserializeOwned>(app: &App, context: &str, sealed: &[u8]) -> bool {
    app.open::<T>(context, sealed).is_ok()
}
