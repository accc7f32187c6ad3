//! Everything that depends on the outside: hashing, keys, seals, random numbers, clock, mail, letters, certificates.

pub mod chance;
pub mod clock;
pub mod durable;
pub mod hashing;
pub mod instance_lock;
pub mod keys;
pub mod letters;
pub mod mail;
pub mod owner_only;
pub mod pki;
