//! The server key and what is derived from it: keys of cards, codes of tokens, seals, tokens.

mod hotp;
pub mod key_press;
mod no_server_key;
pub mod pins;
pub mod seal;
pub mod server_key;
pub mod token;
pub mod token_codes;
pub mod tokens;
