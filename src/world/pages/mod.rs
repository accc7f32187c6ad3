//! The pages of the control room, one file each.

mod clock;
mod cpr_number;
mod hotline;
mod letter;
mod message;
mod offices;
mod overview;
mod person;
mod post;
mod register;
mod stated_address;

use rocket::http::Status;
use rocket::{Route, routes};

use crate::web::answer::Answer;
use rules::words::CprNumber;

pub fn routes() -> Vec<Route> {
    routes![
        overview::show,
        overview::persons,
        clock::show,
        clock::move_on,
        person::show,
        person::card,
        person::call,
        register::rename,
        register::relocate,
        register::leave,
        stated_address::state,
        stated_address::withdraw,
        cpr_number::give,
        register::die,
        letter::open,
        letter::show,
        letter::pdf,
        post::show,
        post::delay,
        post::lose,
        post::find,
        message::signed,
        offices::show,
        offices::open,
        offices::opened,
        hotline::hear,
        hotline::call,
    ]
}

/// A CPR number from an address; for anything else the page is not found.
fn cpr(text: &str) -> Result<CprNumber, Answer> {
    CprNumber::parse(text).map_err(|_| Status::NotFound.into())
}

/// The address of a person's page.
pub(super) fn page_of(cpr: CprNumber) -> String {
    format!("/kontrolrum/personer/{}", cpr.digits())
}
