//! Blocking without logging on, day and night (Rules 3.5.2).

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, settle};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::telling::StopForm;
use service::cases::anonymous::block;
use service::cases::anonymous::block::BlockRequest;

#[derive(Serialize)]
struct StopView {
    form: Filled,
}

#[derive(Serialize)]
struct StoppedView {
    /// Whether it was about a password; then a temporary one is on its way.
    password: bool,
    letter: bool,
}

/// Asks for it, and offers to change the password instead first.
#[get("/spaer")]
pub fn ask() -> Page {
    page(Filled::blank())
}

/// It was told.
#[post("/spaer", data = "<sent>")]
pub async fn stop(at: Caller<'_>, sent: Checked<StopForm>) -> Result<Redirect, Answer> {
    let (teller, stop) = sent.read().map_err(|faults| again(&sent, faults, Status::UnprocessableEntity))?;
    match settle(block::block(at.app, teller, stop, &at.origin).await)? {
        Ok(()) => Ok(Redirect::to(match stop {
            BlockRequest::Password { send: true, .. } => "/spaer/kvittering?adgangskode&brev",
            BlockRequest::Password { send: false, .. } => "/spaer/kvittering?adgangskode",
            BlockRequest::Cards { .. } => "/spaer/kvittering",
        })),
        Err(refusal) => Err(again(&sent, Faults::one("address", refusal), Status::UnprocessableEntity)),
    }
}

/// What is blocked now, if what was told is somebody's.
#[get("/spaer/kvittering?<adgangskode>&<brev>")]
pub fn receipt(adgangskode: Option<&str>, brev: Option<&str>) -> Page {
    let view = StoppedView { password: adgangskode.is_some(), letter: brev.is_some() };
    Page::new("citizen/entry/block_receipt.html", view)
}

fn page(form: Filled) -> Page {
    Page::new("citizen/entry/block.html", StopView { form })
}

fn again(sent: &StopForm, faults: Faults, status: Status) -> Answer {
    page(Filled::again(sent, faults)).with_status(status).into()
}
