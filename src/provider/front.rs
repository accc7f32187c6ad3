//! The list of sites, and each site's front page: the log-on box, or the page of the person logged on.

use rocket::get;
use serde::Serialize;

use crate::provider::guard::{Customer, Guest};
use crate::provider::look::SiteFrame;
use crate::provider::{home, log_on};
use crate::web::answer::Handled;
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::way_back::WayBack;
use rules::sites;

#[derive(Serialize)]
struct ListView {
    sites: Vec<SiteFrame>,
}

#[get("/tjenester")]
pub fn list() -> Page {
    Page::new("provider/list.html", ListView { sites: sites::ALL.iter().map(SiteFrame::of).collect() })
}

/// A site's front page.
#[get("/tjenester/<_>?<til>")]
pub async fn front(
    guest: Guest<'_>,
    customer: Option<Customer<'_>>,
    language: Language,
    til: Option<WayBack>,
) -> Handled {
    match customer {
        Some(customer) => home::page(&customer, language).await,
        None => Ok(log_on::page(&guest, til.as_ref()).await?.into()),
    }
}
