//! What an attacker must not get.

mod growth;
mod guesses;
mod planted;
mod recovery;
mod routes;
mod strangers;
mod who_exists;
