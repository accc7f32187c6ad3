//! How a text is spelt: what keyboards, phones and copied text put into it is read as what its writer means (D25).

use std::borrow::Cow;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};
use zeroize::Zeroizing;

/// The characters that phones and word processors write for an apostrophe.
const APOSTROPHES: &str = "\u{2018}\u{2019}\u{201a}\u{201b}\u{2032}\u{2bc}\u{ff07}";
/// The keys beside the apostrophe, which some type for it in a name.
const ACCENTS: &str = "\u{b4}`";
/// The characters that phones and word processors write for a quotation mark.
const QUOTES: &str = "\u{201c}\u{201d}\u{201e}\u{201f}\u{2033}";
/// Signs that look like a hyphen and are no dash to Unicode: minus, hyphen bullet, modifier minus.
const LIKE_DASHES: &str = "\u{2212}\u{2043}\u{2d7}";
/// What stands between the groups of a number besides blanks, dashes and brackets.
const SEPARATORS: &str = ".,/_\u{b7}";
/// Letters that have no mark to take off, and how they are written without them.
const DIGRAPHS: [(char, &str); 10] = [
    ('æ', "ae"),
    ('ø', "oe"),
    ('å', "aa"),
    ('œ', "oe"),
    ('ß', "ss"),
    ('þ', "th"),
    ('ð', "d"),
    ('đ', "d"),
    ('ł', "l"),
    ('ı', "i"),
];
/// Letters with two dots that are written as two letters too, as in German and Swedish names.
const UMLAUTS: [(char, &str); 3] = [('ä', "ae"), ('ö', "oe"), ('ü', "ue")];

fn category(character: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(character)
}

/// Whether a character shows nothing: joiners, marks of the direction of writing, soft hyphens.
pub(crate) fn is_invisible(character: char) -> bool {
    !character.is_ascii()
        && (CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
            || category(character) == GeneralCategory::Format)
}

fn is_dash(character: char) -> bool {
    category(character) == GeneralCategory::DashPunctuation || LIKE_DASHES.contains(character)
}

/// Whether a character may stand between the digits of a number and means nothing: a blank, a dash, a bracket, a dot,
/// a comma, a slash, or what cannot be seen. A control character is none.
pub(crate) fn separates(character: char) -> bool {
    let brackets = [GeneralCategory::OpenPunctuation, GeneralCategory::ClosePunctuation];
    character.is_whitespace()
        || SEPARATORS.contains(character)
        || is_dash(character)
        || brackets.contains(&category(character))
        || is_invisible(character)
}

/// The text without what only separates.
pub(crate) fn bare(typed: &str) -> impl Iterator<Item = char> {
    typed.chars().filter(|character| !separates(*character))
}

/// What is typed on a keyboard for a character: apostrophe, quotation mark, hyphen, blank or the character itself.
fn key_for(character: char) -> char {
    match character {
        character if character.is_ascii() => character,
        character if APOSTROPHES.contains(character) => '\'',
        character if QUOTES.contains(character) => '"',
        character if is_dash(character) => '-',
        character if character.is_whitespace() => ' ',
        character => character,
    }
}

/// A password or user ID as a keyboard types it, for what D8 and D9 allow: a phone's quotation marks, dashes and dots,
/// and its blanks that do not break, are those of a keyboard, and what cannot be seen is left out.
pub fn as_on_a_keyboard(typed: &str) -> Zeroizing<String> {
    // As long as it can get, so that no part of a secret is left behind when the text grows.
    let mut read = Zeroizing::new(String::with_capacity(typed.len()));
    for character in typed.chars().filter(|character| !is_invisible(*character)) {
        match character {
            '\u{2026}' => read.push_str("..."),
            character => read.push(key_for(character)),
        }
    }
    read
}

/// Whether nothing was typed: blanks, and what cannot be seen.
pub fn is_blank(typed: &str) -> bool {
    typed.chars().all(|character| character.is_whitespace() || is_invisible(character))
}

/// A name or a line of an address as it is kept: composed letters, one kind of apostrophe and hyphen, single blanks,
/// nothing invisible.
pub(super) fn tidied(typed: &str) -> String {
    let visible: String = typed.chars().filter(|character| !is_invisible(*character)).collect();
    // Composed first: some accents and blanks are composed into others.
    let key = |character| if ACCENTS.contains(character) { '\'' } else { key_for(character) };
    let on_a_keyboard: String = composed(&visible).chars().map(key).collect();
    on_a_keyboard.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with each letter and its marks in one character where there is one (NFC).
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// Whether a character is a mark on the letter before it.
pub(super) fn is_mark(character: char) -> bool {
    category(character) == GeneralCategory::NonspacingMark
}

/// Whether two names or addresses are the same to whoever reads them aloud: capitals, marks, blanks and punctuation make
/// no difference, nor whether æ, ø, å and letters with two dots are written as one letter or as two.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    [&UMLAUTS[..], &[]].into_iter().any(|as_two| folded(one, as_two) == folded(other, as_two))
}

/// What is compared of a text: its letters without marks, and its digits. Two numbers stay two: »1, 12« is not »11, 2«.
fn folded(text: &str, as_two: &[(char, &str)]) -> String {
    let lower = tidied(text).to_lowercase();
    // Lower case may leave marks behind that compose, as İ does.
    let mut letters = String::new();
    for character in composed(&lower).chars() {
        let pairs = DIGRAPHS.iter().chain(as_two).find(|(letter, _)| *letter == character);
        match pairs {
            Some((_, two)) => letters.push_str(two),
            None => letters.push(character),
        }
    }
    let mut folded = String::new();
    let mut is_apart = false;
    for character in DecomposingNormalizerBorrowed::new_nfkd().normalize(&letters).chars() {
        if is_mark(character) {
            continue;
        }
        if !character.is_alphanumeric() {
            is_apart = true;
            continue;
        }
        let of_numbers = |character: char| character.is_numeric();
        if is_apart && of_numbers(character) && folded.ends_with(of_numbers) {
            folded.push(' ');
        }
        folded.push(character);
        is_apart = false;
    }
    folded
}

/// What people's keyboards and copied texts put between digits, for the tests of all numbers.
#[cfg(test)]
pub(crate) mod samples {
    use proptest::collection::vec;
    use proptest::prelude::*;

    /// Separators to stand before, between and behind the digits of a number.
    pub(crate) fn separators() -> impl Strategy<Value = Vec<&'static str>> {
        let one = prop::sample::select(
            &[
                "", "", "", " ", "-", ".", ",", "/", "_", "(", ")", "[", "]", "{", "}", " - ", "\u{a0}",
                "\u{202f}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", "\u{2212}", "\u{ad}", "\u{200b}",
                "\u{200e}", "\u{202a}", "\u{202c}", "\u{2066}", "\u{2069}", "\u{2060}", "\u{feff}", "\u{b7}",
                "\u{fe0f}",
            ][..],
        );
        vec(one, 12)
    }

    /// A number with separators around its digits.
    pub(crate) fn spread(digits: &str, between: &[&str]) -> String {
        let mut between = between.iter();
        let mut next = || between.next().copied().unwrap_or_default();
        let spread: String =
            digits.chars().fold(String::new(), |spread, digit| spread + next() + &digit.to_string());
        spread + next()
    }
}

#[cfg(test)]
mod tests;
