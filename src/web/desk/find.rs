//! The front page of a bank's counter or the operator's desk: a person is looked up by NemID-nummer or
//! CPR-nummer. Neither ever appears in an address.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::desk::{At, title};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::words::{CprNumber, NemIdNumber, is_blank};
use service::cases::desk::{Kind, Sought, snapshot, steps};

/// The form: one of the two numbers.
#[derive(FromForm, Serialize)]
pub struct FindForm {
    nemid: String,
    cpr: String,
}

#[derive(Serialize)]
struct FrontView {
    title: Text,
    bank: bool,
    base: String,
    form: Filled,
    /// Whether the requested errand no longer exists.
    gone: bool,
}

/// The desk's front page; it says so if the requested errand no longer exists.
#[get("/?<sag>")]
pub async fn front(at: At, sag: Option<&str>) -> Handled {
    let gone = match sag {
        Some(id) => settle(snapshot::snapshot(&at.app, &at.desk, id).await)?.done().is_err(),
        None => false,
    };
    Ok(page(&at, Filled::blank(), gone).into())
}

/// Looks a person up and goes on to the errand.
#[post("/", data = "<sent>")]
pub async fn find(at: At, sent: Checked<FindForm>) -> Handled {
    let mut faults = Faults::default();
    if let Some((field, sought)) = sought(&sent, &mut faults) {
        match settle(steps::begin(&at.app, &at.desk, Kind::Any, sought, None).await)? {
            Settled::Done(id) => return Ok(Answer::go(at.errand(&id))),
            Settled::Refused(refusal) => faults.add(field, refusal),
        }
    }
    Ok(Answer::again(page(&at, Filled::again(&*sent, faults), false)))
}

fn sought(sent: &FindForm, faults: &mut Faults) -> Option<(&'static str, Sought)> {
    match (is_blank(&sent.nemid), is_blank(&sent.cpr)) {
        (true, true) => {
            faults.add("nemid", Text::new("desk-fault-number"));
            None
        }
        (true, false) => faults.take("cpr", CprNumber::parse(&sent.cpr)).map(|cpr| ("cpr", Sought::Cpr(cpr))),
        (false, _) => {
            let number = faults.take("nemid", NemIdNumber::parse(&sent.nemid));
            number.map(|number| ("nemid", Sought::NemId(number)))
        }
    }
}

fn page(at: &At, form: Filled, gone: bool) -> Page {
    let (title, bank, base) = (title(&at.desk), at.desk.bank().is_some(), at.base.clone());
    Page::new("desk/front.html", FrontView { title, bank, base, form, gone })
}
