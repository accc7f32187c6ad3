//! The third step: which NemID. All that the counter can find are shown; ended ones are greyed, and those of business
//! netbanks and employers are not found at all (Guide 3.2.1).

use std::sync::Arc;

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post};
use serde::Serialize;

use super::flow::{Around, AtDesk, Step, arrive, gone, href};
use crate::cases::counter::{DeskRefusal, Look, errand};
use crate::cases::house::House;
use crate::ra::words::NemIdRow;
use crate::rules::words::NemIdNumber;
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;

/// What is chosen.
#[derive(FromForm, Serialize)]
pub struct NemIdForm {
    nemid: Option<String>,
}

#[derive(Serialize)]
struct NemIdView {
    around: Around,
    form: Filled,
    found: Vec<NemIdRow>,
    /// Whether there is any that can be chosen.
    any: bool,
}

/// Shows what is found; the only one that can be chosen is chosen already.
#[get("/nemid?<sag>")]
pub async fn ask(at: AtDesk, house: &State<Arc<House>>, sag: &str) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Nemid).await?;
    let open: Vec<_> = look.found.iter().filter(|one| one.standing.is_open()).collect();
    let only = if let [only] = open[..] { Some(only.number) } else { None };
    let nemid = look.errand.nemid.or(only).map(|number| number.to_string());
    Ok(page(&at, sag, &look, Filled::with(&NemIdForm { nemid })))
}

/// Chooses one.
#[post("/nemid?<sag>", data = "<sent>")]
pub async fn choose(
    at: AtDesk,
    house: &State<Arc<House>>,
    sag: &str,
    sent: Checked<NemIdForm>,
) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Nemid).await?;
    let mut faults = Faults::default();
    let number = sent.nemid.as_deref().ok_or(Text::new("fault-no-nemid-chosen"));
    let number = number.and_then(|typed| NemIdNumber::parse(typed).map_err(Text::from));
    if let Some(number) = faults.take("nemid", number) {
        match settle(errand::choose_nemid(house, &at.desk, sag, number).await)? {
            Ok(()) => return Err(Answer::go(href(at.kind, Step::Choice, sag))),
            Err(DeskRefusal::NoErrand) => return Err(gone(&at)),
            Err(refusal) => faults.add("nemid", refusal),
        }
    }
    let form = Filled::again(&*sent, faults);
    Ok(page(&at, sag, &look, form).with_status(Status::UnprocessableEntity))
}

fn page(at: &AtDesk, sag: &str, look: &Look, form: Filled) -> Page {
    let found: Vec<_> = look.found.iter().map(|one| NemIdRow::of(one, look.now)).collect();
    let any = look.found.iter().any(|one| one.standing.is_open());
    let around = Around::of(at, sag, Step::Nemid, look);
    Page::new("ra/nemid.html", NemIdView { around, form, found, any })
}
