//! Reading and signing at a bank's counter or the operator's desk.

use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled};
use crate::web::desk::signing::{Outcome, Reading, SigningForm, ToSign};
use crate::web::desk::{Around, At};
use crate::web::forms::{Checked, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;
use service::cases::desk::ErrandSnapshot;

#[derive(Serialize)]
struct SigningView {
    around: Around,
    title: Text,
    #[serde(flatten)]
    reading: Reading,
}

/// Shows the text; without anything chosen it leads back to the errand.
#[get("/sag/<id>/underskriv")]
pub async fn read(at: At, id: &str) -> Handled {
    let snapshot = at.arrive(id).await?;
    Ok(page(&at, id, &snapshot, Filled::blank())?.into())
}

/// Signs it. Sent twice, it shows the receipt of the first time.
#[post("/sag/<id>/underskriv", data = "<sent>")]
pub async fn sign(at: At, id: &str, sent: Checked<SigningForm>) -> Handled {
    let snapshot = at.arrive(id).await?;
    match to_sign(&at, id, &snapshot).sign(&sent).await? {
        Outcome::Signed => Ok(Answer::go(at.errand(id))),
        Outcome::Gone => Ok(at.gone(id)),
        Outcome::Again(form) => Ok(Answer::again(page(&at, id, &at.arrive(id).await?, form)?)),
        Outcome::Changed(form) => {
            let snapshot = at.arrive(id).await?;
            let reading = to_sign(&at, id, &snapshot).reading_again(form);
            Ok(Answer::again(around(&at, id, &snapshot, reading)?))
        }
    }
}

fn to_sign<'a>(at: &'a At, id: &'a str, snapshot: &'a ErrandSnapshot) -> ToSign<'a> {
    ToSign { app: &at.app, desk: &at.desk, id, snapshot, language: at.language }
}

fn page(at: &At, id: &str, snapshot: &ErrandSnapshot, form: Filled) -> Result<Page, Answer> {
    around(at, id, snapshot, to_sign(at, id, snapshot).reading(form))
}

fn around(at: &At, id: &str, snapshot: &ErrandSnapshot, reading: Reading) -> Result<Page, Answer> {
    let Some(action) = &snapshot.errand.action else { return Err(Answer::go(at.errand(id))) };
    let view = SigningView {
        around: Around::of(at, id, snapshot).deeper(),
        title: Text::new(format!("deed-{}", action.code())),
        reading,
    };
    Ok(Page::new("desk/signing.html", view))
}
