//! The step of a re-opening that asks for the remembered password (Guide 3.1.4).

use rocket::response::Redirect;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::entry::enrolment::{Anonymous, At, Flow, Step, faulty};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Filled, Secret};
use crate::web::page::Page;
use rules::words::TypedPassword;
use service::cases::enrolment::reopening;

/// The remembered password.
#[derive(FromForm, Serialize)]
pub struct RememberForm {
    password: Secret,
    #[serde(skip)]
    shown_for: Option<String>,
}

#[derive(Serialize)]
struct RememberView {
    /// Whether somebody was led here from the activation.
    moved: bool,
}

/// Asks for it.
#[get("/genaabn/husket?<flyttet>")]
pub async fn ask(door: Anonymous<'_>, flyttet: Option<&str>) -> Result<Page, Answer> {
    let at = At::step(&door, Flow::Reopening, Step::Remember).await?;
    Ok(page(&at, Filled::blank(), flyttet.is_some()))
}

/// It was typed.
#[post("/genaabn/husket", data = "<sent>")]
pub async fn answer(door: Anonymous<'_>, sent: Checked<RememberForm>) -> Result<Redirect, Answer> {
    let at = At::sent(&door, (Flow::Reopening, Step::Remember), sent.shown_for.as_deref()).await?;
    let again = |fault| page(&at, faulty(&*sent, "password", fault), false);
    let typed = TypedPassword::parse(sent.password.reveal())
        .map_err(|fault| again(fault.into()).with_status(rocket::http::Status::UnprocessableEntity))?;
    match settle(reopening::remember(door.app, &at.token, &typed, &door.origin).await)? {
        Ok(()) => at.onward(&door).await,
        Err(problem) => Err(at.refused(problem, again)),
    }
}

fn page(at: &At, form: Filled, moved: bool) -> Page {
    at.page("citizen/entry/enrolment/remember.html", form, RememberView { moved })
}
