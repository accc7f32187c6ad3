//! The operator's pages: what Nets did for everybody (Rules 3.5.3, 3.10, 4.3).

mod health;
mod terms;

use rocket::{Route, routes};

use crate::web::desk;

/// All routes of the section.
pub fn routes() -> Vec<Route> {
    let below = |route: Route| route.map_base(|_| "/operatoer".to_owned()).ok();
    let desk = [desk::routes(), desk::look_ups()].concat().into_iter().filter_map(below);
    desk.chain(routes![health::page, terms::overview, terms::publish]).collect()
}
