//! `SECTIONS.md`: the sentences of the sources as a page that people read.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::sentences::Sentence;

/// What a section is about, who stands under it, and the tests of its own files.
pub struct Section<'a> {
    pub number: &'a str,
    pub about: &'a str,
    pub persons: Vec<String>,
    pub tests: Vec<String>,
}

/// A test's name as it is read.
fn read(test: &str) -> String {
    test.rsplit("::").next().unwrap().replace('_', " ")
}

/// What shows that a sentence is so.
fn evidence(sentence: &Sentence) -> String {
    let mut all: Vec<_> = sentence.tests.iter().map(|test| read(test)).collect();
    all.extend(sentence.shown.iter().map(|shown| format!("*shown on the page of rules:* `{}`", shown.text)));
    all.extend(sentence.decided.iter().map(|row| format!("*decided:* {row}")));
    all.extend(sentence.not_yet.iter().map(|what| format!("*not played yet:* {what}")));
    all.join("<br>")
}

/// How many sentences there are of each source and of each kind.
fn counted(sentences: &[Sentence]) -> String {
    let count = |is: fn(&Sentence) -> bool| sentences.iter().filter(|one| is(one)).count();
    format!(
        "{} sentences of the guide, {} situations in which several of its sections meet, and {} sentences of the rules: {} \
         are played by tests and persons, {} stand on the page of rules alone, {} are not played yet.",
        count(|one| one.number.starts_with("Guide") && one.section() != "Guide together"),
        count(|one| one.section() == "Guide together"),
        count(|one| one.number.starts_with("Rules")),
        count(|one| !one.tests.is_empty()),
        count(|one| one.tests.is_empty() && one.shown.is_some() && one.not_yet.is_none()),
        count(|one| one.not_yet.is_some()),
    )
}

/// The whole page.
pub fn written(sentences: &[Sentence], sections: &[Section<'_>]) -> String {
    let mut page = String::from(
        "# Sections and sentences, their tests and their persons\n\nMade by `SECTIONS=write cargo test --test it sections` \
         from the lists in `sections`, in our own words.\n\n",
    );
    writeln!(page, "{}", counted(sentences)).unwrap();
    let mut of: BTreeMap<&str, Vec<&Sentence>> = BTreeMap::new();
    for sentence in sentences {
        of.entry(sentence.section()).or_default().push(sentence);
    }
    for section in sections {
        writeln!(page, "\n## {}: {}\n", section.number, section.about).unwrap();
        if !section.persons.is_empty() {
            writeln!(page, "Persons: {}.\n", section.persons.join(", ")).unwrap();
        }
        page.push_str("| | says | shown by | persons |\n|---|---|---|---|\n");
        let theirs = of.get(section.number).map_or(&[][..], |all| all);
        for one in theirs {
            let persons = one.persons.join("<br>");
            writeln!(page, "| s{} | {} | {} | {persons} |", one.nth(), one.says, evidence(one)).unwrap();
        }
        let named =
            |test: &&String| theirs.iter().any(|one| one.tests.iter().any(|name| read(name) == **test));
        let beside: Vec<_> = section.tests.iter().filter(|test| !named(test)).collect();
        if !beside.is_empty() {
            writeln!(page, "\nBeside them:\n").unwrap();
            for test in beside {
                writeln!(page, "- {test}").unwrap();
            }
        }
    }
    page
}
