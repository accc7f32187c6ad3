//! Reading and signing at a bank's counter or the operator's desk.

use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::Answer;
use crate::web::desk::signing::{Outcome, Reading, SigningForm, sign as sign_it};
use crate::web::desk::{Around, At, Shown, again};
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
pub async fn read(at: At, id: &str) -> Shown {
    let snapshot = at.arrive(id).await?;
    page(&at, id, &snapshot, Filled::blank())
}

/// Signs it. What is sent twice shows the receipt of the first time.
#[post("/sag/<id>/underskriv", data = "<sent>")]
pub async fn sign(at: At, id: &str, sent: Checked<SigningForm>) -> Shown {
    let snapshot = at.arrive(id).await?;
    match sign_it((&at.app, &at.desk), (id, &snapshot), at.language, &sent).await? {
        Outcome::Signed => Err(Answer::go(at.errand(id))),
        Outcome::Gone => Err(at.gone(id)),
        Outcome::Again(form) => page(&at, id, &at.arrive(id).await?, form).map(again),
    }
}

fn page(at: &At, id: &str, snapshot: &ErrandSnapshot, form: Filled) -> Shown {
    let Some(action) = &snapshot.errand.action else { return Err(Answer::go(at.errand(id))) };
    let view = SigningView {
        around: Around::of(at, id, snapshot).deeper(),
        title: Text::new(format!("deed-{}", action.code())),
        reading: Reading::of((&at.app, &at.desk), (id, snapshot), at.language, form),
    };
    Ok(Page::new("desk/signing.html", view))
}
