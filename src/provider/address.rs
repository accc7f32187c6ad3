//! The addresses of the sites.

use crate::web::way_back::WayBack;

/// The address of the list of all sites.
pub const LIST: &str = "/tjenester";

/// The address of a page of a site, which returns to another page of it.
pub fn onward(page: String, til: Option<&WayBack>) -> String {
    til.map_or_else(|| page.clone(), |way| way.by(&page))
}

/// Where a log-on at a site leads: to the page that the visitor came from, if that is one of the site.
pub fn destination(site: &str, til: Option<&WayBack>) -> String {
    let home = at(site);
    let own = |way: &WayBack| way.to_string().starts_with(&format!("{home}/"));
    til.filter(|way| own(way)).map_or_else(|| home.clone(), ToString::to_string)
}

/// The address of a site.
pub fn at(site: &str) -> String {
    format!("{LIST}/{site}")
}
