//! The page to return to: the one that a visitor came from, or was going to, named in an address as `?til=`.

use std::fmt;

use rocket::form::{self, FromFormField, ValueField};
use rocket::http::uri::Origin;
use rocket::http::{Method, RawStr};
use rocket::request::Request;
use serde::Serialize;

use crate::web::section::Section;

/// The path, perhaps with a query, of a page of this site. It never leads to another site, whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct WayBack(String);

impl WayBack {
    /// The path if it leads to a page of this site.
    pub fn parse(path: &str) -> Option<Self> {
        let leaves = path.starts_with("//") || path.contains('\\') || path.chars().any(char::is_control);
        (!leaves).then(|| Origin::parse(path).ok().map(|origin| Self(origin.to_string()))).flatten()
    }

    /// The section of the site that it leads to.
    pub fn section(&self) -> Section {
        Section::of(self.0.split('?').next().unwrap_or_default())
    }

    /// The address of a page that goes on to this one: `/log-paa?til=…`.
    pub fn by(&self, page: &str) -> String {
        format!("{page}?til={}", RawStr::new(&self.0).percent_encode())
    }
}

impl fmt::Display for WayBack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'v> FromFormField<'v> for WayBack {
    fn from_value(field: ValueField<'v>) -> form::Result<'v, Self> {
        Self::parse(field.value).ok_or_else(|| form::Error::validation("leads to another site").into())
    }
}

/// The address of the page that answers this request, if it can be opened by itself. A form that is sent to
/// an address of its own is shown again there; its page lies above it (`/selvbetjening/certifikat/bestil`).
pub fn page_of(request: &Request<'_>) -> String {
    let mut path = request.uri().path().as_str();
    if request.method() == Method::Get || opens(request, path) {
        return request.uri().to_string();
    }
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    while let Some((above, _)) = path.rsplit_once('/').filter(|(above, _)| !above.is_empty()) {
        if opens(request, above) {
            return format!("{above}{query}");
        }
        path = above;
    }
    "/".to_owned()
}

/// Whether a page can be opened at a path.
fn opens(request: &Request<'_>, path: &str) -> bool {
    request.rocket().routes().filter(|route| route.method == Method::Get).any(|route| {
        let (route, path) = (route.uri.path().split('/'), path.split('/'));
        let same_length = route.clone().count() == path.clone().count();
        same_length && route.zip(path).all(|(route, part)| route.starts_with('<') || route == part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_to_pages_of_this_site_only() {
        let way = WayBack::parse("/ra/journal?side=2").unwrap();
        assert_eq!((way.to_string().as_str(), way.section()), ("/ra/journal?side=2", Section::Counter));
        assert_eq!(way.by("/log-paa"), "/log-paa?til=%2Fra%2Fjournal%3Fside%3D2");
        for elsewhere in
            ["//evil.example", "https://evil.example/", "/\\evil.example", "regler", "/a\r\nb", ""]
        {
            assert_eq!(WayBack::parse(elsewhere), None, "{elsewhere}");
        }
    }
}
