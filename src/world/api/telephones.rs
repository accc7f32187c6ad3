//! `devices/<id>/requests` and `devices/<id>/apps`: what is done with the apps on a telephone (D37).

use rocket::serde::json::Json;
use rocket::{get, post};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::web::forms::CheckedJson;
use crate::world::api::body::Nothing;
use crate::world::api::devices::number;
use crate::world::api::{Answered, ApiError};
use crate::world::gate::AtTelephone;
use rules::carriers::app::AppRefusal;
use rules::words::{CarrierNumber, Key, Pin, TypedPassword, TypedUserId};
use service::cases::access::password::Credentials;
use service::cases::access::refusal::LogOnRefusal;
use service::cases::app::Token;
use service::cases::world::telephones::{Installed, Request, TelephoneRefusal};
use service::cases::world::{apps, telephones};

/// What was sent to the apps on a telephone, the oldest first.
#[get("/devices/<id>/requests")]
pub async fn requests(at: AtTelephone, id: &str) -> Answered {
    let requests = telephones::requests_on(&at.app, number(id)?).await?;
    Ok(Json(requests.iter().map(told).collect()))
}

fn told(request: &Request) -> Value {
    json!({
        "number": request.n,
        "nemid": request.nemid,
        "state": request.state.code(),
        "at": request.at,
        "purpose": request.purpose.code(),
        "site": request.purpose.provider(),
        "text": request.text,
    })
}

fn request(n: &str) -> Result<i64, ApiError> {
    n.parse().map_err(|_| ApiError::refused(TelephoneRefusal::NoRequest))
}

/// The one that was answered, as it is now.
async fn answered(at: &AtTelephone, id: &str, n: i64) -> Answered {
    let requests = telephones::requests_on(&at.app, number(id)?).await?;
    let found = requests.iter().find(|request| request.n == n);
    let found = found.ok_or_else(|| ApiError::refused(TelephoneRefusal::NoRequest))?;
    Ok(Json(told(found)))
}

/// The PIN of an app.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PinBody {
    pin: String,
}

/// Approves a request.
#[post("/devices/<id>/requests/<n>/approve", data = "<body>")]
pub async fn approve(at: AtTelephone, id: &str, n: &str, body: CheckedJson<PinBody>) -> Answered {
    let (device, n) = (number(id)?, request(n)?);
    let pin = Pin::parse(&body.pin).map_err(ApiError::refused)?;
    telephones::approve(&at.app, device, n, pin, &at.origin).await?;
    answered(&at, id, n).await
}

/// Refuses a request.
#[post("/devices/<id>/requests/<n>/refuse", data = "<_body>")]
pub async fn refuse(at: AtTelephone, id: &str, n: &str, _body: Nothing) -> Answered {
    let (device, n) = (number(id)?, request(n)?);
    telephones::refuse(&at.app, device, n, &at.origin).await?;
    answered(&at, id, n).await
}

/// User ID and password, with which an installation begins.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeginBody {
    user_id: String,
    password: String,
}

/// Begins to install an app, and asks for a key from the card.
#[post("/devices/<id>/apps", data = "<body>")]
pub async fn begin(at: AtTelephone, id: &str, body: CheckedJson<BeginBody>) -> Answered {
    let device = number(id)?;
    let user_id = TypedUserId::parse(&body.user_id).map_err(ApiError::refused)?;
    let password = TypedPassword::parse(&body.password).map_err(ApiError::refused)?;
    let credentials = Credentials { user_id, password };
    let (token, asked) = apps::begin(&at.app, device, &credentials, &at.origin).await?;
    let (card, key_number) = (asked.card, asked.number.to_string());
    Ok(Json(json!({ "installation": token.reveal(), "card": card, "key_number": key_number })))
}

/// The key from the card.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyBody {
    installation: String,
    key: String,
}

/// Installs the app with the key that was asked for.
#[post("/devices/<id>/apps/key", data = "<body>")]
pub async fn install(at: AtTelephone, id: &str, body: CheckedJson<KeyBody>) -> Answered {
    let device = number(id)?;
    let run_out = || ApiError::refused(LogOnRefusal::RunOut);
    let token = Token::parse(&body.installation).ok_or_else(run_out)?;
    let key = Key::parse(&body.key).map_err(ApiError::refused)?;
    Ok(Json(installed(&apps::install(&at.app, device, &token, key, &at.origin).await?)))
}

fn installed(app: &Installed) -> Value {
    json!({
        "number": app.number,
        "nemid": app.nemid,
        "state": if app.in_use { "active" } else { "attached" },
        "since": app.since,
        "ready": app.ready,
    })
}

/// The password, and the PIN that the holder chooses.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceBody {
    password: String,
    pin: String,
}

/// Takes an app into use with a PIN.
#[post("/devices/<id>/apps/<app>/pin", data = "<body>")]
pub async fn choose_pin(at: AtTelephone, id: &str, app: &str, body: CheckedJson<ChoiceBody>) -> Answered {
    let device = number(id)?;
    let app = CarrierNumber::parse(app).map_err(|_| ApiError::refused(AppRefusal::NotThere))?;
    let password = TypedPassword::parse(&body.password).map_err(ApiError::refused)?;
    let pin = Pin::parse(&body.pin).map_err(ApiError::refused)?;
    Ok(Json(installed(&apps::choose_pin(&at.app, device, app, password, pin, &at.origin).await?)))
}
