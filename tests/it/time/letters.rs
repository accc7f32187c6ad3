//! A letter contains what was recorded: none is posted with a temporary password that its NemID does not
//! have.

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
