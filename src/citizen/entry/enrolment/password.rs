//! The step that asks for the new password, twice.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::entry::enrolment::{Anonymous, At, Flow, Step, faulty};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::words::PasswordFaults;
use service::cases::enrolment::begin::EnrolmentProblem;
use service::cases::enrolment::steps;

/// The new password, twice.
#[derive(FromForm, Serialize)]
pub struct PasswordForm {
    password: Secret,
    password_again: Secret,
    #[serde(skip)]
    shown_for: Option<String>,
}

#[derive(Serialize)]
struct PasswordView {
    /// Whether one is chosen already, which stays when nothing is typed.
    chosen: bool,
    /// Whether somebody was led here from the other flow.
    moved: bool,
}

/// Asks for it at an activation.
#[get("/aktiver/adgangskode?<flyttet>")]
pub async fn ask_activating(door: Anonymous<'_>, flyttet: Option<&str>) -> Result<Page, Answer> {
    ask(&door, Flow::Activation, flyttet.is_some()).await
}

/// It was typed at an activation.
#[post("/aktiver/adgangskode", data = "<sent>")]
pub async fn answer_activating(door: Anonymous<'_>, sent: Checked<PasswordForm>) -> Result<Redirect, Answer> {
    answer(&door, Flow::Activation, &sent).await
}

/// Asks for it at a re-opening.
#[get("/genaabn/adgangskode?<flyttet>")]
pub async fn ask_reopening(door: Anonymous<'_>, flyttet: Option<&str>) -> Result<Page, Answer> {
    ask(&door, Flow::Reopening, flyttet.is_some()).await
}

/// It was typed at a re-opening.
#[post("/genaabn/adgangskode", data = "<sent>")]
pub async fn answer_reopening(door: Anonymous<'_>, sent: Checked<PasswordForm>) -> Result<Redirect, Answer> {
    answer(&door, Flow::Reopening, &sent).await
}

async fn ask(door: &Anonymous<'_>, flow: Flow, moved: bool) -> Result<Page, Answer> {
    let at = At::step(door, flow, Step::Password).await?;
    Ok(page(&at, Filled::blank(), moved))
}

async fn answer(door: &Anonymous<'_>, flow: Flow, sent: &PasswordForm) -> Result<Redirect, Answer> {
    let at = At::sent(door, (flow, Step::Password), sent.shown_for.as_deref()).await?;
    let untouched = sent.password.is_empty() && sent.password_again.is_empty();
    if at.progress.password && untouched {
        return Ok(Redirect::to(flow.address(after(flow))));
    }
    if !sent.password.is_empty() && sent.password.reveal() != sent.password_again.reveal() {
        let form = faulty(sent, "password_again", Text::new("refusal-passwords-differ"));
        return Err(page(&at, form, false).with_status(Status::UnprocessableEntity).into());
    }
    let typed = sent.password.reveal();
    match settle(steps::choose_password(door.app, &at.token, typed, &door.origin).await)? {
        Ok(()) => Ok(Redirect::to(flow.address(after(flow)))),
        Err(EnrolmentProblem::Password(broken)) => Err(broken_rules(&at, sent, broken)),
        Err(problem) => Err(at.refused(problem, |fault| page(&at, faulty(sent, "password", fault), false))),
    }
}

/// All clauses of D8 that are broken, at once.
fn broken_rules(at: &At, sent: &PasswordForm, broken: PasswordFaults) -> Answer {
    let mut faults = Faults::default();
    faults.each("password", broken.iter());
    page(at, Filled::again(sent, faults), false).with_status(Status::UnprocessableEntity).into()
}

fn after(flow: Flow) -> Step {
    if flow == Flow::Activation { Step::Details } else { Step::Card }
}

fn page(at: &At, form: Filled, moved: bool) -> Page {
    let view = PasswordView { chosen: at.progress.password, moved };
    at.page("citizen/entry/enrolment/password.html", form, view)
}
