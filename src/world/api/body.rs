//! What calls have in common that are sent something: a whole number, and nothing further. A call whose address says
//! everything needs no body, and a body that is sent has to be JSON.

use rocket::data::{Data, FromData, Outcome, ToByteUnit};
use rocket::http::Status;
use rocket::request::Request;

use serde_json::Value;

use crate::web::origin;

/// All whole numbers up to this one can be told apart in JSON.
const LARGEST: f64 = 9_007_199_254_740_992.0;

/// A whole number, however JSON writes it: `160` or `160.0`.
pub fn whole(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| {
        let number = value.as_f64().filter(|number| number.fract() == 0.0 && number.abs() < LARGEST)?;
        format!("{number:.0}").parse().ok()
    })
}

/// No further contents. A page of another site is refused as everywhere.
pub struct Nothing;

#[rocket::async_trait]
impl<'r> FromData<'r> for Nothing {
    type Error = ();

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        if !origin::same_origin(request) {
            return Outcome::Error((Status::Forbidden, ()));
        }
        let is_json = request.content_type().is_some_and(|kind| kind.is_json());
        let Ok(body) = data.open(1.kibibytes()).into_bytes().await else {
            return Outcome::Error((Status::BadRequest, ()));
        };
        if !body.is_complete() {
            return Outcome::Error((Status::PayloadTooLarge, ()));
        }
        match (request.content_type(), body.is_empty()) {
            (None, true) => Outcome::Success(Self),
            _ if is_json => Outcome::Success(Self),
            _ => Outcome::Error((Status::UnsupportedMediaType, ())),
        }
    }
}
