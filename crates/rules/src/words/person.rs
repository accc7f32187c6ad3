//! What the CPR register says about a person: name and address.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;
use crate::words::{Digits, spelling};

/// The most characters of a name, of a street with its number, and of a town.
const LONGEST_NAME: usize = 100;
const LONGEST_STREET: usize = 100;
const LONGEST_TOWN: usize = 60;

/// Why a text is not a name or a part of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PersonError {
    /// The name is empty, longer than 100 characters, or has characters that no name has.
    #[error("a name has 1 to 100 letters, blanks, hyphens, apostrophes and dots")]
    Name,
    /// The street is empty or longer than 100 characters.
    #[error("a street has 1 to 100 characters")]
    Street,
    /// The postcode does not have four digits.
    #[error("a Danish postcode has four digits")]
    Postcode,
    /// The town is empty or longer than 60 characters.
    #[error("a town has 1 to 60 characters")]
    Town,
}

impl Refusal for PersonError {
    fn code(&self) -> &'static str {
        match self {
            Self::Name => "person-name-shape",
            Self::Street => "street-shape",
            Self::Postcode => "postcode-shape",
            Self::Town => "town-shape",
        }
    }
}

/// A person's whole name, with single blanks between its parts.
#[doc(alias = "navn")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

impl PersonName {
    /// Reads a name as it is kept (D25): composed letters, one kind of apostrophe and hyphen, single blanks, nothing
    /// invisible.
    ///
    /// # Errors
    /// [`PersonError::Name`] without a letter, with more than 100 characters, or with a character that no name has.
    pub fn parse(typed: &str) -> Result<Self, PersonError> {
        let name = spelling::tidied(typed);
        let of_a_name = |c: char| c.is_alphabetic() || " -'.".contains(c) || spelling::is_mark(c);
        let fits = name.chars().count() <= LONGEST_NAME && name.chars().all(of_a_name);
        if fits && name.contains(char::is_alphabetic) { Ok(Self(name)) } else { Err(PersonError::Name) }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether both names are the same to a clerk who hears them (Rules 3.5.2, D25): capitals, marks, blanks and
    /// punctuation make no difference, nor whether æ, ø and å are written as two letters.
    pub fn same_as(&self, other: &Self) -> bool {
        spelling::is_same(&self.0, &other.0)
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<String> for PersonName {
    type Error = PersonError;

    fn try_from(text: String) -> Result<Self, PersonError> {
        Self::parse(&text)
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> Self {
        name.0
    }
}

/// A Danish postcode: four digits.
#[doc(alias = "postnummer")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Postcode(Digits<4>);

impl Postcode {
    /// Reads four digits.
    pub fn parse(typed: &str) -> Result<Self, PersonError> {
        Digits::parse(typed).map(Self).map_err(|_| PersonError::Postcode)
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A Danish postal address.
#[doc(alias = "folkeregisteradresse")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "AddressParts")]
pub struct Address {
    street: String,
    postcode: Postcode,
    town: String,
}

/// An address as stored, before it is checked.
#[derive(Deserialize)]
struct AddressParts {
    street: String,
    postcode: String,
    town: String,
}

impl Address {
    /// Reads the parts of an address as they are kept, see [`PersonName::parse`].
    ///
    /// # Errors
    /// The first part that is empty, too long, or of another shape.
    pub fn parse(street: &str, postcode: &str, town: &str) -> Result<Self, PersonError> {
        let street = line(street, LONGEST_STREET).ok_or(PersonError::Street)?;
        let postcode = Postcode::parse(postcode)?;
        let town = line(town, LONGEST_TOWN).ok_or(PersonError::Town)?;
        Ok(Self { street, postcode, town })
    }

    /// Street, number, floor.
    pub fn street(&self) -> &str {
        &self.street
    }

    /// The postcode, four digits.
    pub fn postcode(&self) -> Postcode {
        self.postcode
    }

    /// The name of the town.
    pub fn town(&self) -> &str {
        &self.town
    }

    /// Whether the address that a caller says in one line is this one: the whole of it, or street and house alone or
    /// with postcode or town (Rules 3.5.2). It is compared as names are, see [`PersonName::same_as`].
    pub fn is_meant_by(&self, told: &str) -> bool {
        let Self { street, postcode, town } = self;
        let said =
            [self.to_string(), street.clone(), format!("{street}, {town}"), format!("{street}, {postcode}")];
        said.iter().any(|said| spelling::is_same(said, told))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {} {}", self.street, self.postcode, self.town)
    }
}

impl TryFrom<AddressParts> for Address {
    type Error = PersonError;

    fn try_from(parts: AddressParts) -> Result<Self, PersonError> {
        Self::parse(&parts.street, &parts.postcode, &parts.town)
    }
}

/// One line of an address; `None` if it is empty, too long, or contains control characters.
pub(super) fn line(text: &str, longest: usize) -> Option<String> {
    let line = spelling::tidied(text);
    let fits = !line.is_empty() && line.chars().count() <= longest && !line.contains(char::is_control);
    fits.then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name(typed: &str) -> PersonName {
        PersonName::parse(typed).unwrap()
    }

    #[test]
    fn names_of_many_kinds_are_taken() {
        for typed in ["Søren Ægidius Åberg", "Anne-Marie d'Angelo", "J. P. O'Hara", "Nguyễn Văn", "X"] {
            assert_eq!(name(typed).as_str(), typed);
        }
        assert_eq!(name("  Mette \t Hansen ").as_str(), "Mette Hansen");
        assert_eq!(name("A\u{30a}ge O\u{2019}Hara\u{200b}").as_str(), "Åge O'Hara");
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for typed in ["", "   ", "-", "R2D2", "<b>", "Mette\0Hansen", "=1+1", "Mette, Hansen"] {
            assert_eq!(PersonName::parse(typed), Err(PersonError::Name), "{typed:?}");
        }
        assert!(PersonName::parse(&"å".repeat(100)).is_ok());
        assert_eq!(PersonName::parse(&"å".repeat(101)).unwrap_err().code(), "person-name-shape");
    }

    #[test]
    fn a_name_told_by_phone_is_known_in_any_case_and_spacing() {
        assert!(name("SØREN  holm").same_as(&name("Søren Holm")));
        assert!(name("Anne Marie Holm").same_as(&name("Annemarie Holm")));
        assert!(!name("Søren Holm").same_as(&name("Soren Holm")));
    }

    #[test]
    fn an_address_has_street_postcode_and_town() {
        let address = Address::parse(" Nygade  1, 2. tv. ", "0999", "København C").unwrap();
        assert_eq!(address.to_string(), "Nygade 1, 2. tv., 0999 København C");
        assert!(address.is_meant_by("nygade 1 2. TV. 0999 københavn c"));
        assert_eq!(Address::parse("", "0999", "Ribe"), Err(PersonError::Street));
        assert_eq!(Address::parse("Nygade 1", "999", "Ribe"), Err(PersonError::Postcode));
        assert_eq!(Address::parse("Nygade 1", "0999", " ").unwrap_err().code(), "town-shape");
    }

    #[test]
    fn a_spoilt_stored_address_is_noticed() {
        let spoilt = r#"{"street":"Nygade 1","postcode":"99","town":"Ribe"}"#;
        assert!(serde_json::from_str::<Address>(spoilt).is_err());
    }

    proptest! {
        #[test]
        fn what_is_stored_reads_back(street in "[A-Za-zæøå]{1,30} [0-9]{1,3}", postcode in "[0-9]{4}") {
            let address = Address::parse(&street, &postcode, "Ribe").unwrap();
            let json = serde_json::to_string(&address).unwrap();
            prop_assert_eq!(serde_json::from_str::<Address>(&json).unwrap(), address);
        }
    }

    #[test]
    fn an_address_is_meant_by_all_of_it_or_by_street_and_house_and_by_nothing_less() {
        let address = Address::parse("Nygade 1, 2. tv.", "6760", "Ribe").unwrap();
        for told in ["Nygade 1", "Ribe", "", "Nygade 1, 2. tv., 6760 Esbjerg", "Nygade 12. tv."] {
            assert!(!address.is_meant_by(told), "{told}");
        }
        for told in ["NYGADE 1, 2. TV.", "Nygade 1 2 tv", "Nygade 1, 2. t.v., Ribe", "nygade 1, 2. tv. 6760"]
        {
            assert!(address.is_meant_by(told), "{told}");
        }
        assert_eq!((address.street(), address.town()), ("Nygade 1, 2. tv.", "Ribe"));
        assert_eq!(address.postcode().to_string(), "6760");
    }

    #[test]
    fn a_name_is_shown_and_stored_as_it_was_read() {
        let name = name("  Søren  Holm ");
        assert_eq!(name.to_string(), "Søren Holm");
        assert_eq!(serde_json::to_string(&name).unwrap(), "\"Søren Holm\"");
        assert!(serde_json::from_str::<PersonName>("\"R2D2\"").is_err());
    }

    #[test]
    fn a_line_of_an_address_has_room_for_a_hundred_characters_and_a_town_for_sixty() {
        let parsed = |street: usize, town: usize| {
            Address::parse(&"å".repeat(street), "6760", &"ø".repeat(town)).map(|_| ())
        };
        assert_eq!(parsed(100, 60), Ok(()));
        assert_eq!(parsed(101, 60), Err(PersonError::Street));
        assert_eq!(parsed(100, 61), Err(PersonError::Town));
        assert_eq!(Address::parse("Nygade\u{7}1", "6760", "Ribe"), Err(PersonError::Street));
    }
}
