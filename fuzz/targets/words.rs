//! Fuzz target: see `fuzz/checks/words.rs`.
#![no_main]

#[path = "../checks/words.rs"]
mod words;

libfuzzer_sys::fuzz_target!(|text: &str| words::check(text));
