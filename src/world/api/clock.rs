//! `clock`: reading it and moving it forward (D21).

use rocket::http::Status;
use rocket::serde::json::Json;
use rocket::{get, post};
use serde_json::{Value, json};

use crate::web::forms::CheckedJson;
use crate::world::api::body::whole;
use crate::world::api::{Answered, ApiError};
use crate::world::gate::Inside;
use service::cases::world::clock;
use service::cases::world::clock::{ClockRefusal, Move};

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
    let now = clock::move_on(&inside.app, by).await?;
    Ok(Json(json!({ "now": now })))
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
