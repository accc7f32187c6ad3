//! The pages of service providers: sites that NemID opens, each with its own log-on box and its own colours.

mod accounts;
mod address;
mod consent;
mod enrolment;
mod front;
mod guard;
mod home;
mod key;
mod kroner;
mod log_on;
mod look;
mod papers;
mod payment;
mod receipt;
mod reply;
mod signing;

use rocket::request::Request;
use rocket::response::Redirect;
use rocket::{Catcher, Route, catch, catchers, routes};

use crate::web::way_back::{WayBack, page_of};

/// All routes of the section.
pub fn routes() -> Vec<Route> {
    let open = routes![
        front::list,
        front::front,
        log_on::log_on,
        log_on::log_off,
        key::ask,
        key::answer,
        key::other_card,
        key::choose_card,
        key::choose_kind,
        consent::ask,
        consent::give,
        consent::decline,
        consent::take_back,
        home::told,
        accounts::account,
        payment::form,
        payment::prepare,
        papers::letter,
        papers::prepare,
        receipt::xml,
        receipt::pdf,
        signing::read,
        signing::password,
        signing::ask,
        signing::answer,
        signing::choose_card,
        signing::choose_kind,
    ];
    [open, enrolment::routes()].concat()
}

/// The catchers for the sites' addresses.
pub fn catchers() -> Vec<Catcher> {
    catchers![log_on_first]
}

/// A visitor who is not logged on at a site is redirected to its own log-on box, and returns afterwards.
#[catch(401)]
fn log_on_first(request: &Request<'_>) -> Redirect {
    let Some(site) = request.uri().path().segments().get(1).map(address::at) else {
        return Redirect::to(address::LIST);
    };
    let way = WayBack::parse(&page_of(request)).filter(|way| way.to_string() != site);
    Redirect::to(way.map_or_else(|| site.clone(), |way| way.by(&site)))
}
