//! JSON sent by a program, which no page of another site can have sent.

use std::ops::Deref;

use rocket::data::{Data, FromData, Outcome, ToByteUnit};
use rocket::request::Request;
use serde::de::DeserializeOwned;

use crate::web::forms::Refused;
use crate::web::forms::sizes::largest_body;
use crate::web::origin;

/// A JSON body `T`. The content type must be JSON: a page of another site can send that only after a
/// preflight request, which is never answered.
#[derive(Debug)]
pub struct CheckedJson<T>(pub T);

impl<T> Deref for CheckedJson<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

#[rocket::async_trait]
impl<'r, T: DeserializeOwned + Send> FromData<'r> for CheckedJson<T> {
    type Error = Refused;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        match read(request, data).await {
            Ok(body) => Outcome::Success(Self(body)),
            Err(refused) => Outcome::Error(refused.note(request)),
        }
    }
}

async fn read<T: DeserializeOwned>(request: &Request<'_>, data: Data<'_>) -> Result<T, Refused> {
    if !origin::same_origin(request) {
        return Err(Refused::Foreign);
    }
    if !request.content_type().is_some_and(|kind| kind.is_json()) {
        return Err(Refused::Kind);
    }
    let most = largest_body(request.uri().path().as_str());
    let body = data.open(most.bytes()).into_string().await.map_err(|_| Refused::Contents)?;
    if !body.is_complete() {
        return Err(Refused::Size);
    }
    serde_json::from_str(&body).map_err(|_| Refused::Contents)
}
