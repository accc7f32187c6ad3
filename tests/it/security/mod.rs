//! What an attacker must not get.

mod events;
mod guesses;
mod planted;
mod routes;
