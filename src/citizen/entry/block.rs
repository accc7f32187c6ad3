//! Blocking without logging on, day and night (Rules 3.5.2).

use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::telling::StopForm;
use service::cases::anonymous::block;
use service::cases::anonymous::block::BlockRequest;

#[derive(Serialize)]
struct StopView {
    form: Filled,
    once: String,
}

#[derive(Serialize)]
struct StoppedView {
    /// Whether the password was blocked; then a temporary one is on its way.
    password: bool,
    letter: bool,
}

/// Asks what to block, and offers to change the password instead first.
#[get("/spaer")]
pub fn ask(at: Caller<'_>) -> Page {
    page(&at, Filled::blank())
}

/// Takes the form and blocks.
#[post("/spaer", data = "<sent>")]
pub async fn stop(at: Caller<'_>, sent: Checked<StopForm>) -> Handled {
    let again = |faults| Answer::again(page(&at, Filled::again(&*sent, faults)));
    let (reporter, request) = match sent.read() {
        Ok(told) => told,
        Err(faults) => return Ok(again(faults)),
    };
    match settle(block::block(at.app, reporter, request, &at.origin).await)? {
        Settled::Done(reported) => Ok(Answer::go(match request {
            BlockRequest::Password { .. } if reported.letter => "/spaer/kvittering?adgangskode&brev",
            BlockRequest::Password { .. } => "/spaer/kvittering?adgangskode",
            BlockRequest::Cards { .. } => "/spaer/kvittering",
        })),
        Settled::Refused(refusal) => Ok(again(Faults::one("address", refusal))),
    }
}

/// The receipt: what is blocked now, if the details match somebody.
#[get("/spaer/kvittering?<adgangskode>&<brev>")]
pub fn receipt(adgangskode: Option<&str>, brev: Option<&str>) -> Page {
    let view = StoppedView { password: adgangskode.is_some(), letter: brev.is_some() };
    Page::new("citizen/entry/block_receipt.html", view)
}

fn page(at: &Caller<'_>, form: Filled) -> Page {
    let once = at.app.new_token().reveal();
    Page::new("citizen/entry/block.html", StopView { form, once })
}
