//! Numbers that tie a NemID to a person: the certificate's PID number, and the document shown to order one.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;
use crate::words::Digits;

/// The text with which every PID number of a citizen begins.
const PID_PREFIX: &str = "PID:9208-2002-2-";

/// Why a text is not the number that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DocumentError {
    /// The text is not the fixed beginning and twelve digits.
    #[error("a PID number is PID:9208-2002-2- and twelve digits")]
    Pid,
    /// The text has neither nine nor eight digits.
    #[error("a Danish passport has nine digits, a Danish driving licence eight")]
    DocumentNumber,
}

impl Refusal for DocumentError {
    fn code(&self) -> &'static str {
        match self {
            Self::Pid => "pid-shape",
            Self::DocumentNumber => "document-number-shape",
        }
    }
}

/// The number of a citizen in certificates. It stays the same across renewals and says nothing about the person.
#[doc(alias = "PID-nummer")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pid(Digits<12>);

impl Pid {
    /// Reads the whole number, `PID:9208-2002-2-` and twelve digits.
    pub fn parse(typed: &str) -> Result<Self, DocumentError> {
        let digits = typed.trim().strip_prefix(PID_PREFIX).ok_or(DocumentError::Pid)?;
        Digits::parse(digits).map(Self).map_err(|_| DocumentError::Pid)
    }

    /// The PID number that a drawn number stands for, modulo 10¹².
    pub fn from_drawn(drawn: u64) -> Self {
        Self(Digits::from_number(drawn))
    }
}

impl fmt::Display for Pid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PID_PREFIX}{}", self.0)
    }
}

impl fmt::Debug for Pid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pid({})", self.0)
    }
}

impl TryFrom<String> for Pid {
    type Error = DocumentError;

    fn try_from(text: String) -> Result<Self, DocumentError> {
        Self::parse(&text)
    }
}

impl From<Pid> for String {
    fn from(pid: Pid) -> Self {
        pid.to_string()
    }
}

/// The number of the document with which a first NemID is ordered. The count of digits shows which kind it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum DocumentNumber {
    /// A Danish passport.
    #[doc(alias = "pasnummer")]
    Passport(Digits<9>),
    /// A Danish driving licence.
    #[doc(alias = "kørekortnummer")]
    DrivingLicence(Digits<8>),
}

impl DocumentNumber {
    /// Reads nine digits as a passport's, eight as a driving licence's, see [`Digits::parse`].
    pub fn parse(typed: &str) -> Result<Self, DocumentError> {
        let passport = Digits::parse(typed).map(Self::Passport);
        passport
            .or_else(|_| Digits::parse(typed).map(Self::DrivingLicence))
            .map_err(|_| DocumentError::DocumentNumber)
    }

    /// The passport number that a drawn number stands for, modulo 10⁹.
    pub fn passport_from_drawn(drawn: u64) -> Self {
        Self::Passport(Digits::from_number(drawn))
    }

    /// The driving-licence number that a drawn number stands for, modulo 10⁸.
    pub fn driving_licence_from_drawn(drawn: u64) -> Self {
        Self::DrivingLicence(Digits::from_number(drawn))
    }

    /// The digits alone.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Passport(digits) => digits.as_str(),
            Self::DrivingLicence(digits) => digits.as_str(),
        }
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Passport(_) => "Passport(*********)",
            Self::DrivingLicence(_) => "DrivingLicence(********)",
        })
    }
}

impl TryFrom<String> for DocumentNumber {
    type Error = DocumentError;

    fn try_from(text: String) -> Result<Self, DocumentError> {
        Self::parse(&text)
    }
}

impl From<DocumentNumber> for String {
    fn from(number: DocumentNumber) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_pid_number_needs_its_beginning() {
        let pid = Pid::parse(" PID:9208-2002-2-000000000042 ").unwrap();
        assert_eq!(pid, Pid::from_drawn(42));
        assert_eq!(pid.to_string(), "PID:9208-2002-2-000000000042");
        for typed in ["", "000000000042", "PID:9208-2002-2-42", "PID:9208-2002-1-000000000042"] {
            assert_eq!(Pid::parse(typed).unwrap_err().code(), "pid-shape", "{typed}");
        }
    }

    #[test]
    fn the_count_of_digits_tells_a_passport_from_a_driving_licence() {
        assert!(matches!(DocumentNumber::parse("212 345 678"), Ok(DocumentNumber::Passport(_))));
        assert!(matches!(DocumentNumber::parse("12345678"), Ok(DocumentNumber::DrivingLicence(_))));
        for typed in ["", "1234567", "1234567890", "A12345678"] {
            assert_eq!(DocumentNumber::parse(typed).unwrap_err().code(), "document-number-shape", "{typed}");
        }
    }

    #[test]
    fn a_document_number_is_not_printed_for_developers() {
        let shown = format!("{:?}", DocumentNumber::passport_from_drawn(212_345_678));
        assert!(!shown.contains("212345678"), "{shown}");
    }

    proptest! {
        #[test]
        fn what_is_stored_reads_back(drawn: u64) {
            let documents =
                [DocumentNumber::passport_from_drawn(drawn), DocumentNumber::driving_licence_from_drawn(drawn)];
            for document in documents {
                let json = serde_json::to_string(&document).unwrap();
                prop_assert_eq!(serde_json::from_str::<DocumentNumber>(&json).unwrap(), document);
            }
            let pid = Pid::from_drawn(drawn);
            prop_assert_eq!(Pid::parse(&pid.to_string()), Ok(pid));
            let json = serde_json::to_string(&pid).unwrap();
            prop_assert_eq!(serde_json::from_str::<Pid>(&json).unwrap(), pid);
        }
    }

    #[test]
    fn a_number_is_shown_as_its_digits() {
        let shown = |typed: &str| DocumentNumber::parse(typed).unwrap().to_string();
        assert_eq!([shown("212 345 678"), shown("12 34 56 78")], ["212345678", "12345678"]);
        let licence = DocumentNumber::driving_licence_from_drawn(12_345_678);
        assert_eq!(format!("{licence:?}"), "DrivingLicence(********)");
        assert_eq!(format!("{:?}", Pid::from_drawn(42)), "Pid(000000000042)");
    }
}
