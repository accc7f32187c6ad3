//! What every page of a site shows around its own: whose site it is, who is logged on, and where to.

use serde::Serialize;

use crate::provider::address;
use crate::provider::guard::Customer;
use crate::web::texts::Text;
use rules::sites::{Site, SiteKind};
use service::cases::access::refusal::LogOnRefusal;

/// The frame of a site's page.
#[derive(Clone, Debug, Serialize)]
pub struct SiteFrame {
    /// The stable name, which is also the class of its colours.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// The word by which texts are chosen: `public`, `private`, `netbank` or `business`.
    pub kind: &'static str,
    pub at: String,
    /// Whether it is a bank's.
    pub bank: bool,
    /// Who is logged on.
    pub who: Option<Shown>,
}

/// Who is logged on, as shown.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    name: String,
    /// By password alone.
    limited: bool,
}

impl SiteFrame {
    /// The frame for somebody who is not logged on.
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

    /// The frame for somebody who is.
    pub fn for_customer(customer: &Customer<'_>) -> Self {
        let who = Shown { name: customer.who.name.to_string(), limited: customer.who.limited };
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

/// Why somebody is not let in or nothing is signed, in words.
pub fn said(refusal: LogOnRefusal) -> Text {
    let text = Text::from(refusal);
    match refusal {
        LogOnRefusal::WrongKey { left } => text.with("left", u32::from(left)),
        _ => text,
    }
}
