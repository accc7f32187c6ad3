//! The user id: chosen, changed, dropped, and the CPR number switched on or off as one (D9).

use rocket::http::Status;
use rocket::{FromForm, get, post};
use serde::Serialize;

use super::{AtHome, Shown, attempt, done, own};
use crate::cases::{overview, own_details};
use crate::rules::nemid::NemId;
use crate::rules::words::UserId;
use crate::web::answer::Answer;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;

/// What is typed and ticked.
#[derive(FromForm, Serialize)]
pub struct UserIdForm {
    user_id: String,
    cpr_log_on: bool,
}

#[derive(Serialize)]
struct UserIdView {
    done: Option<Text>,
    form: Filled,
    number: String,
    user_id: Option<String>,
    /// Whether the CPR number can be used with this kind of NemID.
    cpr_offered: bool,
}

fn show(nemid: &NemId, done: Option<Text>, form: Filled) -> Page {
    let view = UserIdView {
        done,
        form,
        number: nemid.number.to_string(),
        user_id: nemid.user_id.as_ref().map(ToString::to_string),
        cpr_offered: nemid.issuer.is_found_at_counter(),
    };
    Page::new("citizen/self_service/user_id.html", view)
}

/// The form as things are.
#[get("/selvbetjening/bruger-id?<gjort>")]
pub async fn page(citizen: Citizen, house: &AtHome, gjort: Option<&str>) -> Shown {
    let nemid = overview::of(house, citizen.nemid).await?.nemid;
    let user_id = nemid.user_id.as_ref().map(ToString::to_string).unwrap_or_default();
    let known = UserIdForm { user_id, cpr_log_on: nemid.cpr_log_on };
    Ok(show(&nemid, done(gjort), Filled::with(&known)).into())
}

/// Changes it; an empty field drops it.
#[post("/selvbetjening/bruger-id", data = "<sent>")]
pub async fn change(citizen: Citizen, house: &AtHome, sent: Checked<UserIdForm>) -> Shown {
    let nemid = overview::of(house, citizen.nemid).await?.nemid;
    let again = |faults| {
        Answer::from(
            show(&nemid, None, Filled::again(&*sent, faults)).with_status(Status::UnprocessableEntity),
        )
    };
    let to = read(&sent.user_id).map_err(again)?;
    let cpr_log_on = if nemid.issuer.is_found_at_counter() { sent.cpr_log_on } else { nemid.cpr_log_on };
    match attempt(own_details::user_id(house, own(&citizen), to, cpr_log_on).await)? {
        Ok(()) => Ok(Answer::go("/selvbetjening/bruger-id?gjort=bruger-id")),
        Err(refusal) => Err(again(Faults::one("user_id", refusal))),
    }
}

fn read(typed: &str) -> Result<Option<UserId>, Faults> {
    if typed.is_empty() {
        return Ok(None);
    }
    UserId::parse(typed).map(Some).map_err(|broken| {
        let mut faults = Faults::default();
        for (nth, fault) in broken.into_iter().enumerate() {
            faults.add(if nth == 0 { "user_id" } else { "" }, fault);
        }
        faults
    })
}
