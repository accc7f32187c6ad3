//! What happens at a service provider: getting in, what it is told, signing, and what a netbank does for its
//! customers.

pub mod accounts;
pub mod consent;
pub mod entry;
pub mod signing;
pub mod visit;

pub use crate::store::documents::{Document, Payment};
