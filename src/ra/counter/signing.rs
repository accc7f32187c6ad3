//! Reading the whole text, and signing with the officer's own password.

use rocket::{get, post};
use serde::Serialize;

use crate::ra::counter::flow::{AtDesk, Served};
use crate::ra::counter::{Around, Step};
use crate::web::answer::{Answer, Handled};
use crate::web::desk::signing::{Outcome, Reading, SigningForm, ToSign};
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
pub async fn read(at: AtDesk) -> Handled {
    Ok(page(&at.arrive(Step::Signing).await?, Filled::blank()).into())
}

/// Signs it. Sent twice, it shows the receipt of the first time.
#[post("/underskriv", data = "<sent>")]
pub async fn sign(at: AtDesk, sent: Checked<SigningForm>) -> Handled {
    let served = at.arrive(Step::Signing).await?;
    match to_sign(&served).sign(&sent).await? {
        Outcome::Signed => Ok(Answer::go(served.href(Step::Receipt))),
        Outcome::Gone => Ok(served.gone()),
        Outcome::Again(form) => Ok(Answer::again(page(&served.at.arrive(Step::Signing).await?, form))),
        Outcome::Changed(form) => {
            let served = served.at.arrive(Step::Signing).await?;
            let reading = to_sign(&served).reading_again(form);
            Ok(Answer::again(around(&served, reading)))
        }
    }
}

fn to_sign(Served { at, snapshot }: &Served) -> ToSign<'_> {
    ToSign { app: &at.app, desk: &at.desk, id: &at.sag, snapshot, language: at.language }
}

fn page(served: &Served, form: Filled) -> Page {
    around(served, to_sign(served).reading(form))
}

fn around(served: &Served, reading: Reading) -> Page {
    let around = Around::of(served, Step::Signing);
    Page::new("ra/signing.html", SigningView { around, reading })
}
