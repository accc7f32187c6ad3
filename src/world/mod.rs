//! The control room and its JSON API: the world outside the system. Clock, register, letter boxes, stock.

pub mod all_worlds;
mod api;
mod carrier_line;
mod gate;
mod message_line;
mod pages;
mod telephone;
pub mod tick;
mod view;
mod voice;

use rocket::{Catcher, Route, catchers};

pub use crate::world::api::openapi::document as openapi;
pub use crate::world::gate::Key;

/// The pages, below `/kontrolrum`.
pub fn pages() -> Vec<Route> {
    pages::routes()
}

/// The pages of a telephone, below `/telefon`.
pub fn telephone() -> Vec<Route> {
    telephone::routes()
}

/// The JSON API, below `/api/world`.
pub fn api() -> Vec<Route> {
    api::routes()
}

/// The JSON API of all worlds, below `/api/worlds`.
pub fn api_of_worlds() -> Vec<Route> {
    api::of_worlds()
}

/// The catchers that ask people for the control-room password.
pub fn locked() -> Vec<Catcher> {
    catchers![gate::locked]
}

/// The catchers that ask programs for it.
pub fn locked_to_programs() -> Vec<Catcher> {
    catchers![gate::locked_to_programs]
}
