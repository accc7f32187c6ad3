//! One file per intention, in a folder per subject; each intention is one transaction.

pub mod access;
pub mod anonymous;
pub mod app;
pub mod certificates;
pub mod desk;
pub mod enrolment;
pub mod open;
mod opening;
pub mod own;
pub mod seed;
pub mod sites;
pub mod upkeep;
pub mod world;
pub mod worlds;
