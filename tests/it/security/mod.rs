//! What an attacker must not get.

mod asvs;
mod events;
mod guesses;
mod planted;
mod routes;
