//! Whole requests: any route, with anything in its address, its headers and its fields, by somebody who is logged on
//! everywhere. No page breaks or shows what is inside.

use std::collections::BTreeSet;
use std::path::Path;

use rocket::http::{ContentType, Header, Method, RawStr};

use crate::people::Person;
use crate::site::Site;

/// What divides the parts of an input.
const DIVIDER: u8 = 0x1f;
/// The headers that are read somewhere.
const HEADERS: [&str; 6] = [
    "Accept-Language",
    "User-Agent",
    "X-Forwarded-For",
    "Referer",
    "Sec-Fetch-Site",
    "X-Control-Room-Password",
];

/// Somebody who is citizen, officer, operator and clerk in one browser.
pub fn logged_on_everywhere(site: &Site) -> Person<'_> {
    let mut everybody = site.person(|one| one["name"] == "Ida Krogh");
    everybody.logs_on();
    for (role, at) in [("officer", "/ra"), ("operator", "/operatoer"), ("bank_clerk", "/bank/fjordbanken")] {
        let mut staff = site.staff(role, 0);
        std::mem::swap(&mut staff.browser, &mut everybody.browser);
        staff.logs_on_at(at);
        std::mem::swap(&mut staff.browser, &mut everybody.browser);
    }
    everybody
}

/// The names of all fields of all forms, as the templates have them.
pub fn field_names() -> BTreeSet<String> {
    fn collect(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).expect("the templates") {
            let path = entry.expect("a template").path();
            if path.is_dir() {
                collect(&path, found);
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a template");
            for part in text.split("name=\"").skip(1) {
                let name = part.split('"').next().unwrap_or_default();
                if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
                    found.insert(name.to_owned());
                }
            }
        }
    }
    let mut found = BTreeSet::new();
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let top =
        if manifest.join("templates").is_dir() { manifest } else { manifest.parent().expect("a folder") };
    collect(&top.join("templates"), &mut found);
    found.remove("_token");
    found
}

/// Sends one request: two bytes choose the route, what follows fills its address, its headers and its fields in turn.
pub fn check(person: &Person<'_>, bytes: &[u8]) {
    let [low, high, rest @ ..] = bytes else { return };
    let client = &person.site.client;
    let routes: Vec<_> =
        client.bare.rocket().routes().filter(|route| !route.uri.path().contains("log-af")).collect();
    let route = routes[usize::from(u16::from_le_bytes([*low, *high])) % routes.len()];
    let parts: Vec<&[u8]> = rest.split(|byte| *byte == DIVIDER).collect();
    let part = |nth: usize| parts[nth % parts.len()];

    let mut nth = 0;
    let steps = route.uri.path().split('/').map(|step| {
        if step.starts_with('<') {
            nth += 1;
            encoded(part(nth - 1))
        } else {
            step.to_owned()
        }
    });
    let path = steps.collect::<Vec<_>>().join("/");
    let names = field_names();
    let query = ["fra", "til", "side", "pin", "kort"].iter().enumerate();
    let query =
        query.map(|(nth, name)| format!("{name}={}", encoded(part(nth)))).collect::<Vec<_>>().join("&");

    let mut request = client.req(route.method, format!("{path}?{query}"));
    for cookie in person.browser.jar() {
        request = request.cookie(cookie);
    }
    for (nth, name) in HEADERS.into_iter().enumerate() {
        let value = String::from_utf8_lossy(part(nth + 1)).replace(['\r', '\n', '\0'], " ");
        if rest.len() % HEADERS.len() == nth {
            request = request.header(Header::new(name, value));
        }
    }
    if route.method == Method::Post {
        let json = path.starts_with("/api/");
        let token = person.browser.token_field();
        let fields = names.iter().enumerate().map(|(nth, name)| format!("{name}={}", encoded(part(nth))));
        let form = std::iter::once(token).chain(fields).collect::<Vec<_>>().join("&").into_bytes();
        request = request.header(if json { ContentType::JSON } else { ContentType::Form });
        request = request.body(if json { part(0).to_vec() } else { form });
    }
    let response = request.dispatch();
    let (status, at) = (response.status(), format!("{} {path}?{query}", route.method));
    let body = String::from_utf8_lossy(&response.into_bytes().unwrap_or_default()).into_owned();
    assert!(status.code < 500, "{status} at {at}");
    for inside in ["panicked", "rusqlite", "SELECT ", "src/", ".rs:"] {
        assert!(!body.contains(inside), "{at} tells {inside:?}");
    }
}

fn encoded(part: &[u8]) -> String {
    let text = String::from_utf8_lossy(part);
    let safe = RawStr::new(text.as_ref()).percent_encode().to_string();
    if safe.is_empty() { "x".to_owned() } else { safe.replace('+', "%2B") }
}
