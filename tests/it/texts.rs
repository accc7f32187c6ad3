//! No code that the rules name lacks its sentence, in either language, and both languages say the same things.
//! The codes are read from the sources of the rules, so that a new one is missed here before it is missed on a page.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_texts::{keys, places};
use selvbetjening::rules::identification::Document;
use selvbetjening::rules::log::Kind;

/// What a `.ftl` file holds, by a plain look at its lines.
mod fluent_texts {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::Path;

    /// Key and text of every message in one language, the text with all its lines.
    pub fn messages(language: &str) -> BTreeMap<String, String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/texts").join(language);
        let mut messages = BTreeMap::new();
        for file in fs::read_dir(folder).unwrap() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            let mut key = None;
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                    let (new, rest) = line.split_once(" =").unwrap();
                    let before = messages.insert(new.to_owned(), rest.to_owned());
                    assert!(before.is_none(), "{new} stands twice in {language}");
                    key = Some(new.to_owned());
                } else if let Some(text) = key.as_ref().and_then(|key| messages.get_mut(key)) {
                    text.push('\n');
                    text.push_str(line);
                }
            }
        }
        messages
    }

    /// The keys of one language.
    pub fn keys(language: &str) -> BTreeSet<String> {
        messages(language).into_keys().collect()
    }

    /// The places (`$name`) that each text of one language leaves to be filled.
    pub fn places(language: &str) -> BTreeMap<String, BTreeSet<String>> {
        let names = |text: &str| {
            let pieces = text.split('$').skip(1);
            let name = |piece: &str| -> String {
                piece.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
            };
            pieces.map(name).filter(|name| !name.is_empty()).collect()
        };
        messages(language).into_iter().map(|(key, text)| (key, names(&text))).collect()
    }
}

fn source(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules").join(file)).unwrap()
}

/// The variants of an enum in a file of the rules, as the texts spell them: kebab case of what is stored.
fn variants(file: &str, name: &str) -> Vec<String> {
    let text = source(file);
    let body = text.split(&format!("pub enum {name} {{\n")).nth(1).unwrap();
    let body = body.split("\n}").next().unwrap();
    let variant = |line: &str| -> Option<String> {
        let line = line.strip_prefix("    ").filter(|line| line.starts_with(char::is_uppercase))?;
        Some(line.chars().take_while(|c| c.is_alphanumeric()).collect())
    };
    let variants: Vec<_> = body.lines().filter_map(variant).map(|name| kebab(&name)).collect();
    assert!(!variants.is_empty(), "{name} in {file}");
    variants
}

fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for character in name.chars() {
        if character.is_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.extend(character.to_lowercase());
    }
    kebab
}

/// Every code that a refusal of the rules can have.
fn refusal_codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for file in files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules")) {
        let text = fs::read_to_string(&file).unwrap();
        for block in text.split("impl Refusal for ").skip(1) {
            let block = block.split("\n}").next().unwrap();
            let words = block.split('"').skip(1).step_by(2);
            codes.extend(words.map(str::to_owned));
        }
    }
    assert!(codes.len() > 60, "{codes:?}");
    codes
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

/// Makes sure that each code has its text in both languages.
fn all_told(prefix: &str, codes: impl IntoIterator<Item = String>, suffixes: &[&str]) {
    let (danish, english) = (keys("da"), keys("en"));
    let mut missing = Vec::new();
    for code in codes {
        for suffix in suffixes {
            let key = format!("{prefix}-{code}{suffix}");
            if !danish.contains(&key) || !english.contains(&key) {
                missing.push(key);
            }
        }
    }
    assert!(missing.is_empty(), "no text for {missing:?}");
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_places() {
    let (danish, english) = (places("da"), places("en"));
    let odd: Vec<_> =
        danish.keys().chain(english.keys()).filter(|key| danish.get(*key) != english.get(*key)).collect();
    assert!(odd.is_empty(), "not alike in both languages: {odd:?}");
}

#[test]
fn every_refusal_says_what_to_do() {
    all_told("refusal", refusal_codes(), &[""]);
    all_told("temporary-end", variants("nemid/temporary.rs", "TemporaryEnd"), &[""]);
}

#[test]
fn every_reason_has_its_phrase() {
    for reasons in [
        "PasswordBlockReason",
        "CardBlockReason",
        "CertificateBlockReason",
        "NemIdBlockReason",
        "NemIdCloseReason",
    ] {
        all_told("reason", variants("nemid/block.rs", reasons), &[""]);
    }
    all_told("bar", variants("nemid/event.rs", "LogOnBar"), &[""]);
}

#[test]
fn every_event_has_its_sentence() {
    all_told("event", variants("nemid/event.rs", "Event"), &[""]);
    all_told("use", variants("nemid/usage.rs", "Use"), &[""]);
    all_told("actor", variants("actor.rs", "Actor"), &[""]);
    all_told("channel", variants("actor.rs", "Channel"), &[""]);
    all_told("kind", Kind::ALL.map(|kind| kind.code().to_owned()), &[""]);
}

#[test]
fn every_state_and_choice_has_its_name() {
    all_told("nemid-state", variants("nemid/reading.rs", "Status"), &[""]);
    all_told("card-state", variants("nemid/card.rs", "CardState"), &[""]);
    all_told("certificate-state", variants("nemid/certificate.rs", "CertificateState"), &[""]);
    all_told("certificate-state", ["none", "ordered"].map(str::to_owned), &[""]);
    all_told("temporary-action", variants("temporary.rs", "TemporaryAction"), &["", "-explained"]);
    all_told("purpose", variants("nemid/temporary.rs", "TemporaryPurpose"), &[""]);
    all_told("delivery", variants("nemid/temporary.rs", "Delivery"), &[""]);
    all_told("place", variants("nemid/temporary.rs", "TemporaryPlace"), &[""]);
    all_told("document", Document::ALL.map(|document| document.code().to_owned()), &[""]);
    all_told("issuer", variants("nemid/mod.rs", "Issuer"), &[""]);
    all_told("role", variants("staff.rs", "Role"), &[""]);
}

#[test]
fn every_notice_has_subject_and_text() {
    let text = source("notice.rs");
    let codes: BTreeSet<_> =
        text.split("say(\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect();
    assert!(codes.len() > 10, "{codes:?}");
    all_told("notice", codes, &["-subject", "-text"]);
}
