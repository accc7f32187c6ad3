//! What the employee does next: once an action is signed, and in place of one that can't be done now (Guide
//! 3.1.1–3.1.7, 3.2.1–3.2.3). Pages only show it. What leads on is offered only where the rules allow it.

mod after;
mod step;
mod told;
mod way;

pub(super) use crate::cases::desk::next::after::{Signed, after, told_after};
pub use crate::cases::desk::next::step::Next;
pub use crate::cases::desk::next::told::Told;
pub use crate::cases::desk::next::way::{Served, instead};
