//! What an attacker must not get.

mod asvs;
mod events;
mod guesses;
mod hash_queue;
mod known_mistakes;
mod planted;
mod routes;
mod stale_facts;
