//! Every sentence of the two sources is played by a test and by a person, or says why not; and every section that
//! describes behaviour has a file of tests of its own.
//!
//! A test file names its section in its first line (`//! Guide 3.1.2: …`); the sentences are listed in
//! `sections/guide.toml` and `sections/rules.toml`; what the sources don't say, in `sections/reports.toml` and
//! `sections/ux.toml` (`beside.rs`). `tests/it/SECTIONS.md` is made from all of them and the persons of the seeded world;
//! `SECTIONS=write cargo test --test it sections` writes it again.

mod beside;
mod page;
mod sentences;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use scraper::{ElementRef, Html};
use service::testing::StoreError;

use crate::browser::{select, text_of};
use crate::site::Site;
use page::{Section, written};
use sentences::{Sentence, decisions, files, tests, tests_in};

/// Sections that describe behaviour, and what each is about in our words.
const PLAYED: [(&str, &str); 29] = [
    ("Guide 2.1", "which NemID the citizen has, and who issued it"),
    ("Guide 3.1.1", "nothing came with the post"),
    ("Guide 3.1.2", "the temporary password does not work"),
    ("Guide 3.1.3", "the password is forgotten"),
    ("Guide 3.1.4", "the NemID is locked or blocked"),
    ("Guide 3.1.5", "the bank has issued another NemID"),
    ("Guide 3.1.6", "the key card is lost"),
    ("Guide 3.1.7", "more key cards are wanted"),
    ("Guide 3.2.1", "a bank's NemID at public sites"),
    ("Guide 3.2.2", "a bank's NemID can't be activated"),
    ("Guide 3.2.3", "a bank's NemID, nothing came, urgent"),
    ("Rules 2", "a signature binds"),
    ("Rules 3.1", "particulars when a NemID is made"),
    ("Rules 3.4", "the temporary password"),
    ("Rules 3.5.1", "the duty to block at once"),
    ("Rules 3.5.2", "how one blocks"),
    ("Rules 3.5.3", "when the operator blocks"),
    ("Rules 3.5.4", "use after a block"),
    ("Rules 3.6", "the end of a NemID"),
    ("Rules 3.7", "particulars, records and how long they are kept"),
    ("Rules 3.9", "keys by telephone"),
    ("Rules 3.10", "changed rules"),
    ("Rules 4", "one NemID for the bank and another for the public"),
    ("Rules 4.1", "consents"),
    ("Rules 4.2", "changed name or e-mail"),
    ("Rules 4.3", "the certificate is blocked"),
    ("Rules 4.4", "the certificate is renewed"),
    ("Rules 4.5", "what a receiver must look at"),
    ("Guide 1.2", "where to begin, and where to activate"),
];

/// Sections that tell what the others are about.
const FRAME: [(&str, &str); 5] = [
    ("Guide 1.1", "what the guide is for"),
    ("Guide 2", "what a citizen's situation decides"),
    ("Guide together", "where several of its sections meet"),
    ("Rules 1", "what NemID is, and which rules hold"),
    ("Rules 5", "where to learn more"),
];

/// How many sentences each source has, and how many situations there are in which sections of the guide meet.
const SENTENCES: [(&str, usize); 3] = [("Guide", 193), ("Guide together", 17), ("Rules", 118)];

/// Sections that are a duty of the citizen or a matter of law alone.
const SHOWN: [(&str, &str); 5] = [
    ("Rules 3.2", "how to keep user id, password and card"),
    ("Rules 3.3", "how to use them safely"),
    ("Rules 3.8", "where to turn with a claim"),
    ("Rules 4.6", "liability towards the holder"),
    ("Rules 4.7", "liability towards the receiver"),
];

/// The section a test file says it plays.
fn plays(text: &str) -> Option<String> {
    let first = text.lines().next()?.strip_prefix("//! ")?;
    let mut words = first.split_whitespace();
    let (source, number) = (words.next()?, words.next()?);
    let number = number.trim_end_matches([':', ',', '.']);
    let numbered = number.starts_with(|c: char| c.is_ascii_digit());
    (matches!(source, "Guide" | "Rules") && numbered).then(|| format!("{source} {number}"))
}

