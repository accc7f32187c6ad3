//! `persons`: the persons of this world, with letter box, cards, e-mails and SMS; and changes in the
//! register.

use rocket::http::Status;
use rocket::serde::json::Json;
use rocket::{delete, get, post};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::web::forms::CheckedJson;
use crate::web::language::Language;
use crate::web::notices;
use crate::web::texts::Text;
use crate::world::api::body::Nothing;
use crate::world::api::{Answered, ApiError, cpr, nobody};
use crate::world::gate::Inside;
use crate::world::view;
use jiff::Timestamp;
use rules::Refusal;
use rules::counter::CounterRefusal;
use rules::nemid::NemId;
use rules::words::{Address, CarrierKind, CprNumber, PersonName, PostalAddress};
use service::cases::world::register::Person;
use service::cases::world::{cpr_change, letter_box, register};

#[get("/persons")]
pub async fn everybody(inside: Inside, language: Language) -> Answered {
    let everybody = register::everybody(&inside.app).await?;
    let now = inside.app.now();
    Ok(Json(everybody.iter().map(|person| told(person, language, now)).collect()))
}

#[get("/persons/<number>")]
pub async fn one(inside: Inside, language: Language, number: &str) -> Answered {
    let person = found(&inside, cpr(number)?).await?;
    Ok(Json(told(&person, language, inside.app.now())))
}

/// The person with this number.
///
/// # Errors
/// That nobody has it; of a number that somebody had before, that too (D28).
async fn found(inside: &Inside, number: CprNumber) -> Result<Person, ApiError> {
    if let Some(person) = register::person(&inside.app, number).await? {
        return Ok(person);
    }
    let replaced = register::number_today(&inside.app, number).await?.is_some();
    Err(if replaced { ApiError::refused(CounterRefusal::CprNumberReplaced) } else { nobody() })
}

/// The number of a person who is in the register.
///
/// # Errors
/// As [`one`]: that nobody has it.
pub(super) async fn known(inside: &Inside, number: &str) -> Result<CprNumber, ApiError> {
    let number = cpr(number)?;
    found(inside, number).await.map(|_| number)
}

fn told(person: &Person, language: Language, now: Timestamp) -> Value {
    let citizen = &person.citizen;
    let remembered = person.nemids.iter().rev().find_map(|nemid| person.memories.get(&nemid.number));
    json!({
        "cpr": citizen.cpr.digits(),
        "name": citizen.name,
        "street": citizen.address.as_ref().map(Address::street),
        "postcode": citizen.address.as_ref().map(Address::postcode),
        "town": citizen.address.as_ref().map(Address::town),
        "stated_address": citizen.stated,
        "former_cpr_numbers": person.former_numbers,
        "new_cpr_number": person.new_number,
        "document_number": citizen.document,
        "died": citizen.died,
        "section": citizen.section,
        "note": view::note(citizen, language),
        "password": remembered.map(|memory| &memory.password),
        "nemids": person.nemids.iter().map(|nemid| of_nemid(person, nemid, now)).collect::<Vec<_>>(),
    })
}

fn of_nemid(person: &Person, nemid: &NemId, now: Timestamp) -> Value {
    let cards: Vec<_> = nemid
        .cards
        .iter()
        .map(|card| {
            json!({ "number": card.number, "state": card.state.code(), "keys_left": card.keys_left() })
        })
        .collect();
    json!({
        "number": nemid.number,
        "user_id": nemid.user_id.as_ref().map_or_else(|| nemid.number.to_string(), ToString::to_string),
        "issuer": nemid.issuer.code(),
        "issuer_name": view::issuer_name(nemid),
        "state": nemid.status(now).code(),
        "password": person.memories.get(&nemid.number).map(|memory| &memory.password),
        "cards": cards,
        "carriers": carriers_of(nemid),
    })
}

/// All carriers of a NemID in short, the cards first; more of each stands at `persons/<cpr>/carriers`.
fn carriers_of(nemid: &NemId) -> Vec<Value> {
    let told = |kind: CarrierKind, number: String, state: &str, active: bool| json!({ "kind": kind.code(), "number": number, "state": state, "active": active });
    let cards = nemid
        .cards
        .iter()
        .map(|card| told(CarrierKind::Card, card.number.to_string(), card.state.code(), card.is_active()));
    let others = nemid.carriers.iter().map(|carrier| {
        told(carrier.kind(), carrier.number.to_string(), carrier.state.code(), carrier.is_usable())
    });
    cards.chain(others).collect()
}

