//! `/telefon/<device>`: a telephone of the world as its owner holds it, with the apps on it (D37).

mod install;
mod screen;

use rocket::{Route, routes};

use crate::web::answer::Answer;
use rocket::http::Status;
use rules::nemid::DeviceId;

pub use crate::world::telephone::screen::address;

pub fn routes() -> Vec<Route> {
    routes![
        screen::show,
        screen::approve,
        screen::refuse,
        screen::choose_pin,
        install::begin,
        install::password,
        install::ask,
        install::key,
    ]
}

/// The number of a thing from an address; for anything else the page is not found.
fn device(id: &str) -> Result<DeviceId, Answer> {
    id.parse().map(DeviceId).map_err(|_| Status::NotFound.into())
}
