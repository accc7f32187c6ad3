//! A citizen blocks the own password from inside (Rules 3.5.1); a temporary one follows by post unless they say no
//! (D22).

use rocket::http::Status;
use rocket::{FromForm, get, post};
use serde::Serialize;

use super::{AtHome, Shown, attempt, over, own};
use crate::cases::own_block::{self, Blocked};
use crate::rules::blocking::What;
use crate::rules::nemid::block::PasswordBlockReason;
use crate::web::answer::Answer;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::session::Citizen;

/// Why, and whether a temporary password is wanted.
#[derive(FromForm, Serialize)]
pub struct BlockForm {
    reason: Option<String>,
    no_temporary: bool,
}

#[derive(Serialize)]
struct BlockView {
    form: Filled,
}

fn show(form: Filled) -> Page {
    Page::new("citizen/self_service/password_block.html", BlockView { form })
}

/// The form.
#[get("/selvbetjening/adgangskode/spaer")]
pub fn page(_citizen: Citizen) -> Page {
    show(Filled::blank())
}

/// Blocks the password; the session is over by that.
#[post("/selvbetjening/adgangskode/spaer", data = "<sent>")]
pub async fn block(citizen: Citizen, house: &AtHome, sent: Checked<BlockForm>) -> Shown {
    let reason = match sent.reason.as_deref() {
        Some("known-by-others") => PasswordBlockReason::KnownByOthers,
        Some("holder-asked") => PasswordBlockReason::HolderAsked,
        _ => return Err(again(&sent, Faults::one("reason", "self-fault-reason"))),
    };
    let what = What { password: Some(reason), cards: None };
    match attempt(own_block::at_once(house, own(&citizen), what, !sent.no_temporary).await)? {
        Ok(blocked) => Ok(ended(blocked)),
        Err(refusal) => Err(again(&sent, Faults::whole(refusal))),
    }
}

fn again(sent: &BlockForm, faults: Faults) -> Answer {
    show(Filled::again(sent, faults)).with_status(Status::UnprocessableEntity).into()
}

/// The page that says what has come of a blocked password.
pub fn ended(blocked: Blocked) -> Answer {
    over::at(match (blocked.sent, blocked.bank_helps) {
        (true, _) => "adgangskode-sendt",
        (false, true) => "adgangskode-bank",
        (false, false) => "adgangskode",
    })
}
