//! The places of this world: offices with a counter, banks, and sites where NemID is used. All are made up.

use crate::actor::PlaceName;

/// A place: a stable name for tables and addresses, and what people call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The stable name.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// The town it is in; empty for a site.
    pub town: &'static str,
}

impl Place {
    /// The stable name in the type that the rules use.
    pub fn word(&self) -> PlaceName {
        PlaceName::new(self.name)
    }
}

/// The citizen service centre of the first town.
pub const BORGERSERVICE: Place =
    Place { name: "borgerservice-fjordby", title: "Borgerservice Fjordby", town: "Fjordby" };
/// The tax centre of the second town.
pub const SKATTECENTER: Place =
    Place { name: "skattecenter-engelsted", title: "Skattecenter Engelsted", town: "Engelsted" };
/// All offices with a counter.
pub const OFFICES: [Place; 2] = [BORGERSERVICE, SKATTECENTER];

/// A bank that gives limited access by password alone when all cards are blocked (Rules 3.5.4).
pub const FJORDBANKEN: Place = Place { name: "fjordbanken", title: "Fjordbanken", town: "Fjordby" };
/// A bank that gives no limited access.
pub const HEDEBANKEN: Place = Place { name: "hedebanken", title: "Hedebanken", town: "Engelsted" };
/// The business division of the first bank (Guide 3.2.1).
pub const FJORDBANKEN_ERHVERV: Place =
    Place { name: "fjordbanken-erhverv", title: "Fjordbanken Erhverv", town: "Fjordby" };
/// All banks, the business division included.
pub const BANKS: [Place; 3] = [FJORDBANKEN, HEDEBANKEN, FJORDBANKEN_ERHVERV];

/// A public site: it needs a valid certificate.
pub const BORGERPORTALEN: Place = Place { name: "borgerportalen", title: "Borgerportalen", town: "" };
/// A private site: it gets a CPR number only with consent (Rules 4.1).
pub const FORSIKRINGSHUSET: Place = Place { name: "forsikringshuset", title: "Forsikringshuset", town: "" };
/// All sites except the banks'.
pub const SITES: [Place; 2] = [BORGERPORTALEN, FORSIKRINGSHUSET];

/// The employer of the operator's staff (D20).
pub const OPERATOR: Place = Place { name: "nemid-drift", title: "NemID Drift", town: "Fjordby" };

/// Whether a bank is a business division, whose NemIDs no other counter sees (Guide 3.2.1).
pub fn is_for_business(bank: &PlaceName) -> bool {
    FJORDBANKEN_ERHVERV.name == bank.as_str()
}

/// The bank with this stable name, if there is one.
pub fn bank(name: &str) -> Option<Place> {
    BANKS.into_iter().find(|place| place.name == name)
}

/// What people call a place; the stable name itself for an unknown one.
pub fn title(name: &PlaceName) -> String {
    OFFICES
        .iter()
        .chain(&BANKS)
        .chain(&SITES)
        .chain([&OPERATOR])
        .find(|place| place.name == name.as_str())
        .map_or_else(|| name.to_string(), |place| place.title.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_a_title_of_its_own() {
        assert_eq!(title(&FJORDBANKEN.word()), "Fjordbanken");
        assert_eq!(title(&PlaceName::new("elsewhere")), "elsewhere");
    }

    #[test]
    fn a_bank_is_found_by_its_name_and_one_of_them_is_for_business() {
        assert!(BANKS.iter().all(|place| bank(place.name) == Some(*place)));
        assert_eq!(bank("borgerportalen"), None);
        let for_business: Vec<_> = BANKS.iter().filter(|place| is_for_business(&place.word())).collect();
        assert_eq!(for_business, [&FJORDBANKEN_ERHVERV]);
    }
}
