//! `letters`: opening one from a letter box; one that is late, lost or found.

use rocket::post;
use rocket::serde::json::Json;
use serde_json::{Value, json};

use crate::web::forms::CheckedJson;
use crate::web::language::Language;
use crate::world::api::body::{Nothing, whole};
use crate::world::api::{Answered, ApiError};
use crate::world::gate::Inside;
use crate::world::view;
use rules::post;
use rules::post::{Mishap, MishapRefusal};
use service::cases::app::content::Content;
use service::cases::world::letter_box::OpenLetter;
use service::cases::world::mishaps::PostRefusal;
use service::cases::world::{letter_box, mishaps};

/// Opens a delivered letter and returns what a reader sees. An open letter is read again.
#[post("/letters/<id>/open", data = "<_body>")]
pub async fn open(inside: Inside, language: Language, id: &str, _body: Nothing) -> Answered {
    Ok(Json(told(&letter_box::open(&inside.app, number(id)?).await?, language)))
}

/// What a reader sees of an open letter.
pub(super) fn told(open: &OpenLetter, language: Language) -> Value {
    let mut told = match &open.written.content {
        Content::Welcome { nemid_number, .. } => json!({ "nemid_number": nemid_number }),
        Content::KeyCard { card_number, .. } => match &open.card {
            Some(card) => view::card_json(card),
            None => json!({ "card_number": card_number }),
        },
        Content::PinLetter { serial, digits, issued, .. } => {
            let until = issued.map(|issued| post::works_until(issued.at));
            json!({ "serial": serial, "temporary_password": digits, "works_until": until })
        }
        Content::KeyToken { token } => json!({ "serial": token }),
        Content::KeyVoice { line, telephone } => json!({ "line": line, "telephone": telephone }),
        Content::Notice { .. } => json!({}),
    };
    if let Some(fields) = told.as_object_mut() {
        fields.insert("id".into(), json!(open.letter.id));
        fields.insert("kind".into(), json!(open.letter.kind));
        fields.insert("purpose".into(), json!(open.letter.purpose));
        fields.insert("text".into(), Value::from(view::letter_text(open, language)));
    }
    told
}

/// Lets a letter in the post come a number of days later.
#[post("/letters/<id>/delay", data = "<body>")]
pub async fn delay(inside: Inside, id: &str, body: CheckedJson<Value>) -> Answered {
    happens(&inside, id, Mishap::Delayed { days: days(&body)? }).await
}

/// Lets a letter in the post get lost.
#[post("/letters/<id>/lose", data = "<_body>")]
pub async fn lose(inside: Inside, id: &str, _body: Nothing) -> Answered {
    happens(&inside, id, Mishap::Lost).await
}

/// Lets a lost letter be found; it goes on.
#[post("/letters/<id>/find", data = "<_body>")]
pub async fn find(inside: Inside, id: &str, _body: Nothing) -> Answered {
    happens(&inside, id, Mishap::Found).await
}

async fn happens(inside: &Inside, id: &str, mishap: Mishap) -> Answered {
    Ok(Json(view::letter_json(&mishaps::happens(&inside.app, number(id)?, mishap).await?)))
}

/// The number of a letter from an address.
fn number(id: &str) -> Result<i64, ApiError> {
    id.parse().map_err(|_| ApiError::refused(PostRefusal::NotThere))
}

/// `days` and nothing else.
fn days(body: &Value) -> Result<u16, ApiError> {
    let fields = body.as_object().filter(|fields| fields.len() == 1);
    let days = fields.and_then(|fields| whole(fields.get("days")?));
    let refused = || ApiError::refused(MishapRefusal::Days);
    days.and_then(|days| u16::try_from(days).ok()).ok_or_else(refused)
}
