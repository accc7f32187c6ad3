//! Invalid input of all kinds, at every address and by every kind of visitor: no page breaks or shows
//! internal details.

use rocket::http::Method;

use super::fuzzed::requests::{field_names, logged_on_everywhere};
use crate::site::Site;

/// What is typed into every field.
const TYPED: [&str; 9] = [
    "",
    "a\0b",
    "١٢٣٤٥٦",
    "<script>alert(1)</script>{{7*7}}",
    "\r\nSet-Cookie: a=b",
    "-9223372036854775809",
    "A 123 456 789",
    "password-known",
    "=1+1\u{202e}😀",
];
/// What stands where an address has a place to fill in.
const PLACES: [&str; 8] =
    ["x", "%00", "%ff", "a%20123456789", "-1", "99999999999999999999", "%2e%2e", "%F0%9F%98%80"];

/// The addresses of a route with its places filled in.
fn filled_in(path: &str, nth: usize) -> String {
    let parts = path
        .split('/')
        .enumerate()
        .map(|(at, part)| if part.starts_with('<') { PLACES[(nth + at) % PLACES.len()] } else { part });
    parts.collect::<Vec<_>>().join("/")
}

fn routes(site: &Site, method: Method) -> Vec<String> {
    let routes = site.client.bare.rocket().routes().filter(|route| route.method == method);
    let mut paths: Vec<_> = routes.map(|route| route.uri.path().to_owned()).collect();
    paths.sort();
    paths.dedup();
    // Logging off would leave nobody to send the rest.
    paths.retain(|path| !path.contains("log-af"));
    paths
}

#[track_caller]
fn holds(status: rocket::http::Status, body: &str, what: &str) {
    assert!(status.code < 500, "{status} at {what}");
    for inside in ["panicked", "rusqlite", "SELECT ", "src/", ".rs:"] {
        assert!(!body.contains(inside), "{what} tells {inside:?}");
    }
}

#[test]
fn no_form_breaks_whatever_is_typed_into_every_field() {
    let site = Site::filled();
    let person = logged_on_everywhere(&site);
    let names = field_names();
    assert!(names.len() > 40, "{names:?}");
    let token = person.browser.open("/log-paa").form("Næste").fields_of();
    let token: Vec<_> = token.into_iter().filter(|(name, _)| name == "_token").collect();
    for path in routes(&site, Method::Post) {
        for (nth, typed) in TYPED.iter().enumerate() {
            let at = filled_in(&path, nth);
            let fields = names.iter().map(|name| (name.clone(), (*typed).to_owned()));
            let twice = fields.clone().take(if nth == 1 { names.len() } else { 0 });
            let visit = person
                .browser
                .send(&at, &token.iter().cloned().chain(fields).chain(twice).collect::<Vec<_>>());
            holds(visit.status, &visit.body, &format!("{at} with {typed:?}"));
        }
        let broken = person.browser.send_raw(&filled_in(&path, 3), b"_token=%ff&user_id=\xff\xfe&%zz=%");
        holds(broken.status, &broken.body, &path);
    }
}

#[test]
fn no_page_breaks_whatever_stands_in_its_address_and_head_is_answered_like_get() {
    let site = Site::filled();
    let person = logged_on_everywhere(&site);
    for path in routes(&site, Method::Get) {
        for nth in 0..PLACES.len() {
            let query = "fra=%ff&til=//x&side=-1&aeldre_end=x&slags=%00&serienummer=%F0%9F&kort=1&pin=9999-99-99&gjort=x";
            let at = format!("{}?{query}", filled_in(&path, nth));
            let visit = person.browser.open(&at);
            holds(visit.status, &visit.body, &at);
            if nth == 0 && !path.contains("..") {
                let (get, head) =
                    (person.browser.peek(Method::Get, &at), person.browser.peek(Method::Head, &at));
                assert_eq!(get, head, "{at}");
            }
        }
    }
}
