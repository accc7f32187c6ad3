//! What happens at a service provider: logging on, the claims it receives, signing, and a netbank's accounts.

pub mod accounts;
pub mod answer;
pub mod consent;
pub mod entry;
mod grounds;
pub mod receipt;
pub mod signer;
pub mod signing;
pub mod visit;

pub use crate::store::documents::{Document, Payment};
