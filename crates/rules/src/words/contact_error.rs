//! Why a text is no e-mail address or mobile number.

use thiserror::Error;

use crate::Refusal;

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
