//! A private site asks before it is given the CPR number, and forgets it on request (Rules 4.1).

use rocket::{get, post};
use serde::Serialize;

use crate::provider::address::{destination, onward};
use crate::provider::guard::Customer;
use crate::provider::look::SiteFrame;
use crate::web::answer::{Answer, Handled};
use crate::web::forms::{Checked, NoFields};
use crate::web::page::Page;
use crate::web::way_back::WayBack;
use service::cases::sites::consent;

#[derive(Serialize)]
struct ConsentView {
    site: SiteFrame,
    /// The addresses that say yes and no.
    yes: String,
    no: String,
}

/// Asks, unless the consent was given before or is not needed here.
#[get("/tjenester/<_>/samtykke?<til>")]
pub async fn ask(customer: Customer<'_>, til: Option<WayBack>) -> Handled {
    let til = til.as_ref();
    if !consent::is_to_be_asked(customer.caller.app, customer.site, customer.who.nemid).await? {
        return Ok(Answer::go(destination(customer.site.place.name, til)));
    }
    let yes = format!("{}/samtykke", customer.at());
    let no = onward(format!("{yes}/nej"), til);
    let view = ConsentView { site: SiteFrame::for_customer(&customer), yes: onward(yes, til), no };
    Ok(Page::new("provider/consent.html", view).into())
}

#[post("/tjenester/<_>/samtykke?<til>", data = "<_sent>")]
pub async fn give(customer: Customer<'_>, til: Option<WayBack>, _sent: Checked<NoFields>) -> Handled {
    set(&customer, true).await?;
    Ok(Answer::go(destination(customer.site.place.name, til.as_ref())))
}

/// Goes on without consent: nothing is passed on and nothing kept.
#[post("/tjenester/<_>/samtykke/nej?<til>", data = "<_sent>")]
pub fn decline(customer: Customer<'_>, til: Option<WayBack>, _sent: Checked<NoFields>) -> Answer {
    Answer::go(destination(customer.site.place.name, til.as_ref()))
}

/// Withdraws the consent.
#[post("/tjenester/<_>/samtykke/tilbage", data = "<_sent>")]
pub async fn take_back(customer: Customer<'_>, _sent: Checked<NoFields>) -> Handled {
    set(&customer, false).await?;
    Ok(Answer::go(format!("{}/oplysninger", customer.at())))
}

async fn set(customer: &Customer<'_>, given: bool) -> Result<(), Answer> {
    let Customer { site, who, caller } = customer;
    Ok(consent::set(caller.app, site, who.nemid, &caller.origin, given).await?)
}
