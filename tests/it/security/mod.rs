//! What somebody with bad intentions must not get.

mod guesses;
