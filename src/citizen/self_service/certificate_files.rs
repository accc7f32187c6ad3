//! The citizen's certificate as a file: alone, as text, or with those of the authorities above it. The private key is not
//! handed out: as in the real, central store it never leaves the service.

use rocket::get;
use rocket::http::Status;

use crate::web::answer::Answer;
use crate::web::caller::AtApp;
use crate::web::download::Download;
use crate::web::session::Citizen;
use service::cases::certificates::bodies::{self, FileKind};
use service::cases::own::overview;

/// The certificate that the page shows, as a file of one of three kinds; or what the one before it signed for it.
#[get("/selvbetjening/certifikat/fil/<kind>")]
pub async fn download(citizen: Citizen, app: &AtApp, kind: &str) -> Result<Download, Answer> {
    let (kind, ending, media) = match kind {
        "cer" => (FileKind::Cer, "cer", ("application", "pkix-cert")),
        "pem" => (FileKind::Pem, "pem", ("application", "x-pem-file")),
        "p7b" => (FileKind::Chain, "p7b", ("application", "x-pkcs7-certificates")),
        "p7m" => (FileKind::Renewal, "p7m", ("application", "pkcs7-mime")),
        _ => return Err(Status::NotFound.into()),
    };
    let nemid = overview::of(app, citizen.nemid).await?.nemid;
    let serial = nemid.certificate().ok_or(Answer::from(Status::NotFound))?.serial;
    let bytes = bodies::file(app, serial, kind).await?.ok_or(Answer::from(Status::NotFound))?;
    Ok(Download::kept(format!("certifikat-{serial}.{ending}"), media, bytes))
}
