//! What the citizen has consented to: what goes to whom, since when, in which version of the rules (Rules 4.1).

use jiff::Timestamp;
use rocket::get;
use serde::Serialize;

use crate::web::answer::Handled;
use crate::web::caller::AtApp;
use crate::web::consents::said;
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use crate::web::wording::Wording;
use rules::nemid::GivenConsent;
use rules::places;
use service::cases::own::overview;

#[derive(Serialize)]
struct ConsentsView {
    in_force: Vec<Row>,
    ended: Vec<Row>,
    /// Whether there is a certificate, whose block ends what was consented to for it.
    certificate: bool,
    /// The banks that use the NemID, which are asked to end their part.
    banks: Vec<String>,
}

#[derive(Serialize)]
struct Row {
    what: Text,
    at: Timestamp,
    version: u32,
    by: String,
    ended: Option<Timestamp>,
}

/// The consents, the newest first.
#[get("/selvbetjening/samtykker")]
pub async fn page(citizen: Citizen, app: &AtApp, language: Language) -> Handled {
    let nemid = overview::of(app, citizen.nemid).await?.nemid;
    let wording = Wording { language, place: &places::title };
    let row = |one: &GivenConsent| Row {
        what: said(&one.consent),
        at: one.at,
        version: one.version,
        by: wording.actor(&one.by),
        ended: one.ended,
    };
    let (ended, in_force) = nemid.consents.iter().rev().map(row).partition(|row| row.ended.is_some());
    let view = ConsentsView {
        in_force,
        ended,
        certificate: nemid.valid_certificate(app.now()).is_some(),
        banks: nemid.agreements.iter().map(|one| places::title(&one.bank)).collect(),
    };
    Ok(Page::new("citizen/self_service/consents.html", view).into())
}
