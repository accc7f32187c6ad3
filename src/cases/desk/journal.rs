//! The journal of a desk, a page at a time.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::cases::house::House;
use crate::rules::actor::PlaceName;
use crate::rules::words::{CprNumber, NemIdNumber};
pub use crate::store::desk_journal::DeskEntry;
use crate::store::{StoreError, Tx};

/// Entries on one page.
pub const PER_PAGE: u32 = 20;

/// One page of the journal, the newest first.
#[derive(Debug)]
pub struct JournalPage {
    /// The entries.
    pub entries: Vec<DeskEntry>,
    /// The names of those who signed.
    pub staff: BTreeMap<NemIdNumber, String>,
    /// The names of those it was for.
    pub citizens: BTreeMap<CprNumber, String>,
    /// How many pages there are, at least one.
    pub pages: u32,
}

/// A page of a bank's journal, or of the operator's (counted from 1).
///
/// # Errors
/// When the database can't be read.
pub async fn page(house: &Arc<House>, bank: Option<PlaceName>, page: u32) -> Result<JournalPage, StoreError> {
    house
        .store
        .read(move |tx| {
            let pages = tx.desk_journal_length(bank.as_ref())?.div_ceil(PER_PAGE).max(1);
            let skip = (page.clamp(1, pages) - 1) * PER_PAGE;
            let entries = tx.desk_journal(bank.as_ref(), (skip, PER_PAGE))?;
            let (mut staff, mut citizens) = (BTreeMap::new(), BTreeMap::new());
            for entry in &entries {
                let holder = tx.nemid(entry.staff)?.map(|one| one.holder);
                staff.insert(entry.staff, name(tx, holder)?);
                if let Some(citizen) = entry.citizen {
                    citizens.insert(citizen, name(tx, Some(citizen))?);
                }
            }
            Ok(JournalPage { entries, staff, citizens, pages })
        })
        .await
}

fn name(tx: &Tx<'_>, cpr: Option<CprNumber>) -> Result<String, StoreError> {
    let citizen = cpr.map_or(Ok(None), |cpr| tx.citizen(cpr))?;
    Ok(citizen.map(|citizen| citizen.name.to_string()).unwrap_or_default())
}
