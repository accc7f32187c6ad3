//! A new employee.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::counter::AtDesk;
use crate::ra::staff::{role, to_signature};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Choice, Faults, Filled};
use crate::web::page::Page;
use rules::words::CprNumber;
use service::cases::desk::{Action, Sought, staff};

/// What is typed.
#[derive(FromForm, Serialize)]
pub struct NewForm {
    cpr: String,
    title: String,
    role: Option<String>,
}

#[derive(Serialize)]
struct NewView {
    form: Filled,
    roles: Vec<Choice>,
}

/// Asks for the new employee's details.
#[get("/ra/medarbejdere/ny")]
pub fn ask(at: AtDesk) -> Page {
    page(&at, Filled::blank())
}

/// Goes on to the signature.
#[post("/ra/medarbejdere/ny", data = "<sent>")]
pub async fn make(at: AtDesk, sent: Checked<NewForm>) -> Handled {
    let mut faults = Faults::default();
    let cpr = faults.take("cpr", CprNumber::parse(&sent.cpr));
    let granted = role::read(&sent.title, sent.role.as_deref(), &mut faults);
    if let (Some(cpr), Some((title, role))) = (cpr, granted) {
        let action = Action::CreateStaff { title, role };
        match settle(staff::begin(&at.app, &at.desk, Sought::Cpr(cpr), action).await)? {
            Settled::Done(sag) => return Ok(to_signature(&sag)),
            Settled::Refused(refusal) => faults.add("cpr", refusal),
        }
    }
    Ok(Answer::again(page(&at, Filled::again(&*sent, faults))))
}

fn page(at: &AtDesk, form: Filled) -> Page {
    Page::new("ra/staff/new.html", NewView { form, roles: role::choices(at.language) })
}
