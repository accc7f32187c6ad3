//! The frame of every page of a site: the site, the person logged on, and the links.

use serde::Serialize;

use crate::provider::address;
use crate::provider::guard::Customer;
use crate::web::logged_on::minutes_left;
use crate::web::texts::Text;
use rules::sites::{Site, SiteKind};
use service::cases::access::refusal::LogOnRefusal;

/// The frame of a site's page.
#[derive(Clone, Debug, Serialize)]
pub struct SiteFrame {
    /// The stable name, which is also the class of its colours.
    pub name: &'static str,
    /// The name that people use.
    pub title: &'static str,
    /// The word by which texts are chosen: `public`, `private`, `netbank` or `business`.
    pub kind: &'static str,
    pub at: String,
    /// Whether the site is a bank's.
    pub bank: bool,
    /// The person who is logged on.
    pub who: Option<Shown>,
}

/// The person who is logged on, as shown.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    name: String,
    /// Whether the session was opened by password alone.
    limited: bool,
    /// The minutes that the session still lasts at most, if they are so few that they are said (D11).
    minutes_left: Option<u32>,
}

impl SiteFrame {
    /// The frame for a visitor who is not logged on.
    pub fn of(site: &Site) -> Self {
        Self {
            name: site.place.name,
            title: site.place.title,
            kind: kind(site.kind),
            at: address::at(site.place.name),
            bank: site.kind.is_netbank(),
            who: None,
        }
    }

    /// The frame for a person who is logged on.
    pub fn for_customer(customer: &Customer<'_>) -> Self {
        let who = Shown {
            name: customer.who.name.to_string(),
            limited: customer.who.limited,
            minutes_left: minutes_left(customer.who.ends_soon),
        };
        Self { who: Some(who), ..Self::of(customer.site) }
    }
}

fn kind(kind: SiteKind) -> &'static str {
    match kind {
        SiteKind::Public => "public",
        SiteKind::Private => "private",
        SiteKind::Netbank { .. } => "netbank",
        SiteKind::BusinessNetbank => "business",
    }
}

/// Why a visitor can't log on or nothing is signed, in words.
pub fn said(refusal: LogOnRefusal) -> Text {
    Text::from(refusal)
}
