//! Argon2id, on threads and memory of its own, with a queue that is fair between sources.

pub mod hasher;
mod job;
mod memory;
mod pool;
mod queue;
mod settings;
mod source;
