//! What the sources don't say: the faults that people met elsewhere, and how pages are to speak and to be reached. Each is
//! shown by tests, or by the words that stand in a text of the pages.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use rocket::figment::Figment;
use rocket::figment::providers::{Format, Toml};
use serde::Deserialize;

use super::sentences::{decisions, folder, tests};

/// The lists, in the order in which the page shows them.
const LISTS: [&str; 2] = ["reports.toml", "ux.toml"];

/// What each part is about, and how many rows it has.
const PARTS: [(&str, &str, usize); 5] = [
    ("Typed", "what people type and have", 19),
    ("Words 3", "how the pages speak", 131),
    ("Words 4", "whom the pages reach", 16),
    ("Words on paper", "what is printed", 4),
    ("Words in use", "what people met while they used the pages", 11),
];

/// One of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// Its part and its place in it: `Typed s3`.
    number: String,
    /// What is so, in our words.
    says: String,
    /// The tests that show it: of this binary by module and name, of the browser as `browser::<file>::<title>`, beside the code
    /// as `<path>.rs::<name>`.
    #[serde(default)]
    tests: Vec<String>,
    /// The decision on it: what stands in the first column of `docs/DOMAIN.md`.
    decided: Option<String>,
    /// Words that stand in a text of the pages.
    reads: Option<Reads>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reads {
    /// The key of the text.
    text: String,
    /// Words of it in Danish, its places written as in the file.
    #[serde(default)]
    da: Vec<String>,
    /// The same in English.
    #[serde(default)]
    en: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    sentence: Vec<Row>,
}

impl Row {
    fn part(&self) -> &str {
        self.number.rsplit_once(" s").unwrap_or_else(|| panic!("{} is no number", self.number)).0
    }
}

fn rows() -> Vec<Row> {
    let read = |list: &str| -> List {
        let figment = Figment::from(Toml::file_exact(folder().join(list)));
        figment.extract().unwrap_or_else(|why| panic!("{list}: {why}"))
    };
    LISTS.into_iter().flat_map(|list| read(list).sentence).collect()
}

/// Each text of a language by its key, as it stands in the files, with single blanks.
fn texts(language: &str) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/texts").join(language);
    let mut texts = BTreeMap::<String, String>::new();
    for file in crate::codes::files_below(&root) {
        let mut key = String::new();
        for line in std::fs::read_to_string(file).unwrap().lines().filter(|line| !line.starts_with('#')) {
            let text = match line.split_once(" =").filter(|_| line.starts_with(char::is_alphabetic)) {
                Some((name, text)) => {
                    name.clone_into(&mut key);
                    text
                }
                None => line,
            };
            let whole = texts.entry(key.clone()).or_default();
            for word in text.split_whitespace() {
                let blank = if whole.is_empty() { "" } else { " " };
                write!(whole, "{blank}{word}").unwrap();
            }
        }
    }
    texts
}

/// Whether a test is there that a row names.
fn is_there(test: &str, ours: &BTreeMap<String, std::path::PathBuf>) -> bool {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let holds = |file: &str, words: &str| {
        std::fs::read_to_string(root.join(file)).is_ok_and(|text| text.contains(words))
    };
    if let Some((file, title)) = test.strip_prefix("browser::").and_then(|rest| rest.split_once("::")) {
        return ["\"", "`"]
            .iter()
            .any(|quote| holds(&format!("tests/browser/{file}.test.mjs"), &format!("test({quote}{title}")));
    }
    match test.split_once(".rs::") {
        Some((file, name)) => holds(&format!("{file}.rs"), &format!("fn {name}(")),
        None => ours.contains_key(test),
    }
}

/// The part of `SECTIONS.md` about them.
pub fn written() -> String {
    let rows = rows();
    let mut page = String::new();
    for (part, about, _) in PARTS {
        writeln!(page, "\n## {part}: {about}\n\n| | says | shown by |\n|---|---|---|").unwrap();
        for row in rows.iter().filter(|row| row.part() == part) {
            let name = |test: &String| test.rsplit("::").next().unwrap().replace('_', " ");
            let mut shown: Vec<_> = row.tests.iter().map(name).collect();
            shown.extend(row.decided.iter().map(|row| format!("*decided:* {row}")));
            shown.extend(row.reads.iter().flat_map(|reads| {
                let words = reads.da.iter().chain(&reads.en);
                words.map(|words| format!("*it reads:* {}", words.replace('|', "\\|")))
            }));
            let nth = row.number.rsplit_once(' ').unwrap().1;
            writeln!(page, "| {nth} | {} | {} |", row.says, shown.join("<br>")).unwrap();
        }
    }
    page
}

#[test]
fn each_is_listed_once_and_in_its_place() {
    let rows = rows();
    let numbers: Vec<_> = rows.iter().map(|row| row.number.clone()).collect();
    let numbered = |(part, _, count): &(&str, &str, usize)| {
        (1..=*count).map(|nth| format!("{part} s{nth}")).collect::<Vec<_>>()
    };
    assert_eq!(numbers, PARTS.iter().flat_map(numbered).collect::<Vec<_>>());
    assert!(rows.iter().all(|row| !row.says.is_empty()));
}

#[test]
fn each_has_a_test_that_is_there_or_words_that_stand_there() {
    let (ours, decisions) = (tests(), decisions());
    for Row { number, tests, decided, reads, .. } in rows() {
        assert!(!tests.is_empty() || reads.is_some(), "{number} is shown by nothing");
        let gone: Vec<_> = tests.iter().filter(|test| !is_there(test, &ours)).collect();
        assert!(gone.is_empty(), "{number} names tests that are not there: {gone:?}");
        assert!(decided.iter().all(|row| decisions.contains(row)), "{number}: nothing decides {decided:?}");
    }
}

#[test]
fn what_a_text_is_to_read_it_reads() {
    let (danish, english) = (texts("da"), texts("en"));
    for Row { number, reads, .. } in rows() {
        let Some(Reads { text, da, en }) = reads else { continue };
        assert!(!da.is_empty() || !en.is_empty(), "{number} asks for no words");
        for (texts, words) in [(&danish, da), (&english, en)] {
            let whole = texts.get(&text).unwrap_or_else(|| panic!("{number}: there is no text {text}"));
            let missing: Vec<_> = words.iter().filter(|words| !whole.contains(*words)).collect();
            assert!(missing.is_empty(), "{number}: {text} does not say {missing:?}: {whole}");
        }
    }
}
