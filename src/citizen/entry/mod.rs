//! What a citizen does without a session: log on, activate, re-open, order, block.

pub mod block;
pub mod enrolment;
pub mod first_order;
pub mod forgotten;
pub mod log_on;
pub mod lost_card;

use rocket::{Route, routes};

/// The routes of these pages.
pub fn routes() -> Vec<Route> {
    let mut routes = routes![
        log_on::first,
        log_on::password,
        log_on::key,
        log_on::answer,
        log_on::other_card,
        log_on::card,
        log_on::kind,
        log_on::log_off,
        forgotten::ask,
        forgotten::order,
        forgotten::receipt,
        lost_card::ask,
        lost_card::report,
        block::ask,
        block::stop,
        block::receipt,
        first_order::ask,
        first_order::order,
        first_order::receipt,
    ];
    routes.extend(enrolment::routes());
    routes
}
