//! Activation and re-opening at Selvbetjening: the addresses of the enrolment's pages, and the frame around
//! them. Their content is in [`crate::web::enrolment`].

mod frame;
mod routes;

pub use crate::citizen::entry::enrolment::routes::routes;
