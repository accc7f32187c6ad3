//! The pages of the control room, one file each.

mod ahead;
mod call;
mod clock;
mod cpr_number;
mod description;
mod encrypted_mail;
mod hotline;
mod invitation;
mod letter;
mod message;
mod newcomer;
mod offices;
mod one_world;
mod overview;
mod person;
mod post;
mod register;
mod reset;
mod stated_address;
pub mod thing;
mod use_letter;
mod voice_order;
mod worlds;

use rocket::http::Status;
use rocket::{Route, routes};

use crate::web::answer::Answer;
use rules::words::CprNumber;

pub fn routes() -> Vec<Route> {
    routes![
        overview::show,
        overview::persons,
        description::show,
        call::take,
        clock::show,
        clock::move_on,
        newcomer::ask,
        newcomer::make,
        newcomer::log_on,
        person::show,
        person::card,
        person::call,
        register::rename,
        register::relocate,
        register::leave,
        stated_address::state,
        stated_address::withdraw,
        cpr_number::give,
        register::ask_death,
        register::die,
        reset::ask,
        reset::begin_anew,
        letter::open,
        letter::show,
        letter::pdf,
        post::show,
        post::delay,
        post::lose,
        post::find,
        message::signed,
        encrypted_mail::write,
        encrypted_mail::send,
        encrypted_mail::import,
        offices::show,
        offices::open,
        offices::opened,
        thing::show,
        thing::press,
        thing::change,
        voice_order::ask,
        voice_order::order,
        hotline::hear,
        hotline::call,
        invitation::ask,
        invitation::accept,
        worlds::list,
        worlds::make,
        worlds::make_class,
        worlds::import,
        one_world::show,
        one_world::save,
        one_world::rename,
        one_world::hand_out,
        one_world::keep_mail,
        one_world::ask_back,
        one_world::back,
        one_world::forget_point,
        one_world::ask_reset,
        one_world::reset,
        one_world::ask_remove,
        one_world::remove,
        one_world::export,
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
