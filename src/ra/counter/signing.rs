//! Reading it all, and signing with the officer's own password.

use rocket::{get, post};
use serde::Serialize;

use crate::ra::counter::flow::{AtDesk, Served};
use crate::ra::counter::{Around, Step};
use crate::web::answer::Answer;
use crate::web::desk::signing::{Outcome, Reading, SigningForm};
use crate::web::desk::{again, signing};
use crate::web::forms::{Checked, Filled};
use crate::web::page::Page;

#[derive(Serialize)]
struct SigningView {
    around: Around,
    #[serde(flatten)]
    reading: Reading,
}

/// Shows the text.
#[get("/underskriv")]
pub async fn read(at: AtDesk) -> Result<Page, Answer> {
    Ok(page(&at.arrive(Step::Signing).await?, Filled::blank()))
}

/// Signs it. What was sent twice shows the receipt of the first time.
#[post("/underskriv", data = "<sent>")]
pub async fn sign(at: AtDesk, sent: Checked<SigningForm>) -> Result<Page, Answer> {
    let Served { at, snapshot } = at.arrive(Step::Signing).await?;
    match signing::sign((&at.app, &at.desk), (&at.sag, &snapshot), at.language, &sent).await? {
        Outcome::Signed => Err(Answer::go(at.href(Step::Receipt))),
        Outcome::Gone => Err(at.gone()),
        Outcome::Again(form) => Ok(again(page(&at.arrive(Step::Signing).await?, form))),
    }
}

fn page(served: &Served, form: Filled) -> Page {
    let (at, snapshot) = (&served.at, &served.snapshot);
    let around = Around::of(served, Step::Signing);
    let reading = Reading::of((&at.app, &at.desk), (&at.sag, snapshot), at.language, form);
    Page::new("ra/signing.html", SigningView { around, reading })
}
