//! What the pages of the operator's desk and of the banks' share: looking somebody up, choosing a NemID and what to do
//! with it, reading and signing, the journal. Each desk mounts them below its own address, behind its own guard.

mod choice;
mod errand;
mod find;
mod journal;
mod signed_text;
mod signing;
mod words;

use std::sync::Arc;

use serde::Serialize;

pub use choice::{ChoiceForm, ask, choose};
pub use errand::{NemIdForm, choose_nemid, errand};
pub use find::{FindForm, find, front};
pub use journal::journal;
pub use signing::{SigningForm, read, sign};

use super::answer::{Answer, settle};
use super::desk_session::{BankClerk, Operator};
use super::page::Page;
use super::texts::Text;
use crate::cases::desk::{self, Desk, DeskRefusal, Look};
use crate::cases::house::House;
use crate::cases::places;

/// Who serves, and where the desk's pages are.
#[derive(Clone, Debug)]
pub struct At {
    /// The desk.
    pub desk: Desk,
    /// The address of its front page.
    pub base: String,
}

impl From<Operator> for At {
    fn from(Operator(desk): Operator) -> Self {
        Self { desk, base: "/operatoer".into() }
    }
}

impl From<BankClerk> for At {
    fn from(BankClerk { bank, desk }: BankClerk) -> Self {
        Self { desk, base: format!("/bank/{}", bank.name) }
    }
}

impl At {
    /// The address of an errand.
    pub fn errand(&self, id: &str) -> String {
        format!("{}/sag/{id}", self.base)
    }

    /// What the desk is called.
    fn title(&self) -> Text {
        match self.desk.bank() {
            Some(bank) => Text::new("desk-title-bank").with("bank", places::title(bank)),
            None => Text::new("desk-title-operator"),
        }
    }

    /// The link back to the desk's front page.
    fn way_here(&self) -> Vec<Crumb> {
        vec![Crumb { text: self.title(), href: self.base.clone() }]
    }
}

/// A link above the page that leads back.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    text: Text,
    href: String,
}

/// What every page of an errand shows of it.
#[derive(Serialize)]
struct Around {
    crumbs: Vec<Crumb>,
    at: String,
    journal: String,
    name: String,
    cpr: String,
    address: String,
    died: Option<String>,
    nemid: Option<String>,
}

impl Around {
    fn of(at: &At, id: &str, look: &Look) -> Self {
        let (citizen, nemid) = (&look.citizen, look.nemid.as_ref());
        let address = &citizen.address;
        Self {
            crumbs: at.way_here(),
            at: at.errand(id),
            journal: format!("{}/journal", at.base),
            name: citizen.name.to_string(),
            cpr: citizen.cpr.to_string(),
            address: format!("{}, {} {}", address.street(), address.postcode(), address.town()),
            died: citizen.died.map(|died| died.to_string()),
            nemid: nemid.map(|one| one.number.to_string()),
        }
    }

    /// The same with the way back to the errand's own page.
    fn deeper(mut self) -> Self {
        let text = Text::new("desk-errand-of").with("name", self.name.as_str());
        self.crumbs.push(Crumb { text, href: self.at.clone() });
        self
    }
}

/// The errand that a page is about; else the way to the desk's front page, where one begins anew.
async fn arrive(house: &Arc<House>, at: &At, id: &str) -> Result<Look, Answer> {
    settle(desk::errand::look(house, &at.desk, id).await)?.map_err(|_| Answer::go(at.base.clone()))
}

/// A page about something that the rules refuse before it begins.
fn gone(at: &At, refusal: &DeskRefusal) -> Option<Answer> {
    matches!(refusal, DeskRefusal::NoErrand).then(|| Answer::go(at.base.clone()))
}

/// A page with the status of a form that came back.
fn again(page: Page) -> Page {
    page.with_status(rocket::http::Status::UnprocessableEntity)
}
