//! The two sources sentence by sentence: what each says in our words, and what shows that it is so.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rocket::figment::Figment;
use rocket::figment::providers::{Format, Toml};
use serde::Deserialize;

/// The lists, in the order in which the page shows them.
const LISTS: [&str; 2] = ["guide.toml", "rules.toml"];

/// A sentence of a source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// Its section and its place in it: `Guide 3.1.2 s3`.
    pub number: String,
    /// What it says, in our words.
    pub says: String,
    /// The tests that play it, by module and name: `guide::section_3_1_2::three_wrong_tries_kill_it`.
    #[serde(default)]
    pub tests: Vec<String>,
    /// Seeded persons who have the problem, or who play it.
    #[serde(default)]
    pub persons: Vec<String>,
    /// Where the page of rules tells it.
    pub shown: Option<Shown>,
    /// The decision that it is played differently: what stands in the first column of `docs/DOMAIN.md`.
    pub decided: Option<String>,
    /// What has to be built before it can be played.
    pub not_yet: Option<String>,
}

/// What the page of rules says of a sentence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// The key of the text: `rules-3-2-text`.
    pub text: String,
    /// Words of it in Danish; several stand for several duties.
    pub da: Vec<String>,
    /// The same in English.
    pub en: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    sentence: Vec<Sentence>,
}

impl Sentence {
    /// `Guide 3.1.2` of `Guide 3.1.2 s3`.
    pub fn section(&self) -> &str {
        self.number.rsplit_once(" s").unwrap_or_else(|| panic!("{} is no number", self.number)).0
    }

    /// 3 of `Guide 3.1.2 s3`.
    pub fn nth(&self) -> usize {
        let nth = self.number.rsplit_once(" s").and_then(|(_, nth)| nth.parse().ok());
        nth.unwrap_or_else(|| panic!("{} is no number", self.number))
    }
}

/// The folder of the lists.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/sections")
}

/// All sentences, in the order of the sources.
pub fn all() -> Vec<Sentence> {
    let read = |list: &str| -> List {
        let figment = Figment::from(Toml::file_exact(folder().join(list)));
        figment.extract().unwrap_or_else(|why| panic!("{list}: {why}"))
    };
    LISTS.into_iter().flat_map(|list| read(list).sentence).collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Every file of the integration tests, sorted.
pub fn files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it"), &mut files);
    files.sort();
    files
}

/// The names of the tests in a file's text, in their order.
pub fn tests_in(text: &str) -> Vec<String> {
    let mut tests = Vec::new();
    let mut is_test = false;
    for line in text.lines().map(str::trim) {
        if line == "#[test]" {
            is_test = true;
        } else if let Some(name) = line.strip_prefix("fn ").filter(|_| is_test) {
            tests.push(name.split('(').next().unwrap().to_owned());
            is_test = false;
        }
    }
    tests
}

/// The file of every test, by the test's module and name.
pub fn tests() -> BTreeMap<String, PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let mut found = BTreeMap::new();
    for file in files() {
        let module = file.strip_prefix(&root).unwrap().with_extension("");
        let parts: Vec<_> = module.iter().map(|part| part.to_str().unwrap()).collect();
        let module = parts.join("::").trim_end_matches("::mod").to_owned();
        for name in tests_in(&std::fs::read_to_string(&file).unwrap()) {
            found.insert(format!("{module}::{name}"), file.clone());
        }
    }
    found
}

/// What stands in the first columns of the tables of decisions.
pub fn decisions() -> BTreeSet<String> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/DOMAIN.md")).unwrap();
    let rows =
        text.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next().map(str::to_owned));
    rows.collect()
}
