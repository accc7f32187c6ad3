//! A private site asks before it is told the CPR number, and forgets it when asked to (Rules 4.1).

use rocket::response::Redirect;
use rocket::{get, post};
use serde::Serialize;

use crate::provider::at;
use crate::provider::guard::{Customer, OpenApp};
use crate::provider::look::SiteFrame;
use crate::web::answer::Answer;
use crate::web::forms::{Checked, NoFields};
use crate::web::page::Page;
use service::cases::sites::consent;

#[derive(Serialize)]
struct ConsentView {
    site: SiteFrame,
}

/// Asks, unless it was agreed before or nothing is to be asked here.
#[get("/tjenester/<_>/samtykke")]
pub async fn ask(customer: Customer, app: &OpenApp) -> Result<Page, Answer> {
    if !consent::is_to_be_asked(app, customer.site, customer.nemid).await? {
        return Err(Redirect::to(at(customer.site.place.name)).into());
    }
    Ok(Page::new("provider/consent.html", ConsentView { site: SiteFrame::for_customer(&customer) }))
}

/// Agrees.
#[post("/tjenester/<_>/samtykke", data = "<_sent>")]
pub async fn give(customer: Customer, _sent: Checked<NoFields>, app: &OpenApp) -> Result<Redirect, Answer> {
    consent::set(app, customer.site, customer.nemid, &customer.origin, true).await?;
    Ok(Redirect::to(at(customer.site.place.name)))
}

/// Goes on without: nothing is told and nothing kept.
#[post("/tjenester/<_>/samtykke/nej", data = "<_sent>")]
pub fn decline(customer: Customer, _sent: Checked<NoFields>) -> Redirect {
    Redirect::to(at(customer.site.place.name))
}

/// Takes the consent back.
#[post("/tjenester/<_>/samtykke/tilbage", data = "<_sent>")]
pub async fn take_back(
    customer: Customer,
    _sent: Checked<NoFields>,
    app: &OpenApp,
) -> Result<Redirect, Answer> {
    consent::set(app, customer.site, customer.nemid, &customer.origin, false).await?;
    Ok(Redirect::to(format!("{}/oplysninger", at(customer.site.place.name))))
}
