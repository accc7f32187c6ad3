//! Every code of the rules has its sentence in both languages. The codes are read from the sources of the
//! rules, so that a new one is missed here before it is missed on a page.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rules::identification::Document;
use rules::log::Kind;

/// The keys of all texts in one language.
pub(crate) fn keys(language: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/texts").join(language);
    let mut keys = BTreeSet::new();
    for file in files_below(&folder) {
        let text = fs::read_to_string(file).unwrap();
        let of_message = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        let messages = text.lines().filter(of_message).filter_map(|line| line.split_once(" ="));
        keys.extend(messages.map(|(key, _)| key.to_owned()));
    }
    keys
}

fn source(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/rules/src").join(file)).unwrap()
}

/// The variants of an enum in a file of the rules, as the texts spell them: kebab case of what is stored.
pub(crate) fn variants(file: &str, name: &str) -> Vec<String> {
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

pub(crate) fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for character in name.chars() {
        if character.is_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.extend(character.to_lowercase());
    }
    kebab
}

/// Every code that a refusal can have, by the sources of the three crates without their own tests.
pub(crate) fn refusal_codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["crates", "src"].into_iter().flat_map(|folder| files_below(&root.join(folder))) {
        let text = fs::read_to_string(&file).unwrap();
        let program = text.split("#[cfg(test)]").next().unwrap();
        for block in program.split("impl Refusal for ").skip(1) {
            let block = block.split("\n}").next().unwrap();
            let words = block.split('"').skip(1).step_by(2);
            codes.extend(words.map(str::to_owned));
        }
    }
    assert!(codes.len() > 60, "{codes:?}");
    codes
}

pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
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
fn every_refusal_says_what_to_do() {
    all_told("refusal", refusal_codes(), &[""]);
    all_told("temporary-end", variants("nemid/temporary.rs", "TemporaryEnd"), &[""]);
}

#[test]
fn every_reason_has_its_phrase() {
    for reasons in [
        "PasswordBlockReason",
        "CardBlockReason",
        "CarrierBlockReason",
        "CertificateBlockReason",
        "NemIdBlockReason",
        "NemIdCloseReason",
    ] {
        all_told("reason", variants("nemid/block.rs", reasons), &[""]);
    }
    all_told("bar", variants("nemid/causes.rs", "LogOnBar"), &[""]);
}

#[test]
fn every_event_has_its_sentence() {
    all_told("event", variants("nemid/event.rs", "Event"), &[""]);
    all_told("use", variants("nemid/purpose.rs", "Purpose"), &[""]);
    all_told("actor", variants("actor.rs", "Actor"), &[""]);
    all_told("channel", variants("actor.rs", "Channel"), &[""]);
    all_told("kind", Kind::ALL.map(|kind| kind.code().to_owned()), &[""]);
}

#[test]
fn every_state_and_choice_has_its_name() {
    all_told("nemid-state", variants("nemid/reading.rs", "Status"), &[""]);
    all_told("card-state", variants("nemid/card.rs", "CardState"), &[""]);
    all_told("certificate-state", variants("nemid/reading.rs", "CertificateStatus"), &[""]);
    all_told("temporary-action", variants("temporary.rs", "TemporaryAction"), &["", "-explained"]);
    all_told("document", Document::ALL.map(|document| document.code().to_owned()), &[""]);
    all_told("issuer", variants("nemid/mod.rs", "Issuer"), &[""]);
    all_told("role", variants("staff.rs", "Role"), &[""]);
}

#[test]
fn every_trouble_of_a_message_is_told_to_the_operator() {
    let mut troubles = vec!["sealed".to_owned(), "unknown".to_owned()];
    for file in ["error.rs", "server.rs"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/service/src/outside/mail").join(file);
        let text = fs::read_to_string(path).unwrap();
        let codes = text.split("pub fn code(&self)").nth(1).and_then(|rest| rest.split("\n    }\n").next());
        troubles.extend(codes.unwrap().split('"').skip(1).step_by(2).map(str::to_owned));
    }
    assert!(troubles.len() > 12, "{troubles:?}");
    all_told("health-trouble", troubles, &[""]);
}

/// Every code that a notice can have: the words with a hyphen in the rule that says of what is told.
pub(crate) fn notice_codes() -> BTreeSet<String> {
    let text = source("notice.rs");
    let rule = text.split("\nfn told(").nth(1).and_then(|rest| rest.split("\n}").next()).unwrap();
    let words = rule.split('"').skip(1).step_by(2).filter(|word| word.contains('-'));
    let codes: BTreeSet<_> = words.map(str::to_owned).collect();
    assert!(codes.len() > 15, "{codes:?}");
    codes
}

#[test]
fn every_notice_has_subject_and_text() {
    all_told("notice", notice_codes(), &["-subject", "-text"]);
}
