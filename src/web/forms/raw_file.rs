//! A file that a program sends as it is.

use rocket::data::{Data, FromData, Outcome, ToByteUnit};
use rocket::http::ContentType;
use rocket::request::Request;

use crate::web::forms::{Refused, largest_body};
use crate::web::origin;

/// The bytes of a file: an archive (`application/x-tar`), or anything (`application/octet-stream`). No form of a page of
/// another site can send either.
#[derive(Debug)]
pub struct RawFile(pub Vec<u8>);

#[rocket::async_trait]
impl<'r> FromData<'r> for RawFile {
    type Error = Refused;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        match read(request, data).await {
            Ok(file) => Outcome::Success(Self(file)),
            Err(refused) => Outcome::Error(refused.note(request)),
        }
    }
}

async fn read(request: &Request<'_>, data: Data<'_>) -> Result<Vec<u8>, Refused> {
    if !origin::same_origin(request) {
        return Err(Refused::Foreign);
    }
    let is_file = |kind: &ContentType| [ContentType::TAR, ContentType::Binary].contains(kind);
    request.content_type().filter(|kind| is_file(kind)).ok_or(Refused::Kind)?;
    let most = largest_body(request.uri().path().as_str());
    let body = data.open(most.bytes()).into_bytes().await.map_err(|_| Refused::Contents)?;
    if body.is_complete() { Ok(body.into_inner()) } else { Err(Refused::Size) }
}
