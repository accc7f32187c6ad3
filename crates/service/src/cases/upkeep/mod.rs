//! What the people who run the program need: checking a world, removing it, re-opening an administrator.

pub mod check;
pub mod health;
pub(crate) mod older_letters;
pub mod reopen_administrator;
pub mod reset;
pub mod writable;
