//! The page of the person who is logged on, and the claims that the site received from NemID (Rules 4.1).

use jiff::Timestamp;
use rocket::get;
use serde::Serialize;

use crate::provider::guard::Customer;
use crate::provider::kroner::AccountShown;
use crate::provider::look::SiteFrame;
use crate::provider::papers;
use crate::provider::papers::{Letter, Paper};
use crate::web::answer::Handled;
use crate::web::language::Language;
use crate::web::page::Page;
use service::cases::sites::Document;
use service::cases::sites::visit::Visit;
use service::cases::sites::{accounts, visit};

/// The claims from NemID.
#[derive(Serialize)]
pub struct ToldView {
    name: String,
    pid: Option<String>,
    cpr: Option<String>,
    address: Option<(String, String)>,
}

impl From<&Visit> for ToldView {
    fn from(visit: &Visit) -> Self {
        let address = visit.address.as_ref();
        Self {
            name: visit.claims.name.to_string(),
            pid: visit.claims.pid.map(|pid| pid.to_string()),
            cpr: visit.claims.cpr.map(|cpr| cpr.to_string()),
            address: address.map(|at| (at.street().to_owned(), format!("{} {}", at.postcode(), at.town()))),
        }
    }
}

/// A signed document, as a list shows it.
#[derive(Serialize)]
struct SignedShown {
    id: i64,
    title: String,
    signed: Option<Timestamp>,
}

fn signed(documents: &[Document]) -> Vec<SignedShown> {
    let shown = |one: &Document| SignedShown { id: one.id, title: one.title.clone(), signed: one.signed };
    documents.iter().map(shown).collect()
}

#[derive(Serialize)]
struct HomeView {
    site: SiteFrame,
    told: ToldView,
    letters: Vec<Letter>,
    papers: Vec<Paper>,
    signed: Vec<SignedShown>,
}

#[derive(Serialize)]
struct NetbankView {
    site: SiteFrame,
    accounts: Vec<AccountShown>,
    signed: Vec<SignedShown>,
}

/// The page of the person who is logged on.
pub async fn page(customer: &Customer<'_>, language: Language) -> Handled {
    let (site, look) = (customer.site, SiteFrame::for_customer(customer));
    let visit = visit::of(customer.caller.app, site, customer.who.nemid).await?;
    if site.kind.is_netbank() {
        let accounts = accounts::of(site, visit.first_cpr, &visit.signed, visit.now);
        let accounts = accounts.iter().map(|account| AccountShown::of(account, language)).collect();
        let view = NetbankView { site: look, accounts, signed: signed(&visit.signed) };
        return Ok(Page::new("provider/netbank.html", view).into());
    }
    let view = HomeView {
        site: look,
        told: ToldView::from(&visit),
        letters: papers::letters(site, visit.now),
        papers: papers::offered(site),
        signed: signed(&visit.signed),
    };
    Ok(Page::new("provider/home.html", view).into())
}

#[derive(Serialize)]
struct ToldPage {
    site: SiteFrame,
    told: ToldView,
    consent: Option<Timestamp>,
}

/// The claims that the site received.
#[get("/tjenester/<_>/oplysninger")]
pub async fn told(customer: Customer<'_>) -> Handled {
    let visit = visit::of(customer.caller.app, customer.site, customer.who.nemid).await?;
    let view = ToldPage {
        site: SiteFrame::for_customer(&customer),
        told: ToldView::from(&visit),
        consent: visit.consent,
    };
    Ok(Page::new("provider/told.html", view).into())
}
