//! The last step: the number of the card, then a key from it, and the receipt.

use rocket::http::{CookieJar, Status};
use rocket::response::Redirect;
use rocket::{get, post};
use serde::Serialize;

use crate::provider::enrolment::{At, Starter, Step, faulty, progress, told};
use crate::provider::guard::OpenApp;
use crate::provider::key::{CardForm, KeyForm, Question};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::activation::EnrolmentRefusal;
use rules::keys::KeyRefusal;
use rules::words::{Key, KeyCardNumber};
use service::cases::enrolment::begin::{EnrolmentProblem, Receipt};
use service::cases::enrolment::steps;

fn card_page(at: &At<'_>, form: Filled) -> Page {
    at.page("provider/enrolment/card.html", form, ())
}

fn key_page(at: &At<'_>, form: Filled) -> Page {
    let question = at.progress.asked.clone().map(Question::from);
    at.page("provider/enrolment/key.html", form, question)
}

/// Asks for the card.
#[get("/tjenester/<_>/aktiver/kort")]
pub async fn ask_card(starter: Starter, app: &OpenApp, jar: &CookieJar<'_>) -> Result<Page, Answer> {
    let at = At::step(&starter, Step::Card, (app, jar)).await?;
    Ok(card_page(&at, Filled::blank()))
}

/// The card was named.
#[post("/tjenester/<_>/aktiver/kort", data = "<sent>")]
pub async fn answer_card(
    starter: Starter,
    sent: Checked<CardForm>,
    app: &OpenApp,
    jar: &CookieJar<'_>,
) -> Result<Redirect, Answer> {
    let at = At::sent(&starter, (Step::Card, sent.shown_for.as_deref()), (app, jar)).await?;
    let again = |fault: Text| card_page(&at, faulty(&*sent, "card", fault));
    let card = KeyCardNumber::parse(&sent.card)
        .map_err(|fault| again(fault.into()).with_status(Status::UnprocessableEntity))?;
    match settle(steps::choose_card(app, &at.token, card, &at.guest.origin).await)? {
        Ok(()) => Ok(Redirect::to(Step::Key.address(at.guest))),
        Err(problem) => Err(at.refused(problem, again)),
    }
}

/// Asks for the key.
#[get("/tjenester/<_>/aktiver/noegle")]
pub async fn ask_key(starter: Starter, app: &OpenApp, jar: &CookieJar<'_>) -> Result<Page, Answer> {
    let at = At::step(&starter, Step::Key, (app, jar)).await?;
    Ok(key_page(&at, Filled::blank()))
}

/// The key was typed.
#[post("/tjenester/<_>/aktiver/noegle", data = "<sent>")]
pub async fn answer_key(
    starter: Starter,
    sent: Checked<KeyForm>,
    app: &OpenApp,
    jar: &CookieJar<'_>,
) -> Result<Redirect, Answer> {
    let at = At::sent(&starter, (Step::Key, sent.shown_for.as_deref()), (app, jar)).await?;
    let typed = Key::parse(sent.key.reveal()).map_err(|fault| {
        key_page(&at, faulty(&*sent, "key", fault.into())).with_status(Status::UnprocessableEntity)
    })?;
    match settle(steps::finish(app, &at.token, typed, &at.guest.origin).await)? {
        Ok(_) => Ok(Redirect::to(Step::Receipt.address(at.guest))),
        Err(problem) => Err(not_finished(at, problem, app).await?),
    }
}

/// A key that did not finish it: another try, perhaps of another key by now, or another card.
async fn not_finished(at: At<'_>, problem: EnrolmentProblem, app: &OpenApp) -> Result<Answer, Answer> {
    let other_card = matches!(
        problem,
        EnrolmentProblem::CardBlocked
            | EnrolmentProblem::Rule(EnrolmentRefusal::Key(KeyRefusal::UnknownCard))
    );
    if other_card {
        let form = faulty(&(), "card", told(problem));
        return Ok(card_page(&At { step: Step::Card, ..at }, form)
            .with_status(Status::UnprocessableEntity)
            .into());
    }
    let progress = progress(at.guest, &at.token, app).await?;
    let at = At { progress, ..at };
    Ok(at.refused(problem, |fault| key_page(&at, faulty(&(), "key", fault))))
}

#[derive(Serialize)]
struct ReceiptView {
    nemid_number: String,
    receipt: Option<Receipt>,
}

/// What it has led to, and what to do next.
#[get("/tjenester/<_>/aktiver/kvittering")]
pub async fn receipt(starter: Starter, app: &OpenApp, jar: &CookieJar<'_>) -> Result<Page, Answer> {
    let at = At::step(&starter, Step::Receipt, (app, jar)).await?;
    let receipt = at.progress.choices.receipt.clone();
    let view = ReceiptView { nemid_number: at.progress.nemid.to_string(), receipt };
    Ok(at.page("provider/enrolment/receipt.html", Filled::blank(), view))
}
