//! The citizen's pages.

mod entry;
pub mod front;
pub mod public;
pub mod self_service;

use rocket::{Route, routes};

/// All routes of the section.
pub fn routes() -> Vec<Route> {
    let open = routes![
        front::front,
        public::accessibility::accessibility,
        public::certificate::check,
        public::publication::asked,
        public::publication::asked_by_address,
        public::publication::certificate,
        public::publication::list,
        public::publication::part,
        public::reading::certificates,
        public::reading::glossary,
        public::reading::security,
        public::revocation_list::list,
        public::site_map::site_map,
        public::terms::in_force,
        public::terms::version,
        public::validation::ask,
        public::validation::answer
    ];
    [open, entry::routes(), self_service::routes()].concat()
}
