//! The log's codes: each message has one, and `docs/security-events.md` explains each and no other.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<String> {
    let mut files = Vec::new();
    for folder in ["src", "crates/rules/src", "crates/service/src"] {
        rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files);
    }
    files.into_iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

/// The words in backquotes in the first column of the tables below a heading.
fn documented(heading: &str) -> BTreeSet<String> {
    let text = read("docs/security-events.md");
    let part = text.split("\n## ").find(|part| part.starts_with(heading)).unwrap().to_owned();
    let first =
        part.lines().filter_map(|line| line.strip_prefix("| `")?.split(" |").next().map(str::to_owned));
    first
        .flat_map(|column| column.split('`').step_by(2).map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| !word.is_empty())
        .collect()
}

/// The quoted word that follows each of these.
fn after<'t>(text: &'t str, before: &'t str) -> impl Iterator<Item = String> + 't {
    text.split(before).skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned))
}

#[test]
fn every_security_event_is_explained_and_no_other() {
    let source = read("crates/service/src/cases/app/security.rs");
    let codes = source.split("pub fn code(&self)").nth(1).unwrap().split("fn level(").next().unwrap();
    let codes: BTreeSet<_> = after(codes, "=> \"").collect();
    assert_eq!(codes.len(), 23);
    assert_eq!(codes, documented("Security events"));
}

#[test]
fn every_message_has_a_code_that_is_explained() {
    let mut codes: BTreeSet<String> = BTreeSet::from(["request".to_owned()]);
    for source in sources() {
        for level in ["error", "warn", "info"] {
            assert!(!source.contains(&format!("rocket::{level}!(")), "a message without a code");
            for said in source.split(&format!(" log::{level}!(")).skip(1) {
                assert!(
                    said.trim_start().starts_with("code = "),
                    "a message without a code: {}",
                    &said[..40]
                );
            }
        }
        codes.extend(after(&source, "code = \""));
        codes.extend(
            after(&source, "say(\"").filter(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '_')),
        );
    }
    codes.retain(|code| !code.is_empty());
    assert_eq!(codes, documented("Other codes"));
}
