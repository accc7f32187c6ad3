//! The journal of a desk, a page at a time.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::cases::app::App;
use crate::cases::desk::Desk;
use crate::store::journal::JournalQuery;
pub use crate::store::journal::Signed;
use crate::store::{StoreError, Tx};
use rules::calendar;
use rules::words::{CprNumber, NemIdNumber};

/// Entries on one page.
const PER_PAGE: u32 = 20;

/// Most entries about one person, who are shown on one page.
const MOST_OF_ONE: u32 = 100;

/// What to search for in the journal; all of it by default.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// A Danish day.
    pub day: Option<Date>,
    pub staff: Option<NemIdNumber>,
    pub citizen: Option<CprNumber>,
}

impl Wanted {
    fn narrows(&self) -> bool {
        self.day.is_some() || self.staff.is_some() || self.citizen.is_some()
    }
}

/// One page of the journal, the newest first.
#[derive(Debug)]
pub struct JournalPage {
    pub entries: Vec<Signed>,
    /// The names of all who have signed anything here.
    pub staff: BTreeMap<NemIdNumber, String>,
    /// The names of the persons it was signed for.
    pub citizens: BTreeMap<CprNumber, String>,
    /// How many entries there are on all pages.
    pub count: u32,
    /// How many pages there are, at least one.
    pub pages: u32,
    /// Whether the search covers only a part of the journal.
    pub narrowed: bool,
}

/// A page of a desk's journal, counted from 1: an office's or a bank's own; for the administrator, all
/// offices'.
pub async fn page(app: &App, desk: &Desk, wanted: Wanted, page: u32) -> Result<JournalPage, StoreError> {
    let (kind, place) = (desk.role.desk(), desk.role.place().cloned());
    let all = JournalQuery { desk: kind, place, staff: None, citizen: None, span: None };
    app.read(move |tx| {
        let query = JournalQuery {
            staff: wanted.staff,
            citizen: wanted.citizen,
            span: wanted.day.map(calendar::span_of),
            ..all.clone()
        };
        let count = tx.journal_length(&query)?;
        let per_page = if query.citizen.is_some() { MOST_OF_ONE } else { PER_PAGE };
        let pages = count.div_ceil(per_page).max(1);
        let entries = tx.journal(&query, (page.clamp(1, pages) - 1) * per_page, per_page)?;
        let (mut staff, mut citizens) = (BTreeMap::new(), BTreeMap::new());
        for number in tx.journal_signers(&all)? {
            let holder = tx.nemid(number)?.map(|one| one.holder);
            staff.insert(number, holder.map_or_else(|| Ok(number.to_string()), |cpr| name(tx, cpr))?);
        }
        for citizen in entries.iter().filter_map(|entry| entry.citizen) {
            citizens.insert(citizen, name(tx, citizen)?);
        }
        Ok(JournalPage { entries, staff, citizens, count, pages, narrowed: wanted.narrows() })
    })
    .await
}

fn name(tx: &Tx<'_>, cpr: CprNumber) -> Result<String, StoreError> {
    Ok(tx
        .citizen(tx.cpr_number_today(cpr)?)?
        .map_or_else(|| cpr.to_string(), |citizen| citizen.name.to_string()))
}
