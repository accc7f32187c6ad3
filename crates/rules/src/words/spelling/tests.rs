//! Names, numbers and passwords in the spellings of phones, other keyboards and copied texts (D25).

use crate::words::spelling::*;
use proptest::collection::vec;
use proptest::prelude::*;

#[test]
fn a_number_keeps_its_digits_and_nothing_between_them() {
    for typed in [
        "748-552",
        "748\u{2013}552",
        "748\u{2212}552",
        "(748) 552",
        "748.552",
        "748/552",
        "\u{202a}748552\u{202c}",
        "748\u{200b}552",
        "748\u{a0}552",
        "\u{feff}748\u{ad}552\u{2069}",
    ] {
        assert_eq!(bare(typed).collect::<String>(), "748552", "{typed:?}");
    }
    for other in ["+748552", "748x552", "748\u{0}552", "#748552", "748*552"] {
        assert_ne!(bare(other).collect::<String>(), "748552", "{other:?}");
    }
}

#[test]
fn what_cannot_be_seen_is_nothing() {
    for nothing in ["", " \t\r\n", "\u{a0}\u{200b}", "\u{202a}\u{202c}", "\u{feff}"] {
        assert!(is_blank(nothing), "{nothing:?}");
    }
    assert!(!is_blank("\u{200b}.") && !is_blank("\0"));
}

#[test]
fn a_phone_types_what_a_keyboard_types() {
    let read = as_on_a_keyboard("O\u{2019}Neill \u{201c}a\u{201d}\u{2013}b\u{2014}c\u{2026}\u{a0}d\u{200b}");
    assert_eq!(read.as_str(), "O'Neill \"a\"-b-c... d");
    assert_eq!(
        as_on_a_keyboard("æ` \u{b4}§").as_str(),
        "æ` \u{b4}§",
        "what stands for nothing allowed stays"
    );
}

#[test]
fn names_are_kept_composed_with_one_apostrophe_and_one_hyphen() {
    assert_eq!(tidied(" A\u{30a}ge\u{a0} O\u{2019}Neill\u{2011}Holm\u{200d} "), "Åge O'Neill-Holm");
    assert_eq!(tidied("O`Neill O\u{b4}Neill"), "O'Neill O'Neill");
}

#[test]
fn what_a_clerk_reads_as_the_same_is_the_same() {
    for (one, other) in [
        ("Maeve O'Neill", "maeve o\u{2019}neill"),
        ("Maeve O'Neill", "MAEVE ONEILL"),
        ("Jens P. Ørsted", "Jens P Ørsted"),
        ("Jens P. Ørsted", "Jens P. Oersted"),
        ("Åge Bruun", "A\u{30a}ge Bruun"),
        ("Åge Bruun", "Aage Bruun"),
        ("Åse Ærlig", "AASE AERLIG"),
        ("Anne-Marie Holm", "Annemarie Holm"),
        ("René Müller", "Rene Muller"),
        ("René Müller", "Rene Mueller"),
        ("Łukasz Żółw", "Lukasz Zolw"),
        ("Weiß", "WEISS"),
        ("Nygade 4, 2. tv.", "nygade 4 2 tv"),
    ] {
        assert!(is_same(one, other) && is_same(other, one), "{one} {other}");
    }
    for (one, other) in [
        ("Søren Holm", "Soren Holm"),
        ("Åge Bruun", "Age Bruun"),
        ("Nygade 1, 12. tv.", "Nygade 11, 2. tv."),
        ("Nygade 1", "Nygade"),
        ("Bo Holm", "Bo Holmgaard"),
    ] {
        assert!(!is_same(one, other), "{one} {other}");
    }
}

/// How somebody might spell one letter of a name otherwise.
fn respelt(letter: char, way: u8) -> String {
    let whole = letter.to_string();
    match (way, letter) {
        (1, _) => whole.to_lowercase(),
        (2, _) => whole.to_uppercase(),
        (3, _) => DecomposingNormalizerBorrowed::new_nfd().normalize(&whole).into_owned(),
        (4, _) => format!("\u{2066}{letter}\u{200b}"),
        (5, '\'') => "\u{2019}".to_owned(),
        (6, '\'') => "\u{b4}".to_owned(),
        (5, '-') => "\u{2010}".to_owned(),
        (6, '-') => " \u{2013} ".to_owned(),
        (5.., '.') => String::new(),
        (5.., 'é') => "e".to_owned(),
        (5.., ' ') => "\u{a0} ".to_owned(),
        (5.., _) => {
            let two = DIGRAPHS.iter().find(|(one, _)| whole.to_lowercase().starts_with(*one));
            two.map_or(whole, |(_, two)| (*two).to_owned())
        }
        _ => whole,
    }
}

proptest! {
    #[test]
    fn a_name_respelt_letter_by_letter_is_the_same(
        name in "[A-ZÆØÅ][a-zæøåéüöđł]{1,8}( [A-ZÆØÅ]([a-zæøåé'-]{1,9}|[.])){1,3}",
        ways in vec(0..7_u8, 48),
    ) {
        let told: String = name.chars().zip(ways).map(|(letter, way)| respelt(letter, way)).collect();
        prop_assert!(is_same(&name, &told), "{:?} {:?}", name, told);
        prop_assert_eq!(tidied(&tidied(&told)), tidied(&told));
    }

    #[test]
    fn whatever_is_typed_is_kept_as_it_reads_back(typed: String) {
        prop_assert_eq!(tidied(&tidied(&typed)), tidied(&typed));
        prop_assert!(is_same(&typed, &tidied(&typed)));
        let read = as_on_a_keyboard(&typed);
        prop_assert_eq!(&as_on_a_keyboard(&read), &read);
    }

    #[test]
    fn a_phone_s_signs_are_those_of_the_keyboard(
        password in "[a-z0-9'\" .-]{6,40}", ways in vec(0..4_u8, 40),
    ) {
        let sign = |letter, way| match (letter, way) {
            ('\'', 1) => '\u{2019}',
            ('\'', 2) => '\u{2018}',
            ('"', 1) => '\u{201d}',
            ('"', 2) => '\u{201e}',
            ('-', 1) => '\u{2013}',
            ('-', 2) => '\u{2014}',
            (' ', 1..) => '\u{a0}',
            (letter, _) => letter,
        };
        let typed: String = password.chars().zip(ways).map(|(letter, way)| sign(letter, way)).collect();
        let read = as_on_a_keyboard(&typed);
        prop_assert_eq!(read.as_str(), &password);
    }
}
