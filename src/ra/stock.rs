//! The stock: sealed cards and PIN letters of the office. The administrator sees every office's. An employee
//! who sees a stock can order more for it.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::AtApp;
use crate::web::desk_session::RaStaff;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use rules::{places, stock};
use service::cases::app::App;
use service::cases::desk::office_stock;
use service::cases::desk::office_stock::{Shelf, Ware};
use service::cases::world::stock::Shelved;

/// The values of the two buttons.
const WARES: [(&str, Ware); 2] = [("cards", Ware::Cards), ("letters", Ware::Letters)];

/// The number of handed-out items that are shown; the journal has them all.
const SHOWN: usize = 50;

/// What to order, and for which office.
#[derive(FromForm, Serialize)]
pub struct RestockForm {
    office: String,
    ware: String,
}

#[derive(Serialize)]
struct StockView {
    form: Filled,
    shelves: Vec<ShelfView>,
    batch: usize,
    ordered: bool,
}

#[derive(Serialize)]
struct ShelfView {
    office: String,
    name: String,
    cards: Lying,
    letters: Lying,
    gone: Vec<GoneRow>,
}

/// The numbers that can be handed out.
#[derive(Serialize)]
struct Lying {
    numbers: Vec<String>,
    /// Whether it is time to order.
    low: bool,
}

/// Something that was handed out.
#[derive(Serialize)]
struct GoneRow {
    number: String,
    card: bool,
    at: String,
    nemid: String,
}

/// What is in stock and what was handed out.
#[get("/ra/lager?<gjort>")]
pub async fn show(staff: RaStaff, app: &AtApp, gjort: Option<&str>) -> Handled {
    Ok(page(app, &staff, Filled::blank(), gjort == Some("bestilt")).await?.into())
}

/// Orders more for a stock that the employee sees.
#[post("/ra/lager", data = "<sent>")]
pub async fn restock(staff: RaStaff, app: &AtApp, sent: Checked<RestockForm>) -> Handled {
    let seen = office_stock::shelves(app, staff.0.office().cloned()).await?;
    let shelf = seen.into_iter().find(|shelf| shelf.office.as_str() == sent.office);
    let ware = WARES.into_iter().find(|(code, _)| *code == sent.ware);
    let (Some(Shelf { office, .. }), Some((_, ware))) = (shelf, ware) else {
        return Ok(Answer::go("/ra/lager"));
    };
    match settle(office_stock::restock(app, &staff.0, office, ware).await)? {
        Settled::Done(()) => Ok(Answer::go("/ra/lager?gjort=bestilt")),
        Settled::Refused(refusal) => {
            let form = Filled::again(&*sent, Faults::one("", refusal));
            Ok(Answer::again(page(app, &staff, form, false).await?))
        }
    }
}

async fn page(app: &App, staff: &RaStaff, form: Filled, ordered: bool) -> Result<Page, Answer> {
    let found = office_stock::shelves(app, staff.0.office().cloned()).await?;
    let shelves = found.iter().map(shelf).collect();
    Ok(Page::new("ra/stock.html", StockView { form, shelves, batch: stock::BATCH, ordered }))
}

fn shelf(shelf: &Shelf) -> ShelfView {
    let cards = shelf.cards.iter().map(|one| (one.card.number.to_string(), true, &one.shelved));
    let letters = shelf.letters.iter().map(|one| (one.serial.to_string(), false, &one.shelved));
    let (mut lying, mut gone) = ((Vec::new(), Vec::new()), Vec::new());
    for (number, card, shelved) in cards.chain(letters) {
        match (handed_out(shelved), card) {
            (Some((at, nemid)), card) => gone.push(GoneRow { number, card, at, nemid }),
            (None, true) => lying.0.push(number),
            (None, false) => lying.1.push(number),
        }
    }
    gone.sort_by(|one, other| other.at.cmp(&one.at));
    gone.truncate(SHOWN);
    let (office, name) = (places::title(&shelf.office), shelf.office.to_string());
    ShelfView { office, name, cards: Lying::of(lying.0), letters: Lying::of(lying.1), gone }
}

impl Lying {
    fn of(numbers: Vec<String>) -> Self {
        Self { low: stock::runs_low(numbers.len()), numbers }
    }
}

fn handed_out(shelved: &Shelved) -> Option<(String, String)> {
    let nemid = shelved.nemid.map(|number| number.to_string());
    shelved.handed_out.map(|at| (at.to_string(), nemid.unwrap_or_default()))
}
