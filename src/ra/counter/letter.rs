//! The welcome letter with the NemID-nummer (velkomstbrev), on a page and as a PDF, for the printer at the counter.

use std::sync::Arc;

use rocket::http::{ContentType, Status};
use rocket::{State, get};
use serde::Serialize;

use super::flow::{AtDesk, Step, arrive, gone, href};
use crate::cases::counter::Look;
use crate::cases::house::House;
use crate::cases::letters::{self, Sheet};
use crate::rules::calendar;
use crate::web::answer::Answer;
use crate::web::language::Language;
use crate::web::letters::{Addressed, LetterView};
use crate::web::page::Page;

#[derive(Serialize)]
struct WelcomeView {
    letter: LetterView,
    pdf: String,
    back: String,
}

/// The letter on a page.
#[get("/velkomstbrev?<sag>")]
pub async fn welcome(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Receipt).await?;
    let sheet = sheet(&look, language).ok_or_else(|| gone(&at))?;
    let back = href(at.kind, Step::Receipt, sag);
    let pdf = back.replace("/kvittering?", "/velkomstbrev.pdf?");
    Ok(Page::new("ra/welcome.html", WelcomeView { letter: LetterView::from(&sheet), pdf, back }))
}

/// The letter as a PDF.
#[get("/velkomstbrev.pdf?<sag>")]
pub async fn welcome_pdf(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
) -> Result<(ContentType, Vec<u8>), Answer> {
    let look = arrive(house, &at, sag, Step::Receipt).await?;
    let sheet = sheet(&look, language).ok_or_else(|| gone(&at))?;
    let pdf = letters::pdf(&sheet).map_err(|error| {
        rocket::error!("welcome letter: {error}");
        Answer::from(Status::InternalServerError)
    })?;
    Ok((ContentType::PDF, pdf))
}

fn sheet(look: &Look, language: Language) -> Option<Sheet> {
    let receipt = look.errand.receipt.as_ref()?;
    let (name, address) = (&look.citizen.name, &look.citizen.address);
    let to = Addressed { language, name, address, date: calendar::danish_date(receipt.at) };
    Some(to.welcome(receipt.nemid))
}
