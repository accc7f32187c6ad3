//! Why nothing happens on a telephone, with the apps on it.

use jiff::Timestamp;
use thiserror::Error;

use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::world::devices::DeviceRefusal;
use rules::Refusal;
use rules::carriers::app::AppRefusal;
use rules::words::PinError;

/// Why nothing happens on a telephone.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum TelephoneRefusal {
    /// There is no such telephone.
    #[error(transparent)]
    Device(DeviceRefusal),
    /// The rules say no, or the telephone does not work.
    #[error(transparent)]
    App(#[from] AppRefusal),
    /// User ID, password or key, a wrong PIN, or that nothing is asked any more.
    #[error(transparent)]
    LogOn(#[from] LogOnRefusal),
    /// The PIN can't be chosen.
    #[error(transparent)]
    Pin(#[from] PinError),
    /// There is no such request on this telephone.
    #[error("no such request")]
    NoRequest,
    /// The request was answered or replaced, or has run out.
    #[error("the request is over")]
    RequestOver,
}

impl TelephoneRefusal {
    /// Whether it says that a typed PIN was wrong, and may be typed again.
    pub fn is_wrong_pin(self) -> bool {
        matches!(self, Self::LogOn(LogOnRefusal::WrongAnswer { .. }))
    }
}

impl Refusal for TelephoneRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Device(refusal) => refusal.code(),
            Self::App(refusal) => refusal.code(),
            Self::LogOn(refusal) => refusal.code(),
            Self::Pin(refusal) => refusal.code(),
            Self::NoRequest => "request-not-there",
            Self::RequestOver => "request-over",
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::App(refusal) => refusal.until(),
            Self::LogOn(refusal) => refusal.until(),
            _ => None,
        }
    }

    fn tries_left(&self) -> Option<u8> {
        match self {
            Self::LogOn(refusal) => refusal.tries_left(),
            _ => None,
        }
    }

    fn is_for_too_many(&self) -> bool {
        matches!(self, Self::LogOn(refusal) if refusal.is_for_too_many())
    }
}