/// A person's letters, the newest first.
#[get("/persons/<number>/letters")]
pub async fn letters(inside: Inside, number: &str) -> Answered {
    let number = cpr(number)?;
    found(&inside, number).await?;
    let letters = letter_box::letters(&inside.app, number).await?;
    Ok(Json(letters.iter().map(view::letter_json).collect()))
}

/// The cards that a person has, with their keys.
#[get("/persons/<number>/cards")]
pub async fn cards(inside: Inside, number: &str) -> Answered {
    let number = cpr(number)?;
    found(&inside, number).await?;
    let cards = letter_box::cards(&inside.app, number).await?;
    Ok(Json(cards.iter().map(view::card_json).collect()))
}

/// A person's e-mails and SMS, the newest first, as they stand in the queue.
#[get("/persons/<number>/messages")]
pub async fn messages(inside: Inside, language: Language, number: &str) -> Answered {
    let number = cpr(number)?;
    found(&inside, number).await?;
    let messages = letter_box::messages(&inside.app, number).await?;
    let told = |one: &letter_box::OpenMessage| {
        let (subject, text) = notices::said(&one.sending.notice, language, one.sending.email.is_some());
        let to = view::addressee(&one.sending);
        let (queued, sent) = (one.message.queued, one.message.sent);
        json!({
            "id": one.message.id, "way": one.message.way, "to": to, "queued": queued, "sent": sent,
            "repeats": one.message.repeats, "signed": one.sending.notice.is_signed(),
            "subject": subject, "text": text,
        })
    };
    Ok(Json(messages.iter().map(told).collect()))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewName {
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewAddress {
    street: String,
    postcode: String,
    town: String,
}

/// Without a country it is in Denmark, and needs a postcode.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedAddress {
    street: String,
    #[serde(default)]
    postcode: String,
    town: String,
    #[serde(default)]
    country: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewNumber {
    cpr: String,
}

/// Changes a person's name.
#[post("/persons/<number>/name", data = "<body>")]
pub async fn rename(
    inside: Inside,
    language: Language,
    number: &str,
    body: CheckedJson<NewName>,
) -> Answered {
    let name = PersonName::parse(&body.name).map_err(misread)?;
    register::rename(&inside.app, cpr(number)?, name).await?;
    one(inside, language, number).await
}

/// Changes a person's address.
#[post("/persons/<number>/address", data = "<body>")]
pub async fn relocate(
    inside: Inside,
    language: Language,
    number: &str,
    body: CheckedJson<NewAddress>,
) -> Answered {
    let address = Address::parse(&body.street, &body.postcode, &body.town).map_err(misread)?;
    register::relocate(&inside.app, cpr(number)?, Some(address)).await?;
    one(inside, language, number).await
}

/// Takes a person's address out of the register.
#[delete("/persons/<number>/address", data = "<_body>")]
pub async fn leave(inside: Inside, language: Language, number: &str, _body: Nothing) -> Answered {
    register::relocate(&inside.app, cpr(number)?, None).await?;
    one(inside, language, number).await
}

/// Notes the address for letters that a person states.
#[post("/persons/<number>/stated-address", data = "<body>")]
pub async fn state_address(
    inside: Inside,
    language: Language,
    number: &str,
    body: CheckedJson<StatedAddress>,
) -> Answered {
    let address =
        PostalAddress::parse(&body.street, &body.postcode, &body.town, &body.country).map_err(misread)?;
    register::state_address(&inside.app, cpr(number)?, Some(address)).await?;
    one(inside, language, number).await
}

/// Forgets it.
#[delete("/persons/<number>/stated-address", data = "<_body>")]
pub async fn withdraw_address(inside: Inside, language: Language, number: &str, _body: Nothing) -> Answered {
    register::state_address(&inside.app, cpr(number)?, None).await?;
    one(inside, language, number).await
}

/// Gives a person another CPR number (D28).
#[post("/persons/<number>/cpr-number", data = "<body>")]
pub async fn renumber(
    inside: Inside,
    language: Language,
    number: &str,
    body: CheckedJson<NewNumber>,
) -> Answered {
    let new = CprNumber::parse(&body.cpr).map_err(misread)?;
    cpr_change::give(&inside.app, cpr(number)?, new).await?;
    one(inside, language, number).await
}

/// Registers a person's death.
#[post("/persons/<number>/death", data = "<_body>")]
pub async fn die(inside: Inside, language: Language, number: &str, _body: Nothing) -> Answered {
    register::register_death(&inside.app, cpr(number)?).await?;
    one(inside, language, number).await
}

fn misread(refusal: impl Refusal) -> ApiError {
    ApiError {
        status: Status::UnprocessableEntity,
        code: refusal.code().replace('-', "_"),
        message: Text::from(refusal),
    }
}
