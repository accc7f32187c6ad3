//! The names that certificates bear: of the authorities, which are the simulator's own and no real authority's, and of
//! those to whom they issue.

use der::asn1::{Any, ObjectIdentifier, PrintableStringRef, Utf8StringRef};
use der::{Decode, Encode};
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::name::{Name, RelativeDistinguishedName};

const COUNTRY: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.6");
const ORGANISATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
const UNIT: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.11");
pub(super) const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
pub(super) const SERIAL_NUMBER: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.5");

/// The organisation of the simulator, which says what it is.
pub const SIMULATOR: &str = "SELVBETJENING SIMULATOR";
/// The organisation of a person without one, as OCES has it.
pub const NO_ORGANISATION: &str = "Ingen organisatorisk tilknytning";
/// The most characters of a common name (RFC 5280, ub-common-name).
pub const LONGEST: usize = 64;

/// A certificate authority of the simulator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ca {
    /// The root, which issues to the other authority alone.
    Primary,
    /// The one that issues to everybody else.
    Issuing,
}

impl Ca {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Primary, Self::Issuing];

    /// Its word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Issuing => "i",
        }
    }

    /// The authority that an address names.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ca| ca.code() == code)
    }

    /// Its common name.
    pub fn common_name(self) -> &'static str {
        match self {
            Self::Primary => "SELVBETJENING Systemtest Primary CA",
            Self::Issuing => "SELVBETJENING Systemtest I CA",
        }
    }

    /// Its name.
    ///
    /// # Errors
    /// Never for the names above.
    pub fn name(self) -> der::Result<Name> {
        name(&[country()?, one(organisation(SIMULATOR)?)?, one(common_name(self.common_name())?)?])
    }

    /// The name of a part of its revocation list, below its own.
    ///
    /// # Errors
    /// Never for the names above.
    pub fn part_name(self, part: u32) -> der::Result<Name> {
        let own = [one(organisation(SIMULATOR)?)?, one(common_name(self.common_name())?)?];
        let [organisation, authority] = own;
        name(&[country()?, organisation, authority, one(common_name(&format!("CRL{part}"))?)?])
    }
}

/// Whom a certificate names: an organisation, perhaps a unit of it, and in one part of the name both who and under which
/// number.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub organisation: &'a str,
    pub unit: Option<&'a str>,
    pub common: &'a str,
    pub number: &'a str,
}

impl Subject<'_> {
    /// The name.
    ///
    /// # Errors
    /// When a text has characters that a certificate can't have, such as letters in a number.
    pub fn name(self) -> der::Result<Name> {
        let shown: String = self.common.chars().take(LONGEST).collect();
        let number = Any::encode_from(&PrintableStringRef::new(self.number)?)?;
        let number = AttributeTypeAndValue { oid: SERIAL_NUMBER, value: number };
        let mut parts = vec![country()?, one(organisation(self.organisation)?)?];
        if let Some(unit) = self.unit {
            let value = Any::encode_from(&Utf8StringRef::new(unit)?)?;
            parts.push(one(AttributeTypeAndValue { oid: UNIT, value })?);
        }
        parts.push(RelativeDistinguishedName::try_from(vec![common_name(shown.trim_end())?, number])?);
        name(&parts)
    }
}

/// The parts in their order, as a name.
fn name(parts: &[RelativeDistinguishedName]) -> der::Result<Name> {
    // Through its bytes, since a name of parts can't be put together otherwise.
    Name::from_der(&parts.to_vec().to_der()?)
}

fn one(attribute: AttributeTypeAndValue) -> der::Result<RelativeDistinguishedName> {
    RelativeDistinguishedName::try_from(vec![attribute])
}

fn country() -> der::Result<RelativeDistinguishedName> {
    let value = Any::encode_from(&PrintableStringRef::new("DK")?)?;
    one(AttributeTypeAndValue { oid: COUNTRY, value })
}

fn organisation(text: &str) -> der::Result<AttributeTypeAndValue> {
    Ok(AttributeTypeAndValue { oid: ORGANISATION, value: Any::encode_from(&Utf8StringRef::new(text)?)? })
}

fn common_name(text: &str) -> der::Result<AttributeTypeAndValue> {
    Ok(AttributeTypeAndValue { oid: COMMON_NAME, value: Any::encode_from(&Utf8StringRef::new(text)?)? })
}
