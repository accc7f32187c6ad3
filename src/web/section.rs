//! The sections of the site, each with an audience of its own.

use serde::Serialize;

use rules::actor::Channel;
use service::cases::access::audience::Audience;

/// A part of the site with an audience of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// The citizen's own pages, and everything that needs no log-on.
    Citizen,
    #[doc(alias = "RA-portal")]
    Counter,
    /// Sites and banks that accept NemID.
    Provider,
    /// A bank's own counter.
    BankCounter,
    /// The operator of NemID.
    Operator,
    /// The world outside the system.
    #[doc(alias = "kontrolrum")]
    ControlRoom,
}

impl Section {
    /// The section that a path belongs to.
    pub fn of(path: &str) -> Self {
        match path.split('/').nth(1).unwrap_or_default() {
            "ra" => Self::Counter,
            "tjenester" => Self::Provider,
            "bank" => Self::BankCounter,
            "operatoer" => Self::Operator,
            "kontrolrum" | "telefon" | "api" => Self::ControlRoom,
            _ => Self::Citizen,
        }
    }

    /// The key of the section's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Citizen => "section-citizen",
            Self::Counter => "section-counter",
            Self::Provider => "section-provider",
            Self::BankCounter => "section-bank-counter",
            Self::Operator => "section-operator",
            Self::ControlRoom => "section-control-room",
        }
    }

    /// The section's front page.
    pub const fn home(self) -> &'static str {
        match self {
            Self::Citizen => "/",
            Self::Counter => "/ra",
            Self::Provider => "/tjenester",
            Self::BankCounter => "/bank",
            Self::Operator => "/operatoer",
            Self::ControlRoom => "/kontrolrum",
        }
    }

    /// The address to log on at, if the section has personal log-ons.
    pub const fn log_on(self) -> Option<&'static str> {
        match self {
            Self::Citizen => Some("/log-paa"),
            Self::Counter => Some("/ra"),
            Self::Operator => Some("/operatoer"),
            Self::Provider | Self::BankCounter | Self::ControlRoom => None,
        }
    }

    /// The address that the button "Log af" of a page sends its form to. Each bank's counter has a log-on of
    /// its own.
    pub fn log_off(self, path: &str) -> String {
        match self {
            Self::Citizen => "/log-af".into(),
            Self::BankCounter => {
                let bank = path.split('/').nth(2).unwrap_or_default();
                format!("/bank/{bank}/log-af")
            }
            other => format!("{}/log-af", other.home()),
        }
    }

    /// The channel of its pages.
    pub const fn channel(self) -> Channel {
        match self {
            Self::Citizen => Channel::Selvbetjening,
            Self::Counter => Channel::RaPortal,
            Self::Provider => Channel::Site,
            Self::BankCounter => Channel::Bank,
            Self::Operator => Channel::Operator,
            Self::ControlRoom => Channel::World,
        }
    }
}

impl From<&Audience> for Section {
    /// The section where the sessions of an audience count.
    fn from(audience: &Audience) -> Self {
        match audience {
            Audience::Selvbetjening => Self::Citizen,
            Audience::Ra => Self::Counter,
            Audience::Operator => Self::Operator,
            Audience::BankCounter(_) => Self::BankCounter,
            Audience::Site(_) => Self::Provider,
        }
    }
}

/// Where somebody who is logged on at an audience begins.
pub fn home_of(audience: &Audience) -> String {
    match audience {
        Audience::Selvbetjening => "/selvbetjening".to_owned(),
        Audience::Ra => Section::Counter.home().to_owned(),
        Audience::Operator => Section::Operator.home().to_owned(),
        Audience::BankCounter(bank) => format!("{}/{bank}", Section::BankCounter.home()),
        Audience::Site(site) => format!("{}/{site}", Section::Provider.home()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_belongs_to_the_section_that_its_first_part_names() {
        assert_eq!(Section::of("/ra/lager"), Section::Counter);
        assert_eq!(Section::of("/rabat"), Section::Citizen);
        assert_eq!(Section::of("/api/world/clock"), Section::ControlRoom);
    }
}
