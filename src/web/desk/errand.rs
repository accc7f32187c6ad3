//! An errand: the person, their NemIDs, and the actions that are possible now.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, settle};
use crate::web::desk::choice::slug;
use crate::web::desk::words::{CardRow, Fact, NemIdRow, facts, guesses};
use crate::web::desk::{Around, At, meaning};
use crate::web::forms::Checked;
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::words::NemIdNumber;
use service::cases::desk::{Action, DeskRefusal, ErrandSnapshot, Next, steps};

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
    cards: Vec<CardRow>,
    offers: Vec<Offer>,
}

#[derive(Serialize)]
struct ReceiptView {
    done: Text,
    journal: Text,
    posted: bool,
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
        facts: chosen.map(|one| facts(one, at.desk.bank(), at.language, snapshot.now)).unwrap_or_default(),
        cards: chosen.map(|one| one.cards.iter().map(CardRow::of).collect()).unwrap_or_default(),
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
        posted: receipt.next.iter().copied().any(Next::pin_letter_comes),
        unsent: receipt.next.contains(&Next::NeedsTemporary),
    })
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
