//! Who looked whom up at the desks, for the administrator and the operator (D24).

use rocket::http::Status;
use rocket::{Route, get, routes};
use serde::Serialize;

use crate::web::answer::Handled;
use crate::web::desk::{At, Crumb};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::places;
use rules::staff::DeskKind;
use service::cases::desk::look_ups;
use service::cases::desk::look_ups::{LookUps, LookUpsPage};

/// The routes, below the address of a desk.
pub fn routes() -> Vec<Route> {
    routes![show]
}

#[derive(Serialize)]
struct LookUpsView {
    crumbs: Vec<Crumb>,
    rows: Vec<LookUpsRow>,
    current: u32,
    pages: u32,
    /// The address of the pages, up to their number.
    more: String,
    /// The address of the journal.
    journal: String,
}

#[derive(Serialize)]
struct LookUpsRow {
    first: String,
    last: String,
    staff: String,
    desk: Text,
    /// Name and CPR number; none for numbers that nobody has.
    citizen: Option<(String, String)>,
    times: u32,
}

/// A page of the list, counted from 1.
#[get("/journal/opslag?<side>")]
pub async fn show(at: At, side: Option<u32>) -> Handled {
    let number = side.unwrap_or(1).max(1);
    let found = look_ups::page(&at.app, &at.desk, number).await?.ok_or(Status::Forbidden)?;
    let journal = format!("{}/journal", at.base);
    let view = LookUpsView {
        crumbs: if at.desk.role.desk() == DeskKind::Office { Vec::new() } else { at.way_here() },
        rows: found.rows.iter().map(|one| row(one, &found)).collect(),
        current: number.min(found.pages),
        pages: found.pages,
        more: format!("{journal}/opslag?side="),
        journal,
    };
    Ok(Page::new("desk/look_ups.html", view).into())
}

fn row(one: &LookUps, found: &LookUpsPage) -> LookUpsRow {
    let name = |cpr| found.citizens.get(&cpr).cloned().unwrap_or_default();
    let desk = match (&one.place, one.desk) {
        (Some(place), DeskKind::Bank) => Text::new("desk-title-bank").with("bank", places::title(place)),
        (Some(place), _) => Text::new("desk-title-office").with("office", places::title(place)),
        (None, DeskKind::Operator) => Text::new("desk-title-operator"),
        (None, _) => Text::new("role-administrator"),
    };
    LookUpsRow {
        first: one.first.to_string(),
        last: one.last.to_string(),
        staff: found.staff.get(&one.staff).cloned().unwrap_or_default(),
        desk,
        citizen: one.citizen.map(|cpr| (name(cpr), cpr.to_string())),
        times: one.times,
    }
}
