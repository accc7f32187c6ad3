//! The sections of the site, and what the top of their pages leads to.

use serde::Serialize;

use crate::web::logged_on::LoggedOn;

/// A part of the site with an audience of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// The citizen's own pages, and everything that needs no log-on.
    Citizen,
    /// The counter.
    #[doc(alias = "RA-portal")]
    Counter,
    /// Sites and banks that NemID opens.
    Provider,
    /// A bank's own counter.
    BankCounter,
    /// The operator of NemID.
    Operator,
    /// What lies outside the system.
    #[doc(alias = "kontrolrum")]
    ControlRoom,
}

/// One link: the key of its text and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    key: &'static str,
    href: &'static str,
    /// Whether the page is this one, or lies below it.
    current: bool,
}

const PUBLIC: &[(&str, &str)] = &[
    ("nav-front", "/"),
    ("nav-order", "/bestil"),
    ("nav-activate", "/aktiver"),
    ("nav-block", "/spaer"),
    ("nav-rules", "/regler"),
];
const CITIZEN: &[(&str, &str)] = &[
    ("nav-my-nemid", "/selvbetjening"),
    ("nav-key-cards", "/selvbetjening/noeglekort"),
    ("nav-password", "/selvbetjening/adgangskode"),
    ("nav-user-id", "/selvbetjening/bruger-id"),
    ("nav-contact", "/selvbetjening/kontakt"),
    ("nav-certificate", "/selvbetjening/certifikat"),
    ("nav-event-log", "/selvbetjening/haendelseslog"),
];
const COUNTER: &[(&str, &str)] = &[
    ("nav-counter-front", "/ra"),
    ("nav-counter-order", "/ra/bestil"),
    ("nav-counter-maintain", "/ra/vedligehold"),
    ("nav-counter-journal", "/ra/journal"),
    ("nav-counter-stock", "/ra/lager"),
];
const ADMINISTRATOR: &[(&str, &str)] = &[
    ("nav-counter-front", "/ra"),
    ("nav-counter-journal", "/ra/journal"),
    ("nav-counter-stock", "/ra/lager"),
    ("nav-counter-officers", "/ra/medarbejdere"),
];
const OPERATOR: &[(&str, &str)] = &[
    ("nav-operator-front", "/operatoer"),
    ("nav-operator-rules", "/operatoer/regler"),
    ("nav-operator-health", "/operatoer/drift"),
    ("nav-operator-journal", "/operatoer/journal"),
];
const CONTROL_ROOM: &[(&str, &str)] = &[
    ("nav-control-room-front", "/kontrolrum"),
    ("nav-clock", "/kontrolrum/ur"),
    ("nav-persons", "/kontrolrum/personer"),
    ("nav-offices", "/kontrolrum/kontorer"),
    ("nav-hotline", "/kontrolrum/hotline"),
];

impl Section {
    /// The section that a path belongs to.
    pub fn of(path: &str) -> Self {
        match path.split('/').nth(1).unwrap_or_default() {
            "ra" => Self::Counter,
            "tjenester" => Self::Provider,
            "bank" => Self::BankCounter,
            "operatoer" => Self::Operator,
            "kontrolrum" | "api" => Self::ControlRoom,
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

    /// Where one logs on, if the section knows people by name.
    pub const fn log_on(self) -> Option<&'static str> {
        match self {
            Self::Citizen => Some("/log-paa"),
            Self::Counter => Some("/ra"),
            Self::Operator => Some("/operatoer"),
            Self::Provider | Self::BankCounter | Self::ControlRoom => None,
        }
    }

    /// Where the button "Log af" of a page sends its form. Each bank's counter has a log-on of its own.
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

    /// The links of the section's menu, for who is logged on.
    pub fn menu(self, path: &str, logged_on: Option<&LoggedOn>) -> Vec<Link> {
        let links: Vec<_> = match (self, logged_on) {
            (Self::Citizen, None) => PUBLIC.to_vec(),
            (Self::Citizen, Some(_)) => CITIZEN.to_vec(),
            (Self::Counter, Some(officer)) if officer.administrator => ADMINISTRATOR.to_vec(),
            (Self::Counter, Some(_)) => COUNTER.to_vec(),
            (Self::Operator, Some(_)) => OPERATOR.to_vec(),
            (Self::ControlRoom, _) => CONTROL_ROOM.to_vec(),
            _ => Vec::new(),
        };
        // Of two links that the page lies below, the nearer one is the current one.
        let nearest = links
            .iter()
            .map(|(_, href)| *href)
            .filter(|href| lies_at(path, href))
            .max_by_key(|href| href.len());
        links.iter().map(|&(key, href)| Link { key, href, current: nearest == Some(href) }).collect()
    }
}

/// The sections that the narrow bar on top of every page leads to.
pub fn sections(here: Section) -> Vec<Link> {
    let all = [
        Section::Citizen,
        Section::Counter,
        Section::Provider,
        Section::BankCounter,
        Section::Operator,
        Section::ControlRoom,
    ];
    let link =
        |section: Section| Link { key: section.name(), href: section.home(), current: section == here };
    all.into_iter().map(link).collect()
}

fn lies_at(path: &str, href: &str) -> bool {
    path == href || (href != "/" && path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::language::Language;
    use crate::web::texts::Text;

    #[test]
    fn every_link_has_a_name() {
        let menus = [PUBLIC, CITIZEN, COUNTER, ADMINISTRATOR, OPERATOR, CONTROL_ROOM].concat();
        for key in
            menus.iter().map(|(key, _)| *key).chain(sections(Section::Citizen).iter().map(|link| link.key))
        {
            assert!(Text::new(key).try_say(Language::Da).is_ok(), "{key}");
        }
        for section in [Section::Provider, Section::BankCounter, Section::Operator] {
            assert!(Text::new(section.name()).try_say(Language::Da).is_ok());
        }
    }

    #[test]
    fn the_nearest_link_is_the_current_one() {
        let officer = LoggedOn {
            name: "Kirsten".into(),
            place: "Borgerservice".into(),
            section: Section::Counter,
            administrator: false,
        };
        let menu = Section::Counter.menu("/ra/vedligehold/spaer-noeglekort", Some(&officer));
        let current: Vec<_> = menu.iter().filter(|link| link.current).map(|link| link.href).collect();
        assert_eq!(current, ["/ra/vedligehold"]);
        assert_eq!(Section::of("/rabat"), Section::Citizen);
        assert!(Section::Citizen.menu("/regler", None).iter().any(|link| link.current));
    }
}
