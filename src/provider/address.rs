//! Where the sites are.

/// Where all sites are listed.
pub const LIST: &str = "/tjenester";

/// The address of a site.
pub fn at(site: &str) -> String {
    format!("{LIST}/{site}")
}
