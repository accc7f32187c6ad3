//! Reads the sources and checks what the compiler does not: imports go one way and form no circle, no file
//! has an empty name, each says what it is for and stays small enough to be read. That a page uses no SQL, no
//! hasher and no clock needs no test: its crate does not have them.

mod circles;
mod sources;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub use sources::templates;
use sources::{everywhere, imports, program, sources};

/// Which folders a folder may name, besides itself. What one crate may name of another is in its Cargo.toml.
const MAY_NAME: [(&str, &[&str]); 11] = [
    ("crates/service/src/store/", &[]),
    ("crates/service/src/outside/", &[]),
    ("crates/service/src/cases/", &["crates/service/src/store/", "crates/service/src/outside/"]),
    ("src/web/", &[]),
    ("src/listener/", &["src/web/"]),
    ("src/citizen/", &["src/web/"]),
    ("src/ra/", &["src/web/"]),
    ("src/provider/", &["src/web/"]),
    ("src/bank/", &["src/web/"]),
    ("src/operator/", &["src/web/"]),
    ("src/world/", &["src/web/"]),
];

#[test]
fn imports_go_one_way() {
    let may_name: BTreeMap<_, _> = MAY_NAME.into();
    let folder = |path: &str| may_name.keys().find(|folder| path.starts_with(**folder)).copied();
    let mut crossings = Vec::new();
    for (file, named) in imports() {
        let Some(from) = folder(&file) else { continue };
        let same_crate = |other: &str| other.starts_with("crates/") == file.starts_with("crates/");
        let others =
            named.iter().filter(|other| same_crate(other) && folder(other).is_some_and(|to| to != from));
        let barred = others.filter(|other| !may_name[from].iter().any(|may| other.starts_with(may)));
        crossings.extend(barred.map(|other| format!("{file} names {other}")));
    }
    assert_eq!(crossings, [""; 0]);
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let imports = imports();
    let arrows: usize = imports.values().map(std::collections::BTreeSet::len).sum();
    assert!(arrows > 500, "too few imports were found: {arrows}");
    assert_eq!(circles::of(&imports), [[""; 0]; 0]);
}

/// The places where a parameter or a binding is a tuple with its types beside it, `(a, b): (A, B)`: each is a missing
/// type, or several honest parameters.
fn typed_tuples(code: &str) -> usize {
    let closes_a_pattern = |before: &str| {
        let names = before.trim_end().strip_suffix(')').and_then(|before| before.rsplit_once('('));
        names.is_some_and(|(_, names)| {
            names.contains(',')
                && names.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ',' | ' ' | '\n' | '#'))
        })
    };
    let colons = code.match_indices(':').filter(|(at, _)| !code[at + 1..].starts_with(':'));
    let types = colons.filter(|(at, _)| {
        code[at + 1..].trim_start().trim_start_matches(['&', 'm', 'u', 't', ' ']).starts_with('(')
    });
    types.filter(|(at, _)| closes_a_pattern(&code[..*at])).count()
}

#[test]
fn what_travels_together_has_a_type() {
    assert_eq!(typed_tuples("fn f((a, b): (A, B), c: (C, D)) { let (x, mut y): (X, Y) = g; }"), 2);
    let program = program().into_iter().filter(|source| typed_tuples(&source.code()) > 0);
    assert_eq!(program.map(|source| source.path).collect::<Vec<_>>(), [""; 0]);
}

/// A result within a result, or within an option, is a missing enum such as `Attempt` or `Settled`.
#[test]
fn no_result_is_nested() {
    let is_nested =
        |code: &str| ["Result<Result<", "Option<Result<"].iter().any(|shape| code.contains(shape));
    assert!(is_nested("fn f() -> Result<Result<(), A>, B>"));
    let program = program().into_iter().filter(|source| is_nested(&source.code()));
    assert_eq!(program.map(|source| source.path).collect::<Vec<_>>(), [""; 0]);
}

/// What is changed goes through the unit of work.
#[test]
fn only_the_unit_of_work_writes() {
    let act = "crates/service/src/cases/app/";
    let opening = "crates/service/src/cases/open.rs";
    let mut beside = Vec::new();
    for source in program().into_iter().filter(|source| !source.path.starts_with("crates/service/src/store/"))
    {
        let code = source.code();
        let writes = [".write_then(", ".write(move |tx|", ".write(|tx|", ".save_events("];
        let found = writes.into_iter().filter(|write| code.contains(write));
        if !source.path.starts_with(act) && source.path != opening {
            beside.extend(found.map(|write| format!("{} says {write}", source.path)));
        }
    }
    assert_eq!(beside, [""; 0]);
}

