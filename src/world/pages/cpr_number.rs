//! Another CPR number, which the register gives a person (D28).

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::post;
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::language::Language;
use crate::web::texts::Text;
use crate::world::gate::Inside;
use crate::world::pages::register::again;
use crate::world::pages::{cpr, page_of};
use rules::words::CprNumber;
use service::cases::world::cpr_change;
use service::cases::world::cpr_change::GiveRefusal;

#[derive(FromForm, Serialize)]
pub struct NewNumber {
    cpr: String,
}

/// Gives the person the number.
#[post("/personer/<number>/cpr-nummer", data = "<sent>")]
pub async fn give(inside: Inside, language: Language, number: &str, sent: Checked<NewNumber>) -> Handled {
    let cpr = cpr(number)?;
    let fault = match CprNumber::parse(&sent.cpr) {
        Ok(number) => match settle(cpr_change::give(&inside.app, cpr, number).await)? {
            // A person who died a moment ago in another window: the page shows it.
            Settled::Done(()) | Settled::Refused(GiveRefusal::Dead) => return Ok(Answer::go(page_of(cpr))),
            Settled::Refused(GiveRefusal::NotThere) => return Err(Status::NotFound.into()),
            Settled::Refused(refusal @ GiveRefusal::Number(_)) => Text::from(refusal),
        },
        Err(error) => Text::from(error),
    };
    again(&inside, language, cpr, Filled::again(&*sent, Faults::one("cpr", fault))).await
}
