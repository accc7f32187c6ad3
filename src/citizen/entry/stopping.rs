//! Blocking without logging on, day and night (Rules 3.5.2).

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{FromForm, get, post};
use serde::Serialize;

use super::AtDoor;
use crate::cases::stopping::{self, Mark, Stop, Teller};
use crate::rules::nemid::block::{CardBlockReason, PasswordBlockReason};
use crate::rules::words::{CprNumber, KeyCardNumber, PersonName, TypedUserId};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;

/// What is to be blocked, why, and whose it is.
#[derive(FromForm, Serialize)]
pub struct StopForm {
    what: Option<String>,
    no_letter: bool,
    name: String,
    address: String,
    cpr: String,
    user_id: String,
    card: String,
}

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
pub async fn stop(at: AtDoor<'_>, sent: Checked<StopForm>) -> Result<Redirect, Answer> {
    let (teller, stop) = read(&sent).map_err(|faults| again(&sent, faults, Status::UnprocessableEntity))?;
    match settle(stopping::stop(at.house, teller, stop, &at.origin).await)? {
        Ok(()) => Ok(Redirect::to(match stop {
            Stop::Password { send: true, .. } => "/spaer/kvittering?adgangskode&brev",
            Stop::Password { send: false, .. } => "/spaer/kvittering?adgangskode",
            Stop::Cards { .. } => "/spaer/kvittering",
        })),
        Err(refusal) => Err(again(&sent, Faults::whole(refusal), Status::TooManyRequests)),
    }
}

/// What is blocked now, if what was told is somebody's.
#[get("/spaer/kvittering?<adgangskode>&<brev>")]
pub fn receipt(adgangskode: Option<&str>, brev: Option<&str>) -> Page {
    let view = StoppedView { password: adgangskode.is_some(), letter: brev.is_some() };
    Page::new("citizen/entry/stopping_receipt.html", view)
}

fn read(sent: &StopForm) -> Result<(Teller, Stop), Faults> {
    let mut faults = Faults::default();
    let stop = faults.take("what", what(sent).ok_or("stop-what-missing"));
    let name = faults.take("name", PersonName::parse(&sent.name));
    let mark = mark(sent, &mut faults);
    let address = Some(sent.address.trim().to_owned()).filter(|address| !address.is_empty());
    match (stop, name, mark) {
        (Some(stop), Some(name), Some(mark)) => Ok((Teller { name, address, mark }, stop)),
        _ => Err(faults),
    }
}

/// The reason goes with what is blocked: one choice on the page.
fn what(sent: &StopForm) -> Option<Stop> {
    let send = !sent.no_letter;
    Some(match sent.what.as_deref()? {
        "password-known" => Stop::Password { reason: PasswordBlockReason::KnownByOthers, send },
        "password-other" => Stop::Password { reason: PasswordBlockReason::HolderAsked, send },
        "card-lost" => Stop::Cards { reason: CardBlockReason::Lost },
        "card-seen" => Stop::Cards { reason: CardBlockReason::SeenByOthers },
        "card-letter" => Stop::Cards { reason: CardBlockReason::LetterNotIntact },
        "card-other" => Stop::Cards { reason: CardBlockReason::OtherSuspicion },
        _ => return None,
    })
}

/// The first of the three numbers that was told; the others are left aside.
fn mark(sent: &StopForm, faults: &mut Faults) -> Option<Mark> {
    if !sent.cpr.trim().is_empty() {
        return faults.take("cpr", CprNumber::parse(&sent.cpr)).map(Mark::Cpr);
    }
    if !sent.user_id.trim().is_empty() {
        return faults.take("user_id", TypedUserId::parse(&sent.user_id)).map(Mark::UserId);
    }
    if !sent.card.trim().is_empty() {
        return faults.take("card", KeyCardNumber::parse(&sent.card)).map(Mark::Card);
    }
    faults.add("cpr", "stop-mark-missing");
    None
}

fn page(form: Filled) -> Page {
    Page::new("citizen/entry/stopping.html", StopView { form })
}

fn again(sent: &StopForm, faults: Faults, status: Status) -> Answer {
    page(Filled::again(sent, faults)).with_status(status).into()
}
