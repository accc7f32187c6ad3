//! The control room and its JSON twin: what lies outside the system. Clock, register, letter boxes, shelves.

mod api;
mod gate;
mod pages;
pub mod tick;
mod view;

use rocket::{Catcher, Route, catchers};

pub use crate::world::api::openapi::document as openapi;
pub use crate::world::gate::Key;

/// The pages, below `/kontrolrum`.
pub fn pages() -> Vec<Route> {
    pages::routes()
}

/// The JSON twin, below `/api/world`.
pub fn api() -> Vec<Route> {
    api::routes()
}

/// Who asks people for the password of the control room.
pub fn locked() -> Vec<Catcher> {
    catchers![gate::locked]
}

/// Who asks programs for it.
pub fn locked_to_programs() -> Vec<Catcher> {
    catchers![gate::locked_to_programs]
}
