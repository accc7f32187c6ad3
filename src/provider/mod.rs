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
mod signing;

use rocket::request::Request;
use rocket::response::Redirect;
use rocket::{Catcher, Route, catch, catchers, routes};

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
        signing::read,
        signing::password,
        signing::ask,
        signing::answer,
        signing::choose_card,
    ];
    [open, enrolment::routes()].concat()
}

/// The catchers for the sites' addresses.
pub fn catchers() -> Vec<Catcher> {
    catchers![log_on_first]
}

/// A visitor who is not logged on at a site is redirected to its own log-on box.
#[catch(401)]
fn log_on_first(request: &Request<'_>) -> Redirect {
    Redirect::to(request.routed_segment(1).map_or_else(|| address::LIST.to_owned(), address::at))
}
