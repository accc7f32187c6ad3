//! A letter contains what was recorded, and what is told of its posting and of its last day is what happens.

use rules::words::{PinLetterSerial, TemporaryPasswordCode};
use service::testing::StoreError;

use crate::site::Site;

#[test]
fn no_letter_is_posted_with_a_temporary_password_that_was_not_recorded() {
    let site = Site::filled();
    let nemid = site.public_nemid_of("Stine Udsen");
    let (number, serial) = (nemid.number, PinLetterSerial::from_drawn(7));
    let letters = || site.named("Stine Udsen").letters().len();
    let before = letters();
    let digits = TemporaryPasswordCode::parse("123456").unwrap();
    let posted = rocket::execute(site.app.post_pin_letter(nemid, serial, digits));
    let Err(StoreError::NotIssued { nemid, serial: refused }) = posted else { panic!("{posted:?}") };
    assert_eq!((nemid, refused, letters()), (number, serial, before));
}

#[test]
fn sms_and_log_tell_when_a_letter_is_posted_and_not_when_it_was_ordered() {
    let site = Site::filled();
    let rosa = site.named("Rosa Holm");
    site.change_world("clock", "{\"to\": \"2019-03-09T11:00:00+01:00\"}");
    let form = rosa.browser.open("/spaer").form("Spær nu").tick("Adgangskoden: Andre kender den måske");
    form.fill("Navn", "Rosa Holm").fill("CPR-nummer", &rosa.cpr).submit();
    let letter = rosa.letters().into_iter().find(|one| one["kind"] == "pin_letter").unwrap();
    assert_eq!(letter["posted"], "2019-03-11T08:00:00Z", "on Monday");
    let messages = site.world(&format!("persons/{}/messages", rosa.cpr));
    let sms = messages.as_array().unwrap().iter().find(|one| one["way"] == "sms").unwrap();
    let text = sms["text"].as_str().unwrap();
    assert!(text.contains("den 11. marts 2019") && !text.contains("9. marts"), "{text}");
    site.clock_moves("working_days", 4);
    let mut rosa = rosa;
    let digits = rosa.opens_letter("pin_letter")["temporary_password"].as_str().unwrap().to_owned();
    let (remembered, card) = (rosa.password.clone(), rosa.open_cards().remove(0));
    rosa.reopens(&digits, (Some(&remembered), "helt4forfra"), &card);
    rosa.reads_log().says("sendes med posten den 11. marts 2019");
}

#[test]
fn a_temporary_password_works_up_to_the_moment_that_its_letter_tells() {
    let site = Site::filled();
    let anna = site.named("Anna Bøgh");
    let letter = anna.opens_letter("pin_letter");
    let until: jiff::Timestamp = letter["works_until"].as_str().unwrap().parse().unwrap();
    let digits = letter["temporary_password"].as_str().unwrap();
    let told = until.to_zoned(rules::calendar::denmark()).strftime("%-d").to_string();
    assert!(letter["text"].as_str().unwrap().contains(&format!("til og med den {told}. ")), "{letter}");
    site.change_world("clock", &format!("{{\"to\": \"{until}\"}}"));
    let page = anna.types_temporary("/aktiver", digits);
    assert!(page.path.starts_with("/aktiver/"), "{}: {}", page.path, page.text());
    site.change_world("clock", &format!("{{\"to\": \"{}\"}}", until + jiff::SignedDuration::from_secs(1)));
    anna.types_temporary("/aktiver", digits).says("mere end 30 dage gammel");
}
