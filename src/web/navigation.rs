//! The links at the top of a page: the other sections of the site, and the menu of its own.

use serde::Serialize;

use crate::web::base::Base;
use crate::web::logged_on::LoggedOn;
use crate::web::section::Section;

/// One link: the key of its text and its address.
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
    ("nav-carriers", "/selvbetjening/noegler"),
    ("nav-password", "/selvbetjening/adgangskode"),
    ("nav-user-id", "/selvbetjening/bruger-id"),
    ("nav-contact", "/selvbetjening/kontakt"),
    ("nav-certificate", "/selvbetjening/certifikat"),
    ("nav-encrypted-mail", "/selvbetjening/krypteret-post"),
    ("nav-consents", "/selvbetjening/samtykker"),
    ("nav-event-log", "/selvbetjening/haendelseslog"),
    ("nav-sessions", "/selvbetjening/sessioner"),
];
const WITHOUT_LOG_ON: &[(&str, &str)] = &[
    ("nav-front", "/"),
    ("log-on", "/log-paa"),
    ("nav-order", "/bestil"),
    ("nav-activate", "/aktiver"),
    ("start-reopening-title", "/genaabn"),
    ("lost-title", "/mistet-noeglekort"),
    ("forgotten-title", "/glemt-adgangskode"),
    ("nav-block", "/spaer"),
];
const RULES: &[(&str, &str)] = &[
    ("nav-rules", "/regler"),
    ("nav-revocation-list", "/spaerreliste"),
    ("check-title", "/certifikat"),
    ("validate-title", "/valider"),
    ("security-title", "/sikkerhed"),
    ("glossary-title", "/begreber"),
    ("certificates-title", "/om-certifikater"),
    ("nav-accessibility", "/tilgaengelighed"),
];
const DESKS: &[(&str, &str)] = &[
    ("section-provider", "/tjenester"),
    ("section-counter", "/ra"),
    ("section-bank-counter", "/bank"),
    ("section-operator", "/operatoer"),
];
const COUNTER: &[(&str, &str)] = &[
    ("nav-counter-front", "/ra"),
    ("nav-counter-order", "/ra/bestil"),
    ("nav-counter-maintain", "/ra/vedligehold"),
    ("nav-counter-journal", "/ra/journal"),
    ("nav-counter-stock", "/ra/lager"),
    ("nav-desk-certificate", "/ra/certifikat"),
    ("nav-sessions", "/ra/sessioner"),
];
const ADMINISTRATOR: &[(&str, &str)] = &[
    ("nav-counter-front", "/ra"),
    ("nav-counter-journal", "/ra/journal"),
    ("nav-counter-stock", "/ra/lager"),
    ("nav-counter-officers", "/ra/medarbejdere"),
    ("nav-desk-certificate", "/ra/certifikat"),
    ("nav-sessions", "/ra/sessioner"),
];
const OPERATOR: &[(&str, &str)] = &[
    ("nav-operator-front", "/operatoer"),
    ("nav-operator-rules", "/operatoer/regler"),
    ("nav-operator-health", "/operatoer/drift"),
    ("nav-operator-journal", "/operatoer/journal"),
    ("nav-desk-certificate", "/operatoer/certifikat"),
    ("nav-sessions", "/operatoer/sessioner"),
];
const CONTROL_ROOM: &[(&str, &str)] = &[
    ("nav-control-room-front", "/kontrolrum"),
    ("nav-clock", "/kontrolrum/ur"),
    ("nav-persons", "/kontrolrum/personer"),
    ("nav-offices", "/kontrolrum/kontorer"),
    ("nav-hotline", "/kontrolrum/hotline"),
    ("nav-worlds", ALL_WORLDS),
];

/// The page of all worlds, which the first world has alone (D43).
const ALL_WORLDS: &str = "/kontrolrum/verdener";

/// What belongs to a person stands under other addresses than the person.
const OF_PERSONS: [&str; 4] = ["/kontrolrum/breve", "/kontrolrum/opkald", "/kontrolrum/ting", "/telefon"];

/// Pages that belong together, under the key of their heading.
#[derive(Debug, Serialize)]
pub struct Group {
    key: &'static str,
    links: Vec<Link>,
}

/// Every page of a world that has an address of its own, for the site map.
pub fn site_map(base: &Base) -> Vec<Group> {
    let group = |key, links: &[(&'static str, &'static str)]| {
        let links = links.iter().filter(|(_, href)| has(base, href));
        let links = links.map(|&(key, href)| Link { key, href, current: false });
        Group { key, links: links.collect() }
    };
    vec![
        group("site-map-without-log-on", WITHOUT_LOG_ON),
        group("nav-my-nemid", CITIZEN),
        group("nav-rules", RULES),
        group("site-map-desks", DESKS),
        group("section-control-room", CONTROL_ROOM),
    ]
}

/// Whether a world has a page.
fn has(base: &Base, href: &str) -> bool {
    href != ALL_WORLDS || base.world().is_none()
}

/// The links of a section's menu in a world, for the person who is logged on.
pub fn menu(section: Section, base: &Base, path: &str, logged_on: Option<&LoggedOn>) -> Vec<Link> {
    let links: Vec<_> = match (section, logged_on) {
        (Section::Citizen, None) => PUBLIC.to_vec(),
        (Section::Citizen, Some(_)) => CITIZEN.to_vec(),
        (Section::Counter, Some(officer)) if officer.administrator => ADMINISTRATOR.to_vec(),
        (Section::Counter, Some(_)) => COUNTER.to_vec(),
        (Section::Operator, Some(_)) => OPERATOR.to_vec(),
        (Section::ControlRoom, _) => CONTROL_ROOM.to_vec(),
        _ => Vec::new(),
    };
    let links: Vec<_> = links.into_iter().filter(|(_, href)| has(base, href)).collect();
    let of_person = OF_PERSONS.iter().any(|href| lies_at(path, href));
    let path = if of_person { "/kontrolrum/personer" } else { path };
    // Of two links that the page lies below, the nearer one is the current one.
    let nearest =
        links.iter().map(|(_, href)| *href).filter(|href| lies_at(path, href)).max_by_key(|href| href.len());
    links.iter().map(|&(key, href)| Link { key, href, current: nearest == Some(href) }).collect()
}

/// The sections in the narrow bar at the top of every page.
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
        for group in site_map(&Base::default()) {
            let mut keys = group.links.iter().map(|link| link.key).chain([group.key]);
            assert!(keys.all(|key| Text::new(key).try_say(Language::Da).is_ok()), "{group:?}");
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
            minutes_left: None,
            section: Section::Counter,
            administrator: false,
        };
        let links =
            menu(Section::Counter, &Base::default(), "/ra/vedligehold/spaer-noeglekort", Some(&officer));
        let current: Vec<_> = links.iter().filter(|link| link.current).map(|link| link.href).collect();
        assert_eq!(current, ["/ra/vedligehold"]);
        assert!(menu(Section::Citizen, &Base::default(), "/regler", None).iter().any(|link| link.current));
    }
}
