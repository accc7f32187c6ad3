//! What pages and JSON of the control room say alike.

use serde_json::{Map, Value, json};

use crate::cases::door::{Content, Sending};
use crate::cases::letter_box::{HeldCard, OpenLetter};
use crate::cases::letters::Sheet;
use crate::cases::places;
use crate::rules::calendar;
use crate::rules::nemid::{Issuer, NemId};
use crate::store::citizens::Citizen;
use crate::web::key_card::PrintedKey;
use crate::web::language::Language;
use crate::web::letters::Addressed;

/// What is odd about a person and what to try.
pub fn note(citizen: &Citizen, language: Language) -> &str {
    match language {
        Language::Da => &citizen.note.0,
        Language::En => &citizen.note.1,
    }
}

/// The name of the place that made a NemID; none for a public one.
pub fn issuer_name(nemid: &NemId) -> Option<String> {
    match &nemid.issuer {
        Issuer::Public => None,
        Issuer::Bank(name) | Issuer::Business(name) | Issuer::Employer(name) => Some(places::title(name)),
    }
}

/// To whom an e-mail or SMS goes.
pub fn addressee(sending: &Sending) -> String {
    let email = sending.email.as_ref().map(ToString::to_string);
    email.or_else(|| sending.mobile.map(|mobile| mobile.to_string())).unwrap_or_default()
}

/// A card as programs read it: its number, where it stands, and its keys by their numbers.
pub fn card_json(card: &HeldCard) -> Value {
    let keys: Map<_, _> =
        card.keys.iter().map(|one| (one.number.to_string(), Value::from(one.key.reveal()))).collect();
    json!({ "card_number": card.number, "state": card.state.code(), "keys": keys })
}

/// The lines of a card as a page shows them.
pub fn printed(card: &HeldCard) -> Vec<PrintedKey> {
    let line = |one: &crate::cases::letter_box::Printed| PrintedKey {
        number: one.number.to_string(),
        key: one.key.reveal().to_owned(),
        used: one.used,
    };
    card.keys.iter().map(line).collect()
}

/// An open letter as it is printed.
pub fn sheet(open: &OpenLetter, language: Language) -> Sheet {
    let date = calendar::danish_date(open.letter.posted);
    let to = Addressed { language, name: &open.reader.name, address: &open.reader.address, date };
    match &open.content {
        Content::Welcome { nemid_number } => to.welcome_to(*nemid_number, &open.place),
        Content::KeyCard { card_number } => {
            to.key_card(*card_number, &open.card.as_ref().map(printed).unwrap_or_default())
        }
        Content::PinLetter { serial, digits, place } => to.pin_letter(*serial, digits, place),
        Content::Notice { notice } => to.notice(notice),
    }
}

/// The words of an open letter, without its secrets, which stand beside it.
pub fn letter_text(open: &OpenLetter, language: Language) -> String {
    let sheet = sheet(open, language);
    [vec![sheet.heading], sheet.paragraphs].concat().join("\n\n")
}
