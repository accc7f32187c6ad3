//! Tests that see the program from outside: through its pages, its files and its commands.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod architecture;
mod browser;
mod codes;
mod commands;
mod counter;
mod desks;
mod entry;
mod guide;
mod people;
mod properties;
mod rules;
mod sections;
mod security;
mod self_service;
mod site;
mod web;
mod wording;
mod world;
