//! An employee's own sessions at every desk and elsewhere, below the address of a desk (D11).

use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::web::answer::Handled;
use crate::web::desk::{At, Crumb};
use crate::web::forms::{Checked, NoFields};
use crate::web::own_sessions::{self, EndForm, SessionList};
use crate::web::page::Page;
use rules::staff::DeskKind;
use service::cases::own::Own;

/// The routes, below the address of a desk.
pub fn routes() -> Vec<Route> {
    routes![page, end, end_others]
}

#[derive(Serialize)]
struct SessionsView {
    crumbs: Vec<Crumb>,
    #[serde(flatten)]
    list: SessionList,
}

fn own(at: &At) -> Own {
    Own { nemid: at.desk.staff, origin: at.desk.origin.clone(), once: None }
}

fn base(at: &At) -> String {
    format!("{}/sessioner", at.base)
}

/// The list.
#[get("/sessioner?<gjort>")]
pub async fn page(at: At, gjort: Option<&str>) -> Handled {
    let list = own_sessions::list(&at.app, &own(&at), &base(&at), gjort, at.language).await?;
    let crumbs = if at.desk.role.desk() == DeskKind::Office { Vec::new() } else { at.way_here() };
    Ok(Page::new("desk/sessions.html", SessionsView { crumbs, list }).into())
}

/// Ends one session.
#[post("/sessioner", data = "<sent>")]
pub async fn end(at: At, sent: Checked<EndForm>) -> Handled {
    own_sessions::end(&at.app, own(&at), &base(&at), &sent).await
}

/// Ends all but this one.
#[post("/sessioner/andre", data = "<_sent>")]
pub async fn end_others(at: At, _sent: Checked<NoFields>) -> Handled {
    own_sessions::end_others(&at.app, own(&at), &base(&at)).await
}
