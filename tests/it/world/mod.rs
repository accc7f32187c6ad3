//! The world outside the system: the seeded persons, the clock, the post, and the control room.

pub mod api;
mod api_page;
mod description;
mod filling;
mod heard;
mod large_print;
mod letters;
mod newcomers;
mod notes;
mod pages;
mod post;
mod reset;
