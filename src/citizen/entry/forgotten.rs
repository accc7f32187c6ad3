//! A new temporary password for who has forgotten the own one.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{FromForm, get, post};
use serde::Serialize;

use super::AtDoor;
use crate::cases::forgotten;
use crate::rules::words::{KeyCardNumber, TypedUserId};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;

/// User id and the number of a card.
#[derive(FromForm, Serialize)]
pub struct ForgottenForm {
    user_id: String,
    card: String,
}

#[derive(Serialize)]
struct ForgottenView {
    form: Filled,
}

/// Asks for user id and card, and warns about encrypted mail first (Guide 3.1.3).
#[get("/glemt-adgangskode")]
pub fn ask() -> Page {
    page(Filled::blank())
}

/// They were typed.
#[post("/glemt-adgangskode", data = "<sent>")]
pub async fn order(at: AtDoor<'_>, sent: Checked<ForgottenForm>) -> Result<Redirect, Answer> {
    let mut faults = Faults::default();
    let user_id = faults.take("user_id", TypedUserId::parse(&sent.user_id));
    let card = faults.take("card", KeyCardNumber::parse(&sent.card));
    let (Some(user_id), Some(card)) = (user_id, card) else {
        return Err(again(&sent, faults, Status::UnprocessableEntity));
    };
    match settle(forgotten::order(at.house, &user_id, card, &at.origin).await)? {
        Ok(()) => Ok(Redirect::to("/glemt-adgangskode/kvittering")),
        Err(refusal) => Err(again(&sent, Faults::whole(refusal), Status::TooManyRequests)),
    }
}

/// What happens now, whether anybody was found or not.
#[get("/glemt-adgangskode/kvittering")]
pub fn receipt() -> Page {
    Page::plain("citizen/entry/forgotten_receipt.html")
}

fn page(form: Filled) -> Page {
    Page::new("citizen/entry/forgotten.html", ForgottenView { form })
}

fn again(sent: &ForgottenForm, faults: Faults, status: Status) -> Answer {
    page(Filled::again(sent, faults)).with_status(status).into()
}
