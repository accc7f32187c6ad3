//! One thing has one word. Where two were possible, the table says which one stands on the pages, in the letters
//! and messages, and in the notes of the persons.

use std::fs;
use std::path::Path;

use super::codes::files_below;

/// A word or phrase that must not stand in a text, and the decided one.
type Decided = (&'static str, &'static str);

const DANISH: [Decided; 45] = [
    ("hos borgerservice", "i borgerservice"),
    ("i Selvbetjening", "på Selvbetjening"),
    ("inden 30 dage", "inden for 30 dage"),
    ("af sig selv", "automatisk"),
    ("spurgt om en nøgle", "bedt om en nøgle"),
    ("spørger vi om en nøgle", "beder vi om en nøgle"),
    ("spørger nu om", "beder nu om"),
    ("accepter", "acceptér"),
    ("kopier", "kopiér"),
    ("aktiver", "aktivér"),
    ("kontroller", "kontrollér"),
    ("registrer", "registrér"),
    ("annuller", "annullér"),
    ("kan kende", "kender måske"),
    ("mail", "e-mail"),
    ("mails", "e-mails"),
    ("krypteret post", "krypteret e-mail"),
    ("afslut", "luk"),
    ("afslutte", "lukke"),
    ("afslutter", "lukker"),
    ("afsluttet", "lukket"),
    ("afslutning", "lukning"),
    ("åbent", "i brug"),
    ("lukkede nøglekort", "forseglede nøglekort"),
    ("lukkede PIN-breve", "forseglede PIN-breve"),
    ("det lukkede nøglekort", "det forseglede nøglekort"),
    ("det lukkede PIN-brev", "det forseglede PIN-brev"),
    ("et lukket kort", "et forseglet kort"),
    ("et lukket PIN-brev", "et forseglet PIN-brev"),
    ("destrueres", "klippes i stykker"),
    ("klip dem over", "klip dem i stykker"),
    ("klippe det over", "klippe det i stykker"),
    ("folkeregistret", "folkeregisteret"),
    ("være tomt", "stå tomt"),
    ("alle slags", "alle typer"),
    ("spærringen er sket", "spærringen er gennemført"),
    ("henvend dig til", "kontakt"),
    ("henvend dig hos", "kontakt"),
    ("koden dør", "koden holder op med at virke"),
    ("koden er død", "koden virker ikke mere"),
    ("dets", "nummeret på det"),
    ("titel", "stilling"),
    ("kommet to gange", "leveret to gange"),
    ("til øvelse", "til øvelsesbrug"),
    ("gå til forside", "gå til forsiden"),
];

const ENGLISH: [Decided; 18] = [
    ("netbank", "online banking"),
    ("netbanks", "online banking"),
    ("persons", "people"),
    ("encrypted mail", "encrypted e-mail"),
    ("mails", "e-mails"),
    ("end your NemID", "close your NemID"),
    ("end NemID", "close NemID"),
    ("NemID has ended", "NemID is closed"),
    ("come twice", "been delivered twice"),
    ("destroyed", "cut up"),
    ("how one", "how to"),
    ("all kinds", "all types"),
    ("need no", "do not need"),
    ("the code dies", "the code stops working"),
    ("the code is dead", "the code no longer works"),
    ("the citizen service centre", "citizen services"),
    ("by itself", "automatically"),
    ("’", "'"),
];

/// A text with the place where it stands.
struct Said {
    place: String,
    text: String,
}

/// The lines of all texts of one language, without keys and comments.
fn texts(language: &str) -> Vec<Said> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/texts").join(language);
    let mut said = Vec::new();
    for file in files_below(&folder) {
        let whole = fs::read_to_string(&file).unwrap();
        let mut key = String::new();
        for line in whole.lines().filter(|line| !line.starts_with('#')) {
            let text = match line.split_once('=').filter(|_| line.starts_with(char::is_alphabetic)) {
                Some((name, text)) => {
                    name.trim().clone_into(&mut key);
                    text
                }
                None => line,
            };
            said.push(Said { place: format!("{language}: {key}"), text: text.trim().to_owned() });
        }
    }
    said
}

/// The notes of the persons: two strings below `note: (`, the Danish one first.
fn notes(nth: usize) -> Vec<Said> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/service/src/cases/seed/persons");
    let mut said = Vec::new();
    for file in files_below(&folder) {
        let source = fs::read_to_string(&file).unwrap();
        let notes = source.split("note: (").skip(1).filter_map(|rest| rest.lines().nth(1 + nth));
        said.extend(
            notes.map(|text| Said { place: file.display().to_string(), text: text.trim().to_owned() }),
        );
    }
    said
}

/// Whether a text has these words, as words of their own and in any case.
fn has(text: &str, words: &str) -> bool {
    let (text, words) = (text.to_lowercase(), words.to_lowercase());
    let within = |c: char| c.is_alphanumeric() || c == '-';
    let whole = |before: &str, after: &str| {
        !words.starts_with(within) || (!before.ends_with(within) && !after.starts_with(within))
    };
    text.match_indices(&words).any(|(at, _)| whole(&text[..at], &text[at + words.len()..]))
}

fn undecided(said: &[Said], decided: &[Decided]) -> Vec<String> {
    assert!(said.len() > 60, "found too little");
    let of = |one: &Said| {
        let wrong = decided.iter().filter(|(word, _)| has(&one.text, word));
        wrong.map(|(word, better)| format!("{}: »{word}«, not »{better}«", one.place)).collect::<Vec<_>>()
    };
    said.iter().flat_map(of).collect()
}

#[test]
fn one_thing_has_one_word_in_danish() {
    assert_eq!(undecided(&texts("da"), &DANISH), [""; 0]);
    assert_eq!(undecided(&notes(0), &DANISH), [""; 0]);
}

#[test]
fn one_thing_has_one_word_in_english() {
    assert_eq!(undecided(&texts("en"), &ENGLISH), [""; 0]);
    assert_eq!(undecided(&notes(1), &ENGLISH), [""; 0]);
}

#[test]
fn a_word_is_found_only_where_it_stands_alone() {
    assert!(has("Læs dem, og Accepter.", "accepter"));
    assert!(!has("Du har accepteret reglerne, og en e-mail er sendt.", "accepter"));
    assert!(has("en mail", "mail") && !has("en e-mail, mailserveren", "mail"));
    assert!(has("the person’s post", "’"));
}

/// Hints are sentences, and end as such.
#[test]
fn every_hint_ends_with_a_full_stop() {
    for language in ["da", "en"] {
        let hints = texts(language).into_iter().filter(|one| one.place.ends_with("-hint"));
        let open: Vec<_> = hints.filter(|hint| !hint.text.is_empty() && !hint.text.ends_with('.')).collect();
        let places: Vec<_> = open.iter().map(|hint| &hint.place).collect();
        assert!(places.is_empty(), "{places:?}");
    }
}
