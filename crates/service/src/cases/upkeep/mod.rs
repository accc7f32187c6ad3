//! What those who run the program need: looking a world over, taking it away, letting an administrator in again.

pub mod check;
pub mod health;
pub mod reopen_administrator;
pub mod reset;
