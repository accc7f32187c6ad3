//! The address for letters that a person states, which counts while there is no registered one (Rules 4.3).

use rocket::form::FromForm;
use rocket::post;
use serde::Serialize;

use crate::web::answer::{Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled, NoFields};
use crate::web::language::Language;
use crate::world::gate::Inside;
use crate::world::pages::cpr;
use crate::world::pages::register::{again, done};
use rules::Refusal;
use rules::words::PostalAddress;
use service::cases::world::register;
use service::cases::world::register::RegisterRefusal;

/// What is typed; without a country the address is in Denmark.
#[derive(FromForm, Serialize)]
pub struct StatedAddress {
    stated_street: String,
    stated_postcode: String,
    stated_town: String,
    country: String,
}

/// Notes the address.
#[post("/personer/<number>/oplyst-adresse", data = "<sent>")]
pub async fn state(
    inside: Inside,
    language: Language,
    number: &str,
    sent: Checked<StatedAddress>,
) -> Handled {
    let cpr = cpr(number)?;
    let StatedAddress { stated_street, stated_postcode, stated_town, country } = &*sent;
    let faults = match PostalAddress::parse(stated_street, stated_postcode, stated_town, country) {
        Ok(address) => match settle(register::state_address(&inside.app, cpr, Some(address)).await)? {
            Settled::Refused(
                refusal @ (RegisterRefusal::StreetNotPrintable
                | RegisterRefusal::TownNotPrintable
                | RegisterRefusal::CountryNotPrintable),
            ) => Faults::one(field_of(refusal.code()), refusal),
            settled => return done(cpr, settled),
        },
        Err(error) => Faults::one(field_of(error.code()), error),
    };
    again(&inside, language, cpr, Filled::again(&*sent, faults)).await
}

/// Forgets it.
#[post("/personer/<number>/ingen-oplyst-adresse", data = "<_sent>")]
pub async fn withdraw(inside: Inside, number: &str, _sent: Checked<NoFields>) -> Handled {
    let cpr = cpr(number)?;
    done(cpr, settle(register::state_address(&inside.app, cpr, None).await)?)
}

/// The field that a fault belongs to.
fn field_of(code: &str) -> &'static str {
    match code {
        code if code.starts_with("postcode") => "stated_postcode",
        code if code.starts_with("town") => "stated_town",
        code if code.starts_with("country") => "country",
        _ => "stated_street",
    }
}
