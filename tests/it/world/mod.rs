//! The world outside the system: the seeded persons, the clock, the post, and the control room.

mod api;
mod description;
mod filling;
mod notes;
mod pages;
