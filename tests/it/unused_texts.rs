//! Every text is used.
//!
//! A text is used under its whole key, which is quoted in the program or in a page, or under a key that is
//! put together: `format!("refusal-{}", …)` in the program, `"site-kind-" ~ site.kind` in a page. The fixed
//! parts of such keys are read from the sources, and the rest has to be a word that the program knows. For
//! codes of the rules, in [`CODES`], it has to be one of those codes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rules::identification::Document;
use rules::log::Kind;

use super::codes::{files_below, kebab, keys, notice_codes, refusal_codes, variants};

/// Keys that are put together from a code of the rules: the key with its gap, and the enum with its file.
const CODES: [(&str, &str, &[&str]); 15] = [
    ("bar-{}", "nemid/causes.rs", &["LogOnBar"]),
    ("channel-{}", "actor.rs", &["Channel"]),
    ("choice-{}", "nemid/block.rs", &REASONS),
    ("desk-reason-{}", "nemid/block.rs", &REASONS),
    ("event-{}", "nemid/event.rs", &["Event"]),
    ("issuer-{}", "nemid/mod.rs", &["Issuer"]),
    ("reason-{}", "nemid/block.rs", &REASONS),
    ("self-reason-{}", "nemid/block.rs", &REASONS),
    ("self-stop-password-{}", "nemid/block.rs", &REASONS),
    ("staff-{}-explained", "temporary.rs", &["TemporaryAction"]),
    ("temporary-action-{}", "temporary.rs", &["TemporaryAction"]),
    ("temporary-action-{}-explained", "temporary.rs", &["TemporaryAction"]),
    ("temporary-end-{}", "nemid/temporary.rs", &["TemporaryEnd"]),
    ("use-{}", "nemid/purpose.rs", &["Purpose"]),
    ("which-nemid-{}", "nemid/mod.rs", &["Issuer"]),
];
const REASONS: [&str; 6] = [
    "PasswordBlockReason",
    "CardBlockReason",
    "CarrierBlockReason",
    "CertificateBlockReason",
    "NemIdBlockReason",
    "NemIdCloseReason",
];

/// A source without its tests and comments.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let says = |line: &&str| !line.trim_start().starts_with("//");
    text.lines().filter(says).collect::<Vec<_>>().join("\n")
}

fn sources(folder: &str, ending: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ours =
        |file: &PathBuf| file.extension().is_some_and(|it| it == ending) && !file.ends_with("tests.rs");
    files_below(&root.join(folder)).into_iter().filter(ours).map(|file| code(&file)).collect()
}

fn is_key(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The words that a source names: what stands between quotes, and the variants of enums, as they are stored.
fn words(source: &str) -> impl Iterator<Item = String> {
    // In a page a text may stand in an attribute, which has quotes of its own, so that all pieces are looked at. Codes
    // are stored with underscores, sections are written as »Guide 3.1.1«.
    let quoted = source.lines().flat_map(|line| line.split('"'));
    let quoted = quoted.map(|word| word.to_lowercase().replace(['_', ' ', '.'], "-"));
    quoted.chain(source.lines().filter_map(variant)).filter(|word| is_key(word))
}

/// The texts that other texts say: `{ letter-card-care }`.
fn said_in_texts(source: &str) -> impl Iterator<Item = String> {
    let placed = source.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    placed.map(|placed| placed.trim().to_owned()).filter(|placed| is_key(placed))
}

/// The variant that a line of an enum names, in kebab case.
fn variant(line: &str) -> Option<String> {
    let line = line.strip_prefix("    ").filter(|line| line.starts_with(char::is_uppercase))?;
    let name = line.split(|c: char| !c.is_alphanumeric()).next()?;
    Some(kebab(name))
}

/// The keys with gaps that the program puts together for a text.
fn put_together_in_program(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, call) in source.match_indices("format!(") {
        let before = source[..at].trim_end();
        let is_text = ["Text::new(", "Self::new(", "say("].iter().any(|says| before.ends_with(says));
        let Some(rest) = source[at + call.len()..].trim_start().strip_prefix('"').filter(|_| is_text) else {
            continue;
        };
        let mut key = String::new();
        for part in rest.split('"').next().unwrap().split_inclusive(['{', '}']) {
            match part.strip_suffix('{') {
                Some(fixed) => key.extend([fixed, "{}"]),
                None if part.ends_with('}') => {}
                None => key.push_str(part),
            }
        }
        found.push(key);
    }
    found
}

