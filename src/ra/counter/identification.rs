//! The second step: what the person has shown (D17).

use std::sync::Arc;

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post};
use serde::Serialize;

use super::flow::{Around, AtDesk, Step, arrive, gone, href};
use crate::cases::counter::{DeskRefusal, Kind, Look, errand};
use crate::cases::house::House;
use crate::ra::words::Choice;
use crate::rules::identification::Document;
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;

/// What is ticked.
#[derive(FromForm, Serialize)]
pub struct IdentificationForm {
    documents: Vec<String>,
}

#[derive(Serialize)]
struct IdentificationView {
    around: Around,
    form: Filled,
    options: Vec<Choice>,
    /// Whether the action can hand out a card, for which a photo is needed.
    card: bool,
}

/// Asks what was shown; what was ticked before is ticked.
#[get("/legitimation?<sag>")]
pub async fn ask(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Identification).await?;
    let shown = look.errand.identification.iter().flat_map(|shown| shown.documents().iter());
    let documents = shown.map(|document| document.code().to_owned()).collect();
    Ok(page(&at, sag, (&look, language), Filled::with(&IdentificationForm { documents })))
}

/// Notes what was shown, if it is enough.
#[post("/legitimation?<sag>", data = "<sent>")]
pub async fn note(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
    sent: Checked<IdentificationForm>,
) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Identification).await?;
    let documents = sent.documents.iter().filter_map(|code| Document::from_code(code)).collect();
    let faults = match settle(errand::identify(house, &at.desk, sag, documents).await)? {
        Ok(()) if at.kind == Kind::Order => return Err(Answer::go(href(at.kind, Step::Choice, sag))),
        Ok(()) => return Err(Answer::go(href(at.kind, Step::Nemid, sag))),
        Err(DeskRefusal::NoErrand) => return Err(gone(&at)),
        Err(refusal) => Faults::one("documents", refusal),
    };
    let form = Filled::again(&*sent, faults);
    Ok(page(&at, sag, (&look, language), form).with_status(Status::UnprocessableEntity))
}

fn page(at: &AtDesk, sag: &str, (look, language): (&Look, Language), form: Filled) -> Page {
    let option = |document: Document| {
        let hint = match (document.has_photo(), document.shows_cpr_number()) {
            (true, _) => Some("document-with-photo"),
            (_, true) => Some("document-with-cpr"),
            _ => None,
        };
        let name = Text::new(format!("document-{}", document.code()));
        Choice::new(document.code(), name.say(language))
            .with_hint(hint.map(|key| Text::new(key).say(language)))
    };
    let view = IdentificationView {
        around: Around::of(at, sag, Step::Identification, look),
        form,
        options: Document::ALL.into_iter().map(option).collect(),
        card: matches!(at.kind, Kind::Order | Kind::HandOutCard | Kind::BlockCards),
    };
    Page::new("ra/identification.html", view)
}
