//! One file per intention, or family of intentions; each is one transaction.

pub mod counter;
pub mod door;
pub mod house;
mod keys;
pub mod log_on;
pub mod opening;
mod password;
pub mod places;
pub mod sessions;
mod shadow;
