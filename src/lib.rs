//! `selvbetjening`: a self-contained simulator of the Danish NemID self-service portal and of the RA
//! portal at the counter, with the banks, public sites, post and clock around them.
//!
//! One request goes downwards through these layers and back: **form → command → rule → events → one
//! transaction → page**.
//!
//! ```text
//!   citizen   ra   provider   bank   operator   world     pages, thin; one folder per audience
//!        \     \      |        /        /
//!                    web                           what all pages share
//!                   cases                          one intention = one transaction
//!               /     |     \
//!          rules    store    outside               pure | SQL | hashing, letters, mail, clock
//! ```
//!
//! `rules` imports nobody. `store` and `outside` import `rules`. `cases` imports those three. `web` and the
//! audiences import `cases` and the types of `rules`. The audiences never import each other.

pub mod bank;
pub mod citizen;
pub mod cli;
pub mod commands;
pub mod config;
mod config_reading;
pub mod operator;
pub mod provider;
pub mod ra;
pub mod report;
pub mod signals;
pub mod start;
pub mod web;
pub mod world;
