//! Every numbered section of the two sources that describes behaviour is played by a test and by a person.
//!
//! A test file names its section in its first line (`//! Guide 3.1.2: …`). `tests/it/SECTIONS.md` is made
//! from these lines, the names of the tests and the persons of the seeded world; `SECTIONS=write cargo test
//! --test it sections` writes it again.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use scraper::{ElementRef, Html};
use service::testing::StoreError;

use crate::browser::{select, text_of};
use crate::site::Site;

/// Sections that describe behaviour, and what each is about in our words.
const PLAYED: [(&str, &str); 28] = [
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
    ("Rules 3.10", "changed rules"),
    ("Rules 4", "one NemID for the bank and another for the public"),
    ("Rules 4.1", "consents"),
    ("Rules 4.2", "changed name or e-mail"),
    ("Rules 4.3", "the certificate is blocked"),
    ("Rules 4.4", "the certificate is renewed"),
    ("Rules 4.5", "what a receiver must look at"),
    ("Guide 1.2", "where to begin, and where to activate"),
];

/// Sections that are a duty of the citizen or a matter of law alone.
const SHOWN: [(&str, &str); 6] = [
    ("Rules 3.2", "how to keep user id, password and card"),
    ("Rules 3.3", "how to use them safely"),
    ("Rules 3.8", "where to turn with a claim"),
    ("Rules 3.9", "keys by telephone"),
    ("Rules 4.6", "liability towards the holder"),
    ("Rules 4.7", "liability towards the receiver"),
];

/// What a section of the rules page must speak of, in Danish and in English. Several words stand for several duties.
const SPEAKS_OF: [(&str, &[&str], &[&str]); 24] = [
    ("1", &["nøglekort", "nøgleviser", "nøgleapp"], &["code card", "code token", "code app"]),
    ("2", &["binder"], &["binds"]),
    ("3-1", &["sandt"], &["true"]),
    (
        "3-2",
        &["låne kortet ud", "Skriv den ikke ned", "Scan det ikke", "nøgleviser", "nøgleapp"],
        &["lend the card", "not write it down", "do not scan", "code token", "code app"],
    ),
    ("3-3", &["kigger med", "opdateret", "registrerer"], &["watching", "up to date", "recorded"]),
    (
        "3-4",
        &["midlertidig adgangskode", "en ny med det samme"],
        &["temporary password", "a new one at once"],
    ),
    (
        "3-5-1",
        &["mistet", "klip", "nøgleviser", "nøgleapp"],
        &["lost", "cut it up", "code token", "code app"],
    ),
    ("3-5-2", &["døgnet rundt", "dit navn"], &["day and night", "your name"]),
    ("3-5-3", &["for mange gange", "død"], &["too many times", "died"]),
    ("3-5-4", &["nogle banker"], &["some banks"]),
    ("3-6", &["stoppe"], &["stop"]),
    (
        "3-7",
        &["IP-adresse", "logfiler", "slette", "fem år"],
        &["IP address", "Log files", "delete", "five more years"],
    ),
    ("3-8", &["din bank"], &["your bank"]),
    ("3-9", &["blinde"], &["blind"]),
    ("3-10", &["tre måneder"], &["three months"]),
    ("4", &["to: et NemID"], &["two: one NemID"]),
    ("4-1", &["PID-tjeneste", "samtykke"], &["PID service", "consent"]),
    ("4-2", &["30 dage", "certifikater til andre"], &["30 days", "certificates for others"]),
    ("4-3", &["signeret e-mail", "folkeregisteradresse"], &["signed e-mail", "registered address"]),
    ("4-4", &["fire år", "fire uger"], &["four years", "four weeks"]),
    ("4-5", &["spærrelisten"], &["revocation list"]),
    (
        "4-6",
        &["krav om erstatning", "udstedt", "Københavns Byret"],
        &["claim for damages", "issued", "City Court"],
    ),
    ("4-7", &["god grund"], &["good reason"]),
    ("5", &["hotlinen"], &["hotline"]),
];

const DUTY: &str = "a duty of the citizen, shown on the rules page";

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

