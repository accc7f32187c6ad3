//! An errand: the person, what they have, and what can be done about it now.

use std::sync::Arc;

use rocket::form::FromForm;
use serde::Serialize;

use super::choice::slug;
use super::words::{CardRow, Fact, NemIdRow, facts};
use super::{Around, At, arrive, gone};
use crate::cases::desk::{self, Deed, Look};
use crate::cases::house::House;
use crate::rules::words::NemIdNumber;
use crate::web::answer::{Answer, settle};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;

/// Which NemID is chosen.
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
    facts: Vec<Fact>,
    cards: Vec<CardRow>,
    offers: Vec<Offer>,
}

#[derive(Serialize)]
struct ReceiptView {
    done: Text,
    journal: Text,
    posted: bool,
}

#[derive(Serialize)]
struct Offer {
    href: String,
    title: Text,
    text: Text,
}

/// The errand's own page.
///
/// # Errors
/// The way to the front page when it is gone, or trouble of ours.
pub async fn errand(house: &Arc<House>, at: &At, id: &str, language: Language) -> Result<Page, Answer> {
    let look = arrive(house, at, id).await?;
    let rows = look.found.iter();
    let chosen = look.nemid.as_ref();
    let view = ErrandView {
        around: Around::of(at, id, &look),
        receipt: receipt(&look),
        bank: at.desk.bank().is_some(),
        rows: rows.map(|one| NemIdRow::of(one, Some(one.number) == look.errand.nemid, look.now)).collect(),
        facts: chosen.map(|one| facts(one, language, look.now)).unwrap_or_default(),
        cards: chosen.map(|one| one.cards.iter().map(CardRow::of).collect()).unwrap_or_default(),
        offers: offers(at, id, &look),
    };
    Ok(Page::new("desk/errand.html", view))
}

/// Chooses a NemID and comes back.
///
/// # Errors
/// The way back, or trouble of ours.
pub async fn choose_nemid(house: &Arc<House>, at: &At, id: &str, sent: &NemIdForm) -> Result<Page, Answer> {
    if let Ok(number) = NemIdNumber::parse(&sent.nemid) {
        let chosen = settle(desk::errand::choose_nemid(house, &at.desk, id, number).await)?;
        if let Some(answer) = chosen.err().and_then(|refusal| gone(at, &refusal)) {
            return Err(answer);
        }
    }
    Err(Answer::go(at.errand(id)))
}

fn receipt(look: &Look) -> Option<ReceiptView> {
    let receipt = look.errand.receipt.as_ref()?;
    let number = receipt.journal.to_string();
    Some(ReceiptView {
        done: Text::new(format!("desk-done-{}", receipt.deed.code())),
        journal: Text::new("desk-done-journal").with("number", number).with("at", receipt.at),
        posted: receipt.posted,
    })
}

/// What can be done, each kind of deed once.
fn offers(at: &At, id: &str, look: &Look) -> Vec<Offer> {
    let mut kinds: Vec<&Deed> = Vec::new();
    for deed in &look.offers {
        if kinds.iter().all(|one| one.code() != deed.code()) {
            kinds.push(deed);
        }
    }
    let offer = |deed: &Deed| Offer {
        href: format!("{}/valg/{}", at.errand(id), slug(deed)),
        title: Text::new(format!("desk-deed-{}", deed.code())),
        text: Text::new(format!("desk-deed-{}-explained", deed.code())),
    };
    kinds.into_iter().map(offer).collect()
}
