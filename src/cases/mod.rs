//! One file per intention, or family of intentions; each is one transaction.

pub mod change_password;
pub mod counter;
pub mod door;
pub mod ending;
pub mod event_log;
pub mod house;
mod keys;
pub mod letters;
pub mod log_on;
pub mod opening;
pub mod overview;
pub mod own;
pub mod own_block;
pub mod own_cards;
pub mod own_certificate;
pub mod own_details;
mod password;
pub mod places;
pub mod revocation_list;
pub mod sessions;
mod shadow;
pub mod upkeep;
