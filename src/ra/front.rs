//! The front page of the RA portal: *Bestil NemID* and *Vedligehold NemID* with its five actions.

use rocket::get;
use serde::Serialize;

use crate::web::desk_session::RaStaff;
use crate::web::page::Page;
use rules::staff::Role;

/// An exercise, and where the control room lists the persons who play it.
#[derive(Clone, Copy, Serialize)]
struct Exercise {
    text: &'static str,
    anchor: &'static str,
}

/// Every section of the guide that is played at the counter, in its order.
const EXERCISES: [Exercise; 11] = [
    Exercise { text: "ra-training-look-up", anchor: "guide-2-1" },
    Exercise { text: "ra-training-nothing-received", anchor: "guide-3-1-1" },
    Exercise { text: "ra-training-dead", anchor: "guide-3-1-2" },
    Exercise { text: "ra-training-forgotten", anchor: "guide-3-1-3" },
    Exercise { text: "ra-training-locked", anchor: "guide-3-1-4" },
    Exercise { text: "ra-training-two-nemids", anchor: "guide-3-1-5" },
    Exercise { text: "ra-training-lost", anchor: "guide-3-1-6" },
    Exercise { text: "ra-training-more-cards", anchor: "guide-3-1-7" },
    Exercise { text: "ra-training-bank", anchor: "guide-3-2-1" },
    Exercise { text: "ra-training-bank-activate", anchor: "guide-3-2-2" },
    Exercise { text: "ra-training-bank-urgent", anchor: "guide-3-2-3" },
];

#[derive(Serialize)]
struct FrontView {
    /// Whether the employee is an officer, who serves at the counter.
    serves: bool,
    /// Whether the employee is the administrator.
    administers: bool,
    /// Whether the employee is the local trainer.
    trains: bool,
    /// What new employees can practise, section by section of the guide.
    exercises: Vec<Exercise>,
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
        exercises: EXERCISES.to_vec(),
    }
}
