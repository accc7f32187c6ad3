//! The citizen's pages.

pub mod front;
pub mod public;

use rocket::{Route, routes};

/// All routes of the section.
pub fn routes() -> Vec<Route> {
    routes![
        front::front,
        public::accessibility::accessibility,
        public::revocation_list::list,
        public::rules::rules
    ]
}
