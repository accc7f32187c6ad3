//! Changes in the CPR register: another name, another address or none, a death.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled, NoFields};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::world::gate::Inside;
use crate::world::pages::person::whole;
use crate::world::pages::{cpr, page_of};
use rules::Refusal;
use rules::words::{Address, CprNumber, PersonName, is_blank};
use service::cases::world::register;
use service::cases::world::register::RegisterRefusal;

#[derive(FromForm, Serialize)]
pub struct NewName {
    name: String,
}

#[derive(FromForm, Serialize)]
pub struct NewAddress {
    street: String,
    postcode: String,
    town: String,
}

/// Changes the person's name.
#[post("/personer/<number>/navn", data = "<sent>")]
pub async fn rename(inside: Inside, language: Language, number: &str, sent: Checked<NewName>) -> Handled {
    let cpr = cpr(number)?;
    let fault = match PersonName::parse(&sent.name) {
        Ok(name) => match settle(register::rename(&inside.app, cpr, name).await)? {
            Settled::Refused(refusal @ RegisterRefusal::NameNotPrintable) => Text::from(refusal),
            settled => return done(cpr, settled),
        },
        // It is not the visitor's own name.
        Err(_) if is_blank(&sent.name) => Text::new("world-name-missing"),
        Err(error) => Text::from(error),
    };
    again(&inside, language, cpr, Filled::again(&*sent, Faults::one("name", fault))).await
}

/// Changes the person's address.
#[post("/personer/<number>/adresse", data = "<sent>")]
pub async fn relocate(
    inside: Inside,
    language: Language,
    number: &str,
    sent: Checked<NewAddress>,
) -> Handled {
    let cpr = cpr(number)?;
    let faults = match Address::parse(&sent.street, &sent.postcode, &sent.town) {
        Ok(address) => match settle(register::relocate(&inside.app, cpr, Some(address)).await)? {
            Settled::Refused(
                refusal @ (RegisterRefusal::StreetNotPrintable | RegisterRefusal::TownNotPrintable),
            ) => Faults::one(field_of(refusal.code()), refusal),
            settled => return done(cpr, settled),
        },
        Err(error) => Faults::one(field_of(error.code()), error),
    };
    again(&inside, language, cpr, Filled::again(&*sent, faults)).await
}

/// Takes the registered address out of the register.
#[post("/personer/<number>/ingen-adresse", data = "<_sent>")]
pub async fn leave(inside: Inside, number: &str, _sent: Checked<NoFields>) -> Handled {
    let cpr = cpr(number)?;
    done(cpr, settle(register::relocate(&inside.app, cpr, None).await)?)
}

#[derive(Serialize)]
struct DeathView {
    href: String,
    digits: String,
    name: String,
}

/// Asks before a death is registered, which can't be undone.
#[get("/personer/<number>/doedsfald")]
pub async fn ask_death(inside: Inside, number: &str) -> Handled {
    let cpr = cpr(number)?;
    let person = register::person(&inside.app, cpr).await?.ok_or(Status::NotFound)?;
    if person.citizen.died.is_some() {
        return Ok(Answer::go(page_of(cpr)));
    }
    let digits = cpr.digits().to_owned();
    let view = DeathView { href: page_of(cpr), digits, name: person.citizen.name.to_string() };
    Ok(Page::new("world/death.html", view).into())
}

/// Registers the person's death.
#[post("/personer/<number>/doedsfald", data = "<_sent>")]
pub async fn die(inside: Inside, number: &str, _sent: Checked<NoFields>) -> Handled {
    let cpr = cpr(number)?;
    done(cpr, settle(register::register_death(&inside.app, cpr).await)?)
}

/// The field that a fault of an address belongs to.
fn field_of(code: &str) -> &'static str {
    match code {
        code if code.starts_with("postcode") => "postcode",
        code if code.starts_with("town") => "town",
        _ => "street",
    }
}

pub(super) fn done(cpr: CprNumber, settled: Settled<(), RegisterRefusal>) -> Handled {
    // A person who died a moment ago in another window is dead all the same: the page shows it.
    match settled {
        Settled::Done(()) | Settled::Refused(RegisterRefusal::Dead) => Ok(Answer::go(page_of(cpr))),
        Settled::Refused(_) => Err(Status::NotFound.into()),
    }
}

pub(super) async fn again(inside: &Inside, language: Language, cpr: CprNumber, form: Filled) -> Handled {
    Ok(Answer::again(whole(inside, language, cpr, Some(form)).await?))
}
