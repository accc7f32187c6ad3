//! What an attacker must not get.

mod guesses;
mod planted;
mod routes;
mod stale_facts;
