//! The user id: chosen, changed, dropped, and the CPR number switched on or off as one (D9), with the
//! password.

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::{done, not_changed, own};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::AtApp;
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::nemid::NemId;
use rules::words::{TypedPassword, UserId};
use service::cases::own::{credentials, overview};

/// The form's fields.
#[derive(FromForm, Serialize)]
pub struct UserIdForm {
    user_id: String,
    cpr_log_on: bool,
    password: Secret,
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

/// The form with the present user id.
#[get("/selvbetjening/bruger-id?<gjort>")]
pub async fn page(citizen: Citizen, app: &AtApp, gjort: Option<&str>) -> Handled {
    let nemid = overview::of(app, citizen.nemid).await?.nemid;
    let user_id = nemid.user_id.as_ref().map(ToString::to_string).unwrap_or_default();
    let known = UserIdForm { user_id, cpr_log_on: nemid.cpr_log_on, password: Secret::default() };
    Ok(show(&nemid, done(gjort), Filled::with(&known)).into())
}

/// Changes it; an empty field drops it.
#[post("/selvbetjening/bruger-id", data = "<sent>")]
pub async fn change(citizen: Citizen, app: &AtApp, sent: Checked<UserIdForm>) -> Handled {
    let nemid = overview::of(app, citizen.nemid).await?.nemid;
    let again = |faults| Answer::again(show(&nemid, None, Filled::again(&*sent, faults)));
    let mut faults = Faults::default();
    let wished = Some(&*sent.user_id).filter(|typed| !typed.is_empty()).map(UserId::parse).transpose();
    let to = wished.map_err(|broken| faults.each("user_id", broken)).ok();
    let password = faults.take("password", TypedPassword::parse(sent.password.reveal()));
    let Some((to, password)) = to.zip(password) else { return Ok(again(faults)) };
    let cpr_log_on = if nemid.issuer.is_found_at_counter() { sent.cpr_log_on } else { nemid.cpr_log_on };
    match settle(credentials::user_id(app, own(&citizen), &password, to, cpr_log_on).await)? {
        Settled::Done(()) => Ok(Answer::go("/selvbetjening/bruger-id?gjort=bruger-id")),
        Settled::Refused(refusal) => Ok(not_changed(refusal, "password", "user_id", again)),
    }
}
