//! The operator's pages: what Nets did for everybody (Rules 3.5.3, 3.10, 4.3).

mod desk;
mod health;
mod log_off;
mod rules;

use rocket::{Route, routes};

/// All routes of the section.
pub fn routes() -> Vec<Route> {
    let desk = routes![
        desk::front,
        desk::find,
        desk::errand,
        desk::choose_nemid,
        desk::ask,
        desk::choose,
        desk::read,
        desk::sign,
        desk::journal
    ];
    let whole = routes![health::page, log_off::log_off, rules::rules, rules::publish];
    [desk, whole].concat()
}
