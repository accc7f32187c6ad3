//! The front page of the RA portal: *Bestil NemID* and *Vedligehold NemID* with its five actions.

use rocket::get;
use serde::Serialize;

use crate::web::desk_session::RaStaff;
use crate::web::page::Page;
use rules::staff::Role;

#[derive(Serialize)]
struct FrontView {
    /// Whether the employee is an officer, who serves at the counter.
    serves: bool,
    /// Whether the employee is the administrator.
    administers: bool,
    /// Whether the employee is the local trainer.
    trains: bool,
}

/// What the employee can do here.
#[get("/ra")]
pub fn front(staff: RaStaff) -> Page {
    Page::new("ra/front.html", view(&staff.0.role))
}

/// The five actions of *Vedligehold NemID*.
#[get("/ra/vedligehold")]
pub fn maintain(staff: RaStaff) -> Page {
    Page::new("ra/maintain.html", view(&staff.0.role))
}

fn view(role: &Role) -> FrontView {
    FrontView {
        serves: role.counter().is_some(),
        administers: *role == Role::Administrator,
        trains: matches!(role, Role::SuperUser { .. }),
    }
}
