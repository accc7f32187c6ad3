//! How much a browser gets: pressed files and pages, and nothing that another site could learn from.

use std::collections::BTreeSet;
use std::io::Read;

use rocket::http::{Header, Status};
use rocket::local::blocking::Client;
use selvbetjening::config::Config;
use selvbetjening::start;

use super::text;
use crate::browser::select;
use crate::local::Local;
use crate::site::Site;

/// The most bytes of a first visit, without the headers, and the most requests.
const FIRST_VISIT: usize = 62_000;
const REQUESTS: usize = 8;
/// The most bytes of a typical page.
const PAGE: usize = 3_000;

/// The bytes that come for an address when the browser takes both forms, and whether they are pressed.
fn size(client: &Local, path: &str) -> usize {
    let answer = client.get(path.to_owned()).header(Header::new("Accept-Encoding", "gzip, br")).dispatch();
    assert_eq!(answer.status(), Status::Ok, "{path}");
    answer.into_bytes().unwrap().len()
}

#[test]
fn a_first_visit_is_light() {
    let site = Site::filled();
    let browser = site.browser();
    let front = browser.open("/");
    let html = front.html();
    let of = |css: &str, attribute: &'static str| {
        let found: Vec<_> =
            html.select(&select(css)).filter_map(|one| one.attr(attribute)).map(str::to_owned).collect();
        found
    };
    let without_part = |address: String| address.split('#').next().unwrap_or_default().to_owned();
    let mut asked: BTreeSet<String> = ["/".to_owned()].into();
    asked.extend(of("link[rel=stylesheet], link[rel=icon], link[rel=preload]", "href"));
    asked.extend(of("script[src], img[src]", "src"));
    asked.extend(of("use", "href").into_iter().map(without_part));
    let style = of("link[rel=stylesheet]", "href");
    assert_eq!(style.len(), 1, "one style sheet");
    let style = text(site.client.get(style[0].clone()).dispatch());
    let fonts = style.split("url(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let upright = fonts.filter(|font| font.contains(".woff2") && !font.contains("Italic"));
    asked.extend(upright.map(str::to_owned));
    let bytes: usize = asked.iter().map(|path| size(&site.client, path)).sum();
    assert!(asked.len() <= REQUESTS, "{asked:?}");
    assert!(bytes <= FIRST_VISIT, "{bytes} bytes");
    for font in asked.iter().filter(|path| path.contains("/fonts/")) {
        assert!(font.contains("?v="), "{font} may be kept for good");
    }
}

#[test]
fn a_typical_page_is_light() {
    let site = Site::filled();
    for path in [
        "/",
        "/log-paa",
        "/bestil",
        "/spaer",
        "/aktiver",
        "/mistet-noeglekort",
        "/tjenester",
        "/kontrolrum/nulstil",
    ] {
        let bytes = size(&site.client, path);
        assert!(bytes <= PAGE, "{path}: {bytes} bytes");
    }
}

#[test]
fn a_file_comes_in_the_form_that_the_browser_takes() {
    let site = Site::empty();
    let get = |accepted: &'static str, known: Option<String>| {
        let mut request =
            site.client.get("/static/site.css").header(Header::new("Accept-Encoding", accepted));
        if let Some(known) = known {
            request = request.header(Header::new("If-None-Match", known));
        }
        request.dispatch()
    };
    let mut tags = BTreeSet::new();
    for (accepted, coding) in
        [("gzip, br", Some("br")), ("gzip", Some("gzip")), ("br;q=0, identity", None), ("", None)]
    {
        let answer = get(accepted, None);
        assert_eq!(answer.headers().get_one("Content-Encoding"), coding, "{accepted}");
        assert_eq!(answer.headers().get_one("Vary"), Some("Accept-Encoding"));
        let tag = answer.headers().get_one("ETag").unwrap().to_owned();
        drop(answer);
        let again = get(accepted, Some(tag.clone()));
        assert_eq!(
            (again.status(), again.headers().get_one("Vary")),
            (Status::NotModified, Some("Accept-Encoding"))
        );
        tags.insert(tag);
    }
    assert_eq!(tags.len(), 3, "each form has a tag of its own");
    let pressed = get("gzip", None).into_bytes().unwrap();
    assert_eq!(unpressed(&pressed), text(get("", None)));
    assert_eq!(site.client.get("/static/site.css.br").dispatch().status(), Status::NotFound);
}

