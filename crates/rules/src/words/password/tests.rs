//! Chosen passwords, judged by each clause of D8.

use crate::words::password::*;
use PasswordFault::{
    BlankAtEdge, Character, HoldsCprNumber, HoldsNemIdNumber, HoldsUserId, NoDigit, NoLetter, Repeated,
    TooLong, TooShort,
};
use proptest::prelude::*;

fn faults(typed: &str) -> Vec<PasswordFault> {
    NewPassword::parse(typed, &PasswordContext::default()).err().unwrap_or_default()
}

fn of_mette(typed: &str) -> Vec<PasswordFault> {
    let mette = PasswordContext {
        cpr: CprNumber::parse("610772-1234").ok(),
        nemid_number: NemIdNumber::parse("123456789").ok(),
        user_id: UserId::parse("Mette.72").ok(),
    };
    NewPassword::parse(typed, &mette).err().unwrap_or_default()
}

#[test]
fn good_passwords_are_taken() {
    for typed in ["abcde1", "Kaffe og 2 boller", "{}!#\"$'%^&,*()_+-=:;?.@a1", "aaa1aaa1", "1a1a1a"] {
        assert_eq!(faults(typed), [], "{typed}");
    }
}

#[test]
fn six_to_forty_characters() {
    assert_eq!(faults("abcd1"), [TooShort]);
    assert_eq!(faults(&"ab1".repeat(13)), []);
    assert_eq!(faults(&"ab12".repeat(10)), []);
    assert_eq!(faults(&format!("{}x", "ab12".repeat(10))), [TooLong]);
    assert_eq!(faults(&"ab12".repeat(100)), [TooLong]);
}

#[test]
fn only_the_listed_characters() {
    for typed in ["rødgrød1", "abc<de1", "abc/de1", "abc\tde1", "abc~de1", "abc`de1"] {
        assert_eq!(faults(typed), [Character], "{typed}");
    }
}

#[test]
fn blanks_only_inside() {
    assert_eq!(faults(" abcde1"), [BlankAtEdge]);
    assert_eq!(faults("abcde1 "), [BlankAtEdge]);
    assert_eq!(faults("abcde1\u{a0}"), [BlankAtEdge]);
    assert_eq!(faults("abc  de1"), []);
    assert_eq!(faults("abc\u{a0}de1"), []);
}

#[test]
fn what_a_phone_types_is_chosen_as_it_is_typed_later() {
    let typed = "o\u{2019}neill \u{201c}7\u{201d}\u{2013}\u{2026}";
    let chosen = NewPassword::parse(typed, &PasswordContext::default()).unwrap();
    assert_eq!(chosen.into_typed(), TypedPassword::parse("O'Neill \"7\"-...").unwrap());
    assert_eq!(faults("a1\u{2026}."), [Repeated], "read as four dots");
}

#[test]
fn a_letter_and_a_digit() {
    assert_eq!(faults("123456"), [NoLetter]);
    assert_eq!(faults("abcdef"), [NoDigit]);
    assert_eq!(faults("!!?!!?"), [NoLetter, NoDigit]);
}

#[test]
fn no_character_four_times_in_a_row_in_any_case() {
    assert_eq!(faults("aaa1bcd"), []);
    assert_eq!(faults("aaaa1bcd"), [Repeated]);
    assert_eq!(faults("aAaA1bcd"), [Repeated]);
    assert_eq!(faults("abc1    d"), [Repeated]);
    assert_eq!(faults("abcd1111"), [Repeated]);
}

#[test]
fn nothing_that_others_know_about_the_holder() {
    assert_eq!(of_mette("x6107721234"), [HoldsCprNumber]);
    assert_eq!(of_mette("x610772-1234y"), [HoldsCprNumber]);
    assert_eq!(of_mette("x123456789"), [HoldsNemIdNumber]);
    assert_eq!(of_mette("xxmETTE.72"), [HoldsUserId]);
    assert_eq!(of_mette("mette72"), []);
}

#[test]
fn every_broken_clause_is_named_at_once() {
    assert_eq!(faults(""), [TooShort, NoLetter, NoDigit]);
    assert_eq!(faults(" ææææ"), [TooShort, Character, BlankAtEdge, NoLetter, NoDigit, Repeated]);
    assert_eq!(of_mette("610772-1234"), [NoLetter, HoldsCprNumber]);
}

#[test]
fn the_chosen_one_is_the_typed_one_in_any_case() {
    let chosen = NewPassword::parse("Sommer19", &PasswordContext::default()).unwrap();
    assert_eq!(format!("{chosen:?}"), "NewPassword(******)");
    assert_eq!(chosen.into_typed(), TypedPassword::parse("SOMMER19").unwrap());
}

proptest! {
    #[test]
    fn case_never_decides(typed in "[a-zA-Z0-9 .!æ]{0,45}") {
        prop_assert_eq!(of_mette(&typed), of_mette(&typed.to_ascii_uppercase()));
    }
}

#[test]
fn the_faults_are_kept_in_their_order_each_once() {
    let named = |faults: Vec<PasswordFault>| PasswordFaults::from(faults).iter().collect::<Vec<_>>();
    assert_eq!(named(vec![TooShort, HoldsUserId, NoDigit]), [TooShort, NoDigit, HoldsUserId]);
    assert_eq!(named(vec![TooShort, NoDigit, NoDigit]), [TooShort, NoDigit]);
    assert_eq!(named(Vec::new()), [TooShort]);
    assert_eq!(PasswordFaults::from(vec![NoLetter, NoDigit]).first(), NoLetter);
    assert_eq!(PasswordFaults::from(NoDigit), PasswordFaults::from(vec![NoDigit]));
}
