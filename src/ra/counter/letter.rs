//! The welcome letter with the NemID-nummer (velkomstbrev), on a page and as a PDF, for the printer at the
//! counter.

use rocket::get;
use rocket::http::{ContentType, Status};
use serde::Serialize;

use crate::ra::counter::Step;
use crate::ra::counter::flow::{AtDesk, Served};
use crate::web::answer::{Answer, Handled};
use crate::web::letters::{Addressed, LetterView, Temporary};
use crate::web::page::Page;
use rules::nemid::temporary::TemporaryPlace;
use rules::{calendar, post};
use service::cases::desk::Action;
use service::cases::world::letters;
use service::cases::world::letters::Sheet;

#[derive(Serialize)]
struct WelcomeView {
    letter: LetterView,
    pdf: String,
    back: String,
}

/// The letter on a page.
#[get("/velkomstbrev")]
pub async fn welcome(at: AtDesk) -> Handled {
    let served = at.arrive(Step::Receipt).await?;
    let sheet = sheet(&served)?;
    let back = served.href(Step::Receipt);
    let pdf = back.replace("/kvittering?", "/velkomstbrev.pdf?");
    let view = WelcomeView { letter: LetterView::from(&sheet), pdf, back };
    Ok(Page::new("ra/welcome.html", view).into())
}

/// The letter as a PDF.
#[get("/velkomstbrev.pdf")]
pub async fn welcome_pdf(at: AtDesk) -> Result<(ContentType, Vec<u8>), Answer> {
    let sheet = sheet(&at.arrive(Step::Receipt).await?)?;
    let pdf = letters::pdf(&sheet).map_err(|error| {
        log::error!(code = "letter"; "a welcome letter as PDF: {error}");
        Answer::from(Status::InternalServerError)
    })?;
    Ok((ContentType::PDF, pdf))
}

/// The letter to the person who was served, with the NemID that it was about.
fn sheet(served: &Served) -> Result<Sheet, Answer> {
    let snapshot = &served.snapshot;
    let receipt = snapshot.errand.receipt.as_ref().ok_or_else(|| served.gone())?;
    let nemid = receipt.nemid.ok_or_else(|| served.gone())?;
    let (name, address) = (&snapshot.citizen.name, snapshot.citizen.postal_address());
    let address = address.as_ref();
    let date = calendar::danish_date(receipt.at);
    let to = Addressed { language: served.language, name, address, office: served.desk.office(), date };
    Ok(match receipt.action {
        Action::HandOutTemporary { action, .. } => {
            let until = post::works_until(receipt.at);
            to.with_pin_letter(nemid, Temporary { purpose: action.purpose(), until })
        }
        _ => to.welcome(nemid, &TemporaryPlace::Selvbetjening),
    })
}
