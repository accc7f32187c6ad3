//! The sites of this world that NemID opens, and what each of them is.

use serde::{Deserialize, Serialize};

use crate::actor::PlaceName;
use crate::nemid::Purpose;
use crate::places::{BORGERPORTALEN, FJORDBANKEN, FJORDBANKEN_ERHVERV, FORSIKRINGSHUSET, HEDEBANKEN, Place};

/// What a site is, which decides whom it lets in and what it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteKind {
    /// Of an authority: it needs a valid certificate, and looks the CPR number up in the PID service.
    Public,
    /// Of a company: it needs a valid certificate, and is told the CPR number only with consent (Rules 4.1).
    Private,
    /// A bank's for private customers. Some let one look by password alone when the cards are blocked (Rules 3.5.4).
    Netbank {
        /// Whether this one does.
        limited_access: bool,
    },
    /// A bank's for companies (Guide 3.2.1).
    BusinessNetbank,
}

impl SiteKind {
    /// Whether one needs a public digital signature there, to get in and to sign.
    pub fn needs_certificate(self) -> bool {
        matches!(self, Self::Public | Self::Private)
    }

    /// Whether it is a bank's.
    pub fn is_netbank(self) -> bool {
        !self.needs_certificate()
    }
}

/// A site and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its name.
    pub place: Place,
    /// What it is.
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
    /// The site of this stable name.
    pub fn named(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|site| site.place.name == name)
    }

    /// Its stable name.
    pub fn name(&self) -> PlaceName {
        self.place.word()
    }

    /// What a log-on there is for.
    pub fn log_on(&self) -> Purpose {
        Purpose::SiteLogOn { site: self.name() }
    }

    /// What a signature there is for.
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
}
