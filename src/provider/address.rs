//! The addresses of the sites.

/// The address of the list of all sites.
pub const LIST: &str = "/tjenester";

/// The address of a site.
pub fn at(site: &str) -> String {
    format!("{LIST}/{site}")
}
