//! The counter's pages: *Bestil NemID*, *Vedligehold NemID*, journal, stock and staff.

mod counter;
mod deeds;
mod front;
mod journal;
mod log_off;
mod staff;
mod stock;
mod words;

use rocket::{Route, routes};

use crate::cases::counter::{Desk, Kind};
use crate::web::session::{Administrator, Officer};

/// All routes of the section.
pub fn routes() -> Vec<Route> {
    let fronts = routes![front::front, front::maintain, journal::show, stock::show, log_off::log_off];
    let staff = staff::routes();
    let flows = deeds::routes().into_iter().chain([(Kind::Staff, Vec::new())]).flat_map(|(kind, choice)| {
        let all = counter::routes(kind).into_iter().chain(choice);
        all.map(move |route| route.map_base(|_| counter::base(kind).to_owned()))
    });
    let mounted = flows.filter_map(Result::ok);
    fronts.into_iter().chain(staff).chain(mounted).collect()
}

impl From<Officer> for Desk {
    fn from(officer: Officer) -> Self {
        Self { staff: officer.staff, cpr: officer.cpr, role: officer.role, origin: officer.origin }
    }
}

impl From<Administrator> for Desk {
    fn from(administrator: Administrator) -> Self {
        let Administrator { staff, cpr, origin, .. } = administrator;
        Self { staff, cpr, role: crate::rules::staff::Role::Administrator, origin }
    }
}