fn tests_by_section() -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::<String, Vec<String>>::new();
    for text in files().iter().map(|file| std::fs::read_to_string(file).unwrap()) {
        if let Some(section) = plays(&text) {
            let tests = tests_in(&text).into_iter().map(|name| name.replace('_', " "));
            found.entry(section).or_default().extend(tests);
        }
    }
    found
}

fn persons_by_section() -> BTreeMap<String, Vec<String>> {
    let site = Site::filled();
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method is not general in its lifetime"
    )]
    let citizens = rocket::execute(site.app.store().read::<_, StoreError, _>(|tx| tx.citizens())).unwrap();
    let mut found = BTreeMap::<String, Vec<String>>::new();
    for citizen in citizens.into_iter().filter(|citizen| !citizen.section.is_empty()) {
        found.entry(citizen.section.clone()).or_default().push(citizen.name.to_string());
    }
    found
}

/// What each section is about.
fn about() -> BTreeMap<&'static str, &'static str> {
    PLAYED.into_iter().chain(SHOWN).chain(FRAME).collect()
}

/// The sections in the order of their sentences.
fn sections(sentences: &[Sentence]) -> Vec<Section<'_>> {
    let (about, mut tests, mut persons) = (about(), tests_by_section(), persons_by_section());
    let mut numbers: Vec<_> = sentences.iter().map(Sentence::section).collect();
    numbers.dedup();
    let of = |number| {
        let about = about.get(number).unwrap_or_else(|| panic!("what is {number} about?"));
        let (persons, tests) = (persons.remove(number), tests.remove(number));
        Section { number, about, persons: persons.unwrap_or_default(), tests: tests.unwrap_or_default() }
    };
    numbers.into_iter().map(of).collect()
}

