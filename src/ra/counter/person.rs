//! The first step: the person's CPR-nummer (D12, D20). It never appears in an address.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::counter::Around;
use crate::ra::counter::flow::AtDesk;
use crate::ra::counter::step::{Step, href};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use rules::words::CprNumber;
use service::cases::desk::{Kind, Sought, snapshot, steps};

/// What is typed.
#[derive(FromForm, Serialize)]
pub struct PersonForm {
    cpr: String,
}

#[derive(Serialize)]
struct PersonView {
    around: Around,
    form: Filled,
    /// Whether it is the order page, which serves as a look-up.
    order: bool,
    /// Whether the requested errand no longer exists.
    gone: bool,
}

/// Asks for the number; one that was typed before is kept. An errand that no longer exists begins again here.
#[get("/?<sag>")]
pub async fn ask(at: AtDesk, sag: Option<&str>) -> Handled {
    let before = at.snapshot().await?;
    let begun = before.as_ref().is_some_and(|before| before.errand.receipt.is_none());
    let gone = sag.is_some() && before.is_none();
    // Of one that was left for too long the number is offered again (D32).
    let cpr = match before {
        Some(before) => Some(before.citizen.cpr),
        None => snapshot::left_behind(&at.app, &at.desk, &at.sag).await?,
    };
    let form = cpr.map_or_else(Filled::blank, |cpr| Filled::with(&PersonForm { cpr: cpr.to_string() }));
    Ok(page(&at, form, gone, begun).into())
}

/// Finds the person and begins the errand.
#[post("/", data = "<sent>")]
pub async fn find(at: AtDesk, sent: Checked<PersonForm>) -> Handled {
    let mut faults = Faults::default();
    if let Some(cpr) = faults.take("cpr", CprNumber::parse(&sent.cpr)) {
        let sought = Sought::Cpr(cpr);
        match settle(steps::begin(&at.app, &at.desk, at.kind, sought, Some(at.sag.clone())).await)? {
            Settled::Done(sag) => return Ok(Answer::go(href(at.kind, Step::Identification, &sag))),
            Settled::Refused(refusal) => faults.add("cpr", refusal),
        }
    }
    let begun = at.snapshot().await?.is_some_and(|before| before.errand.receipt.is_none());
    Ok(Answer::again(page(&at, Filled::again(&*sent, faults), false, begun)))
}

fn page(at: &AtDesk, form: Filled, gone: bool, begun: bool) -> Page {
    let around = Around::first(at.kind, begun.then_some(at.sag.as_str()));
    let order = at.kind == Kind::Order;
    Page::new("ra/person.html", PersonView { around, form, order, gone })
}
