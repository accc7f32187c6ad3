//! The front page of the RA portal: *Bestil NemID* and *Vedligehold NemID* with its five actions.

use rocket::get;
use serde::Serialize;

use crate::rules::staff::Role;
use crate::web::page::Page;
use crate::web::session::RaStaff;

#[derive(Serialize)]
struct FrontView {
    /// Whether it is an officer, who serves at the counter.
    serves: bool,
    /// Whether it is the administrator.
    administers: bool,
    /// Whether it is the local trainer.
    trains: bool,
}

/// What one can do here.
#[get("/ra")]
pub fn front(staff: RaStaff) -> Page {
    Page::new("ra/front.html", view(&staff))
}

/// The five actions of *Vedligehold NemID*.
#[get("/ra/vedligehold")]
pub fn maintain(staff: RaStaff) -> Page {
    Page::new("ra/maintain.html", view(&staff))
}

fn view(staff: &RaStaff) -> FrontView {
    FrontView {
        serves: staff.role.counter().is_some(),
        administers: staff.role == Role::Administrator,
        trains: matches!(staff.role, Role::SuperUser { .. }),
    }
}
