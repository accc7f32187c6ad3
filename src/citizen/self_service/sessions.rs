//! Where one is logged on: the list of one's own sessions, each to be ended, or all but this one (D11).

use rocket::{get, post};

use crate::citizen::self_service::own;
use crate::web::answer::Handled;
use crate::web::caller::AtApp;
use crate::web::forms::{Checked, NoFields};
use crate::web::language::Language;
use crate::web::own_sessions::{self, EndForm};
use crate::web::page::Page;
use crate::web::session::Citizen;

const BASE: &str = "/selvbetjening/sessioner";

/// The list.
#[get("/selvbetjening/sessioner?<gjort>")]
pub async fn page(citizen: Citizen, app: &AtApp, language: Language, gjort: Option<&str>) -> Handled {
    let list = own_sessions::list(app, &own(&citizen), BASE, gjort, language).await?;
    Ok(Page::new("citizen/self_service/sessions.html", list).into())
}

/// Ends one session.
#[post("/selvbetjening/sessioner", data = "<sent>")]
pub async fn end(citizen: Citizen, app: &AtApp, sent: Checked<EndForm>) -> Handled {
    own_sessions::end(app, own(&citizen), BASE, &sent).await
}

/// Ends all but this one.
#[post("/selvbetjening/sessioner/andre", data = "<_sent>")]
pub async fn end_others(citizen: Citizen, app: &AtApp, _sent: Checked<NoFields>) -> Handled {
    own_sessions::end_others(app, own(&citizen), BASE).await
}
