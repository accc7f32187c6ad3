//! Activation and re-opening of a bank's NemID in its netbank (Guide 3.1.2, 3.2.2): where the pages of the enrolment lie
//! there, and what is around them. What happens on them is in [`crate::web::enrolment`]. A temporary password that is
//! meant for elsewhere dies here.

mod frame;
mod routes;

pub use crate::provider::enrolment::routes::routes;
