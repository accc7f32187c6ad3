//! Danish and English have the same texts with the same places in them, and templates use only texts that
//! exist.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

type Texts = BTreeMap<String, BTreeSet<String>>;

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(path);
            }
        }
    }
    found
}

/// Each key of a language (attributes as `key.attribute`) with the places to be filled in its text.
fn texts(language: &str) -> Texts {
    let mut texts = Texts::new();
    for file in files(&format!("templates/texts/{language}"), "ftl") {
        let (mut message, mut key) = (String::new(), String::new());
        for line in fs::read_to_string(&file).unwrap().lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once('=') {
                let name = name.trim_end();
                if !line.starts_with([' ', '}']) {
                    name.clone_into(&mut message);
                    name.clone_into(&mut key);
                    assert!(
                        texts.insert(key.clone(), BTreeSet::new()).is_none(),
                        "{key} stands twice, in {}",
                        file.display()
                    );
                } else if let Some(attribute) = name.trim_start().strip_prefix('.') {
                    key = format!("{message}.{attribute}");
                    texts.insert(key.clone(), BTreeSet::new());
                }
            }
            let places = line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
                    .collect::<String>()
            });
            if let Some(known) = texts.get_mut(&key) {
                known.extend(places);
            }
        }
    }
    texts
}

/// The keys that the files name: what stands in quotes after each `before`, unless that ends a longer name.
fn named(files: &[PathBuf], before: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for file in files {
        let source = fs::read_to_string(file).unwrap();
        for (at, _) in source.match_indices(before) {
            let longer = source[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if let Some((key, _)) = source[at + before.len()..].split_once('"').filter(|_| !longer) {
                keys.insert(key.to_owned());
            }
        }
    }
    keys
}

#[test]
fn both_languages_say_the_same() {
    let (danish, english) = (texts("da"), texts("en"));
    let missing: Vec<_> = danish.keys().filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty(), "not in English: {missing:?}");
    let missing: Vec<_> = english.keys().filter(|key| !danish.contains_key(*key)).collect();
    assert!(missing.is_empty(), "not in Danish: {missing:?}");
    for (key, places) in &danish {
        assert_eq!(Some(places), english.get(key), "{key} has other places in English");
    }
}

#[test]
fn no_page_names_a_text_that_is_not_there() {
    let danish = texts("da");
    let mut named_keys = named(&files("templates", "html"), "t(key=\"");
    named_keys.extend(named(&files("templates", "txt"), "t(key=\""));
    named_keys.extend(named(&files("src", "rs"), "Text::new(\""));
    // A key that ends with a dash is completed by the page.
    let known =
        |key: &String| danish.keys().any(|text| text == key || (key.ends_with('-') && text.starts_with(key)));
    let missing: Vec<_> = named_keys.iter().filter(|key| !known(key)).collect();
    assert!(named_keys.len() > 20, "found too little: {named_keys:?}");
    assert!(missing.is_empty(), "{missing:?}");
}
