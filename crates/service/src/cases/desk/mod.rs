//! The desks: an office's counter in the RA portal, the administrator's, a bank's own, the operator's. All of
//! them share one flow.
//!
//! ```text
//!  begin ─▶ identify ─▶ choose a NemID ─▶ choose what ─▶ read it all ─▶ sign ─▶ what to do next
//!  └────────────── an errand, kept for its employee; nothing changes ────┘  └─ one transaction, journal included
//! ```
//!
//! A desk decides by the same rules as the citizen's own pages, with another actor (Rules 3.5.3, 4.3; DOMAIN
//! 4). What each desk passes to them is in `plan`. Only the counter asks for identification: a bank and the
//! operator know whom they serve.

pub mod action;
pub mod errand;
pub mod journal;
pub mod kind;
pub mod look_ups;
pub mod next;
pub mod office_stock;
mod plan;
pub mod refusal;
pub mod serving;
pub mod signing;
pub mod snapshot;
pub mod staff;
pub mod steps;
pub(crate) mod stock;

pub use crate::cases::desk::action::Action;
pub use crate::cases::desk::errand::{Errand, Receipt};
pub use crate::cases::desk::kind::Kind;
pub use crate::cases::desk::next::{Next, Told};
pub use crate::cases::desk::refusal::{DeskRefusal, StockRefusal};
pub use crate::cases::desk::serving::Desk;
pub use crate::cases::desk::snapshot::{ErrandSnapshot, Target};
pub use crate::cases::desk::steps::Sought;
