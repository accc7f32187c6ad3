//! The counter's pages: *Bestil NemID*, *Vedligehold NemID*, journal, stock and staff.

mod actions;
mod counter;
mod front;
mod staff;
mod stock;

use rocket::{Route, routes};

use crate::web::desk;
use service::cases::desk::Kind;

/// All routes of the section.
pub fn routes() -> Vec<Route> {
    let fronts = routes![front::front, front::maintain, stock::show, stock::restock];
    let shared = below(
        "/ra",
        [desk::journal(), desk::look_ups(), desk::sessions(), desk::certificate(), desk::log_off()].concat(),
    );
    let flows = actions::routes().into_iter().chain([(Kind::Staff, Vec::new())]);
    let flows =
        flows.flat_map(|(kind, choice)| below(counter::base(kind), [counter::routes(kind), choice].concat()));
    [fronts, staff::routes(), shared, flows.collect()].concat()
}

/// Routes below an address.
fn below(base: &'static str, routes: Vec<Route>) -> Vec<Route> {
    routes.into_iter().filter_map(|route| route.map_base(|_| base.to_owned()).ok()).collect()
}
