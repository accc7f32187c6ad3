//! Reading the settings carefully: text is taken literally, an unknown name is not ignored, and no possible
//! password is shown.

use std::path::Path;

use rocket::figment::error::Kind;
use rocket::figment::providers::{Env, Serialized};
use rocket::figment::value::{Dict, Map, Value};
use rocket::figment::{Error, Figment, Provider, Source};

use crate::config::fields::{LISTS, TEXTS};
use crate::config::settings::{PREFIX, Settings};

/// The settings from the environment.
pub(crate) fn environment() -> Figment {
    let mut set = Figment::from(Env::prefixed(PREFIX).global());
    for (name, written) in Env::prefixed(PREFIX).only(&TEXTS).iter() {
        let text = match written.parse() {
            Ok(Value::String(_, text)) => text,
            _ => written.trim().to_owned(),
        };
        set = set.merge((name.as_str(), text));
    }
    for (name, written) in Env::prefixed(PREFIX).only(&LISTS).iter() {
        // Without brackets it is one text; a number alone would be read as one.
        if !written.trim_start().starts_with('[') {
            set = set.merge((name.as_str(), written));
        }
    }
    set
}

/// What a setting of Rocket has to be.
pub(crate) fn shape_of(error: &Error) -> String {
    match &error.kind {
        Kind::InvalidType(_, expected)
        | Kind::InvalidValue(_, expected)
        | Kind::InvalidLength(_, expected) => expected.clone(),
        Kind::UnknownVariant(_, known) => format!("one of {}", known.join(", ")),
        _ => "what its documentation says".to_owned(),
    }
}

/// The tables of a file that are read: `default`, those that Figment and Rocket know besides.
const PROFILES: [&str; 4] = ["default", "global", "debug", "release"];

/// A table of the file that nothing reads, such as a misspelt `[defualt]`.
pub(crate) fn unknown_table(source: &Figment) -> Option<String> {
    let tables = source.data().into_iter().flat_map(Map::into_keys);
    tables.map(|profile| profile.to_string()).find(|name| !PROFILES.contains(&name.as_str()))
}

/// A name that is set and is neither one of ours nor one of Rocket's, with the most similar one.
pub(crate) fn unknown(source: &Figment) -> Option<(String, String)> {
    let mut known = names(&Serialized::defaults(Settings::default()));
    // The program is built without Rocket's TLS and private cookies, so that their settings would protect nothing.
    let others = rocket::Config::PARAMETERS.iter().filter(|name| !matches!(**name, "tls" | "secret_key"));
    known.extend(others.map(ToString::to_string));
    let unknown = names(source).into_iter().find(|name| !known.contains(name))?;
    let nearest = known.into_iter().min_by_key(|known| distance(&unknown, known))?;
    Some((unknown, nearest))
}

/// The names that a source sets; a broken source sets none.
fn names(source: &impl Provider) -> Vec<String> {
    source.data().into_iter().flat_map(Map::into_values).flat_map(Dict::into_keys).collect()
}

/// The fault of the settings, without their contents: a line that can't be read may hold a password.
pub(crate) fn told(error: &Error) -> String {
    let said = if let Kind::Message(said) = &error.kind { said.as_str() } else { "" };
    let line = said.lines().next().unwrap_or_default();
    // Only with a position does the first line say nothing else.
    let line = if line.starts_with("invalid") { "it is not built as settings are" } else { line };
    let place = error.metadata.as_ref().and_then(|metadata| metadata.source.as_ref());
    if let Some(file) = place.and_then(Source::file_path).filter(|file| has_no_table(file)) {
        return format!(
            "{} has no line [default]. Each setting stands on a line of its own below [default], text in quotes",
            file.display()
        );
    }
    let place = place.map(|source| format!(" in {source}")).unwrap_or_default();
    format!("{line}{place}. Each setting stands on a line of its own below [default], text in quotes")
}

/// Whether no line of a file begins a table, below which settings stand.
fn has_no_table(file: &Path) -> bool {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    !text.is_empty() && !text.lines().any(|line| line.trim_start().starts_with('['))
}

/// The number of letters to insert, delete or change to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (nth, letter) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], nth + 1);
        for (at, other) in other.chars().enumerate() {
            let changed = diagonal + usize::from(letter != other);
            diagonal = row[at + 1];
            row[at + 1] = changed.min(row[at] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str) -> Option<String> {
        unknown(&Figment::new().merge((name, 1))).map(|found| found.1)
    }

    #[test]
    fn a_name_that_is_none_is_found_with_its_neighbour() {
        for (wrong, right) in [
            ("controlroom_password", "control_room_password"),
            ("hash_pases", "hash_passes"),
            ("behindtls", "behind_tls"),
            ("host", "hosts"),
        ] {
            assert_eq!(found(wrong).as_deref(), Some(right));
        }
        assert!(found("tls").is_some() && found("secret_key").is_some(), "they would do nothing");
        for right in ["control_room_password", "data", "port", "limits", "workers", "shutdown"] {
            assert_eq!(found(right), None);
        }
    }

    #[test]
    fn a_table_that_is_none_is_found() {
        let table = |name: &str| {
            unknown_table(
                &Figment::new().merge(("port", 1)).merge(Serialized::default("port", 2).profile(name)),
            )
        };
        assert_eq!(table("defualt").as_deref(), Some("defualt"));
        assert!(PROFILES.iter().all(|name| table(name).is_none()));
    }

    #[test]
    fn letters_are_counted() {
        assert_eq!((distance("", "abc"), distance("abc", "abc"), distance("port", "sport")), (3, 0, 1));
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
