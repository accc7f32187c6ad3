//! A new temporary password for a citizen who has forgotten their own.

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use rules::words::{KeyCardNumber, TypedUserId};
use service::cases::anonymous::forgotten;
use service::cases::anonymous::forgotten::Request;
use service::cases::app::Token;

/// User id, the number of a card, and whether the password is remembered.
#[derive(FromForm, Serialize)]
pub struct ForgottenForm {
    user_id: String,
    card: String,
    /// Whether the password is remembered, and only a letter is missing.
    remembers: bool,
    #[serde(skip)]
    once: Option<String>,
}

#[derive(Serialize)]
struct ForgottenView {
    form: Filled,
    once: String,
}

/// Asks for user id and card, and warns about encrypted mail first (Guide 3.1.3).
#[get("/glemt-adgangskode")]
pub fn ask(at: Caller<'_>) -> Page {
    page(&at, Filled::blank())
}

/// Takes user id and card number.
#[post("/glemt-adgangskode", data = "<sent>")]
pub async fn order(at: Caller<'_>, sent: Checked<ForgottenForm>) -> Handled {
    let again = |faults| page(&at, Filled::again(&*sent, faults));
    let mut faults = Faults::default();
    let user_id = faults.take("user_id", TypedUserId::parse(&sent.user_id));
    let card = faults.take("card", KeyCardNumber::parse(&sent.card));
    let (Some(user_id), Some(card)) = (user_id, card) else {
        return Ok(Answer::again(again(faults)));
    };
    let shown_with = sent.once.as_deref().and_then(Token::parse);
    let request = Request { user_id, card, remembers: sent.remembers, shown_with };
    match settle(forgotten::order(at.app, request, &at.origin).await)? {
        Settled::Done(()) => Ok(Answer::go("/glemt-adgangskode/kvittering")),
        Settled::Refused(refusal) => Ok(Answer::refused(again(Faults::whole(refusal)), &refusal)),
    }
}

/// What happens now, whether a NemID was found or not.
#[get("/glemt-adgangskode/kvittering")]
pub fn receipt() -> Page {
    Page::plain("citizen/entry/forgotten_receipt.html")
}

fn page(at: &Caller<'_>, form: Filled) -> Page {
    let once = at.app.new_token().reveal();
    Page::new("citizen/entry/forgotten.html", ForgottenView { form, once })
}
