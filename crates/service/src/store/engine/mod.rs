//! The two engines of the store: SQLite within the program, and PostgreSQL beside it. A transaction of either runs the same
//! statements with the same values and reads the same rows.

pub(super) mod activity;
pub(super) mod cells;
pub mod copied;
mod dialect;
mod encryption;
mod hosts;
pub mod listening;
pub mod no_server;
pub(super) mod reach;
pub(super) mod row;
pub(super) mod run;
pub mod schema;
pub mod server;
pub(super) mod session;
pub(super) mod sessions;
mod unconfirmed;
pub(super) mod values;
