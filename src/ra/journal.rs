//! The journal: what was signed, with the full text. Officers see their office's, the administrator all of it.

use std::sync::Arc;

use rocket::{State, get};
use serde::Serialize;

use crate::cases::counter::journal::{self, JournalPage};
use crate::cases::house::House;
use crate::cases::places;
use crate::web::answer::Answer;
use crate::web::page::Page;
use crate::web::session::RaStaff;
use crate::web::texts::Text;

#[derive(Serialize)]
struct JournalView {
    entries: Vec<EntryRow>,
    page_number: u32,
    pages: u32,
    /// The office; none when all are shown.
    office: Option<String>,
}

#[derive(Serialize)]
struct EntryRow {
    id: i64,
    at: String,
    action: Text,
    staff: String,
    office: Option<String>,
    citizen: String,
    cpr: String,
    nemid: Option<String>,
    text: String,
}

/// One page of it, the newest first.
#[get("/ra/journal?<side>")]
pub async fn show(staff: RaStaff, house: &State<Arc<House>>, side: Option<u32>) -> Result<Page, Answer> {
    let (office, page_number) = (staff.role.counter().cloned(), side.unwrap_or(1));
    let title = office.as_ref().map(places::title);
    let found = journal::journal(house, office, page_number).await?;
    let page_number = page_number.clamp(1, found.pages);
    let view = JournalView { entries: rows(&found), page_number, pages: found.pages, office: title };
    Ok(Page::new("ra/journal.html", view))
}

fn rows(found: &JournalPage) -> Vec<EntryRow> {
    let named = |name: Option<&String>| name.cloned().unwrap_or_default();
    found
        .entries
        .iter()
        .map(|entry| EntryRow {
            id: entry.id,
            at: entry.at.to_string(),
            action: Text::new(format!("deed-{}", entry.action)),
            staff: named(found.staff.get(&entry.staff)),
            office: entry.office.as_ref().map(places::title),
            citizen: named(found.citizens.get(&entry.citizen)),
            cpr: entry.citizen.to_string(),
            nemid: entry.nemid.map(|number| number.to_string()),
            text: entry.text.clone(),
        })
        .collect()
}
