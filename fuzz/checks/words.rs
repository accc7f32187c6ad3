//! Every word that somebody types: what is read says itself again, tells no secret, and can be put anywhere.

use std::fmt::{Debug, Display};

use rules::money::{DANISH, ENGLISH, parse_account, parse_amount, written};
use rules::nemid::certificate::CertificateSerial;
use rules::terms;
use rules::words::{
    Address, CprNumber, DocumentNumber, Email, Key, KeyCardNumber, KeyNumber, Mobile, NemIdNumber,
    NewPassword, PasswordContext, PersonName, Pid, PinLetterSerial, Postcode, TemporaryPasswordCode,
    TypedPassword, TypedUserId, UserId,
};
use selvbetjening::web::way_back::WayBack;

/// Reads a text as each kind of word.
pub fn check(text: &str) {
    says_itself_again(text, CprNumber::parse);
    says_itself_again(text, NemIdNumber::parse);
    says_itself_again(text, KeyCardNumber::parse);
    says_itself_again(text, PinLetterSerial::parse);
    says_itself_again(text, KeyNumber::parse);
    says_itself_again(text, Postcode::parse);
    says_itself_again(text, Pid::parse);
    says_itself_again(text, DocumentNumber::parse);
    says_itself_again(text, CertificateSerial::parse);
    says_itself_again(text, Mobile::parse);
    says_itself_again(text, Email::parse);
    says_itself_again(text, PersonName::parse);
    says_itself_again(text, UserId::parse);
    numbers_have_a_birth_date_or_none(text);
    user_ids_are_one_word(text);
    names_and_addresses_are_one_line(text);
    secrets_stay_secret(text);
    amounts_are_written_as_they_were_read(text);
    the_way_back_stays_here(text);
    let _ = terms::Summary::parse(text, text);
}

fn says_itself_again<T, E>(text: &str, parse: impl Fn(&str) -> Result<T, E>)
where
    T: Display + Debug + PartialEq,
    E: Debug,
{
    let Ok(word) = parse(text) else { return };
    let said = word.to_string();
    assert!(!said.chars().any(char::is_control), "{said:?}");
    assert_eq!(parse(&said).expect("what is shown can be typed"), word, "{text:?} was shown as {said:?}");
}

fn numbers_have_a_birth_date_or_none(text: &str) {
    if let Ok(number) = CprNumber::parse(text) {
        let _ = number.birth_date();
        assert_eq!(number.digits().len(), 10);
    }
}

fn user_ids_are_one_word(text: &str) {
    if let Ok(id) = UserId::parse(text) {
        assert_eq!(UserId::parse(&id.folded()).expect("folded, it is one").folded(), id.folded());
        assert!(TypedUserId::parse(id.as_str()).is_ok(), "{text:?} can be chosen and not be typed");
    }
    if let Ok(typed) = TypedUserId::parse(text) {
        assert!(!typed.folded().is_empty());
    }
}

fn names_and_addresses_are_one_line(text: &str) {
    if let Ok(name) = PersonName::parse(text) {
        assert!(name.same_as(&name) && !name.as_str().trim().is_empty());
    }
    if let Ok(address) = Address::parse(text, "8000", text) {
        assert!(!address.street().contains(['\n', '\r']) && !address.town().contains(['\n', '\r']));
    }
}

fn secrets_stay_secret(text: &str) {
    // Whatever it is, the same is said of it.
    let hidden = |debug: String, what: &str| assert_eq!(debug, format!("{what}(******)"));
    if let Ok(key) = Key::parse(text) {
        hidden(format!("{key:?}"), "Key");
    }
    if let Ok(code) = TemporaryPasswordCode::parse(text) {
        hidden(format!("{code:?}"), "TemporaryPasswordCode");
    }
    if let Ok(password) = TypedPassword::parse(text) {
        hidden(format!("{password:?}"), "TypedPassword");
    }
    if let Ok(password) = NewPassword::parse(text, &PasswordContext::default()) {
        let typed = password.into_typed();
        assert!(TypedPassword::parse(typed.reveal()).is_ok(), "a password that can be chosen can be typed");
    }
}

fn amounts_are_written_as_they_were_read(text: &str) {
    for marks in [DANISH, ENGLISH] {
        if let Ok(oere) = parse_amount(text, marks) {
            assert!(oere > 0);
            assert_eq!(parse_amount(&written(oere, marks), marks), Ok(oere), "{text:?}");
        }
    }
    if let Ok(account) = parse_account(text) {
        assert_eq!(parse_account(&account), Ok(account));
    }
}

fn the_way_back_stays_here(text: &str) {
    if let Some(way) = WayBack::parse(text) {
        let way = way.to_string();
        assert!(
            way.starts_with('/') && !way.starts_with("//") && !way.contains(['\\', '\n', '\r']),
            "{way:?}"
        );
    }
}
