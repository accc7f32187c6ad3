//! The sites of this world where NemID is used, and their kinds.

use serde::{Deserialize, Serialize};

use crate::actor::PlaceName;
use crate::nemid::Purpose;
use crate::places::{BORGERPORTALEN, FJORDBANKEN, FJORDBANKEN_ERHVERV, FORSIKRINGSHUSET, HEDEBANKEN, Place};

/// The kind of a site, which decides whom it admits and which claims it gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteKind {
    /// A site of an authority. It needs a valid certificate, and looks up the CPR number in the PID service.
    Public,
    /// A site of a company. It needs a valid certificate, and gets the CPR number only with consent (Rules 4.1).
    Private,
    /// A bank's site for private customers.
    Netbank {
        /// Whether it lets its customers look by password alone when their cards are blocked (Rules 3.5.4).
        limited_access: bool,
    },
    /// A bank's site for companies (Guide 3.2.1).
    BusinessNetbank,
}

impl SiteKind {
    /// Whether logging on and signing there need a public digital signature.
    pub fn needs_certificate(self) -> bool {
        matches!(self, Self::Public | Self::Private)
    }

    /// Whether it is a bank's site.
    pub fn is_netbank(self) -> bool {
        !self.needs_certificate()
    }
}

/// A site and its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its stable name and its title.
    pub place: Place,
    /// Its kind, which decides the rules for it.
    pub kind: SiteKind,
}

/// All sites, in the order in which a page lists them.
pub const ALL: [Site; 5] = [
    Site { place: BORGERPORTALEN, kind: SiteKind::Public },
    Site { place: FORSIKRINGSHUSET, kind: SiteKind::Private },
    Site { place: FJORDBANKEN, kind: SiteKind::Netbank { limited_access: true } },
    Site { place: HEDEBANKEN, kind: SiteKind::Netbank { limited_access: false } },
    Site { place: FJORDBANKEN_ERHVERV, kind: SiteKind::BusinessNetbank },
];

impl Site {
    /// The site with this stable name.
    pub fn named(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|site| site.place.name == name)
    }

    /// Its stable name.
    pub fn name(&self) -> PlaceName {
        self.place.word()
    }

    /// The purpose of a log-on there.
    pub fn log_on(&self) -> Purpose {
        Purpose::SiteLogOn { site: self.name() }
    }

    /// The purpose of a signature there.
    pub fn signing(&self) -> Purpose {
        Purpose::SiteSigning { site: self.name() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;

    #[test]
    fn every_bank_and_every_site_of_the_world_is_there() {
        for place in places::BANKS.iter().chain(&places::SITES) {
            let site = Site::named(place.name).unwrap();
            assert_eq!(site.kind.is_netbank(), places::BANKS.contains(place), "{}", place.title);
        }
        assert_eq!(ALL.len(), places::BANKS.len() + places::SITES.len());
    }

    #[test]
    fn a_log_on_and_a_signature_are_asked_for_the_site_at_which_they_are_made() {
        for site in &ALL {
            assert_eq!(site.name().as_str(), site.place.name);
            assert_eq!(site.log_on(), Purpose::SiteLogOn { site: site.name() });
            assert_eq!(site.signing(), Purpose::SiteSigning { site: site.name() });
        }
    }
}
