//! `clock`: reading it and moving it forward (D21).

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::serde::json::Json;
use rocket::{get, post};
use serde_json::{Value, json};

use crate::web::forms::CheckedJson;
use crate::world::api::body::whole;
use crate::world::api::{Answered, ApiError};
use crate::world::gate::Inside;
use service::cases::world::clock::{ClockRefusal, Move};
use service::cases::world::{clock, clock_preview};

/// The simulated instant, and where a move that was cut off was to lead.
#[get("/clock")]
pub async fn read(inside: Inside) -> Answered {
    let mut clock = json!({ "now": inside.app.now() });
    if let Some(target) = clock::unfinished(&inside.app).await? {
        clock["unfinished"] = json!(target);
    }
    Ok(Json(clock))
}

/// Moves the clock forward and does what falls due on the way.
#[post("/clock", data = "<body>")]
pub async fn move_on(inside: Inside, body: CheckedJson<Value>) -> Answered {
    let by = read_move(&body)?;
    let moved = clock::move_on(&inside.app, by).await?;
    Ok(Json(json!({ "now": moved.now, "happened": moved.happened.by_day() })))
}

/// The parameters of an address.
pub struct Asked(Vec<(String, String)>);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Asked {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        let fields = request.query_fields().map(|field| (field.name.to_string(), field.value.to_owned()));
        Outcome::Success(Self(fields.collect()))
    }
}

/// What would happen on the way of a move; nothing is changed.
#[get("/clock/preview")]
pub async fn preview(inside: Inside, asked: Asked) -> Answered {
    let number = |text: String| match text.parse::<i64>() {
        Ok(number) => Value::from(number),
        Err(_) => text.parse::<u64>().map_or(Value::from(text), Value::from),
    };
    let once = asked.0.len() == 1;
    let fields = asked.0.into_iter().map(|(name, value)| (name, number(value)));
    let by = read_move(&if once { Value::Object(fields.collect()) } else { Value::Null })?;
    let ahead = clock_preview::preview(&inside.app, by).await?;
    let mut told = json!({ "now": ahead.from, "to": ahead.to, "happens": ahead.happens.by_day() });
    if let Some(cut_at) = ahead.cut_at {
        told["cut_at"] = json!(cut_at);
    }
    Ok(Json(told))
}

/// Exactly one of `hours`, `days`, `working_days` and `to`.
fn read_move(body: &Value) -> Result<Move, ApiError> {
    let shape = || ApiError::new(Status::UnprocessableEntity, "clock_move", "world-clock-move-shape");
    let fields = body.as_object().filter(|fields| fields.len() == 1).ok_or_else(shape)?;
    let (name, value) = fields.iter().next().ok_or_else(shape)?;
    let count = || match whole(value) {
        Some(count) if count < 0 => Err(ApiError::refused(ClockRefusal::Back)),
        Some(count) => u32::try_from(count).map_err(|_| ApiError::refused(ClockRefusal::TooFar)),
        None if value.is_u64() => Err(ApiError::refused(ClockRefusal::TooFar)),
        None => Err(shape()),
    };
    match name.as_str() {
        "hours" => count().map(Move::Hours),
        "days" => count().map(Move::Days),
        "working_days" => count().map(Move::WorkingDays),
        "to" => value.as_str().and_then(|text| text.parse().ok()).map(Move::To).ok_or_else(shape),
        _ => Err(shape()),
    }
}