#[test]
fn the_list_of_sections_is_as_the_tests_and_the_persons_are() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/SECTIONS.md");
    let sentences = sentences::all();
    let made = written(&sentences, &sections(&sentences)) + &beside::written();
    if std::env::var("SECTIONS").is_ok_and(|wish| wish == "write") {
        std::fs::write(&file, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    let differs = kept.lines().zip(made.lines()).find(|(kept, made)| kept != made);
    assert!(kept == made, "write it anew, see the file's head: {differs:?}");
}

#[test]
fn no_sentence_of_a_source_is_missing() {
    let sentences = sentences::all();
    let mut before = ("", 0);
    for one in &sentences {
        let expected = if one.section() == before.0 { before.1 + 1 } else { 1 };
        assert_eq!(one.nth(), expected, "{} comes after {before:?}", one.number);
        assert!(!one.says.is_empty(), "{} says nothing", one.number);
        before = (one.section(), one.nth());
    }
    let source = |one: &Sentence| match one.section() {
        together @ "Guide together" => together.to_owned(),
        section => section.split(' ').next().unwrap().to_owned(),
    };
    for (name, expected) in SENTENCES {
        assert_eq!(sentences.iter().filter(|one| source(one) == name).count(), expected, "{name}");
    }
    let listed: BTreeSet<_> = sentences.iter().map(Sentence::section).collect();
    assert_eq!(listed, about().into_keys().collect(), "each section has sentences");
}

#[test]
fn every_sentence_has_a_test_and_a_person_or_says_why_not() {
    let (tests, decisions) = (tests(), decisions());
    for one in sentences::all() {
        let (number, told) = (&one.number, one.shown.is_some() || one.not_yet.is_some());
        assert!(told || !one.tests.is_empty(), "{number} has neither a test nor a reason: {}", one.says);
        assert_eq!(one.tests.is_empty(), one.persons.is_empty(), "{number}: a test goes with a person");
        let gone: Vec<_> = one.tests.iter().filter(|test| !tests.contains_key(*test)).collect();
        assert!(gone.is_empty(), "{number} names tests that are not there: {gone:?}");
        let undecided: Vec<_> = one.decided.iter().filter(|row| !decisions.contains(*row)).collect();
        assert!(undecided.is_empty(), "{number}: docs/DOMAIN.md does not decide {undecided:?}");
    }
}

#[test]
fn the_persons_of_a_sentence_have_its_problem_or_play_it() {
    let (tests, persons) = (tests(), persons_by_section());
    let stands_under =
        |person: &String, section: &str| persons.get(section).is_some_and(|theirs| theirs.contains(person));
    for one in sentences::all() {
        let texts: Vec<_> =
            one.tests.iter().map(|test| std::fs::read_to_string(&tests[test]).unwrap()).collect();
        for person in &one.persons {
            assert!(
                persons.values().flatten().any(|name| name == person),
                "{}: who is {person}?",
                one.number
            );
            let known = stands_under(person, one.section()) || stands_under(person, "Staff");
            let plays = texts.iter().any(|text| text.contains(&format!("\"{person}\"")));
            assert!(known || plays, "{}: {person} is in none of its tests", one.number);
        }
    }
}

#[test]
fn every_section_with_behaviour_has_a_file_of_its_own() {
    for (section, about) in PLAYED {
        let (source, number) = section.split_once(' ').unwrap();
        let file = format!("{}/section_{}.rs", source.to_lowercase(), number.replace('.', "_"));
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(&file);
        let said = std::fs::read_to_string(path).ok().and_then(|text| plays(&text));
        assert_eq!(said.as_deref(), Some(section), "tests/it/{file} plays it: {about}");
    }
}

#[test]
fn every_section_with_behaviour_has_a_test_and_a_person_and_nobody_stands_elsewhere() {
    let (tests, persons) = (tests_by_section(), persons_by_section());
    for (section, about) in PLAYED {
        assert!(tests.contains_key(section), "no test plays {section}: {about}");
        assert!(persons.contains_key(section), "nobody has the problem of {section}: {about}");
    }
    let known = |section: &str| PLAYED.iter().any(|(played, _)| *played == section) || section == "Staff";
    for (section, names) in &persons {
        assert!(known(section), "{section} of {names:?} is no section with behaviour");
    }
}

/// The text of the page of rules under this key: its lead, or what stands between a heading and the next one.
fn rules_text(html: &Html, key: &str) -> String {
    if key == "rules-lead" {
        return html.select(&select("main .font-lead")).map(text_of).collect();
    }
    let id = key.trim_start_matches("rules-").trim_end_matches("-text");
    let heading = html.select(&select(&format!("#afsnit-{id}"))).next();
    let heading = heading.unwrap_or_else(|| panic!("the rules page has no section {id}"));
    let elements = heading.next_siblings().filter_map(ElementRef::wrap);
    let own = elements.take_while(|one| !one.value().name().starts_with('h'));
    own.map(text_of).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_a_sentence_leaves_to_the_page_of_rules_stands_there_in_both_languages() {
    let (site, sentences) = (Site::filled(), sentences::all());
    let browser = site.browser();
    let (danish, english) = (browser.open("/regler").html(), browser.open("/sprog/en?til=/regler").html());
    for (number, shown) in sentences.iter().filter_map(|one| Some((&one.number, one.shown.as_ref()?))) {
        let (da, en) = (rules_text(&danish, &shown.text), rules_text(&english, &shown.text));
        assert!(!shown.da.is_empty() && shown.da.len() == shown.en.len(), "{number}: {shown:?}");
        for (text, words) in [(&da, &shown.da), (&en, &shown.en)] {
            let missing: Vec<_> = words.iter().filter(|word| !text.contains(*word)).collect();
            assert!(missing.is_empty(), "{number}: {} does not say {missing:?}: {text}", shown.text);
        }
        assert_ne!(da, en);
    }
    for (section, _) in SHOWN {
        let told = |one: &&Sentence| one.section() == section && one.shown.is_none() && one.not_yet.is_none();
        assert!(!sentences.iter().any(|one| told(&one)), "{section} is told on the page of rules");
    }
}
