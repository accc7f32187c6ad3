//! The stock: sealed cards and PIN letters on the office's own shelf. The administrator sees every office's.

use std::sync::Arc;

use rocket::{State, get};
use serde::Serialize;

use crate::cases::desk::journal::{self, Shelf};
use crate::cases::house::House;
use crate::cases::places;
use crate::store::stock::Shelved;
use crate::web::answer::Answer;
use crate::web::desk_session::RaStaff;
use crate::web::page::Page;

#[derive(Serialize)]
struct StockView {
    shelves: Vec<ShelfView>,
}

#[derive(Serialize)]
struct ShelfView {
    office: String,
    /// The numbers that can be handed out.
    cards: Vec<String>,
    letters: Vec<String>,
    gone: Vec<GoneRow>,
}

/// Something that was handed out.
#[derive(Serialize)]
struct GoneRow {
    number: String,
    card: bool,
    at: String,
    nemid: String,
}

/// What lies there and what was handed out.
#[get("/ra/lager")]
pub async fn show(staff: RaStaff, house: &State<Arc<House>>) -> Result<Page, Answer> {
    let shelves = journal::shelves(house, staff.0.role.counter().cloned()).await?;
    Ok(Page::new("ra/stock.html", StockView { shelves: shelves.iter().map(shelf).collect() }))
}

fn shelf(shelf: &Shelf) -> ShelfView {
    let cards = shelf.cards.iter().map(|one| (one.card.number.to_string(), true, &one.shelved));
    let letters = shelf.letters.iter().map(|one| (one.serial.to_string(), false, &one.shelved));
    let (mut view, mut gone) = (
        ShelfView {
            office: places::title(&shelf.office),
            cards: Vec::new(),
            letters: Vec::new(),
            gone: Vec::new(),
        },
        Vec::new(),
    );
    for (number, card, shelved) in cards.chain(letters) {
        match (handed_out(shelved), card) {
            (Some((at, nemid)), card) => gone.push(GoneRow { number, card, at, nemid }),
            (None, true) => view.cards.push(number),
            (None, false) => view.letters.push(number),
        }
    }
    gone.sort_by(|one, other| other.at.cmp(&one.at));
    ShelfView { gone, ..view }
}

fn handed_out(shelved: &Shelved) -> Option<(String, String)> {
    let nemid = shelved.nemid.map(|number| number.to_string());
    shelved.handed_out.map(|at| (at.to_string(), nemid.unwrap_or_default()))
}
