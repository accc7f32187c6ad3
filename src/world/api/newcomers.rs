//! `POST persons`: somebody new in a wished state; `persons/<cpr>/session`: logged on, as which a browser or a program goes
//! on (D34).

use rocket::http::Status;
use rocket::response::status::Custom;
use rocket::serde::json::Json;
use rocket::{State, post};
use serde_json::{Value, json};

use crate::web::base::Base;
use crate::web::caller::Caller;
use crate::web::cookies::{CookieNames, cookie_name};
use crate::web::forms::CheckedJson;
use crate::web::section::home_of;
use crate::world::api::body::{Nothing, whole};
use crate::world::api::{Answered, ApiError, cpr, nobody};
use crate::world::gate::Inside;
use crate::world::view;
use rules::nemid::Issuer;
use rules::newcomers::{self, Wish, WishRefusal, Wished};
use rules::words::{PersonError, PersonName, TemporaryPasswordCode};
use service::cases::access::log_on::LoggedOn;
use service::cases::seed::newcomer;
use service::cases::world::{known_log_on, letter_box, register};

/// Makes somebody, and logs them on if that is wished.
#[post("/persons", data = "<body>")]
pub async fn make(
    inside: Inside,
    at: Caller<'_>,
    base: &State<Base>,
    names: &State<CookieNames>,
    body: CheckedJson<Value>,
) -> Result<Custom<Json<Value>>, ApiError> {
    let Wanted { wish, session } = read(&body)?;
    let made = newcomer::make(&inside.app, wish, session, &at.origin).await?;
    let person = register::person(&inside.app, made.cpr).await?.ok_or_else(nobody)?;
    let cards = letter_box::cards(&inside.app, made.cpr).await?;
    let nemid = person.nemids.first();
    let memory = nemid.and_then(|nemid| person.memories.get(&nemid.number));
    let told = json!({
        "cpr": made.cpr.digits(),
        "name": person.citizen.name,
        "nemid_number": nemid.map(|nemid| nemid.number),
        "user_id": nemid.and_then(|nemid| nemid.user_id.as_ref()).map(ToString::to_string),
        "password": memory.map(|memory| &memory.password),
        "temporary_password": made.temporary_password.as_ref().map(TemporaryPasswordCode::reveal),
        "card": cards.first().map(view::card_json),
        "cookie": made.session.as_ref().map(|opened| cookie(base, names, opened)),
    });
    Ok(Custom(Status::Created, Json(told)))
}

/// Logs somebody on with the password that they remember and a key of their card.
#[post("/persons/<number>/session", data = "<_body>")]
pub async fn log_on(
    inside: Inside,
    at: Caller<'_>,
    base: &State<Base>,
    names: &State<CookieNames>,
    number: &str,
    _body: Nothing,
) -> Answered {
    let opened = known_log_on::log_on(&inside.app, cpr(number)?, &at.origin).await?;
    Ok(Json(json!({ "cookie": cookie(base, names, &opened) })))
}

/// The cookie of a session, and how it is sent.
fn cookie(base: &Base, names: &CookieNames, opened: &LoggedOn) -> Value {
    let (name, value) = (names.of(&cookie_name(&opened.audience)), opened.session.reveal());
    let header = format!("Cookie: {name}={value}");
    let opens = base.address(&home_of(&opened.audience));
    json!({ "name": name, "value": value, "path": "/", "header": header, "opens": opens })
}

/// What a program wants.
struct Wanted {
    wish: Wish,
    session: bool,
}

/// A state, and perhaps name, age, issuer and whether to log on; nothing else.
fn read(body: &Value) -> Result<Wanted, ApiError> {
    let shape = || ApiError::new(Status::UnprocessableEntity, "wish_shape", "world-wish-shape");
    let fields = body.as_object().ok_or_else(shape)?;
    let known = ["state", "name", "age", "issuer", "session"];
    if fields.keys().any(|name| !known.contains(&name.as_str())) {
        return Err(shape());
    }
    let refused = |refusal: WishRefusal| ApiError::refused(refusal);
    let state = fields.get("state").and_then(Value::as_str).ok_or(WishRefusal::State);
    let state = state.and_then(Wished::parse).map_err(refused)?;
    let name = |value: &Value| value.as_str().ok_or(PersonError::Name).and_then(PersonName::parse);
    let name = fields.get("name").map(name).transpose().map_err(ApiError::refused)?;
    let age = |value: &Value| whole(value).ok_or(WishRefusal::Age).and_then(newcomers::age);
    let age = fields.get("age").map(age).transpose().map_err(refused)?;
    let issuer = |value: &Value| value.as_str().ok_or(WishRefusal::Issuer).and_then(newcomers::issuer);
    let issuer = fields.get("issuer").map_or(Ok(Issuer::Public), issuer).map_err(refused)?;
    let session = fields.get("session").map_or(Some(false), Value::as_bool).ok_or_else(shape)?;
    Ok(Wanted { wish: Wish { state, name, age, issuer }, session })
}
