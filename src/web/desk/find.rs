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
    /// The requested errand that is no longer open.
    gone: Option<String>,
}

/// The desk's front page; it says so if the requested errand is no longer open, and offers its person's number again (D32).
#[get("/?<sag>")]
pub async fn front(at: At, sag: Option<&str>) -> Handled {
    let Some(id) = sag else { return Ok(page(&at, Filled::blank(), None).into()) };
    if settle(snapshot::snapshot(&at.app, &at.desk, id).await)?.done().is_ok() {
        return Ok(page(&at, Filled::blank(), None).into());
    }
    let left = snapshot::left_behind(&at.app, &at.desk, id).await?;
    let cpr = left.map(|cpr| cpr.to_string()).unwrap_or_default();
    let known = FindForm { nemid: String::new(), cpr };
    Ok(page(&at, Filled::with(&known), Some(id)).into())
}

/// Looks a person up and goes on to the errand.
#[post("/?<sag>", data = "<sent>")]
pub async fn find(at: At, sag: Option<&str>, sent: Checked<FindForm>) -> Handled {
    let mut faults = Faults::default();
    if let Some((field, sought)) = sought(&sent, &mut faults) {
        match settle(steps::begin(&at.app, &at.desk, Kind::Any, sought, sag.map(str::to_owned)).await)? {
            Settled::Done(id) => return Ok(Answer::go(at.errand(&id))),
            Settled::Refused(refusal) => faults.add(field, refusal),
        }
    }
    Ok(Answer::again(page(&at, Filled::again(&*sent, faults), None)))
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

fn page(at: &At, form: Filled, gone: Option<&str>) -> Page {
    let (title, bank, base) = (title(&at.desk), at.desk.bank().is_some(), at.base.clone());
    let gone = gone.map(str::to_owned);
    Page::new("desk/front.html", FrontView { title, bank, base, form, gone })
}
