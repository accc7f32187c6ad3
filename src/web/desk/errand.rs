//! An errand: the person, their NemIDs, and the actions that are possible now.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, settle};
use crate::web::desk::choice::slug;
use crate::web::desk::facts::{Fact, facts, noticed};
use crate::web::desk::words::{CardRow, NemIdRow, guesses};
use crate::web::desk::{Around, At, meaning};
use crate::web::forms::{Checked, NoFields};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::{Arg, Text};
use rules::nemid::NemId;
use rules::words::NemIdNumber;
use service::cases::desk::{Action, DeskRefusal, ErrandSnapshot, Next, Receipt, steps};

/// The chosen NemID.
#[derive(FromForm)]
pub struct NemIdForm {
    nemid: String,
}

#[derive(Serialize)]
struct ErrandView {
    around: Around,
    receipt: Option<ReceiptView>,
    bank: bool,
    rows: Vec<NemIdRow>,
    guesses: Vec<Text>,
    facts: Vec<Fact>,
    /// What has to be noticed about the chosen NemID.
    remarks: Vec<Text>,
    cards: Vec<CardRow>,
    offers: Vec<Offer>,
}

#[derive(Serialize)]
struct ReceiptView {
    done: Text,
    journal: Text,
    /// Whether a consent was noted (Rules 4.1).
    consented: bool,
    /// When the PIN letter or the token is due that was posted.
    posted: Option<Text>,
    /// Whether a password was blocked and no temporary one was posted.
    unsent: bool,
}

#[derive(Serialize)]
struct Offer {
    href: String,
    title: Text,
    text: Text,
}

/// The errand's own page.
#[get("/sag/<id>")]
pub async fn errand(at: At, id: &str) -> Handled {
    let snapshot = at.arrive(id).await?;
    let chosen = snapshot.nemid.as_ref();
    let row = |one| NemIdRow::of(one, snapshot.now).chosen_if(snapshot.errand.nemid);
    let view = ErrandView {
        around: Around::of(&at, id, &snapshot),
        receipt: receipt(&snapshot),
        bank: at.desk.bank().is_some(),
        rows: snapshot.found.iter().map(row).collect(),
        guesses: guesses(&snapshot),
        facts: chosen.map(|one| facts(one, &at.desk, at.language, snapshot.now)).unwrap_or_default(),
        remarks: chosen.map(|one| noticed(one, snapshot.now)).unwrap_or_default(),
        cards: chosen.map(|one| cards(one, at.language)).unwrap_or_default(),
        offers: offers(&at, id, &snapshot),
    };
    Ok(Page::new("desk/errand.html", view).into())
}

/// Chooses a NemID and returns to the errand.
#[post("/sag/<id>/nemid", data = "<sent>")]
pub async fn choose_nemid(at: At, id: &str, sent: Checked<NemIdForm>) -> Handled {
    if let Ok(number) = NemIdNumber::parse(&sent.nemid) {
        let chosen = settle(steps::choose_nemid(&at.app, &at.desk, id, number).await)?.done();
        if chosen == Err(DeskRefusal::NoErrand) {
            return Ok(at.gone(id));
        }
    }
    Ok(Answer::go(at.errand(id)))
}

fn receipt(snapshot: &ErrandSnapshot) -> Option<ReceiptView> {
    let receipt = snapshot.errand.receipt.as_ref()?;
    let number = receipt.journal.to_string();
    Some(ReceiptView {
        done: Text::new(format!("desk-done-{}", receipt.action.code())),
        journal: Text::new("desk-done-journal").with("number", number).with("at", receipt.at),
        consented: receipt.action.notes_consent(),
        posted: posted(receipt),
        unsent: receipt.next.contains(&Next::NeedsTemporary),
    })
}

/// That a PIN letter or a token is in the post, and when it is due.
fn posted(receipt: &Receipt) -> Option<Text> {
    let (key, day) = if receipt.next.contains(&Next::TokenComes) {
        ("desk-done-token-posted", receipt.told.token_day)
    } else {
        let comes = receipt.next.iter().copied().any(Next::pin_letter_comes);
        ("desk-done-posted", receipt.told.letter_day.filter(|_| comes))
    };
    day.map(|day| Text::new(key).with("day", Arg::ComingDay(day)))
}

/// All cards of a NemID, the oldest first.
fn cards(nemid: &NemId, language: Language) -> Vec<CardRow> {
    nemid.cards.iter().map(|card| CardRow::of(card, language)).collect()
}

/// Drops what was chosen and not signed, and returns to the errand.
#[post("/sag/<id>/afbryd", data = "<_sent>")]
pub async fn abort(at: At, id: &str, _sent: Checked<NoFields>) -> Handled {
    match settle(steps::abort(&at.app, &at.desk, id).await)?.done() {
        Ok(()) => Ok(Answer::go(at.errand(id))),
        Err(_) => Ok(at.gone(id)),
    }
}

/// The possible actions, each kind once.
fn offers(at: &At, id: &str, snapshot: &ErrandSnapshot) -> Vec<Offer> {
    let mut kinds: Vec<&Action> = Vec::new();
    for action in &snapshot.offers {
        if kinds.iter().all(|one| one.code() != action.code()) {
            kinds.push(action);
        }
    }
    let offer = |action: &Action| Offer {
        href: format!("{}/valg/{}", at.errand(id), slug(action)),
        title: Text::new(format!("deed-{}", action.code())),
        text: meaning::explained(action, &at.desk, snapshot),
    };
    kinds.into_iter().map(offer).collect()
}
