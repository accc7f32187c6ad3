//! The last step of both flows: the number of the card, then a key from it.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::entry::enrolment::{Anonymous, At, Flow, Step, faulty, told};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::activation::EnrolmentRefusal;
use rules::keys::KeyRefusal;
use rules::words::{Key, KeyCardNumber};
use service::cases::enrolment::begin::EnrolmentProblem;
use service::cases::enrolment::{begin, steps};

/// The number of the card.
#[derive(FromForm, Serialize)]
pub struct CardForm {
    card: String,
    #[serde(skip)]
    shown_for: Option<String>,
}

/// A key.
#[derive(FromForm, Serialize)]
pub struct KeyForm {
    key: Secret,
    #[serde(skip)]
    shown_for: Option<String>,
}

#[derive(Serialize)]
struct KeyView {
    number: String,
    card: String,
}

/// Asks for the card at an activation.
#[get("/aktiver/kort")]
pub async fn ask_activating(door: Anonymous<'_>) -> Result<Page, Answer> {
    ask(&door, Flow::Activation).await
}

/// The card was named at an activation.
#[post("/aktiver/kort", data = "<sent>")]
pub async fn answer_activating(door: Anonymous<'_>, sent: Checked<CardForm>) -> Result<Redirect, Answer> {
    answer(&door, Flow::Activation, &sent).await
}

/// Asks for the card at a re-opening.
#[get("/genaabn/kort")]
pub async fn ask_reopening(door: Anonymous<'_>) -> Result<Page, Answer> {
    ask(&door, Flow::Reopening).await
}

/// The card was named at a re-opening.
#[post("/genaabn/kort", data = "<sent>")]
pub async fn answer_reopening(door: Anonymous<'_>, sent: Checked<CardForm>) -> Result<Redirect, Answer> {
    answer(&door, Flow::Reopening, &sent).await
}

/// Asks for the key at an activation.
#[get("/aktiver/noegle")]
pub async fn key_activating(door: Anonymous<'_>) -> Result<Page, Answer> {
    key(&door, Flow::Activation).await
}

/// The key was typed at an activation.
#[post("/aktiver/noegle", data = "<sent>")]
pub async fn finish_activating(door: Anonymous<'_>, sent: Checked<KeyForm>) -> Result<Redirect, Answer> {
    finish(&door, Flow::Activation, &sent).await
}

/// Asks for the key at a re-opening.
#[get("/genaabn/noegle")]
pub async fn key_reopening(door: Anonymous<'_>) -> Result<Page, Answer> {
    key(&door, Flow::Reopening).await
}

/// The key was typed at a re-opening.
#[post("/genaabn/noegle", data = "<sent>")]
pub async fn finish_reopening(door: Anonymous<'_>, sent: Checked<KeyForm>) -> Result<Redirect, Answer> {
    finish(&door, Flow::Reopening, &sent).await
}

async fn ask(door: &Anonymous<'_>, flow: Flow) -> Result<Page, Answer> {
    let at = At::step(door, flow, Step::Card).await?;
    let card = at.progress.asked.as_ref().map(|asked| asked.card.to_string()).unwrap_or_default();
    Ok(card_page(&at, Filled::with(&CardForm { card, shown_for: None })))
}

async fn answer(door: &Anonymous<'_>, flow: Flow, sent: &CardForm) -> Result<Redirect, Answer> {
    let at = At::sent(door, (flow, Step::Card), sent.shown_for.as_deref()).await?;
    let again = |fault: Text| card_page(&at, faulty(sent, "card", fault));
    let card = KeyCardNumber::parse(&sent.card)
        .map_err(|fault| again(fault.into()).with_status(Status::UnprocessableEntity))?;
    match settle(steps::choose_card(door.app, &at.token, card, &door.origin).await)? {
        Ok(()) => Ok(Redirect::to(flow.address(Step::Key))),
        Err(problem) => Err(at.refused(problem, again)),
    }
}

async fn key(door: &Anonymous<'_>, flow: Flow) -> Result<Page, Answer> {
    let at = At::step(door, flow, Step::Key).await?;
    Ok(key_page(&at, Filled::blank()))
}

async fn finish(door: &Anonymous<'_>, flow: Flow, sent: &KeyForm) -> Result<Redirect, Answer> {
    let at = At::sent(door, (flow, Step::Key), sent.shown_for.as_deref()).await?;
    let again = |fault: Text| key_page(&at, faulty(sent, "key", fault));
    let typed = Key::parse(sent.key.reveal())
        .map_err(|fault| again(fault.into()).with_status(Status::UnprocessableEntity))?;
    match settle(steps::finish(door.app, &at.token, typed, &door.origin).await)? {
        Ok(_) => Ok(Redirect::to(flow.address(Step::Receipt))),
        Err(problem) => Err(not_finished(door, at, problem).await?),
    }
}

/// A key that did not finish it: another try, another card, or back to what has to be chosen anew.
async fn not_finished(door: &Anonymous<'_>, at: At, problem: EnrolmentProblem) -> Result<Answer, Answer> {
    let form = |field| Filled::again(&(), Faults::one(field, told(problem)));
    let other_card = matches!(
        problem,
        EnrolmentProblem::CardBlocked
            | EnrolmentProblem::Rule(EnrolmentRefusal::Key(KeyRefusal::UnknownCard))
    );
    if other_card {
        let at = At { step: Step::Card, ..at };
        return Ok(card_page(&at, form("card")).with_status(Status::UnprocessableEntity).into());
    }
    if matches!(problem, EnrolmentProblem::RunOut | EnrolmentProblem::UserIdTaken) {
        return Ok(at.refused(problem, |_| key_page(&at, form(""))));
    }
    // Another key may be asked for by now.
    let progress = match settle(begin::progress(door.app, &at.token).await)? {
        Ok(progress) => progress,
        Err(problem) => return Ok(at.refused(problem, |_| key_page(&at, form("")))),
    };
    let at = At { progress, ..at };
    Ok(at.refused(problem, |_| key_page(&at, form("key"))))
}

fn card_page(at: &At, form: Filled) -> Page {
    at.page("citizen/entry/enrolment/card.html", form, ())
}

fn key_page(at: &At, form: Filled) -> Page {
    let asked = at.progress.asked.as_ref();
    let view = asked.map(|asked| KeyView { number: asked.number.to_string(), card: asked.card.to_string() });
    at.page("citizen/entry/enrolment/key.html", form, view)
}
