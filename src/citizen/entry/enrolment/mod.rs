//! Activation and re-opening at Selvbetjening: where the pages of the enrolment lie here, and what is around them. What
//! happens on them is in [`crate::web::enrolment`].

mod frame;
mod routes;

pub use crate::citizen::entry::enrolment::routes::routes;
