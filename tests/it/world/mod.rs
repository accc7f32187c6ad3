//! What lies outside the system: the first persons, the clock, the post, and the control room over them.

mod api;
mod description;
mod filling;
mod notes;
mod pages;
