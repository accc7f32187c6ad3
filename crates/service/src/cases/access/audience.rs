//! The parts of the site that have sessions of their own.

use rules::actor::{Channel, PlaceName};
use rules::nemid::Purpose;

/// A part of the site with sessions of its own: a person may be citizen and officer in one browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The citizen's own pages.
    Selvbetjening,
    /// The counter's pages.
    Ra,
    /// The operator's pages.
    Operator,
    /// One bank's counter.
    BankCounter(PlaceName),
    /// One provider's site.
    Site(PlaceName),
}

impl Audience {
    /// The stable word for it, as stored and as its cookie is named.
    pub fn code(&self) -> String {
        match self {
            Self::Selvbetjening => "selvbetjening".into(),
            Self::Ra => "ra".into(),
            Self::Operator => "operatoer".into(),
            Self::BankCounter(bank) => format!("bank-{bank}"),
            Self::Site(site) => format!("site-{site}"),
        }
    }

    /// The audience of a stable word.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "selvbetjening" => Self::Selvbetjening,
            "ra" => Self::Ra,
            "operatoer" => Self::Operator,
            other => match other.split_once('-')? {
                ("bank", bank) => Self::BankCounter(PlaceName::new(bank)),
                ("site", site) => Self::Site(PlaceName::new(site)),
                _ => return None,
            },
        })
    }

    /// What a log-on to it is for.
    pub fn log_on(&self) -> Purpose {
        match self {
            Self::Selvbetjening => Purpose::LogOn,
            Self::Ra => Purpose::RaLogOn,
            Self::Operator => Purpose::OperatorLogOn,
            Self::BankCounter(bank) => Purpose::BankCounterLogOn { bank: bank.clone() },
            Self::Site(site) => Purpose::SiteLogOn { site: site.clone() },
        }
    }

    /// The audience that a log-on is for; `None` for any other purpose of a password or key.
    pub fn of(purpose: &Purpose) -> Option<Self> {
        Some(match purpose {
            Purpose::LogOn => Self::Selvbetjening,
            Purpose::RaLogOn => Self::Ra,
            Purpose::OperatorLogOn => Self::Operator,
            Purpose::BankCounterLogOn { bank } => Self::BankCounter(bank.clone()),
            Purpose::SiteLogOn { site } => Self::Site(site.clone()),
            _ => return None,
        })
    }

    /// The channel of what is done in this audience.
    pub fn channel(&self) -> Channel {
        match self {
            Self::Selvbetjening => Channel::Selvbetjening,
            Self::Ra => Channel::RaPortal,
            Self::Operator => Channel::Operator,
            Self::BankCounter(_) => Channel::Bank,
            Self::Site(_) => Channel::Site,
        }
    }
}
