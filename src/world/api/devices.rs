//! `carriers` and `devices`: what a person can answer keys with, and the things of the world that it is on (D36).

use rocket::serde::json::Json;
use rocket::{get, post};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::web::forms::CheckedJson;
use crate::world::api::body::Nothing;
use crate::world::api::{Answered, ApiError, persons};
use crate::world::gate::Inside;
use rocket::http::Status;
use rules::nemid::DeviceId;
use service::cases::world::devices;
use service::cases::world::devices::{Change, Device, DeviceRefusal, Held, Thing};

/// The carriers of a person's NemIDs: cards, tokens, apps and voice lines.
#[get("/persons/<number>/carriers")]
pub async fn carriers(inside: Inside, number: &str) -> Answered {
    let cpr = persons::known(&inside, number).await?;
    let held = devices::carriers(&inside.app, cpr).await?;
    Ok(Json(held.iter().map(carrier).collect()))
}

fn carrier(held: &Held) -> Value {
    json!({
        "kind": held.number.kind().code(),
        "number": held.number,
        "nemid": held.nemid,
        "state": held.state,
        "active": held.active,
        "since": held.since,
        "used": held.used,
        "device": held.device,
    })
}

/// A person's things: tokens that came by post, and telephones.
#[get("/persons/<number>/devices")]
pub async fn all(inside: Inside, number: &str) -> Answered {
    let cpr = persons::known(&inside, number).await?;
    let devices = devices::devices(&inside.app, cpr).await?;
    Ok(Json(devices.iter().map(told).collect()))
}

fn told(device: &Device) -> Value {
    let mut told = match &device.thing {
        Thing::Token { carrier, lost, battery, .. } => {
            json!({ "number": carrier, "lost": lost, "battery": battery })
        }
        Thing::Telephone(telephone) => json!({
            "make": telephone.make,
            "system": telephone.system,
            "number": telephone.number,
            "smart": telephone.smart,
            "lost": telephone.lost,
            "compromised": telephone.compromised,
            "holes": telephone.holes,
            "net": telephone.net,
            "battery": telephone.battery,
        }),
    };
    if let Some(fields) = told.as_object_mut() {
        fields.insert("id".into(), json!(device.id));
        fields.insert("kind".into(), json!(device.thing.kind()));
    }
    told
}

/// Presses the button of a token, and gives what its display shows.
#[post("/devices/<id>/press", data = "<_body>")]
pub async fn press(inside: Inside, id: &str, _body: Nothing) -> Answered {
    let code = devices::press(&inside.app, number(id)?).await?;
    Ok(Json(json!({ "code": code.reveal() })))
}

/// What becomes of a thing; what is left out stays as it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewFacts {
    lost: Option<bool>,
    battery: Option<bool>,
    net: Option<bool>,
    compromised: Option<bool>,
    holes: Option<bool>,
}

/// Changes what a thing is like.
#[post("/devices/<id>", data = "<body>")]
pub async fn change(inside: Inside, id: &str, body: CheckedJson<NewFacts>) -> Answered {
    let NewFacts { lost, battery, net, compromised, holes } = body.0;
    let change = Change { lost, battery, net, compromised, holes };
    if change == Change::default() {
        return Err(ApiError::new(
            Status::UnprocessableEntity,
            "nothing_to_change",
            "error-nothing-to-change-what",
        ));
    }
    Ok(Json(told(&devices::change(&inside.app, number(id)?, change).await?)))
}

/// The number of a thing from an address.
pub(super) fn number(id: &str) -> Result<DeviceId, ApiError> {
    id.parse().map(DeviceId).map_err(|_| ApiError::refused(DeviceRefusal::NotThere))
}
