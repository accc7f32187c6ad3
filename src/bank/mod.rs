//! The banks' own counters, each behind the log-on of its own clerks.

mod desk;
mod front;

use rocket::{Route, routes};

/// All routes of the section.
pub fn routes() -> Vec<Route> {
    routes![
        front::banks,
        front::log_off,
        desk::front,
        desk::find,
        desk::errand,
        desk::choose_nemid,
        desk::ask,
        desk::choose,
        desk::read,
        desk::sign,
        desk::journal
    ]
}
