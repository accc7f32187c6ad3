//! The address that a person has stated, for letters: in Denmark or abroad (Rules 4.3, D29).

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;
use crate::words::person::line;
use crate::words::spelling;
use crate::words::{Address, PersonError};

/// The most characters of a street with its number, of a postcode, of a town, and of a country.
const LONGEST_STREET: usize = 100;
const LONGEST_POSTCODE: usize = 10;
const LONGEST_TOWN: usize = 60;
const LONGEST_COUNTRY: usize = 60;

/// The names under which Denmark is no address abroad.
const DENMARK: [&str; 3] = ["danmark", "denmark", "dk"];

fn is_denmark(country: &str) -> bool {
    DENMARK.contains(&country.trim().to_lowercase().as_str())
}

/// Why a text is not a part of an address abroad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AbroadError {
    /// The street is empty or longer than 100 characters.
    #[error("a street has 1 to 100 characters")]
    Street,
    /// The postcode is longer than 10 characters.
    #[error("a postcode abroad has up to 10 characters")]
    Postcode,
    /// The town is empty or longer than 60 characters.
    #[error("a town has 1 to 60 characters")]
    Town,
    /// The country is empty, longer than 60 characters, has no letter, or is Denmark.
    #[error("a country other than Denmark has 1 to 60 characters")]
    Country,
}

impl Refusal for AbroadError {
    fn code(&self) -> &'static str {
        match self {
            Self::Street => "street-shape",
            Self::Postcode => "postcode-abroad-shape",
            Self::Town => "town-shape",
            Self::Country => "country-shape",
        }
    }
}

/// A postal address outside Denmark. Postcodes stand there before or behind the town, or there are none, so that they
/// are one line.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "AbroadParts")]
pub struct AddressAbroad {
    street: String,
    town: String,
    country: String,
}

/// An address abroad as stored, before it is checked.
#[derive(Deserialize)]
struct AbroadParts {
    street: String,
    town: String,
    country: String,
}

impl AddressAbroad {
    /// Reads the parts of an address, the town with its postcode; several blanks become one.
    ///
    /// # Errors
    /// The first part that is empty or too long, or names Denmark.
    pub fn parse(street: &str, town: &str, country: &str) -> Result<Self, AbroadError> {
        let street = line(street, LONGEST_STREET).ok_or(AbroadError::Street)?;
        let town = line(town, LONGEST_POSTCODE + 1 + LONGEST_TOWN).ok_or(AbroadError::Town)?;
        let country = line(country, LONGEST_COUNTRY).ok_or(AbroadError::Country)?;
        if !country.contains(char::is_alphabetic) || is_denmark(&country) {
            return Err(AbroadError::Country);
        }
        Ok(Self { street, town, country })
    }

    /// Street and house.
    pub fn street(&self) -> &str {
        &self.street
    }

    /// Town and postcode, as they are written there.
    pub fn town(&self) -> &str {
        &self.town
    }

    /// The country.
    pub fn country(&self) -> &str {
        &self.country
    }
}

impl TryFrom<AbroadParts> for AddressAbroad {
    type Error = AbroadError;

    fn try_from(parts: AbroadParts) -> Result<Self, AbroadError> {
        Self::parse(&parts.street, &parts.town, &parts.country)
    }
}

/// An address to which letters go.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PostalAddress {
    /// In Denmark, told by its postcode of four digits.
    Danish(Address),
    /// In another country.
    Abroad(AddressAbroad),
}

/// Why the parts of an address that was stated are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PostalError {
    /// In Denmark.
    #[error(transparent)]
    Danish(#[from] PersonError),
    /// In another country.
    #[error(transparent)]
    Abroad(#[from] AbroadError),
}

impl Refusal for PostalError {
    fn code(&self) -> &'static str {
        match self {
            Self::Danish(error) => error.code(),
            Self::Abroad(error) => error.code(),
        }
    }
}

impl PostalAddress {
    /// Reads the parts of an address. Without a country it is in Denmark; a postcode abroad goes before the town.
    ///
    /// # Errors
    /// The first part that is empty, too long, or of another shape.
    pub fn parse(street: &str, postcode: &str, town: &str, country: &str) -> Result<Self, PostalError> {
        if country.trim().is_empty() || is_denmark(country) {
            return Ok(Self::Danish(Address::parse(street, postcode, town)?));
        }
        if postcode.chars().count() > LONGEST_POSTCODE {
            return Err(AbroadError::Postcode.into());
        }
        let town = line(town, LONGEST_TOWN).ok_or(AbroadError::Town)?;
        Ok(Self::Abroad(AddressAbroad::parse(street, &format!("{postcode} {town}"), country)?))
    }

    /// Street and house.
    pub fn street(&self) -> &str {
        match self {
            Self::Danish(address) => address.street(),
            Self::Abroad(address) => address.street(),
        }
    }

    /// The lines below the name on an envelope: street, town with postcode, and the country in capitals where that is
    /// not Denmark.
    pub fn lines(&self) -> Vec<String> {
        match self {
            Self::Danish(address) => {
                vec![address.street().to_owned(), format!("{} {}", address.postcode(), address.town())]
            }
            Self::Abroad(address) => {
                vec![address.street.clone(), address.town.clone(), address.country.to_uppercase()]
            }
        }
    }
}

