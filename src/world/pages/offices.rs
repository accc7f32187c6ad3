//! `/kontrolrum/kontorer`: the offices' stock of sealed cards and PIN letters, and what was handed out from
//! it.

use rocket::http::Status;
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, NoFields};
use crate::web::key_card::{KeyCardTable, Print};
use crate::web::page::Page;
use crate::world::gate::Inside;
use crate::world::view;
use rules::actor::PlaceName;
use service::cases::world::stock;
use service::cases::world::stock::Shelved;
use service::cases::world::stock::{Shelf, Unsealed};

#[derive(Serialize)]
struct OfficesView {
    offices: Vec<OfficeView>,
}

#[derive(Serialize)]
struct OfficeView {
    id: String,
    title: String,
    cards: Vec<String>,
    letters: Vec<String>,
    handed_out: Vec<HandedOut>,
}

/// A card or PIN letter that was handed out.
#[derive(Serialize)]
struct HandedOut {
    number: String,
    is_card: bool,
    at: String,
    nemid: String,
    opened: bool,
}

#[get("/kontorer")]
pub async fn show(inside: Inside) -> Handled {
    let shelves = stock::shelves(&inside.app).await?;
    let offices = shelves.iter().map(seen).collect();
    Ok(Page::new("world/offices.html", OfficesView { offices }).into())
}

fn seen(shelf: &Shelf) -> OfficeView {
    let all = || {
        let cards = shelf.cards.iter().map(|card| (card.card.number.to_string(), true, &card.shelved));
        let letters = shelf.letters.iter().map(|one| (one.serial.to_string(), false, &one.shelved));
        cards.chain(letters)
    };
    let sealed = |cards: bool| {
        let here = all().filter(|(_, is_card, one)| *is_card == cards && one.handed_out.is_none());
        here.map(|(number, _, _)| number).collect()
    };
    let mut handed_out: Vec<_> =
        all().filter_map(|(number, is_card, one)| handed_out(number, is_card, one)).collect();
    handed_out.sort_by(|one, other| other.at.cmp(&one.at));
    OfficeView {
        id: shelf.office.name.to_string(),
        title: shelf.office.title.clone(),
        cards: sealed(true),
        letters: sealed(false),
        handed_out,
    }
}

fn handed_out(number: String, is_card: bool, shelved: &Shelved) -> Option<HandedOut> {
    Some(HandedOut {
        number,
        is_card,
        at: shelved.handed_out?.to_string(),
        nemid: shelved.nemid.map(|nemid| nemid.to_string()).unwrap_or_default(),
        opened: shelved.opened.is_some(),
    })
}

/// Opens what was handed out and redirects to it.
#[post("/kontorer/<office>/<number>/aabn", data = "<_sent>")]
pub async fn open(inside: Inside, office: &str, number: &str, _sent: Checked<NoFields>) -> Handled {
    match settle(stock::open(&inside.app, PlaceName::new(office), number).await)? {
        // The address has the number as it is printed, however it was typed.
        Settled::Done(Unsealed::Card(card)) => {
            Ok(Answer::go(format!("/kontrolrum/kontorer/{office}/{}", card.number)))
        }
        Settled::Done(Unsealed::PinLetter { letter: Some(id), .. }) => Ok(letter(id)),
        Settled::Done(Unsealed::PinLetter { serial, .. }) => {
            Ok(Answer::go(format!("/kontrolrum/kontorer/{office}/{serial}")))
        }
        Settled::Refused(_) => Err(Status::NotFound.into()),
    }
}

/// The whole letter, as its recipient has it.
fn letter(id: i64) -> Answer {
    Answer::go(format!("/kontrolrum/breve/{id}"))
}

#[derive(Serialize)]
struct OpenedView {
    /// Its own address.
    at: String,
    number: String,
    card: Option<KeyCardTable>,
    serial: String,
    digits: String,
}

/// The content, once it has been opened.
#[get("/kontorer/<office>/<number>?<skrift>")]
pub async fn opened(inside: Inside, office: &str, number: &str, skrift: Option<&str>) -> Handled {
    let shelves = stock::shelves(&inside.app).await?;
    let was_opened = shelves
        .iter()
        .filter(|one| one.office.name.as_str() == office)
        .any(|one| seen(one).handed_out.iter().any(|item| item.opened && item.number == number));
    if !was_opened {
        return Err(Status::NotFound.into());
    }
    let unsealed = settle(stock::open(&inside.app, PlaceName::new(office), number).await)?.done();
    let at = format!("/kontrolrum/kontorer/{office}/{number}");
    let view = match unsealed.map_err(|_| Status::NotFound)? {
        Unsealed::Card(card) => OpenedView {
            at,
            number: number.to_owned(),
            card: Some(KeyCardTable::in_print(number, &view::printed(&card), Print::asked(skrift))),
            serial: String::new(),
            digits: String::new(),
        },
        Unsealed::PinLetter { letter: Some(id), .. } => return Ok(letter(id)),
        Unsealed::PinLetter { serial, digits, letter: None } => OpenedView {
            at,
            number: number.to_owned(),
            card: None,
            serial: serial.to_string(),
            digits: digits.reveal().to_owned(),
        },
    };
    Ok(Page::new("world/shelf_item.html", view).into())
}
