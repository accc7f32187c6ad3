//! The trace that a look-up at a desk leaves, and the list of them for those who oversee the desks (D24).

use std::collections::BTreeMap;

use crate::cases::app::{Act, App};
use crate::cases::desk::Desk;
use crate::store::look_ups::LookUp;
pub use crate::store::look_ups::LookUps;
use crate::store::{StoreError, Tx};
use rules::staff::{LookUpsSeen, look_ups_seen};
use rules::words::{CprNumber, NemIdNumber};

/// Rows on one page.
const PER_PAGE: u32 = 50;

/// One page of the list, the newest first.
#[derive(Debug)]
pub struct LookUpsPage {
    pub rows: Vec<LookUps>,
    /// The names of the employees in it.
    pub staff: BTreeMap<NemIdNumber, String>,
    /// The names of the persons in it.
    pub citizens: BTreeMap<CprNumber, String>,
    /// How many pages there are, at least one.
    pub pages: u32,
}

/// Notes that the desk looked somebody up; `None` for a number that nobody there has (D12).
pub(super) fn note(act: &Act<'_>, desk: &Desk, citizen: Option<CprNumber>) -> Result<(), StoreError> {
    let (staff, at) = (desk.staff, act.now());
    act.tx.note_look_up(&LookUp { staff, desk: desk.role.desk(), place: desk.role.place(), citizen, at })
}

/// A page of the list, counted from 1; `None` for an employee who oversees nobody.
pub async fn page(app: &App, desk: &Desk, page: u32) -> Result<Option<LookUpsPage>, StoreError> {
    let Some(seen) = look_ups_seen(&desk.role) else { return Ok(None) };
    let kind = match seen {
        LookUpsSeen::AllDesks => None,
        LookUpsSeen::Only(kind) => Some(kind),
    };
    app.read(move |tx| {
        let pages = tx.look_ups_count(kind)?.div_ceil(PER_PAGE).max(1);
        let rows = tx.look_ups(kind, (page.clamp(1, pages) - 1) * PER_PAGE, PER_PAGE)?;
        let (mut staff, mut citizens) = (BTreeMap::new(), BTreeMap::new());
        for row in &rows {
            let holder = tx.nemid(row.staff)?.map(|one| one.holder);
            staff.insert(row.staff, holder.map_or_else(|| Ok(row.staff.to_string()), |cpr| name(tx, cpr))?);
            if let Some(citizen) = row.citizen {
                citizens.insert(citizen, name(tx, citizen)?);
            }
        }
        Ok(Some(LookUpsPage { rows, staff, citizens, pages }))
    })
    .await
}

fn name(tx: &Tx<'_>, cpr: CprNumber) -> Result<String, StoreError> {
    Ok(tx
        .citizen(tx.cpr_number_today(cpr)?)?
        .map_or_else(|| cpr.to_string(), |citizen| citizen.name.to_string()))
}
