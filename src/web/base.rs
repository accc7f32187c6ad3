//! The addresses of a site as a browser sees them: below the base of its world. Pages, cases and rules write addresses from
//! the root of a site (`/aktiver`); here alone they get the base of the world that is served (`/v/klasse/aktiver`, D43), when
//! an answer goes out. The first world lies at the root, and its addresses stay as they are.

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Header;
use rocket::request::Request;
use rocket::response::Response;

use rules::words::WorldName;

/// What the addresses of worlds besides the first begin with.
pub const WORLDS: &str = "/v/";

/// The attributes of HTML in which our pages name addresses. A quotation mark that somebody typed is escaped, so that
/// none of these can come from them.
const ATTRIBUTES: [&str; 5] = [" href", " action", " src", " formaction", " data-waits"];

/// What an attribute goes on with whose address begins at the root.
const FROM_THE_ROOT: &str = "=\"/";

/// The base of a world's addresses: `/v/klasse`, or nothing for the first world.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// The base of a world besides the first.
    pub fn of_world(name: &WorldName) -> Self {
        Self(format!("{WORLDS}{name}"))
    }

    /// The base of a world, whichever it is.
    pub fn of_any(name: &WorldName) -> Self {
        if name.is_first() { Self::default() } else { Self::of_world(name) }
    }

    /// The base of the world that a request is for.
    pub fn of(request: &Request<'_>) -> Self {
        request.rocket().state::<Self>().cloned().unwrap_or_default()
    }

    /// The address of something of this site, from the root of the host: `/aktiver` as `/v/klasse/aktiver`.
    pub fn address(&self, within: &str) -> String {
        format!("{}{within}", self.0)
    }

    /// The world's own address below that of a host: `http://localhost:8000/v/klasse`.
    pub fn below(&self, host: &str) -> String {
        format!("{host}{}", self.0)
    }

    /// The name of the world, unless it is the first.
    pub fn world(&self) -> Option<&str> {
        self.0.strip_prefix(WORLDS)
    }

    /// A page with the addresses in its attributes from the root of the host.
    pub fn page(&self, html: String) -> String {
        if self.0.is_empty() {
            return html;
        }
        let mut page = String::with_capacity(html.len() + html.len() / 8);
        let mut told = 0;
        for (at, _) in html.match_indices(FROM_THE_ROOT) {
            let path = at + FROM_THE_ROOT.len() - 1;
            let names_one = ATTRIBUTES.iter().any(|attribute| html[..at].ends_with(attribute));
            if names_one && !html[path..].starts_with("//") {
                page.push_str(&html[told..path]);
                page.push_str(&self.0);
                told = path;
            }
        }
        page.push_str(&html[told..]);
        page
    }
}

/// Has the redirects of a world lead to the world itself.
pub struct RedirectsWithin;

#[rocket::async_trait]
impl Fairing for RedirectsWithin {
    fn info(&self) -> Info {
        Info { name: "redirects within the world", kind: Kind::Response }
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let base = Base::of(request);
        let within = response.headers().get_one("Location").filter(|to| to.starts_with('/'));
        if let Some(to) = within.map(|to| base.address(to)) {
            response.set_header(Header::new("Location", to));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base() -> Base {
        Base::of_world(&WorldName::parse("klasse").unwrap())
    }

    #[test]
    fn every_address_of_a_page_stays_in_its_world() {
        let html = r#"<a href="/aktiver">A</a><form class="x" action="/log-af" method="post"><img src="/static/mark.svg">"#;
        let within = r#"<a href="/v/klasse/aktiver">A</a><form class="x" action="/v/klasse/log-af" method="post"><img src="/v/klasse/static/mark.svg">"#;
        assert_eq!(base().page(html.into()), within);
        assert_eq!(Base::default().page(html.into()), html);
        assert_eq!(base().address("/?x=1"), "/v/klasse/?x=1");
    }

    #[test]
    fn what_is_no_address_of_ours_stays_as_it_is() {
        for html in [
            r##"<a href="#main-content">Til indholdet</a>"##,
            r#"<a href="//evil.example/">x</a><a href="https://evil.example/">x</a>"#,
            r#"<input name="way" value="/aktiver">"#,
            "<p>Skriv href=&quot;/aktiver&quot;</p>",
        ] {
            assert_eq!(base().page(html.into()), html);
        }
    }
}
