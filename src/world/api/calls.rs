//! `calls`: the telephones of the world ring, and read keys out (Rules 3.9, D38).

use rocket::serde::json::Json;
use rocket::{get, post};
use serde_json::{Value, json};

use crate::web::language::Language;
use crate::world::api::body::Nothing;
use crate::world::api::{Answered, ApiError, persons};
use crate::world::gate::Inside;
use crate::world::voice;
use service::cases::world::calls;
use service::cases::world::calls::{CallRefusal, Incoming};

/// The calls to a person's telephones, the newest first.
#[get("/persons/<number>/calls")]
pub async fn all(inside: Inside, number: &str) -> Answered {
    let cpr = persons::known(&inside, number).await?;
    let calls = calls::of(&inside.app, cpr).await?;
    Ok(Json(calls.iter().map(told).collect()))
}

fn told(call: &Incoming) -> Value {
    json!({
        "id": call.id,
        "nemid": call.nemid,
        "telephone": call.telephone,
        "device": call.device,
        "state": call.state.code(),
        "began": call.began,
    })
}

/// Takes a call, and gives the key and what is said.
#[post("/calls/<id>/answer", data = "<_body>")]
pub async fn answer(inside: Inside, language: Language, id: &str, _body: Nothing) -> Answered {
    let id = id.parse().map_err(|_| ApiError::refused(CallRefusal::NotThere))?;
    let heard = calls::answer(&inside.app, id).await?;
    let mut answered = told(&heard.call);
    if let Some(fields) = answered.as_object_mut() {
        fields.insert("key".into(), json!(heard.key.reveal()));
        fields.insert("said".into(), json!(voice::speech(&heard.key, language).text()));
    }
    Ok(Json(answered))
}
