//! How a citizen can be reached besides by letter: e-mail and mobile.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::words::{ContactError, Digits, Email, spelling};

/// A Danish mobile number.
#[doc(alias = "mobilnummer")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Mobile(Digits<8>);

impl Mobile {
    /// Reads eight digits, see [`Digits::parse`], optionally after `+45` or `0045`.
    pub fn parse(typed: &str) -> Result<Self, ContactError> {
        let bare: String = spelling::bare(typed).collect();
        let abroad = || bare.strip_prefix("+45").or_else(|| bare.strip_prefix("0045"));
        Digits::parse(&bare)
            .or_else(|refusal| abroad().map_or(Err(refusal), Digits::parse))
            .map(Self)
            .map_err(|_| ContactError::MobileShape)
    }

    /// The number with all but its last two digits hidden, as the Hændelseslog tells it (Rules 3.9).
    pub fn masked(&self) -> String {
        format!("+45 ** ** ** {}", &self.0.as_str()[6..])
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
    use crate::Refusal;
    use proptest::prelude::*;

    #[test]
    fn a_mobile_number_is_shown_in_one_way() {
        for typed in [
            "12345678",
            "12 34 56 78",
            "+45 12345678",
            "+4512 34 56 78",
            "0045 12345678",
            "(+45) 12-34-56-78",
            "\u{202a}+45\u{a0}12\u{2011}34\u{2011}56\u{2011}78\u{202c}",
        ] {
            assert_eq!(Mobile::parse(typed).unwrap().to_string(), "+45 12 34 56 78", "{typed}");
        }
        assert_eq!(Mobile::parse("00451234").unwrap().to_string(), "+45 00 45 12 34");
    }

    #[test]
    fn a_foreign_or_short_number_is_refused() {
        for typed in
            ["", "1234567", "+46 12345678", "4512345678", "+45", "12-34-56-7", "++4512345678", "123456789"]
        {
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
}