fn unpressed(bytes: &[u8]) -> String {
    let mut plain = String::new();
    flate2::read::GzDecoder::new(bytes).read_to_string(&mut plain).unwrap();
    plain
}

#[test]
fn what_the_pages_use_of_the_design_system_is_there() {
    let site = Site::empty();
    let style = |path: &'static str| text(site.client.get(path).dispatch());
    let (whole, used) = (style("/static/dkfds/css/dkfds.css"), style("/static/site.css"));
    let names = |style: &str, class: &str| {
        style.match_indices(&format!(".{class}")).any(|(at, found)| {
            let next = style[at + found.len()..].chars().next().unwrap_or(' ');
            !(next.is_ascii_alphanumeric() || next == '-' || next == '_')
        })
    };
    let mut checked = 0;
    for file in crate::architecture::templates() {
        for classes in file.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            for class in classes.split_whitespace().filter(|class| !class.contains(['{', '}', '%'])) {
                if names(&whole, class) {
                    assert!(names(&used, class), ".{class} is left out");
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 200, "{checked}");
    // And the icons: each that a page of the walk shows.
    let icons = text(site.client.get("/static/dkfds/icons.svg").dispatch());
    for name in [
        "warning",
        "error",
        "success",
        "info",
        "account",
        "lock",
        "copy",
        "print",
        "arrow-forward",
        "check",
        "file-pdf",
    ] {
        assert!(icons.contains(&format!("id=\"{name}\"")), "{name}");
    }
}

/// A site behind TLS, or not.
fn client(site: &Site, behind_tls: bool) -> Local {
    let figment = rocket::figment::Figment::new()
        .merge(("behind_tls", behind_tls))
        .merge(("control_room_password", "kontrol1"));
    let rocket = start::rocket(&Config::from(figment).unwrap(), site.app.clone()).unwrap();
    Local::new(Client::untracked(rocket).unwrap())
}

#[test]
fn a_page_is_pressed_unless_another_site_could_learn_from_its_size() {
    let site = Site::filled();
    let (plain, tls) = (client(&site, false), client(&site, true));
    let coding = |client: &Local, accepted: &'static str, from: Option<&'static str>| {
        let mut request = client.get("/regler").header(Header::new("Accept-Encoding", accepted));
        if let Some(from) = from {
            request = request.header(Header::new("Sec-Fetch-Site", from));
        }
        let answer = request.dispatch();
        assert_eq!(answer.headers().get_one("Vary"), Some("Accept-Encoding, Sec-Fetch-Site"));
        answer.headers().get_one("Content-Encoding").map(str::to_owned)
    };
    let gzip = Some("gzip".to_owned());
    assert_eq!(coding(&plain, "gzip", None), gzip);
    assert_eq!(coding(&plain, "gzip, deflate, br", None).as_deref(), Some("br"), "the shorter one");
    assert_eq!(coding(&plain, "identity", None), None);
    for (from, told) in [
        (Some("same-origin"), gzip.clone()),
        (Some("none"), gzip),
        (Some("cross-site"), None),
        (Some("same-site"), None),
        (None, None),
    ] {
        assert_eq!(coding(&tls, "gzip", from), told, "{from:?}");
    }
    let same = |client: &Local| {
        let answer = client.get("/regler").header(Header::new("Accept-Encoding", "gzip")).dispatch();
        unpressed(&answer.into_bytes().unwrap())
    };
    assert_eq!(same(&plain).len(), text(plain.get("/regler").dispatch()).len());
}
