//! What the pages of all desks share: how a NemID is shown, reading and signing, the journal. Also the
//! complete pages of a bank's counter and the operator's desk: looking a person up, choosing a NemID and an
//! action. The RA portal has a flow of its own from the CPR number to the choice, step by step (Guide 2.1,
//! 3.1.1).

mod certificate;
mod choice;
mod errand;
pub mod facts;
mod find;
mod issuer;
mod journal;
mod log_off;
mod look_ups;
pub mod meaning;
mod sessions;
pub mod signed_text;
pub mod signing;
mod signing_page;
pub mod stopped;
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

/// The routes of a desk that looks people up, below its address: the operator's, a bank's.
pub fn routes() -> Vec<Route> {
    let errand = routes![errand::errand, errand::choose_nemid, errand::abort, choice::ask, choice::choose];
    let signing = routes![signing_page::read, signing_page::sign];
    [routes![find::front, find::find], errand, signing, journal(), sessions(), certificate(), log_off()]
        .concat()
}

/// The log-off route of a desk, below its address.
pub fn log_off() -> Vec<Route> {
    routes![log_off::log_off]
}

/// The routes of a desk's journal, below its address.
pub fn journal() -> Vec<Route> {
    journal::routes()
}

/// The routes of the list of look-ups, below the address of a desk whose employees may see it.
pub fn look_ups() -> Vec<Route> {
    look_ups::routes()
}

/// The routes of an employee's own certificate, below the address of a desk.
pub fn certificate() -> Vec<Route> {
    certificate::routes()
}

/// The routes of an employee's own sessions, below the address of a desk.
pub fn sessions() -> Vec<Route> {
    sessions::routes()
}

/// The desk that a page belongs to, and the address of its pages.
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

    /// The errand that a page is about; otherwise a redirect to the desk's front page, which says that it no
    /// longer exists.
    async fn arrive(&self, id: &str) -> Result<ErrandSnapshot, Answer> {
        settle(desk::snapshot::snapshot(&self.app, &self.desk, id).await)?.done().map_err(|_| self.gone(id))
    }

    /// The redirect to the page where another errand begins.
    fn gone(&self, id: &str) -> Answer {
        Answer::go(format!("{}?sag={id}", self.base))
    }
}

/// The title of a desk.
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

/// A link back, at the top of the page.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    text: Text,
    href: String,
}

/// The summary of an errand on each of its pages.
#[derive(Serialize)]
struct Around {
    crumbs: Vec<Crumb>,
    at: String,
    journal: String,
    name: String,
    cpr: String,
    /// In one line; none for a person without an address.
    address: Option<String>,
    died: Option<String>,
    nemid: Option<String>,
}

impl Around {
    fn of(at: &At, id: &str, snapshot: &ErrandSnapshot) -> Self {
        let (citizen, nemid) = (&snapshot.citizen, snapshot.nemid.as_ref());
        Self {
            crumbs: at.way_here(),
            at: at.errand(id),
            journal: format!("{}/journal", at.base),
            name: citizen.name.to_string(),
            cpr: citizen.cpr.to_string(),
            address: citizen.postal_address().map(|address| address.to_string()),
            died: citizen.died.map(|died| died.to_string()),
            nemid: nemid.map(|one| one.number.to_string()),
        }
    }

    /// The same with a link back to the errand's own page.
    fn deeper(mut self) -> Self {
        let text = Text::new("desk-errand-of").with("name", self.name.as_str());
        self.crumbs.push(Crumb { text, href: self.at.clone() });
        self
    }
}
