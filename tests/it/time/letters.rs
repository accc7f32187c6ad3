//! A letter says what was recorded: none is posted with a temporary password that its NemID does not have.

use selvbetjening::rules::words::{PinLetterSerial, TemporaryPasswordCode};
use selvbetjening::store::StoreError;

use crate::site::Site;

#[test]
fn no_letter_is_posted_with_a_temporary_password_that_was_not_recorded() {
    let site = Site::filled();
    let (nemid, now, house) = (site.public_nemid_of("Stine Udsen"), site.now(), site.house.clone());
    let (number, serial) = (nemid.number, PinLetterSerial::from_drawn(7));
    let letters = || site.named("Stine Udsen").letters().len();
    let before = letters();
    let posted = rocket::execute(site.house.store.write(move |tx| {
        let digits = TemporaryPasswordCode::parse("123456").unwrap();
        house.post_pin_letter(tx, &nemid, (serial, &digits), now)
    }));
    let Err(StoreError::NotIssued { nemid, serial: refused }) = posted else { panic!("{posted:?}") };
    assert_eq!((nemid, refused, letters()), (number, serial, before));
}
