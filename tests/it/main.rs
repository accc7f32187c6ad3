//! Tests of the program from outside: through its pages, its files and its commands.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod architecture;
mod at_once;
mod browser;
mod carriers;
mod certificates;
mod codes;
mod commands;
mod counter;
mod damage;
mod decided_words;
mod design_system;
mod desks;
mod engines;
mod entry;
mod guide;
mod listener;
mod local;
mod migrations;
mod moved;
mod owner_only;
mod people;
mod process;
mod relay;
mod rules;
mod sections;
mod security;
mod self_service;
mod sessions;
mod settings;
mod site;
mod slow;
mod statements;
mod states;
mod stored;
mod time;
mod transfer;
mod two_programs;
mod unused_texts;
mod web;
mod wording;
mod world;
mod worlds;
