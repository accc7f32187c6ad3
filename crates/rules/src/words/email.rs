//! E-mail addresses, whose domains may have letters beyond ASCII (D25).

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::words::{ContactError, spelling};

/// The most characters of an e-mail address, and of the part before its `@`.
const LONGEST_EMAIL: usize = 254;
const LONGEST_LOCAL: usize = 64;

/// An e-mail address of a valid shape, as it was typed. Whether anybody reads there is not checked. Its domain may have
/// letters beyond ASCII (IDNA 2008, D25).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

impl Email {
    /// Reads one address, and drops blanks at its edges and what cannot be seen. A domain that a browser has encoded
    /// (`xn--…`) is shown in its letters again.
    ///
    /// # Errors
    /// [`ContactError::EmailTooLong`]; [`ContactError::EmailShape`] unless one `@` stands between a name and a domain
    /// with a dot.
    pub fn parse(typed: &str) -> Result<Self, ContactError> {
        let typed: String = typed.chars().filter(|character| !spelling::is_invisible(*character)).collect();
        let typed = spelling::composed(typed.trim());
        if typed.chars().count() > LONGEST_EMAIL {
            return Err(ContactError::EmailTooLong);
        }
        let (local, domain) = typed.split_once('@').ok_or(ContactError::EmailShape)?;
        let encoded = encoded(domain).ok_or(ContactError::EmailShape)?;
        if local.len() + 1 + encoded.len() > LONGEST_EMAIL {
            return Err(ContactError::EmailTooLong);
        }
        if is_local_part(local) && is_domain(&encoded) {
            Ok(Self(format!("{local}@{}", shown(domain))))
        } else {
            Err(ContactError::EmailShape)
        }
    }

    /// The address as mail servers know it: its domain in ASCII.
    pub fn for_sending(&self) -> String {
        let (local, domain) = self.0.split_once('@').unwrap_or((&self.0, ""));
        format!("{local}@{}", encoded(domain).unwrap_or_default())
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

/// A domain in ASCII: as it is, or encoded where it has other letters. `None` if it has some that no domain has.
fn encoded(domain: &str) -> Option<Cow<'_, str>> {
    if domain.is_ascii() {
        return Some(domain.into());
    }
    idna::domain_to_ascii_strict(domain).ok().map(Cow::from)
}

/// A domain in the letters that were typed, also where the browser has encoded them.
fn shown(domain: &str) -> Cow<'_, str> {
    let is_encoded = |label: &str| label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
    if !domain.split('.').any(is_encoded) {
        return domain.into();
    }
    match idna::domain_to_unicode(domain) {
        (decoded, Ok(()))
            if encoded(&decoded).is_some_and(|again| again.eq_ignore_ascii_case(domain))
                && !decoded.contains(spelling::is_invisible) =>
        {
            decoded.into()
        }
        _ => domain.into(),
    }
}

/// Whether the text is a domain in ASCII: at least two labels, the last one without digits unless it is encoded.
fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let is_top = |label: &str| {
        label.len() >= 2 && (label.starts_with("xn--") || !label.contains(|c: char| c.is_ascii_digit()))
    };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Refusal;

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
            "mette@blå_bær.dk",
            "mette@-blåbær.dk",
            "mette@blåbær",
            "blåbær@example.dk",
            "a@example.dk,b@example.dk",
        ] {
            assert_eq!(Email::parse(typed), Err(ContactError::EmailShape), "{typed:?}");
        }
        let long = format!("mette@{}dk", "example.".repeat(32));
        assert_eq!(Email::parse(&long).unwrap_err().code(), "email-too-long");
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
    fn a_domain_with_danish_letters_is_shown_as_typed_and_sent_to_in_ascii() {
        for typed in ["erik@blåbærgrød.dk", "erik@bla\u{30a}bærgrød.dk\u{200b}", "erik@xn--blbrgrd-fxak7p.dk"]
        {
            let address = Email::parse(typed).unwrap();
            assert_eq!(address.as_str(), "erik@blåbærgrød.dk", "{typed:?}");
            assert_eq!(address.for_sending(), "erik@xn--blbrgrd-fxak7p.dk", "{typed:?}");
        }
        assert_eq!(Email::parse("Mette@Example.dk").unwrap().for_sending(), "Mette@Example.dk");
        assert_eq!(Email::parse("erik@BLÅBÆR.dk").unwrap().as_str(), "erik@BLÅBÆR.dk");
        let label = "å".repeat(63);
        assert_eq!(
            Email::parse(&format!("erik@{label}.dk")),
            Err(ContactError::EmailShape),
            "encoded, it is too long"
        );
    }

    #[test]
    fn an_address_is_shown_as_it_was_given() {
        assert_eq!(Email::parse("Mette@example.dk").unwrap().to_string(), "Mette@example.dk");
    }
}
