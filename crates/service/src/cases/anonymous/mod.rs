//! What can be done without being logged on.

pub mod block;
pub mod first_order;
pub mod forgotten;
pub mod lost_card;
pub mod revocation_list;
