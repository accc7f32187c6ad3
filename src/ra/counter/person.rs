//! The first step: whose CPR-nummer (D12, D20). It never stands in an address.

use std::sync::Arc;

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post};
use serde::Serialize;

use super::flow::{Around, AtDesk, Step, href};
use crate::cases::counter::{Kind, errand};
use crate::cases::house::House;
use crate::rules::words::CprNumber;
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;

/// What is typed.
#[derive(FromForm, Serialize)]
pub struct PersonForm {
    cpr: String,
}

#[derive(Serialize)]
struct PersonView {
    around: Around,
    form: Filled,
    /// Whether it is the order page, which serves as a look-up.
    order: bool,
}

/// Asks for the number; one that was typed before stands there.
#[get("/?<sag>")]
pub async fn ask(at: AtDesk, house: &State<Arc<House>>, sag: Option<&str>) -> Result<Page, Answer> {
    let before = match sag {
        Some(sag) => settle(errand::look(house, &at.desk, sag).await)?.ok(),
        None => None,
    };
    let form = before
        .map_or_else(Filled::blank, |look| Filled::with(&PersonForm { cpr: look.citizen.cpr.to_string() }));
    Ok(page(&at, form))
}

/// Finds the person and begins the errand.
#[post("/?<sag>", data = "<sent>")]
pub async fn find(
    at: AtDesk,
    house: &State<Arc<House>>,
    sag: Option<&str>,
    sent: Checked<PersonForm>,
) -> Result<Page, Answer> {
    let mut faults = Faults::default();
    if let Some(cpr) = faults.take("cpr", CprNumber::parse(&sent.cpr)) {
        let going_on = sag.map(str::to_owned);
        match settle(errand::begin(house, &at.desk, (at.kind, going_on), cpr).await)? {
            Ok(sag) => return Err(Answer::go(href(at.kind, Step::Identification, &sag))),
            Err(refusal) => faults.add("cpr", refusal),
        }
    }
    Ok(page(&at, Filled::again(&*sent, faults)).with_status(Status::UnprocessableEntity))
}

fn page(at: &AtDesk, form: Filled) -> Page {
    let order = at.kind == Kind::Order;
    Page::new("ra/person.html", PersonView { around: Around::first(at), form, order })
}
