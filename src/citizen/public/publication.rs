//! What programs fetch to check a certificate (Rules 4.5): `/cert/<authority>.cer`, `/crl/<authority>.crl`,
//! `/crl/<authority>/<part>.crl`, and questions about certificates at `/ocsp` (RFC 6960). Anybody may ask, also a page of
//! another site: nothing is changed.

use base64::prelude::{BASE64_STANDARD, Engine};
use rocket::data::{Data, ToByteUnit};
use rocket::http::uri::Origin;
use rocket::http::uri::Segments;
use rocket::http::uri::fmt::Path;
use rocket::http::{ContentType, RawStr, Status};
use rocket::{get, post};

use crate::web::answer::Answer;
use crate::web::caller::AtApp;
use crate::web::download::Download;
use service::cases::certificates::{Ca, publication};

const CERTIFICATE: (&str, &str) = ("application", "pkix-cert");
const LIST: (&str, &str) = ("application", "pkix-crl");
const QUESTION: (&str, &str) = ("application", "ocsp-request");
const ANSWER: (&str, &str) = ("application", "ocsp-response");
const BELOW_OCSP: &str = "/ocsp/";
/// Far more than a question about twenty certificates needs.
const LIMIT_KIB: u64 = 16;

fn authority(code: &str) -> Result<Ca, Answer> {
    Ca::of_code(code).ok_or_else(|| Status::NotFound.into())
}

fn before<'f>(file: &'f str, ending: &str) -> Result<&'f str, Answer> {
    file.strip_suffix(ending).ok_or_else(|| Status::NotFound.into())
}

/// The certificate of an authority.
#[get("/cert/<file>")]
pub async fn certificate(app: &AtApp, file: &str) -> Result<Download, Answer> {
    let ca = authority(before(file, ".cer")?)?;
    Ok(Download::fetched(CERTIFICATE, publication::certificate(app, ca).await?))
}

/// The whole revocation list of an authority.
#[get("/crl/<file>")]
pub async fn list(app: &AtApp, file: &str) -> Result<Download, Answer> {
    let ca = authority(before(file, ".crl")?)?;
    listed(app, ca, None).await
}

/// A part of the revocation list of an authority.
#[get("/crl/<ca>/<file>")]
pub async fn part(app: &AtApp, ca: &str, file: &str) -> Result<Download, Answer> {
    let part = before(file, ".crl")?.parse().map_err(|_| Answer::from(Status::NotFound))?;
    listed(app, authority(ca)?, Some(part)).await
}

async fn listed(app: &AtApp, ca: Ca, part: Option<u32>) -> Result<Download, Answer> {
    let list = publication::list(app, ca, part).await?.ok_or(Answer::from(Status::NotFound))?;
    Ok(Download::shared(LIST, list))
}

/// A question as the body of a request.
#[post("/ocsp", data = "<question>")]
pub async fn asked(app: &AtApp, kind: Option<&ContentType>, question: Data<'_>) -> Result<Download, Answer> {
    if kind != Some(&ContentType::new(QUESTION.0, QUESTION.1)) {
        return Err(Status::UnsupportedMediaType.into());
    }
    let question = question.open(LIMIT_KIB.kibibytes()).into_bytes().await;
    let question = question.map_err(|_| Answer::from(Status::BadRequest))?;
    if !question.is_complete() {
        return Err(Status::PayloadTooLarge.into());
    }
    answered(app, &question).await
}

/// A question in the address, in base64.
#[get("/ocsp/<_question..>")]
pub async fn asked_by_address(
    app: &AtApp,
    uri: &Origin<'_>,
    _question: Segments<'_, Path>,
) -> Result<Download, Answer> {
    // As it was sent: a blank or a slash may be part of it.
    let written = uri.path().as_str().strip_prefix(BELOW_OCSP).unwrap_or_default();
    let written = RawStr::new(written).percent_decode_lossy();
    answered(app, &BASE64_STANDARD.decode(written.as_bytes()).unwrap_or_default()).await
}

async fn answered(app: &AtApp, question: &[u8]) -> Result<Download, Answer> {
    Ok(Download::fetched(ANSWER, publication::answer(app, question).await?))
}
