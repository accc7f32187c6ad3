//! The desks besides the counter: the operator's, and each bank's own.
//!
//! ```text
//!  begin ─▶ choose a NemID ─▶ choose what ─▶ read it all ─▶ sign
//!  └──── an errand, kept for whoever serves ────┘  └─ one transaction, journal included
//! ```
//!
//! What is offered is what the rules would not refuse: each deed is tried on paper before it is shown. The rules are
//! those that citizen and counter go through too, with another actor (Rules 3.5.3, 4.3; DOMAIN 4).

pub mod deed;
pub mod errand;
pub mod journal;
mod plan;
mod plan_bank;
mod plan_operator;
pub mod refusal;
pub mod signing;

pub use deed::Deed;
pub use errand::{Desk, Errand, Look, Receipt, Sought};
pub use refusal::DeskRefusal;
