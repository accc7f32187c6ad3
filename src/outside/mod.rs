//! Everything with an outside: hashing, keys, seals, chance, clock, mail, letters.

pub mod chance;
pub mod clock;
pub mod hasher;
mod hasher_pool;
pub mod key_press;
mod letter_fonts;
mod letter_layout;
pub mod letter_pdf;
mod letter_tags;
pub mod mail;
pub mod owner_only;
pub mod seal;
pub mod server_key;
pub mod sole;
mod source;
pub mod tokens;
