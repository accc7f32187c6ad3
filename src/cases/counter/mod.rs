//! The counter: what an officer does for a citizen, from the CPR number to the signature.
//!
//! ```text
//!  begin ─▶ identify ─▶ choose a NemID ─▶ choose what ─▶ read it all ─▶ sign ─▶ what to do next
//!  └────────────── an errand, kept for its officer; nothing changes ──┘  └─ one transaction
//! ```
//!
//! What is decided about the NemID is decided by the rules that its citizen goes through too, with the officer as
//! actor. The administrator's own actions about staff are errands of the same kind, begun in [`staff`].

pub mod deed;
pub mod errand;
pub mod journal;
pub mod next;
mod plan;
mod plan_staff;
pub mod refusal;
pub mod signing;
pub mod staff;
mod stock;

pub use deed::Deed;
pub use errand::{Desk, Errand, Kind, Look, Receipt};
pub use next::Next;
pub use refusal::{DeskRefusal, StockRefusal};
