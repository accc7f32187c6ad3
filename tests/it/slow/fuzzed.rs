//! The checks of the fuzz targets (`fuzz/checks`), with their seeds and with what a short random walk makes of them.
//! `tests/fuzz` lets libFuzzer search for longer.

#[path = "../../../fuzz/checks/requests.rs"]
pub mod requests;
#[path = "../../../fuzz/checks/settings.rs"]
mod settings;
#[path = "../../../fuzz/checks/stored.rs"]
mod stored;
#[path = "../../../fuzz/checks/words.rs"]
mod words;

use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::site::Site;

/// What is put into inputs beside their own bytes.
const PIECES: [&str; 16] = [
    "\u{1f}",
    "\0",
    "\r\n",
    "\u{202e}",
    "\u{200b}",
    "’",
    "–",
    "Å",
    "😀",
    "%00",
    "--",
    "//",
    "{\"",
    "\"}",
    "9999999999",
    "-1",
];

/// The seeds of a target, from `fuzz/seeds/<target>`.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 3, "{} holds too few seeds", folder.display());
    files.into_iter().map(|file| std::fs::read(file).unwrap()).collect()
}

/// A change of an input: what is done, where, and with what.
#[derive(Clone, Debug)]
struct Change {
    kind: u8,
    at: Index,
    with: u8,
}

fn change() -> impl Strategy<Value = Change> {
    (0_u8..5, any::<Index>(), any::<u8>()).prop_map(|(kind, at, with)| Change { kind, at, with })
}

/// An input with one change. `other` is the seed that is spliced in.
fn changed(mut input: Vec<u8>, change: &Change, other: &[u8]) -> Vec<u8> {
    let at = change.at.index(input.len() + 1);
    let piece = PIECES[usize::from(change.with) % PIECES.len()].as_bytes();
    match change.kind {
        0 => input.insert(at, change.with),
        1 => input.truncate(at),
        2 => drop(input.splice(at..at, piece.iter().copied())),
        3 => drop(input.splice(at.., other.iter().skip(at).copied())),
        _ => {
            if let Some(byte) = input.get_mut(at) {
                *byte ^= change.with;
            }
        }
    }
    input
}

/// Checks the seeds of a target and `cases` inputs that are made of them, the same in each run.
fn walk(target: &str, cases: u32, check: impl Fn(&[u8])) {
    let seeds = seeds(target);
    for seed in &seeds {
        check(seed);
    }
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let inputs = (any::<Index>(), any::<Index>(), proptest::collection::vec(change(), 1..6));
    let outcome = runner.run(&inputs, |(one, other, changes)| {
        let (one, other) = (one.get(&seeds), other.get(&seeds));
        check(&changes.iter().fold(one.clone(), |input, change| changed(input, change, other)));
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{target}: {failure}"));
}

/// A check of text, for bytes that are some.
fn of_text(check: impl Fn(&str)) -> impl Fn(&[u8]) {
    move |bytes| check(&String::from_utf8_lossy(bytes))
}

#[test]
fn words_say_themselves_again() {
    walk("words", 20_000, of_text(words::check));
}

#[test]
fn what_is_stored_is_read_as_it_was_written() {
    walk("stored", 20_000, of_text(stored::check));
}

#[test]
fn settings_never_say_the_password() {
    walk("settings", 3_000, of_text(settings::check));
}

#[test]
fn no_request_breaks_a_page() {
    let site = Site::filled();
    let person = requests::logged_on_everywhere(&site);
    walk("requests", 2_000, |bytes| requests::check(&person, bytes));
}
