//! The step of an activation that asks for a user id and how the citizen can be reached; both are free.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::entry::enrolment::{Anonymous, At, Flow, Step, faulty};
use crate::citizen::entry::optional;
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use rules::words::{Contact, Email, Mobile, UserId};
use service::cases::enrolment::activation;
use service::cases::enrolment::begin::{Asks, Details};

/// User id, contact data, recording.
#[derive(FromForm, Serialize)]
pub struct DetailsForm {
    user_id: String,
    cpr_log_on: bool,
    email: String,
    mobile: String,
    recording: bool,
    #[serde(skip)]
    shown_for: Option<String>,
}

#[derive(Serialize)]
struct DetailsView {
    asks: Asks,
    nemid_number: String,
}

/// Asks for them.
#[get("/aktiver/oplysninger")]
pub async fn ask(door: Anonymous<'_>) -> Result<Page, Answer> {
    let at = At::step(&door, Flow::Activation, Step::Details).await?;
    let form = Filled::with(&known(&at));
    Ok(page(&at, form))
}

/// They were told.
#[post("/aktiver/oplysninger", data = "<sent>")]
pub async fn answer(door: Anonymous<'_>, sent: Checked<DetailsForm>) -> Result<Redirect, Answer> {
    let at = At::sent(&door, (Flow::Activation, Step::Details), sent.shown_for.as_deref()).await?;
    let details = read(&sent, at.progress.asks).map_err(|faults| {
        page(&at, Filled::again(&*sent, faults)).with_status(Status::UnprocessableEntity)
    })?;
    match settle(activation::tell_details(door.app, &at.token, details, &door.origin).await)? {
        Ok(()) => Ok(Redirect::to(Flow::Activation.address(Step::Consents))),
        Err(problem) => Err(at.refused(problem, |fault| page(&at, faulty(&*sent, "user_id", fault)))),
    }
}

fn page(at: &At, form: Filled) -> Page {
    let view = DetailsView { asks: at.progress.asks, nemid_number: at.progress.nemid.to_string() };
    at.page("citizen/entry/enrolment/details.html", form, view)
}

/// What was told here before, or at the order.
fn known(at: &At) -> DetailsForm {
    let told = at.progress.choices.details.as_ref();
    let contact = told.map_or(&at.progress.contact, |details| &details.contact);
    DetailsForm {
        user_id: told
            .and_then(|details| details.user_id.as_ref())
            .map(ToString::to_string)
            .unwrap_or_default(),
        cpr_log_on: told.map_or(at.progress.asks.cpr, |details| details.cpr_log_on),
        email: contact.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        mobile: contact.mobile.map(|mobile| mobile.to_string()).unwrap_or_default(),
        recording: told.is_some_and(|details| details.recording),
        shown_for: None,
    }
}

fn read(sent: &DetailsForm, asks: Asks) -> Result<Details, Faults> {
    let mut faults = Faults::default();
    let user_id =
        optional(&sent.user_id, UserId::parse).map_err(|broken| faults.each("user_id", broken)).ok();
    let email = faults.take("email", optional(&sent.email, Email::parse));
    let mobile = faults.take("mobile", optional(&sent.mobile, Mobile::parse));
    let (Some(user_id), Some(email), Some(mobile)) = (user_id, email, mobile) else { return Err(faults) };
    let cpr_log_on = sent.cpr_log_on && asks.cpr;
    Ok(Details { user_id, cpr_log_on, contact: Contact { email, mobile }, recording: sent.recording })
}
