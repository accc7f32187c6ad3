//! Activation and re-opening of a bank's NemID in its netbank (Guide 3.1.2, 3.2.2): the addresses of the
//! enrolment's pages, and the frame around them. Their content is in [`crate::web::enrolment`]. A temporary
//! password issued for another place dies here.

mod frame;
mod routes;

pub use crate::provider::enrolment::routes::routes;