/// The section a test file says it plays, and the names of its tests.
fn plays(text: &str) -> Option<(String, Vec<String>)> {
    let first = text.lines().next()?.strip_prefix("//! ")?;
    let mut words = first.split_whitespace();
    let (source, number) = (words.next()?, words.next()?);
    let number = number.trim_end_matches([':', ',', '.']);
    let numbered = number.starts_with(|c: char| c.is_ascii_digit());
    if !matches!(source, "Guide" | "Rules") || !numbered {
        return None;
    }
    let mut tests = Vec::new();
    let mut is_test = false;
    for line in text.lines() {
        let line = line.trim();
        if line == "#[test]" {
            is_test = true;
        } else if let Some(name) = line.strip_prefix("fn ").filter(|_| is_test) {
            tests.push(name.split('(').next()?.replace('_', " "));
            is_test = false;
        }
    }
    Some((format!("{source} {number}"), tests))
}

fn tests_by_section() -> BTreeMap<String, Vec<String>> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it"), &mut files);
    files.sort();
    let mut found = BTreeMap::<String, Vec<String>>::new();
    for (section, tests) in files.iter().filter_map(|file| plays(&std::fs::read_to_string(file).unwrap())) {
        found.entry(section).or_default().extend(tests);
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

fn page(tests: &BTreeMap<String, Vec<String>>, persons: &BTreeMap<String, Vec<String>>) -> String {
    let mut page = String::from(
        "# Sections, their tests and their persons\n\nMade by `SECTIONS=write cargo test --test it sections`.\n\n\
         | section | about | tests | persons |\n|---|---|---|---|\n",
    );
    let list = |of: &BTreeMap<String, Vec<String>>, section: &str| {
        of.get(section).map(|all| all.join("<br>")).unwrap_or_default()
    };
    for (section, about) in PLAYED {
        let (tests, persons) = (list(tests, section), list(persons, section));
        writeln!(page, "| {section} | {about} | {tests} | {persons} |").unwrap();
    }
    for (section, about) in SHOWN {
        writeln!(page, "| {section} | {about} | {DUTY} | |").unwrap();
    }
    page
}

#[test]
fn the_list_of_sections_is_as_the_tests_and_the_persons_are() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/SECTIONS.md");
    let made = page(&tests_by_section(), &persons_by_section());
    if std::env::var("SECTIONS").is_ok_and(|wish| wish == "write") {
        std::fs::write(&file, &made).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(&file).unwrap_or_default(),
        made,
        "write it anew: see the file's head"
    );
}

#[test]
fn every_section_with_behaviour_has_a_file_of_its_own() {
    for (section, about) in PLAYED {
        let (source, number) = section.split_once(' ').unwrap();
        let file = format!("{}/section_{}.rs", source.to_lowercase(), number.replace('.', "_"));
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(&file);
        let said = std::fs::read_to_string(path).ok().and_then(|text| plays(&text)).map(|(said, _)| said);
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

/// The text of a section of the rules page: what stands between its heading and the next one.
fn section_text(html: &Html, id: &str) -> String {
    let heading = html.select(&select(&format!("#afsnit-{id}"))).next();
    let heading = heading.unwrap_or_else(|| panic!("the rules page has no section {id}"));
    let elements = heading.next_siblings().filter_map(ElementRef::wrap);
    let own = elements.take_while(|one| !one.value().name().starts_with('h'));
    own.map(text_of).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_duty_stands_on_the_rules_page_in_both_languages() {
    let site = Site::filled();
    let browser = site.browser();
    for (section, _) in SHOWN {
        let id = section.trim_start_matches("Rules ").replace('.', "-");
        assert!(SPEAKS_OF.iter().any(|(listed, ..)| *listed == id), "{section}: what must it speak of?");
    }
    let (danish, english) = (browser.open("/regler").html(), browser.open("/sprog/en?til=/regler").html());
    for (id, in_danish, in_english) in SPEAKS_OF {
        let (da, en) = (section_text(&danish, id), section_text(&english, id));
        assert!(da.len() > 40 && en.len() > 40 && da != en, "{id} has no text of its own: {da:?}, {en:?}");
        for (text, words) in [(&da, in_danish), (&en, in_english)] {
            let missing: Vec<_> = words.iter().filter(|word| !text.contains(**word)).collect();
            assert!(missing.is_empty(), "{id} does not speak of {missing:?}: {text}");
        }
    }
}