#[test]
fn only_the_store_knows_sql() {
    let store = "crates/service/src/store/";
    let elsewhere = program().into_iter().filter(|source| !source.path.starts_with(store));
    let speakers = elsewhere.filter(|source| source.code().contains("rusqlite"));
    assert_eq!(speakers.map(|source| source.path).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn rules_know_no_clock_no_chance_and_no_wire() {
    let mut impure = Vec::new();
    for source in sources("crates/rules/src") {
        let code = source.code();
        for outside in
            ["::now()", "rand::", "rocket::", "tokio::", "async fn", "std::fs", "std::env", "println!"]
        {
            // A crate's name, and not the end of a longer word (`Errand::`).
            let own_word = |at: usize| !code[..at].ends_with(|before: char| before.is_alphanumeric());
            let named = |(at, _)| !outside.ends_with("::") || own_word(at);
            if code.match_indices(outside).any(named) {
                impure.push(format!("{} says {outside}", source.path));
            }
        }
    }
    assert_eq!(impure, [""; 0]);
}

#[test]
fn a_nemid_changes_in_one_place() {
    let changing = |source: &sources::Source| {
        let code = source.code();
        ["self.state =", "self.lockout =", "self.password =", "nemid.password =", "nemid.lockout ="]
            .iter()
            .any(|change| code.contains(change))
    };
    let places: Vec<_> = program().into_iter().filter(changing).map(|source| source.path).collect();
    assert!(places.iter().all(|path| path.starts_with("crates/rules/src/nemid/")), "{places:?}");
}

/// The matches over events that have an arm for all the rest: a new event would be forgotten there, and nobody would
/// be told. Read by indentation, as rustfmt leaves it.
fn forgetful(code: &str) -> usize {
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut count = 0;
    for line in code.lines().filter(|line| !line.trim().is_empty()) {
        let pattern = line.trim_start();
        let depth = line.len() - pattern.len();
        while open.last().is_some_and(|(of, _)| depth <= *of) {
            open.pop();
        }
        if let Some((_, over_events)) = open.last_mut().filter(|(of, _)| depth == of + 4) {
            *over_events |= pattern.trim_start_matches("| ").starts_with("Event::");
            count +=
                usize::from(*over_events && (pattern.starts_with("_ =>") || pattern.starts_with("_ if")));
        }
        if line.ends_with('{') && line.contains("match ") {
            open.push((depth, false));
        }
    }
    count
}

#[test]
fn no_match_forgets_a_new_event() {
    assert_eq!(forgetful("match event {\n    Event::LockLifted => 1,\n    _ => 2,\n}"), 1);
    assert_eq!(forgetful("match it {\n    Some(Event::LockLifted) => 1,\n    None => 2,\n    _ => 3,\n}"), 0);
    let rooms = ["crates/rules/src", "crates/service/src/cases"].into_iter().flat_map(sources);
    let forgetting: Vec<_> =
        rooms.filter(|source| forgetful(&source.code()) > 0).map(|source| source.path).collect();
    assert_eq!(forgetting, [""; 0]);
}

#[test]
fn no_drawer_is_named_after_nothing() {
    let nameless = ["utils", "util", "common", "helpers", "helper", "models", "misc", "shared"];
    for source in everywhere() {
        for part in source.path.trim_end_matches(".rs").split('/') {
            assert!(!nameless.contains(&part), "{}", source.path);
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    let mute: Vec<_> =
        everywhere().filter(|source| !source.text.starts_with("//! ")).map(|it| it.path).collect();
    assert_eq!(mute, [""; 0]);
}

#[test]
fn no_file_is_too_long_to_be_read() {
    let long = everywhere().filter(|source| source.text.lines().count() > 300);
    assert_eq!(long.map(|source| source.path).collect::<Vec<_>>(), [""; 0]);
}

/// Where the letters of a citation end and its number begins: `D14`, `DOMAIN 3`.
fn cited(text: &str, before: &str) -> Vec<String> {
    let numbers = text
        .match_indices(before)
        .filter(|(at, _)| !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
    let numbers = numbers.map(|(at, _)| {
        let rest = &text[at + before.len()..];
        rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())].to_owned()
    });
    numbers.filter(|number| !number.is_empty()).collect()
}

#[test]
fn every_decision_that_is_cited_can_be_read() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/DOMAIN.md")).unwrap();
    let mut unread = Vec::new();
    for source in everywhere() {
        let comments = source.text.lines().filter_map(|line| line.split_once("//").map(|(_, said)| said));
        for said in comments {
            let decisions = cited(said, "D").into_iter().map(|number| format!("\n| D{number} |"));
            let parts = cited(said, "DOMAIN ").into_iter().map(|number| format!("\n## {number}. "));
            let unknown = decisions.chain(parts).filter(|place| !page.contains(place));
            unread.extend(unknown.map(|place| format!("{} cites {}", source.path, place.trim())));
        }
    }
    assert_eq!(unread, [""; 0]);
}

#[test]
fn nothing_is_left_for_later() {
    for source in everywhere().filter(|source| !source.path.contains("architecture/")) {
        for word in ["todo!", "unimplemented!", "TODO", "FIXME"] {
            assert!(!source.text.contains(word), "{} says {word}", source.path);
        }
    }
}
