//! The block of cards, tokens and apps in one go by their holder (Rules 3.5.1, 3.5.2; D18, D36).

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::{attempt, own_once};
use crate::web::answer::{Answer, Handled, Settled};
use crate::web::caller::AtApp;
use crate::web::desk::stopped;
use crate::web::forms::{Checked, Choice, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::reasons::Asked;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::nemid::NemId;
use rules::reasons;
use rules::reasons::OF_HOLDER;
use rules::words::CarrierId;
use service::cases::app::App;
use service::cases::own::carriers;
use service::cases::own::overview;

/// What to block, and the reason.
#[derive(FromForm, Serialize)]
pub struct StopForm {
    once: String,
    carriers: Vec<String>,
    reason: Option<String>,
}

#[derive(Serialize)]
struct StopView {
    form: Filled,
    once: String,
    carriers: Vec<Choice>,
    reasons: Vec<Choice>,
}

fn show(app: &App, nemid: &NemId, language: Language, form: Filled) -> Page {
    let view = StopView {
        form,
        once: app.new_token().reveal(),
        carriers: stopped::choices(nemid, language, app.now()),
        reasons: Asked::Holder.choices(&reasons::fitting(&OF_HOLDER, nemid), language),
    };
    Page::new("citizen/self_service/carriers_block.html", view)
}

/// The page for choosing what to block, and the reason.
#[get("/selvbetjening/noegler/spaer")]
pub async fn which(citizen: Citizen, app: &AtApp, language: Language) -> Handled {
    let overview = overview::of(app, citizen.nemid).await?;
    Ok(show(app, &overview.nemid, language, Filled::blank()).into())
}

/// Blocks it. The session goes on.
#[post("/selvbetjening/noegler/spaer", data = "<sent>")]
pub async fn block(citizen: Citizen, app: &AtApp, language: Language, sent: Checked<StopForm>) -> Handled {
    let mut faults = Faults::default();
    let numbers: Result<Vec<_>, _> = sent.carriers.iter().map(|typed| CarrierId::parse(typed)).collect();
    let numbers = faults.take("carriers", numbers);
    if sent.carriers.is_empty() {
        faults.add("carriers", Text::new("refusal-no-carrier-chosen"));
    }
    let reason = Asked::Holder.chosen(&OF_HOLDER, sent.reason.as_deref(), &mut faults);
    if let (Some(numbers), Some(reason), true) = (numbers, reason, !sent.carriers.is_empty()) {
        match attempt(carriers::block(app, own_once(&citizen, &sent.once)?, numbers, reason).await)? {
            Settled::Done(()) => return Ok(Answer::go("/selvbetjening/noegler?gjort=noegler-spaerret")),
            Settled::Refused(refusal) => faults.add("carriers", refusal),
        }
    }
    let overview = overview::of(app, citizen.nemid).await?;
    Ok(Answer::again(show(app, &overview.nemid, language, Filled::again(&*sent, faults))))
}
