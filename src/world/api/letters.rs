//! `letters`: opening one from a letter box.

use rocket::http::Status;
use rocket::post;
use rocket::serde::json::Json;
use serde_json::{Value, json};

use crate::web::language::Language;
use crate::world::api::body::Nothing;
use crate::world::api::{Answered, ApiError};
use crate::world::gate::Inside;
use crate::world::view;
use service::cases::app::content::Content;
use service::cases::world::letter_box;

/// Opens a delivered letter and returns what a reader sees. An open letter is read again.
#[post("/letters/<id>/open", data = "<_body>")]
pub async fn open(inside: Inside, language: Language, id: &str, _body: Nothing) -> Answered {
    let missing = |_| ApiError::new(Status::NotFound, "letter_not_there", "refusal-letter-not-there");
    let open = letter_box::open(&inside.app, id.parse().map_err(missing)?).await?;
    let mut told = match &open.content {
        Content::Welcome { nemid_number } => json!({ "nemid_number": nemid_number }),
        Content::KeyCard { card_number } => match &open.card {
            Some(card) => view::card_json(card),
            None => json!({ "card_number": card_number }),
        },
        Content::PinLetter { serial, digits, .. } => {
            json!({ "serial": serial, "temporary_password": digits })
        }
        Content::Notice { .. } => json!({}),
    };
    if let Some(fields) = told.as_object_mut() {
        fields.insert("id".into(), json!(open.letter.id));
        fields.insert("kind".into(), json!(open.letter.kind));
        fields.insert("text".into(), Value::from(view::letter_text(&open, language)));
    }
    Ok(Json(told))
}
