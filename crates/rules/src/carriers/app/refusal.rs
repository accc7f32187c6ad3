//! Why an app is not installed, taken into use or answered with.

use jiff::Timestamp;
use thiserror::Error;

use crate::Refusal;
use crate::keys::answer::KeyRefusal;

/// Why an app is not installed, or does not do what it is asked for.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum AppRefusal {
    /// No app can be installed on this telephone.
    #[error("not a smartphone")]
    NotSmart,
    /// Its owner has lost the telephone.
    #[error("the telephone is lost")]
    TelephoneLost,
    /// Its battery is empty.
    #[error("the telephone has no battery")]
    NoBattery,
    /// It has no connection.
    #[error("the telephone has no connection")]
    NoNet,
    /// The telephone is somebody else's (Rules 3.2).
    #[error("another person's telephone")]
    NotOwn,
    /// There are three open apps already.
    #[error("three apps already")]
    TooMany,
    /// There is an open app of this NemID on the telephone already.
    #[error("on this telephone already")]
    ThereAlready,
    /// There is no such app on the telephone, or it is not open.
    #[error("no such app on this telephone")]
    NotThere,
    /// The hour after the installation is not over.
    #[error("ready at {at}")]
    NotReady {
        /// When it is.
        at: Timestamp,
    },
    /// A PIN was chosen already.
    #[error("in use already")]
    InUse,
    /// The NemID was never activated.
    #[error("not activated")]
    NotActivated,
    /// The NemID has ended, or its password is blocked or locked.
    #[error("the NemID can't be used")]
    NotUsable,
    /// The card can't be used, or the key can't be judged.
    #[error(transparent)]
    Key(#[from] KeyRefusal),
}

impl Refusal for AppRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotSmart => "telephone-not-smart",
            Self::TelephoneLost => "telephone-lost",
            Self::NoBattery => "telephone-no-battery",
            Self::NoNet => "telephone-no-net",
            Self::NotOwn => "telephone-not-own",
            Self::TooMany => "too-many-apps",
            Self::ThereAlready => "app-there-already",
            Self::NotThere => "app-not-there",
            Self::NotReady { .. } => "app-not-ready",
            Self::InUse => "app-in-use",
            Self::NotActivated => "carrier-not-activated",
            Self::NotUsable => "not-usable",
            Self::Key(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::NotReady { at } => Some(*at),
            _ => None,
        }
    }
}
