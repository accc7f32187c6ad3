//! Reads the sources and holds the walls between the rooms: imports go one way, no drawer is named after nothing, each
//! file says what it is for and stays small enough to be read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms a room may name, besides itself.
const MAY_NAME: [(&str, &[&str]); 11] = [
    ("rules", &[]),
    ("store", &["rules"]),
    ("outside", &["rules"]),
    ("cases", &["rules", "store", "outside"]),
    ("web", &["rules", "cases"]),
    ("citizen", &["rules", "cases", "web"]),
    ("ra", &["rules", "cases", "web"]),
    ("provider", &["rules", "cases", "web"]),
    ("bank", &["rules", "cases", "web"]),
    ("operator", &["rules", "cases", "web"]),
    ("world", &["rules", "cases", "web"]),
];

/// The rooms of pages. They may hold what a case hands them, a type of `store` or `outside`, but never reach for the
/// database themselves.
const PAGES: [&str; 7] = ["web", "citizen", "ra", "provider", "bank", "operator", "world"];
const OF_CASES_ALONE: [&str; 4] = ["Store", "Tx", "Hasher", "ServerKey"];

struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The room it lies in; files beside the rooms have none.
    fn room(&self) -> Option<&str> {
        self.path.strip_prefix("src/")?.split_once('/').map(|(room, _)| room)
    }

    /// What it is without its tests and comments.
    fn code(&self) -> String {
        let code = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        code.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
    }

    /// The paths below `crate::` that it names, groups in braces taken apart.
    fn names(&self) -> Vec<String> {
        let code = self.code();
        let mut names = Vec::new();
        for rest in code.split("crate::").skip(1) {
            let end =
                rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
            let path = &rest[..end];
            if let Some(group) = path.strip_suffix("::").filter(|_| rest[end..].starts_with('{')) {
                let inside = &rest[end + 1..];
                let inside = &inside[..inside.find("};").unwrap_or(inside.len())];
                names.extend(inside.split([',', '{', '}']).map(|name| format!("{group}::{}", name.trim())));
            } else {
                names.push(path.to_owned());
            }
        }
        names
    }
}

fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.push(Source { path, text });
            }
        }
    }
    assert!(!found.is_empty());
    found
}

fn everywhere() -> impl Iterator<Item = Source> {
    ["src", "tests", "benches"].into_iter().flat_map(sources)
}

/// Whether a path ends in a type: pages may hold those that cases hand out.
fn is_type(path: &str) -> bool {
    path.rsplit("::").next().is_some_and(|last| last.starts_with(char::is_uppercase))
}

#[test]
fn imports_go_one_way() {
    let may_name: BTreeMap<_, _> = MAY_NAME.into();
    let mut crossings = Vec::new();
    for source in sources("src") {
        let Some(room) = source.room() else { continue };
        let allowed = may_name.get(room).unwrap_or_else(|| panic!("the room {room} has no walls"));
        for name in source.names() {
            let other = name.split("::").next().unwrap();
            let handed_out = PAGES.contains(&room) && ["store", "outside"].contains(&other) && is_type(&name);
            if other != room && !allowed.contains(&other) && !handed_out {
                crossings.push(format!("{} names {name}", source.path));
            }
        }
    }
    assert_eq!(crossings, [""; 0]);
}

#[test]
fn pages_reach_the_data_only_through_cases() {
    let mut reaching = Vec::new();
    for source in
        sources("src").into_iter().filter(|source| source.room().is_some_and(|room| PAGES.contains(&room)))
    {
        let names = source.names();
        let own = names.iter().filter(|name| OF_CASES_ALONE.contains(&name.rsplit("::").next().unwrap()));
        reaching.extend(own.map(|name| format!("{} names {name}", source.path)));
        let code = source.code();
        for reach in ["house.store", "rusqlite", "Tx<", ".hasher"] {
            if code.contains(reach) {
                reaching.push(format!("{} says {reach}", source.path));
            }
        }
    }
    assert_eq!(reaching, [""; 0]);
}

/// An entry point of a case is a `pub async fn` of a public module: it opens a transaction of its own. What several
/// cases share lies in private modules.
#[test]
fn a_case_never_calls_a_case() {
    let cases = sources("src/cases");
    let index = &cases.iter().find(|source| source.path == "src/cases/mod.rs").unwrap().text;
    let public: Vec<_> =
        index.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let mut calls = Vec::new();
    for case in &public {
        let (file, folder) = (format!("src/cases/{case}.rs"), format!("src/cases/{case}/"));
        let (own, others): (Vec<_>, Vec<_>) =
            cases.iter().partition(|source| source.path == file || source.path.starts_with(&folder));
        let entries = own.iter().flat_map(|source| source.text.split("\npub async fn ").skip(1));
        let entries: Vec<_> = entries.map(|rest| rest.split(['(', '<']).next().unwrap()).collect();
        for source in others {
            let code = source.code();
            for entry in &entries {
                let imported =
                    code.contains(&format!("super::{case}")) || code.contains(&format!("cases::{case}"));
                if imported && code.contains(&format!("{case}::{entry}(")) {
                    calls.push(format!("{} calls {case}::{entry}", source.path));
                }
            }
        }
    }
    assert!(public.len() > 10);
    assert_eq!(calls, [""; 0]);
}

#[test]
fn only_the_store_knows_sql() {
    let elsewhere = sources("src").into_iter().filter(|source| source.room() != Some("store"));
    let speakers = elsewhere.filter(|source| source.code().contains("rusqlite"));
    assert_eq!(speakers.map(|source| source.path).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn rules_know_no_clock_no_chance_and_no_wire() {
    let mut impure = Vec::new();
    for source in sources("src/rules") {
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
    let changing = |source: &Source| {
        let code = source.code();
        ["self.standing =", "self.lockout =", "self.password =", "nemid.password =", "nemid.lockout ="]
            .iter()
            .any(|change| code.contains(change))
    };
    let places: Vec<_> = sources("src").into_iter().filter(changing).map(|source| source.path).collect();
    assert!(places.iter().all(|path| path.starts_with("src/rules/nemid/")), "{places:?}");
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
    let rooms = ["src/rules", "src/cases"].into_iter().flat_map(sources);
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
    for source in everywhere().filter(|source| !source.path.ends_with("architecture.rs")) {
        for word in ["todo!", "unimplemented!", "TODO", "FIXME"] {
            assert!(!source.text.contains(word), "{} says {word}", source.path);
        }
    }
}
