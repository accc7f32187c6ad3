//! The stable codes of what is wrong with a typed text, which stand beside its field.

use super::hold;
use crate::words::*;

#[test]
fn a_number_of_another_shape_says_which_number_it_is() {
    hold(&[
        (&CprNumberError::Shape, "cpr-number-shape"),
        (&NumberError::NemIdNumber, "nemid-number-shape"),
        (&NumberError::KeyCardNumber, "key-card-number-shape"),
        (&NumberError::PinLetterSerial, "pin-letter-serial-shape"),
        (&KeyError::Key, "key-shape"),
        (&KeyError::KeyNumber, "key-number-shape"),
        (&KeyError::KeyPosition, "key-position-range"),
        (&DocumentError::Pid, "pid-shape"),
        (&DocumentError::DocumentNumber, "document-number-shape"),
        (&ContactError::EmailShape, "email-shape"),
        (&ContactError::EmailTooLong, "email-too-long"),
        (&ContactError::MobileShape, "mobile-shape"),
        (&PersonError::Name, "person-name-shape"),
        (&PersonError::Street, "street-shape"),
        (&PersonError::Postcode, "postcode-shape"),
        (&PersonError::Town, "town-shape"),
        (&AbroadError::Street, "street-shape"),
        (&AbroadError::Postcode, "postcode-abroad-shape"),
        (&AbroadError::Town, "town-shape"),
        (&AbroadError::Country, "country-shape"),
        (&PostalError::Danish(PersonError::Postcode), "postcode-shape"),
        (&PostalError::Abroad(AbroadError::Country), "country-shape"),
        (&WorldNameError::World, "world-name-shape"),
        (&WorldNameError::Point, "point-name-shape"),
    ]);
}

#[test]
fn a_chosen_password_or_user_id_names_the_clause_that_it_breaks() {
    hold(&[
        (&PasswordFault::TooShort, "password-too-short"),
        (&PasswordFault::TooLong, "password-too-long"),
        (&PasswordFault::Character, "password-character"),
        (&PasswordFault::BlankAtEdge, "password-blank-at-edge"),
        (&PasswordFault::NoLetter, "password-no-letter"),
        (&PasswordFault::NoDigit, "password-no-digit"),
        (&PasswordFault::Repeated, "password-repeated"),
        (&PasswordFault::HoldsCprNumber, "password-holds-cpr-number"),
        (&PasswordFault::HoldsNemIdNumber, "password-holds-nemid-number"),
        (&PasswordFault::HoldsUserId, "password-holds-user-id"),
        (&UserIdFault::TooShort, "user-id-too-short"),
        (&UserIdFault::TooLong, "user-id-too-long"),
        (&UserIdFault::Character, "user-id-character"),
        (&UserIdFault::BlankAtEdge, "user-id-blank-at-edge"),
        (&UserIdFault::LikeANumber, "user-id-like-a-number"),
        (&SecretError::TemporaryPassword, "temporary-password-shape"),
        (&SecretError::PasswordMissing, "typed-password-missing"),
        (&SecretError::PasswordTooLong, "typed-password-too-long"),
        (&TypedUserIdError::Missing, "typed-user-id-missing"),
        (&TypedUserIdError::TooLong, "typed-user-id-too-long"),
    ]);
}
