//! The citizen's pages.

pub mod front;

use rocket::{Route, routes};

/// All routes of the section.
pub fn routes() -> Vec<Route> {
    routes![front::front]
}
