//! What an attacker must not get.

mod asvs;
mod events;
mod growth;
mod guesses;
mod hash_queue;
mod known_mistakes;
mod planted;
mod recovery;
pub mod routes;
mod stale_facts;
mod strangers;
mod who_exists;
