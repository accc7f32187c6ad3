//! The server key and what is derived from it: keys of cards, seals, tokens.

pub mod key_press;
pub mod seal;
pub mod server_key;
pub mod token;
pub mod tokens;
