//! What somebody with bad intentions must not get.

mod guesses;
mod planted;
mod routes;
