//! How a citizen can be reached besides by letter: e-mail and mobile.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;
use crate::words::Digits;

/// The most characters of an e-mail address, and of the part before its `@`.
const LONGEST_EMAIL: usize = 254;
const LONGEST_LOCAL: usize = 64;

/// Why a text is not an e-mail address or a mobile number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ContactError {
    /// The text does not have the shape `name@domain.dk`.
    #[error("not the shape of an e-mail address")]
    EmailShape,
    /// The address has more than 254 characters.
    #[error("an e-mail address has at most 254 characters")]
    EmailTooLong,
    /// The number does not have eight digits.
    #[error("a Danish mobile number has eight digits")]
    MobileShape,
}

impl Refusal for ContactError {
    fn code(&self) -> &'static str {
        match self {
            Self::EmailShape => "email-shape",
            Self::EmailTooLong => "email-too-long",
            Self::MobileShape => "mobile-shape",
        }
    }
}

/// An e-mail address of a valid shape. Whether anybody reads there is not checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

impl Email {
    /// Reads one address, and drops blanks at its edges.
    ///
    /// # Errors
    /// [`ContactError::EmailTooLong`]; [`ContactError::EmailShape`] unless one `@` stands between a name and a domain
    /// with a dot.
    pub fn parse(typed: &str) -> Result<Self, ContactError> {
        let typed = typed.trim();
        if typed.len() > LONGEST_EMAIL {
            return Err(ContactError::EmailTooLong);
        }
        let (local, domain) = typed.split_once('@').ok_or(ContactError::EmailShape)?;
        if is_local_part(local) && is_domain(domain) {
            Ok(Self(typed.to_owned()))
        } else {
            Err(ContactError::EmailShape)
        }
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether the text can stand before the `@`: words of letters, digits and harmless signs, joined by dots.
fn is_local_part(text: &str) -> bool {
    let harmless = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    text.len() <= LONGEST_LOCAL && text.split('.').all(|word| !word.is_empty() && word.chars().all(harmless))
}

/// Whether the text is a domain: at least two labels, the last one without digits.
fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let is_top = |label: &str| label.len() >= 2 && !label.contains(|c: char| c.is_ascii_digit());
    text.split('.').all(is_label) && text.rsplit_once('.').is_some_and(|(_, top)| is_top(top))
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<String> for Email {
    type Error = ContactError;

    fn try_from(text: String) -> Result<Self, ContactError> {
        Self::parse(&text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

/// A Danish mobile number.
#[doc(alias = "mobilnummer")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Mobile(Digits<8>);

impl Mobile {
    /// Reads eight digits, optionally after `+45` or `0045`, with blanks anywhere.
    pub fn parse(typed: &str) -> Result<Self, ContactError> {
        let bare: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let abroad = || bare.strip_prefix("+45").or_else(|| bare.strip_prefix("0045"));
        Digits::parse(&bare)
            .or_else(|refusal| abroad().map_or(Err(refusal), Digits::parse))
            .map(Self)
            .map_err(|_| ContactError::MobileShape)
    }
}

impl fmt::Display for Mobile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.as_str();
        write!(f, "+45 {} {} {} {}", &digits[..2], &digits[2..4], &digits[4..6], &digits[6..])
    }
}

impl TryFrom<String> for Mobile {
    type Error = ContactError;

    fn try_from(text: String) -> Result<Self, ContactError> {
        Self::parse(&text)
    }
}

impl From<Mobile> for String {
    fn from(mobile: Mobile) -> Self {
        mobile.to_string()
    }
}

/// The citizen's contact data. Both are optional.
#[doc(alias = "kontaktoplysninger")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The address for confirmations and notices.
    pub email: Option<Email>,
    /// The number that gets an SMS when a temporary password is on its way (Rules 3.7).
    pub mobile: Option<Mobile>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sane_addresses_are_taken() {
        for typed in ["mette@example.dk", " m.h+nemid@mail.example.com ", "o'brien@ex-ample.dk", "1@2.dk"] {
            assert_eq!(Email::parse(typed).unwrap().as_str(), typed.trim());
        }
    }

    #[test]
    fn what_no_letter_could_reach_is_refused() {
        for typed in [
            "",
            "mette",
            "@example.dk",
            "mette@",
            "mette@example",
            "a@b@example.dk",
            "me tte@example.dk",
            "mette@example.dk\r\nBcc: x@y.dk",
            "mette@.dk",
            "mette@example..dk",
            "m..h@example.dk",
            ".m@example.dk",
            "mette@-example.dk",
            "mette@127.0.0.1",
            "Mette <mette@example.dk>",
            "a@example.dk,b@example.dk",
        ] {
            assert_eq!(Email::parse(typed), Err(ContactError::EmailShape), "{typed:?}");
        }
        let long = format!("mette@{}dk", "example.".repeat(32));
        assert_eq!(Email::parse(&long).unwrap_err().code(), "email-too-long");
    }

    #[test]
    fn a_mobile_number_is_shown_in_one_way() {
        for typed in ["12345678", "12 34 56 78", "+45 12345678", "+4512 34 56 78", "0045 12345678"] {
            assert_eq!(Mobile::parse(typed).unwrap().to_string(), "+45 12 34 56 78", "{typed}");
        }
        assert_eq!(Mobile::parse("00451234").unwrap().to_string(), "+45 00 45 12 34");
    }

    #[test]
    fn a_foreign_or_short_number_is_refused() {
        for typed in ["", "1234567", "+46 12345678", "4512345678", "+45", "12-34-56-78", "123456789"] {
            assert_eq!(Mobile::parse(typed).unwrap_err().code(), "mobile-shape", "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_stored_reads_back(digits in "[0-9]{8}", local in "[a-z0-9+_-]{1,20}") {
            let contact = Contact {
                email: Email::parse(&format!("{local}@example.dk")).ok(),
                mobile: Mobile::parse(&digits).ok(),
            };
            prop_assert!(contact.email.is_some() && contact.mobile.is_some());
            let json = serde_json::to_string(&contact).unwrap();
            prop_assert_eq!(serde_json::from_str::<Contact>(&json).unwrap(), contact);
        }
    }

    #[test]
    fn the_longest_address_and_label_are_taken_and_one_more_character_is_not() {
        let label = |letters| "a".repeat(letters);
        let address = |local: usize, domain: &str| Email::parse(&format!("{}@{domain}", label(local)));
        let domain = format!("{0}.{0}.{1}.dk", label(63), label(58));
        assert_eq!(address(64, &domain).unwrap().as_str().len(), LONGEST_EMAIL);
        let longer = format!("{0}.{0}.{1}.dk", label(63), label(59));
        assert_eq!(address(64, &longer), Err(ContactError::EmailTooLong));
        assert_eq!(address(65, "example.dk"), Err(ContactError::EmailShape));
        assert_eq!(address(1, &format!("{}.dk", label(64))), Err(ContactError::EmailShape));
    }

    #[test]
    fn the_last_label_has_two_letters_at_least() {
        for typed in ["mette@example.d", "mette@example.d1", "mette@example.1"] {
            assert_eq!(Email::parse(typed), Err(ContactError::EmailShape), "{typed}");
        }
    }

    #[test]
    fn an_address_is_shown_as_it_was_given() {
        assert_eq!(Email::parse("Mette@example.dk").unwrap().to_string(), "Mette@example.dk");
    }
}
