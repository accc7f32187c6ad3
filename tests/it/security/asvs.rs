//! `docs/asvs.md` names files and tests that are there, and misses no requirement of levels 1 and 2.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has.
const CHAPTERS: [usize; 17] = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn gather(folder: &Path, ends: &[&str], text: &mut String) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, ends, text);
        } else if path.extension().is_some_and(|end| ends.iter().any(|one| *one == end)) {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_requirement_is_answered_once() {
    let text = fs::read_to_string(root().join("docs/asvs.md")).unwrap();
    let rows: Vec<Vec<&str>> = text
        .lines()
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .filter(|row: &Vec<&str>| row.len() == 5 && row[0].starts_with(|first: char| first.is_ascii_digit()))
        .collect();
    let ids: BTreeSet<_> = rows.iter().map(|row| row[0]).collect();
    assert_eq!(ids.len(), rows.len(), "an id stands there twice");
    for (nth, expected) in CHAPTERS.into_iter().enumerate() {
        let start = format!("{}.", nth + 1);
        assert_eq!(ids.iter().filter(|id| id.starts_with(&start)).count(), expected, "chapter {}", nth + 1);
    }
    let mut counted = ["holds", "does not", "to be verified", "not applicable"].map(|state| (state, 0));
    for row in &rows {
        let state = counted.iter_mut().find(|(state, _)| *state == row[3]);
        state.unwrap_or_else(|| panic!("{}: no state {:?}", row[0], row[3])).1 += 1;
        assert!(["1", "2"].contains(&row[1]) && !row[2].is_empty() && !row[4].is_empty(), "{row:?}");
    }
    let sum = counted.map(|(_, count)| count.to_string()).join(" | ");
    assert!(text.contains(&format!("| {sum} |")), "the table at the top says otherwise than {sum}");
}

#[test]
fn every_file_and_test_that_it_names_is_there() {
    let text = fs::read_to_string(root().join("docs/asvs.md")).unwrap();
    let mut sources = String::new();
    for folder in ["src", "crates", "tests/it"] {
        gather(&root().join(folder), &["rs"], &mut sources);
    }
    let named: BTreeSet<_> = text.split('`').skip(1).step_by(2).collect();
    let (mut files, mut tests) = (0, 0);
    for name in named {
        let begins = ["src", "crates", "tests", "docs", "static", "templates", "benches"];
        if begins.iter().any(|folder| name == *folder || name.starts_with(&format!("{folder}/"))) {
            assert!(root().join(name).exists(), "there is no {name}");
            files += 1;
        } else if name.matches('_').count() >= 2
            && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit())
            && name != "control_room_password"
        {
            assert!(sources.contains(&format!("fn {name}(")), "there is no test {name}");
            tests += 1;
        }
    }
    assert!(files > 30 && tests > 60, "{files} files, {tests} tests");
}