impl PostalAddress {
    /// Whether the address that a caller says in one line is this one: the whole of it, or street and house alone
    /// (Rules 3.5.2).
    pub fn is_meant_by(&self, told: &str) -> bool {
        match self {
            Self::Danish(address) => address.is_meant_by(told),
            Self::Abroad(address) => {
                let AddressAbroad { street, town, .. } = address;
                let said = [self.to_string(), street.clone(), format!("{street}, {town}")];
                said.iter().any(|said| spelling::is_same(said, told))
            }
        }
    }
}

impl fmt::Display for PostalAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines().join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn abroad(street: &str, town: &str, country: &str) -> Result<String, AbroadError> {
        AddressAbroad::parse(street, town, country).map(|parsed| PostalAddress::Abroad(parsed).to_string())
    }

    #[test]
    fn an_address_abroad_has_street_town_and_country() {
        let written = abroad(" Via  Roma 5 ", "00184 Roma", "Italien");
        assert_eq!(written.unwrap(), "Via Roma 5, 00184 Roma, ITALIEN");
        assert_eq!(abroad("", "Roma", "Italien"), Err(AbroadError::Street));
        assert_eq!(abroad("Via Roma 5", " ", "Italien"), Err(AbroadError::Town));
        assert_eq!(abroad("Via Roma 5", "Roma", ""), Err(AbroadError::Country));
        assert_eq!(abroad("Via Roma 5", "Roma", "39"), Err(AbroadError::Country));
        assert_eq!(abroad(&"a".repeat(101), "Roma", "Italien"), Err(AbroadError::Street));
        assert_eq!(abroad("Via Roma 5", &"a".repeat(72), "Italien"), Err(AbroadError::Town));
        assert_eq!(abroad("Via Roma 5", "Roma", &"a".repeat(61)), Err(AbroadError::Country));
        let parsed = AddressAbroad::parse("Via Roma 5", "00184 Roma", "Italien").unwrap();
        assert_eq!(
            (parsed.street(), parsed.town(), parsed.country()),
            ("Via Roma 5", "00184 Roma", "Italien")
        );
    }

    #[test]
    fn an_address_is_meant_by_all_of_it_or_by_street_and_house() {
        let danish = PostalAddress::Danish(Address::parse("Nygade 1", "6760", "Ribe").unwrap());
        let abroad =
            PostalAddress::Abroad(AddressAbroad::parse("Via Roma 5", "00184 Roma", "Italien").unwrap());
        assert!(danish.is_meant_by("nygade 1") && abroad.is_meant_by("via roma 5"));
        assert!(abroad.is_meant_by("Via Roma 5, 00184 Roma, Italien") && !abroad.is_meant_by("Roma"));
    }

    #[test]
    fn denmark_is_not_abroad() {
        for country in ["Danmark", "DENMARK", "dk"] {
            assert_eq!(abroad("Nygade 1", "6760 Ribe", country), Err(AbroadError::Country), "{country}");
            let danish = PostalAddress::parse("Nygade 1", "6760", "Ribe", country).unwrap();
            assert_eq!(danish.to_string(), "Nygade 1, 6760 Ribe");
        }
    }

    #[test]
    fn what_a_person_states_is_read_by_its_country() {
        let long = ["a".repeat(60), "a".repeat(61)];
        let stated = |postcode, town, country| {
            PostalAddress::parse("Via Roma 5", postcode, town, country).map(|read| read.to_string())
        };
        assert_eq!(stated("", "00184 Roma", "Italien").unwrap(), "Via Roma 5, 00184 Roma, ITALIEN");
        assert_eq!(stated("00184", "Roma", "Italien").unwrap(), "Via Roma 5, 00184 Roma, ITALIEN");
        assert_eq!(stated("6760", "Ribe", " ").unwrap(), "Via Roma 5, 6760 Ribe");
        assert_eq!(stated("", "Ribe", "").unwrap_err().code(), "postcode-shape");
        assert_eq!(stated("00184", " ", "Italien").unwrap_err().code(), "town-shape");
        assert_eq!(stated("00184", &long[1], "Italien").unwrap_err().code(), "town-shape");
        assert_eq!(stated("12345678901", "Roma", "Italien").unwrap_err().code(), "postcode-abroad-shape");
        assert!(stated("1234567890", &long[0], "Italien").is_ok());
    }

    #[test]
    fn what_is_stored_is_read_as_what_it_was() {
        let danish = PostalAddress::Danish(Address::parse("Nygade 1", "6760", "Ribe").unwrap());
        let abroad = PostalAddress::Abroad(AddressAbroad::parse("Via Roma 5", "Roma", "Italien").unwrap());
        for address in [danish, abroad] {
            let json = serde_json::to_string(&address).unwrap();
            assert_eq!(serde_json::from_str::<PostalAddress>(&json).unwrap(), address, "{json}");
        }
        let spoilt = r#"{"street":"Via Roma 5","town":"Roma","country":"dk"}"#;
        assert!(serde_json::from_str::<PostalAddress>(spoilt).is_err());
    }
}
