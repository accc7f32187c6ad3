//! The front page of a desk: somebody is looked up by NemID-nummer or CPR-nummer. Neither ever stands in an address.

use std::sync::Arc;

use rocket::form::FromForm;
use serde::Serialize;

use super::{At, again};
use crate::cases::desk::{Sought, errand};
use crate::cases::house::House;
use crate::rules::words::{CprNumber, NemIdNumber};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;

/// What is typed: one of the two.
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
}

/// The desk's front page.
pub fn front(at: &At) -> Page {
    page(at, Filled::blank())
}

/// Looks somebody up and goes on to the errand.
///
/// # Errors
/// The way to the errand, or trouble of ours.
pub async fn find(house: &Arc<House>, at: &At, sent: &FindForm) -> Result<Page, Answer> {
    let mut faults = Faults::default();
    if let Some((field, sought)) = sought(sent, &mut faults) {
        match settle(errand::begin(house, &at.desk, sought).await)? {
            Ok(id) => return Err(Answer::go(at.errand(&id))),
            Err(refusal) => faults.add(field, refusal),
        }
    }
    Ok(again(page(at, Filled::again(sent, faults))))
}

fn sought(sent: &FindForm, faults: &mut Faults) -> Option<(&'static str, Sought)> {
    match (sent.nemid.trim(), sent.cpr.trim()) {
        ("", "") => {
            faults.add("nemid", "desk-fault-number");
            None
        }
        ("", cpr) => faults.take("cpr", CprNumber::parse(cpr)).map(|cpr| ("cpr", Sought::Cpr(cpr))),
        (nemid, _) => {
            let number = faults.take("nemid", NemIdNumber::parse(nemid));
            number.map(|number| ("nemid", Sought::NemId(number)))
        }
    }
}

fn page(at: &At, form: Filled) -> Page {
    let bank = at.desk.bank().is_some();
    Page::new("desk/front.html", FrontView { title: at.title(), bank, base: at.base.clone(), form })
}
