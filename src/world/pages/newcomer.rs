//! `/kontrolrum/personer/ny`: somebody new in a wished state; and logging on as a person of the world (D34).

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{get, post};
use serde::Serialize;
use serde_json::json;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, Choice, Faults, Filled, NoFields};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::section::home_of;
use crate::web::states;
use crate::web::texts::Text;
use crate::world::gate::Inside;
use crate::world::pages::person::whole;
use crate::world::pages::{cpr, page_of};
use rules::newcomers::{self, ISSUERS, Wish, WishRefusal, Wished};
use rules::words::{PersonName, as_on_a_keyboard, is_blank};
use service::cases::access::log_on::LoggedOn;
use service::cases::access::sessions;
use service::cases::seed::newcomer;
use service::cases::seed::newcomer::NewcomerRefusal;
use service::cases::world::known_log_on;
use service::cases::world::known_log_on::KnownLogOnRefusal;

/// Who is to be made.
#[derive(FromForm, Serialize)]
pub struct WishForm {
    state: String,
    issuer: String,
    name: String,
    age: String,
}

#[derive(Serialize)]
struct NewcomerView {
    form: Filled,
    states: Vec<Choice>,
    issuers: Vec<Choice>,
}

fn page(language: Language, form: Filled) -> Page {
    let state = |state: Wished| match state {
        Wished::With(status) => Choice::new(state.code(), states::nemid(status).text.say(language)),
        Wished::NoNemId => Choice::new(state.code(), Text::new("world-no-nemid").say(language)),
    };
    let issuer = |code: &'static str| Choice::new(code, Text::new(format!("issuer-{code}")).say(language));
    let (states, issuers) = (Wished::all().map(state).collect(), ISSUERS.map(issuer).into());
    Page::new("world/newcomer.html", NewcomerView { form, states, issuers })
}

/// The form.
#[get("/personer/ny")]
pub fn ask(_inside: Inside, language: Language) -> Page {
    page(language, Filled::with(&json!({ "state": "active", "issuer": "public" })))
}

/// Makes somebody, and shows them.
#[post("/personer/ny", data = "<sent>")]
pub async fn make(inside: Inside, language: Language, at: Caller<'_>, sent: Checked<WishForm>) -> Handled {
    let again = |faults| Ok(Answer::again(page(language, Filled::again(&*sent, faults))));
    let wish = match read(&sent) {
        Ok(wish) => wish,
        Err(faults) => return again(faults),
    };
    match settle(newcomer::make(&inside.app, wish, false, &at.origin).await)? {
        Settled::Done(made) => Ok(Answer::go(page_of(made.cpr))),
        Settled::Refused(refusal) => again(Faults::one(NewcomerRefusal::field(refusal), refusal)),
    }
}

fn read(sent: &WishForm) -> Result<Wish, Faults> {
    let mut faults = Faults::default();
    let state = faults.take("state", Wished::parse(&sent.state));
    let issuer = faults.take("issuer", newcomers::issuer(&sent.issuer));
    let given = |text: &'_ str| !is_blank(text);
    let name = given(&sent.name).then(|| faults.take("name", PersonName::parse(&sent.name)));
    let age = as_on_a_keyboard(&sent.age).trim().parse().map_err(|_| WishRefusal::Age);
    let age = given(&sent.age).then(|| faults.take("age", age.and_then(newcomers::age)));
    match (state, issuer) {
        (Some(state), Some(issuer)) if faults.is_empty() => {
            Ok(Wish { state, issuer, name: name.flatten(), age: age.flatten() })
        }
        _ => Err(faults),
    }
}

/// Logs this browser on as the person, at Selvbetjening or at an employee's own desk.
#[post("/personer/<number>/log-paa", data = "<_sent>")]
pub async fn log_on(
    inside: Inside,
    language: Language,
    at: Caller<'_>,
    number: &str,
    _sent: Checked<NoFields>,
) -> Handled {
    let cpr = cpr(number)?;
    match settle(known_log_on::log_on(&inside.app, cpr, &at.origin).await)? {
        Settled::Done(LoggedOn { session, audience }) => {
            if let Some(before) = at.session(&audience) {
                sessions::log_off(at.app, &audience, &before, &at.origin).await?;
            }
            at.begin_session(&audience, &session);
            Ok(Answer::go(home_of(&audience)))
        }
        Settled::Refused(KnownLogOnRefusal::NotThere) => Err(Status::NotFound.into()),
        Settled::Refused(refusal) => {
            let form = Filled::again(&json!({}), Faults::whole(refusal));
            let page = whole(&inside, language, cpr, Some(form)).await?;
            Ok(page.with_status(Status::Conflict).into())
        }
    }
}