/// The keys with gaps that a page puts together: `key="a-" ~ b ~ "-c"`.
fn put_together_in_page(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in source.split("key=\"").skip(1) {
        let all = rest.split([',', ')']).next().unwrap();
        let parts: Vec<_> = all.split(" ~ ").collect();
        let fixed = |part: &str| part.trim_matches('"').to_owned();
        let gap = |(nth, part): (usize, &&str)| {
            if nth == 0 || part.starts_with('"') { fixed(part) } else { "{}".to_owned() }
        };
        if parts.len() > 1 {
            found.push(parts.iter().enumerate().map(gap).collect());
        }
    }
    found
}

/// Whether a key is this one with its gaps filled.
fn fills(key: &str, pattern: &str, word: &dyn Fn(&str) -> bool) -> bool {
    let Some((fixed, rest)) = pattern.split_once("{}") else { return key == pattern };
    let Some(key) = key.strip_prefix(fixed) else { return false };
    (0..=key.len()).any(|end| word(&key[..end]) && fills(&key[end..], rest, word))
}

/// All that the program and the pages name, and how they put keys together.
struct Named {
    words: BTreeSet<String>,
    patterns: BTreeSet<String>,
}

impl Named {
    fn everywhere() -> Self {
        let pages = sources("templates", "html");
        let program: Vec<_> =
            ["src", "crates"].into_iter().flat_map(|folder| sources(folder, "rs")).collect();
        let texts = sources("templates/texts", "ftl");
        let words = program.iter().chain(&pages).flat_map(|source| words(source));
        let words = words.chain(texts.iter().flat_map(|source| said_in_texts(source))).collect();
        let patterns = program.iter().flat_map(|source| put_together_in_program(source));
        let patterns = patterns.chain(pages.iter().flat_map(|source| put_together_in_page(source))).collect();
        Self { words, patterns }
    }

    /// The words that may fill the gaps of a key.
    fn words_of(&self, pattern: &str) -> BTreeSet<String> {
        match pattern {
            "refusal-{}" => refusal_codes(),
            "notice-{}-{}" => {
                notice_codes().into_iter().chain(["subject", "text"].map(str::to_owned)).collect()
            }
            "kind-{}" => Kind::ALL.iter().map(|kind| kind.code().to_owned()).collect(),
            "document-{}" => Document::ALL.iter().map(|document| document.code().to_owned()).collect(),
            _ => match CODES.iter().find(|(coded, ..)| *coded == pattern) {
                Some((_, file, enums)) => enums.iter().flat_map(|name| variants(file, name)).collect(),
                None => self.words.clone(),
            },
        }
    }

    fn unused(&self, keys: BTreeSet<String>) -> Vec<String> {
        let filled: Vec<_> = self.patterns.iter().map(|pattern| (pattern, self.words_of(pattern))).collect();
        let is_put_together = |key: &String| {
            filled.iter().any(|(pattern, words)| fills(key, pattern, &|word| words.contains(word)))
        };
        keys.into_iter().filter(|key| !self.words.contains(key) && !is_put_together(key)).collect()
    }
}

#[test]
fn every_text_is_said_somewhere() {
    assert_eq!(Named::everywhere().unused(keys("da")), [""; 0]);
}

#[test]
fn a_text_that_nobody_says_is_noticed() {
    let named = Named::everywhere();
    let nobody = ["refusal-of-nobody", "event-logged-in", "button-of-nobody", "notice-of-nobody-text"];
    let mut nobody = nobody.map(str::to_owned);
    nobody.sort();
    assert_eq!(named.unused(nobody.clone().into()), nobody);
    let somebody =
        ["refusal-wrong-password", "event-logged-on", "site-kind-public", "notice-card-blocked-text"];
    assert_eq!(named.unused(somebody.map(str::to_owned).into()), [""; 0]);
}

#[test]
fn codes_are_listed_for_keys_that_are_put_together() {
    let patterns = Named::everywhere().patterns;
    assert!(patterns.len() > 60, "{patterns:?}");
    let gone: Vec<_> = CODES.iter().filter(|(pattern, ..)| !patterns.contains(*pattern)).collect();
    assert!(gone.is_empty(), "nobody says {gone:?}");
}
