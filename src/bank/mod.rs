//! The banks' own counters, each with a log-on for its own clerks. A bank issues NemIDs for its netbank,
//! helps and blocks its customers, and moves its agreement to another NemID of the same person (DOMAIN 4,
//! Guide 3.1.5).

mod front;

use rocket::{Route, routes};

use crate::web::desk;
use rules::places::BANKS;

/// All routes of the section.
pub fn routes() -> Vec<Route> {
    let of_bank = |name: &str| {
        let below = |route: Route| route.map_base(|_| format!("/bank/{name}")).ok();
        desk::routes().into_iter().filter_map(below).collect::<Vec<_>>()
    };
    let counters = BANKS.iter().flat_map(|bank| of_bank(bank.name));
    counters.chain(routes![front::banks]).collect()
}
