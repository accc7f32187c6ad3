//! `offices`: the stock, and opening what was handed out.

use rocket::serde::json::Json;
use rocket::{get, post};
use serde_json::json;

use crate::web::language::Language;
use crate::world::api::body::Nothing;
use crate::world::api::{Answered, letters};
use crate::world::gate::Inside;
use crate::world::view;
use rules::actor::PlaceName;
use service::cases::world::stock::Shelved;
use service::cases::world::stock::{Shelf, Unsealed};
use service::cases::world::{letter_box, stock};

/// All offices with the numbers of what is sealed in their stock, and of what was handed out.
#[get("/offices")]
pub async fn all(inside: Inside) -> Answered {
    let shelves = stock::shelves(&inside.app).await?;
    Ok(Json(shelves.iter().map(told).collect()))
}

fn told(shelf: &Shelf) -> serde_json::Value {
    let sealed = |shelved: &Shelved| shelved.handed_out.is_none();
    let cards = |wanted: bool| -> Vec<_> {
        let cards = shelf.cards.iter().filter(|card| sealed(&card.shelved) == wanted);
        cards.map(|card| card.card.number.to_string()).collect()
    };
    let letters = |wanted: bool| -> Vec<_> {
        let letters = shelf.letters.iter().filter(|letter| sealed(&letter.shelved) == wanted);
        letters.map(|letter| letter.serial.to_string()).collect()
    };
    json!({
        "id": shelf.office.name,
        "name": shelf.office.title,
        "town": shelf.office.town,
        "cards": cards(true),
        "letters": letters(true),
        "handed_out": { "cards": cards(false), "letters": letters(false) },
    })
}

/// Opens a card or PIN letter after it was handed out.
#[post("/offices/<id>/shelf/<number>/open", data = "<_body>")]
pub async fn open(inside: Inside, language: Language, id: &str, number: &str, _body: Nothing) -> Answered {
    let unsealed = stock::open(&inside.app, PlaceName::new(id), number).await?;
    Ok(Json(match &unsealed {
        Unsealed::Card(card) => view::card_json(card),
        Unsealed::PinLetter { letter: Some(id), .. } => {
            letters::told(&letter_box::read(&inside.app, *id).await?, language)
        }
        Unsealed::PinLetter { serial, digits, letter: None } => {
            json!({ "serial": serial, "temporary_password": digits.reveal() })
        }
    }))
}
