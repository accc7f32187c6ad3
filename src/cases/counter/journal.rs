//! The journal and the shelf, as the counter looks at them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::cases::house::House;
use crate::rules::actor::PlaceName;
use crate::rules::words::{CprNumber, NemIdNumber};
use crate::store::journal::Signed;
use crate::store::stock::{StockCard, StockLetter};
use crate::store::{StoreError, Tx};

/// Entries on one page of the journal.
pub const PER_PAGE: u32 = 20;

/// One page of the journal, the newest first.
#[derive(Debug)]
pub struct JournalPage {
    /// The entries.
    pub entries: Vec<Signed>,
    /// The names of those who signed.
    pub staff: BTreeMap<NemIdNumber, String>,
    /// The names of those it was for.
    pub citizens: BTreeMap<CprNumber, String>,
    /// How many pages there are, at least one.
    pub pages: u32,
}

/// What came to one office's shelf.
#[derive(Debug)]
pub struct Shelf {
    /// Whose.
    pub office: PlaceName,
    /// Key cards.
    pub cards: Vec<StockCard>,
    /// PIN letters.
    pub letters: Vec<StockLetter>,
}

/// A page of the journal (counted from 1): of one office, or of all for the administrator.
///
/// # Errors
/// When the database can't be read.
pub async fn journal(
    house: &Arc<House>,
    office: Option<PlaceName>,
    page: u32,
) -> Result<JournalPage, StoreError> {
    house
        .store
        .read(move |tx| {
            let pages = tx.journal_length(office.as_ref())?.div_ceil(PER_PAGE).max(1);
            let skip = (page.clamp(1, pages) - 1) * PER_PAGE;
            let entries = tx.journal(office.as_ref(), (skip, PER_PAGE))?;
            let (mut staff, mut citizens) = (BTreeMap::new(), BTreeMap::new());
            for entry in &entries {
                staff.insert(entry.staff, staff_name(tx, entry.staff)?);
                citizens.insert(entry.citizen, name(tx, entry.citizen)?);
            }
            Ok(JournalPage { entries, staff, citizens, pages })
        })
        .await
}

/// The shelf of one office, or of all for the administrator.
///
/// # Errors
/// When the database can't be read.
pub async fn shelves(house: &Arc<House>, office: Option<PlaceName>) -> Result<Vec<Shelf>, StoreError> {
    house
        .store
        .read(move |tx| {
            let offices = tx.offices()?.into_iter().map(|one| one.name);
            let wanted = offices.filter(|name| office.as_ref().is_none_or(|office| office == name));
            let shelf = |office: PlaceName| {
                let (cards, letters) = (tx.stock_cards(&office)?, tx.stock_letters(&office)?);
                Ok(Shelf { office, cards, letters })
            };
            wanted.map(shelf).collect()
        })
        .await
}

fn staff_name(tx: &Tx<'_>, nemid: NemIdNumber) -> Result<String, StoreError> {
    let holder = tx.nemid(nemid)?.map(|one| one.holder);
    holder.map_or_else(|| Ok(nemid.to_string()), |holder| name(tx, holder))
}

fn name(tx: &Tx<'_>, cpr: CprNumber) -> Result<String, StoreError> {
    Ok(tx.citizen(cpr)?.map_or_else(|| cpr.to_string(), |citizen| citizen.name.to_string()))
}
