//! Argon2id, on threads and memory of its own, with a queue that is fair between sources.

pub mod hasher;
mod pool;
mod settings;
mod source;
