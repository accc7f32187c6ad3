//! The journal of a desk: what was signed there, the newest first.

use std::sync::Arc;

use serde::Serialize;

use super::{At, Crumb};
use crate::cases::desk::journal::{self, DeskEntry};
use crate::cases::house::House;
use crate::web::answer::Answer;
use crate::web::page::Page;
use crate::web::texts::Text;

#[derive(Serialize)]
struct JournalView {
    crumbs: Vec<Crumb>,
    base: String,
    rows: Vec<Row>,
    current: u32,
    pages: u32,
}

#[derive(Serialize)]
struct Row {
    id: i64,
    at: String,
    action: Text,
    citizen: String,
    nemid: String,
    staff: String,
    text: String,
}

/// A page of the journal, counted from 1.
///
/// # Errors
/// When the database can't be read.
pub async fn journal(house: &Arc<House>, at: &At, side: Option<u32>) -> Result<Page, Answer> {
    let current = side.unwrap_or(1).max(1);
    let found = journal::page(house, at.desk.bank().cloned(), current).await?;
    let row = |entry: &DeskEntry| Row {
        id: entry.id,
        at: entry.at.to_string(),
        action: Text::new(format!("desk-deed-{}", entry.action)),
        citizen: entry.citizen.and_then(|cpr| found.citizens.get(&cpr).cloned()).unwrap_or_default(),
        nemid: entry.nemid.map(|number| number.to_string()).unwrap_or_default(),
        staff: found.staff.get(&entry.staff).cloned().unwrap_or_default(),
        text: entry.text.clone(),
    };
    let view = JournalView {
        crumbs: at.way_here(),
        base: at.base.clone(),
        rows: found.entries.iter().map(row).collect(),
        current: current.min(found.pages),
        pages: found.pages,
    };
    Ok(Page::new("desk/journal.html", view))
}
