//! What an attacker must not get.

mod guesses;
mod hash_queue;
mod planted;
mod routes;
