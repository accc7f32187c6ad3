//! `reset`: the world from its beginning again (D34).

use rocket::post;
use rocket::serde::json::Json;
use serde_json::json;

use crate::web::caller::Caller;
use crate::world::api::body::Nothing;
use crate::world::api::{Answered, ApiError};
use crate::world::gate::Inside;
use rules::newcomers::WishRefusal;
use service::cases::seed;
use service::cases::seed::SeedError;

/// Begins the world anew.
#[post("/reset", data = "<_body>")]
pub async fn begin_anew(inside: Inside, at: Caller<'_>, _body: Nothing) -> Answered {
    Ok(Json(json!({ "now": seed::begin_anew(&inside.app, &at.origin).await? })))
}

impl From<SeedError> for ApiError {
    fn from(error: SeedError) -> Self {
        Self::from(error.told().map(|never| -> WishRefusal { match never {} }))
    }
}
