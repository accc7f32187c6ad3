//! `selvbetjening`: a self-contained simulator of the Danish NemID self-service portal and of the RA
//! portal at the counter, with the banks, public sites, post and clock around them.
//!
//! This crate is the site, one of three. A request goes downwards through them and back: **form → command → rule →
//! events → one transaction → page**.
//!
//! ```text
//!                        listener                         connections and their limits             ┐
//!   citizen   ra   bank   provider   operator   world     pages, thin; one folder per audience     │ this crate
//!                          web                            what all pages share                     ┘
//!                         cases                           one intention = one unit of work         ┐ crates/service
//!                    /            \
//!                store            outside                 SQL | hashing, keys, letters, mail,      ┘
//!                    \            /                              clock, chance
//!                         rules                           pure: what is allowed, what follows        crates/rules
//! ```
//!
//! The pages name the cases of `service` and the types of `rules`; store and outside are private to the service. The
//! audiences never name each other. `docs/ARCHITECTURE.md` shows the parts, four walks through them, and where
//! something new goes.

pub mod bank;
pub mod citizen;
pub mod cli;
pub mod commands;
pub mod config;
pub mod listener;
pub mod memory;
pub mod operator;
pub mod provider;
pub mod ra;
pub mod report;
pub mod signals;
pub mod start;
pub mod web;
pub mod world;
