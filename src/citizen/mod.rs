//! The citizen's pages.

pub mod front;
pub mod public;
pub mod self_service;

use rocket::{Route, routes};

/// All routes of the section.
pub fn routes() -> Vec<Route> {
    let open = routes![
        front::front,
        public::accessibility::accessibility,
        public::revocation_list::list,
        public::rules::rules
    ];
    [open, self_service::routes()].concat()
}
