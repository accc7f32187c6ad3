//! The revocation list as a page (Rules 4.5).

use rocket::get;
use serde::Serialize;

use crate::web::answer::Handled;
use crate::web::caller::AtApp;
use crate::web::dates;
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::web::wording::code;
use service::cases::anonymous::revocation_list;
use service::cases::anonymous::revocation_list::{RevocationList, Revoked};

#[derive(Serialize)]
struct Row {
    serial: String,
    blocked: String,
    reason: String,
}

#[derive(Serialize)]
struct ListView {
    rows: Vec<Row>,
    current: u32,
    pages: u32,
}

/// The row contains no name and no PID: a receiver has the serial number from the certificate.
fn row(revoked: &Revoked, language: Language) -> Row {
    let reason = revoked.reason.map_or_else(
        || Text::new("revocation-reason-past"),
        |reason| Text::new(format!("reason-{}", code(reason))),
    );
    Row {
        serial: revoked.serial.to_string(),
        blocked: dates::moment(language, revoked.at),
        reason: reason.say(language),
    }
}

/// The blocked certificates, the newest block first.
#[get("/spaerreliste?<side>")]
pub async fn list(app: &AtApp, side: Option<u32>, language: Language) -> Handled {
    let RevocationList { certificates, current, pages } =
        revocation_list::page(app, side.unwrap_or(1)).await?;
    let rows = certificates.iter().map(|revoked| row(revoked, language)).collect();
    Ok(Page::new("citizen/public/revocation_list.html", ListView { rows, current, pages }).into())
}
