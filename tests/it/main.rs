//! Tests that see the program from outside: through its pages, its files and its commands.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod architecture;
mod browser;
mod codes;
mod commands;
mod counter;
mod design_system;
mod desks;
mod entry;
mod guide;
mod migrations;
mod people;
mod process;
mod rules;
mod sections;
mod security;
mod self_service;
mod sessions;
mod site;
mod slow;
mod time;
mod web;
mod wording;
mod world;
