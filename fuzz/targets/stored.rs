//! Fuzz target: see `fuzz/checks/stored.rs`.
#![no_main]

#[path = "../checks/stored.rs"]
mod stored;

libfuzzer_sys::fuzz_target!(|text: &str| stored::check(text));
