//! What is heard when a telephone is taken: the sound is as long as the words beside it, and says them in their order, the
//! six digits twice, in both languages (Rules 3.9, D38). The clips are read from their files, as they lie beside the
//! source, and cut out of the sound again.

use base64::prelude::{BASE64_STANDARD, Engine};
use rocket::http::Status;

use crate::browser::{Visit, select, text_of};
use crate::people::Person;
use crate::site::Site;

/// Samples per second of µ-law, each a byte.
const RATE: usize = 8_000;
/// What a WAV of µ-law has before its samples.
const HEADER: usize = 58;
const SILENCE: u8 = 0xff;

/// One clip: its name, what it says, and its sound.
struct Clip {
    name: String,
    words: String,
    sound: Vec<u8>,
}

fn clips(language: &str) -> Vec<Clip> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/voice");
    let words = std::fs::read_to_string(format!("{folder}/words.txt")).unwrap();
    let clip = |line: &str| {
        let [name, danish, english] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let sound = std::fs::read(format!("{folder}/{language}/{name}.ulaw")).unwrap();
        let words = if language == "da" { danish } else { english };
        Clip { name: name.to_owned(), words: words.to_owned(), sound }
    };
    words.lines().map(clip).collect()
}

/// The names of the clips that say what was written, in its order.
fn as_written<'c>(sentences: &[String], clips: &'c [Clip]) -> Vec<&'c Clip> {
    let of = |words: &str| clips.iter().find(|clip| clip.words == words);
    let whole = |sentence: &String| of(sentence).map(|clip| vec![clip]);
    let digits = |sentence: &String| {
        let words = sentence.trim_end_matches('.').split(", ");
        words.map(|word| of(word).unwrap_or_else(|| panic!("no clip says {word:?}"))).collect()
    };
    sentences.iter().flat_map(|sentence| whole(sentence).unwrap_or_else(|| digits(sentence))).collect()
}

/// The names of the clips that are heard, in their order: each is found at the next sound after a silence.
fn as_heard(sound: &[u8], clips: &[Clip]) -> Vec<String> {
    let (mut at, mut heard) = (0, Vec::new());
    while let Some(next) = sound[at..].iter().position(|sample| *sample != SILENCE) {
        at += next;
        let voiced = |clip: &Clip| {
            let lead = clip.sound.iter().position(|sample| *sample != SILENCE).unwrap();
            clip.sound[lead..].to_vec()
        };
        let found = clips.iter().find(|clip| sound[at..].starts_with(&voiced(clip)));
        let found = found.unwrap_or_else(|| panic!("no clip is heard {at} samples in, after {heard:?}"));
        at += voiced(found).len();
        heard.push(found.name.clone());
    }
    heard
}

/// The sound of a page, as it is played.
fn played(page: &Visit<'_, '_>) -> Vec<u8> {
    let html = page.html();
    let source = html.select(&select("audio")).next().unwrap().attr("src").unwrap().to_owned();
    BASE64_STANDARD.decode(source.strip_prefix("data:audio/wav;base64,").unwrap()).unwrap()
}

/// Villads calls himself up from a computer, and somebody takes his telephone in this language.
fn takes_the_telephone(villads: &Person<'_>, language: &str) -> (Vec<u8>, Vec<String>, String) {
    villads.types_password("/log-paa", &villads.password).press("Ring mig op");
    let browser = villads.site.browser();
    browser.open(&format!("/sprog/{language}?til=/kontrolrum"));
    let person = browser.open(&format!("/kontrolrum/personer/{}", villads.cpr));
    let page = person.press(if language == "da" { "Tag telefonen" } else { "Answer the telephone" });
    page.is(Status::Ok);
    let html = page.html();
    let said = html.select(&select("#call-said p")).map(text_of).collect();
    let call = villads.calls()[0].clone();
    assert_eq!(call["state"], "answered");
    (played(&page), said, page.text())
}

#[test]
fn the_sound_says_what_is_written_beside_it_digit_by_digit_and_twice() {
    for language in ["da", "en"] {
        let site = Site::filled();
        let villads = site.named("Villads Hjort");
        let (wav, said, page) = takes_the_telephone(&villads, language);
        let clips = clips(language);
        let written = as_written(&said, &clips);
        let names: Vec<_> = written.iter().map(|clip| clip.name.clone()).collect();

        // Greeting, six digits, the same once more, farewell.
        let [greeting, first @ .., goodbye] = names.as_slice() else { panic!("{names:?}") };
        assert_eq!((greeting.as_str(), goodbye.as_str()), ("greeting", "goodbye"), "{page}");
        let [first, second] =
            <[_; 2]>::try_from(first.split(|name| name == "again").collect::<Vec<_>>()).unwrap();
        assert!(first.len() == 6 && first == second, "{names:?}");

        // The sound is as long as its words and the pauses between them, and is heard in their order.
        let samples = u32::from_le_bytes(wav[HEADER - 4..HEADER].try_into().unwrap()) as usize;
        let sound = &wav[HEADER..HEADER + samples];
        assert_eq!(as_heard(sound, &clips), names, "{language}");
        let spoken: usize = written.iter().map(|clip| clip.sound.len()).sum();
        let pauses = 12 * (RATE * 2 / 5) + 5 * (RATE * 4 / 5);
        assert_eq!(samples, spoken + pauses, "{language}");
        let seconds = samples / RATE;
        assert!((8..60).contains(&seconds), "{language}: {seconds} seconds");

        // What was heard is the key.
        let key: String = first.concat();
        let question = villads.browser.open("/log-paa/noegle");
        let page = question.form("Log på").fill("Nøgle", &key).submit();
        assert!(page.path.starts_with("/selvbetjening"), "{language}: {}", page.text());
    }
}
