//! What the pages of all desks share: how a NemID is shown, reading and signing, the journal. And the whole of what a
//! bank's counter and the operator's desk show: looking somebody up, choosing a NemID and what to do with it. The RA
//! portal has its own way from the CPR number to the choice, step by step (Guide 2.1, 3.1.1).

mod choice;
mod errand;
mod find;
mod journal;
mod log_off;
pub mod meaning;
pub mod signed_text;
pub mod signing;
mod signing_page;
pub mod words;

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Route, routes};
use serde::Serialize;

use crate::web::answer::{Answer, settle};
use crate::web::desk_session::{BankClerk, Operator, RaStaff};
use crate::web::language::Language;
use crate::web::section::Section;
use crate::web::texts::Text;
use rules::places;
use rules::staff::Role;
use service::cases::app::App;
use service::cases::desk;
use service::cases::desk::{Desk, ErrandSnapshot};

/// The routes of a desk that serves whomever it looks up, below its address: the operator's, a bank's.
pub fn routes() -> Vec<Route> {
    let errand = routes![errand::errand, errand::choose_nemid, choice::ask, choice::choose];
    let signing = routes![signing_page::read, signing_page::sign];
    [routes![find::front, find::find], errand, signing, journal(), log_off()].concat()
}

/// The route that leads out of a desk, below its address.
pub fn log_off() -> Vec<Route> {
    routes![log_off::log_off]
}

/// The routes of a desk's journal, below its address.
pub fn journal() -> Vec<Route> {
    journal::routes()
}

/// Who serves at the desk that a page belongs to, and where its pages are.
pub struct At {
    pub desk: Desk,
    /// The address of its front page.
    pub base: String,
    pub app: App,
    /// The language of the page.
    pub language: Language,
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for At {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let Some(app) = request.rocket().state::<App>() else {
            return Outcome::Error((Status::InternalServerError, ()));
        };
        let found = match Section::of(request.uri().path().as_str()) {
            Section::BankCounter => BankClerk::from_request(request)
                .await
                .map(|BankClerk { bank, desk }| (desk, format!("/bank/{}", bank.name))),
            Section::Operator => {
                Operator::from_request(request).await.map(|Operator(desk)| (desk, "/operatoer".into()))
            }
            _ => RaStaff::from_request(request).await.map(|RaStaff(desk)| (desk, "/ra".into())),
        };
        let language = Language::of(request);
        found.map(|(desk, base)| Self { desk, base, app: app.clone(), language })
    }
}

impl At {
    /// The address of an errand.
    fn errand(&self, id: &str) -> String {
        format!("{}/sag/{id}", self.base)
    }

    /// The link back to the desk's front page.
    fn way_here(&self) -> Vec<Crumb> {
        vec![Crumb { text: title(&self.desk), href: self.base.clone() }]
    }

    /// The errand that a page is about; else the way to the desk's front page, which says that it is gone.
    async fn arrive(&self, id: &str) -> Result<ErrandSnapshot, Answer> {
        settle(desk::snapshot::snapshot(&self.app, &self.desk, id).await)?.map_err(|_| self.gone(id))
    }

    /// The way to where another errand begins.
    fn gone(&self, id: &str) -> Answer {
        Answer::go(format!("{}?sag={id}", self.base))
    }
}

/// What a desk is called.
pub fn title(desk: &Desk) -> Text {
    match &desk.role {
        Role::Officer { office } | Role::SuperUser { office } => {
            Text::new("desk-title-office").with("office", places::title(office))
        }
        Role::Administrator => Text::new("role-administrator"),
        Role::BankClerk { bank } => Text::new("desk-title-bank").with("bank", places::title(bank)),
        Role::Operator => Text::new("desk-title-operator"),
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
    fn of(at: &At, id: &str, snapshot: &ErrandSnapshot) -> Self {
        let (citizen, nemid) = (&snapshot.citizen, snapshot.nemid.as_ref());
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
