//! `/kontrolrum/personer/<cpr>/telefon/<nemid>`: a person rings the hotline, which orders that keys are read out on a telephone;
//! a letter tells of it first (Rules 3.9, D38).

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::world::gate::Inside;
use crate::world::pages::{cpr, page_of};
use rules::words::{CprNumber, Mobile, NemIdNumber};
use service::cases::world::hotline;
use service::cases::world::hotline::CallRefusal;
use service::cases::world::register;

/// The number that is to be called.
#[derive(FromForm, Serialize)]
pub struct TelephoneForm {
    telephone: String,
}

#[derive(Serialize)]
struct OrderView {
    back: String,
    name: String,
    nemid: String,
    form: Filled,
}

async fn page(inside: &Inside, caller: CprNumber, nemid: NemIdNumber, form: Filled) -> Result<Page, Answer> {
    let person = register::person(&inside.app, caller).await?.ok_or(Status::NotFound)?;
    if person.nemids.iter().all(|one| one.number != nemid) {
        return Err(Status::NotFound.into());
    }
    let (back, name) = (page_of(caller), person.citizen.name.to_string());
    Ok(Page::new("world/voice_order.html", OrderView { back, name, nemid: nemid.to_string(), form }))
}

/// Asks for the number.
#[get("/personer/<number>/telefon/<nemid>")]
pub async fn ask(inside: Inside, number: &str, nemid: &str) -> Handled {
    let (caller, nemid) = (cpr(number)?, NemIdNumber::parse(nemid).map_err(|_| Status::NotFound)?);
    Ok(page(&inside, caller, nemid, Filled::blank()).await?.into())
}

/// Orders it.
#[post("/personer/<number>/telefon/<nemid>", data = "<sent>")]
pub async fn order(inside: Inside, number: &str, nemid: &str, sent: Checked<TelephoneForm>) -> Handled {
    let (caller, nemid) = (cpr(number)?, NemIdNumber::parse(nemid).map_err(|_| Status::NotFound)?);
    let mut faults = Faults::default();
    if let Some(telephone) = faults.take("telephone", Mobile::parse(&sent.telephone)) {
        match settle(hotline::order_voice(&inside.app, caller, nemid, telephone).await)? {
            Settled::Done(()) => return Ok(Answer::go(page_of(caller))),
            Settled::Refused(CallRefusal::NotThere) => return Err(Status::NotFound.into()),
            Settled::Refused(refusal) => faults.add("telephone", refusal),
        }
    }
    Ok(Answer::again(page(&inside, caller, nemid, Filled::again(&*sent, faults)).await?))
}
