//! The second step: the documents that the person has shown (D17).

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::counter::flow::{AtDesk, Served};
use crate::ra::counter::{Around, Step};
use crate::web::answer::{Answer, Handled, settle};
use crate::web::forms::{Checked, Choice, Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::identification::Document;
use service::cases::desk::{Kind, steps};

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

/// Asks what was shown; earlier ticks are kept.
#[get("/legitimation")]
pub async fn ask(at: AtDesk) -> Handled {
    let served = at.arrive(Step::Identification).await?;
    let shown = served.snapshot.errand.identification.iter().flat_map(|shown| shown.documents().iter());
    let documents = shown.map(|document| document.code().to_owned()).collect();
    Ok(page(&served, Filled::with(&IdentificationForm { documents })).into())
}

/// Notes what was shown, if it is enough.
#[post("/legitimation", data = "<sent>")]
pub async fn note(at: AtDesk, sent: Checked<IdentificationForm>) -> Handled {
    let served = at.arrive(Step::Identification).await?;
    let documents = sent.documents.iter().filter_map(|code| Document::from_code(code)).collect();
    let noted = settle(steps::identify(&served.app, &served.desk, &served.sag, documents).await)?;
    let next = if served.kind == Kind::Order { Step::Choice } else { Step::Nemid };
    match served.goes_on(noted, next) {
        Ok(answer) => Ok(answer),
        Err(refusal) => {
            let form = Filled::again(&*sent, Faults::one("documents", refusal));
            Ok(Answer::again(page(&served, form)))
        }
    }
}

fn page(served: &Served, form: Filled) -> Page {
    let option = |document: Document| {
        let hint = match (document.has_photo(), document.shows_cpr_number()) {
            (true, _) => Some("document-with-photo"),
            (_, true) => Some("document-with-cpr"),
            _ => None,
        };
        let name = Text::new(format!("document-{}", document.code())).say(served.language);
        Choice::new(document.code(), name).with_hint(hint.map(|key| Text::new(key).say(served.language)))
    };
    let view = IdentificationView {
        around: Around::of(served, Step::Identification),
        form,
        options: Document::ALL.into_iter().map(option).collect(),
        card: matches!(served.kind, Kind::Order | Kind::HandOutCard | Kind::BlockCards),
    };
    Page::new("ra/identification.html", view)
}
