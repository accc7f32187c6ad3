//! The citizen's certificate as a file: alone, as text, or with those of the authorities above it. The private key is not
//! handed out: as in the real, central store it never leaves the service.

use rocket::get;
use rocket::http::Status;

use crate::web::answer::Answer;
use crate::web::caller::AtApp;
use crate::web::download::{Download, certificate_file};
use crate::web::session::Citizen;
use service::cases::certificates::bodies;
use service::cases::own::overview;

/// The certificate that the page shows, as a file of one of three kinds; or what the one before it signed for it.
#[get("/selvbetjening/certifikat/fil/<kind>")]
pub async fn download(citizen: Citizen, app: &AtApp, kind: &str) -> Result<Download, Answer> {
    let file = certificate_file(kind).ok_or(Answer::from(Status::NotFound))?;
    let nemid = overview::of(app, citizen.nemid).await?.nemid;
    let serial = nemid.certificate().ok_or(Answer::from(Status::NotFound))?.serial;
    let bytes = bodies::file(app, serial, file.kind).await?.ok_or(Answer::from(Status::NotFound))?;
    Ok(Download::kept(format!("certifikat-{serial}.{kind}"), file.media, bytes))
}
