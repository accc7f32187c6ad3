//! Forms and JSON are accepted only from pages of this site, and only when they can be read.

use rocket::http::{ContentType, Cookie, Header, Status};
use rocket::{FromForm, get, post, routes};
use selvbetjening::web::forms::{Checked, CheckedJson, Faults, Filled, NoFields, Secret};
use selvbetjening::web::origin::HostPolicy;
use selvbetjening::web::visitor::{FormKey, Visitor};
use serde::Serialize;

use super::{frame, text, visit};
use crate::local::Local;

#[derive(FromForm, Serialize)]
struct Sent {
    name: String,
    password: Secret,
    reason: Option<String>,
    agree: bool,
}

#[get("/token")]
fn token(visitor: &Visitor, key: &rocket::State<FormKey>) -> String {
    visitor.form_token(key)
}

#[post("/form", data = "<sent>")]
fn form(sent: Checked<Sent>) -> String {
    let back = Filled::again(&*sent, Faults::default());
    format!("{} {} {:?} {} {back:?}", sent.name, sent.password.reveal(), sent.reason, sent.agree)
}

#[post("/button", data = "<_sent>")]
fn button(_sent: Checked<NoFields>) {}

#[post("/json", data = "<sent>")]
fn json(sent: CheckedJson<Vec<u8>>) -> String {
    format!("{:?}", sent.0)
}

fn site() -> (Local, String) {
    let site = visit(
        frame(HostPolicy::default()).mount("/", routes![token, form, button]).mount("/api", routes![json]),
    );
    let token = text(site.get("/token").dispatch());
    (site, token)
}

fn send(site: &Local, body: String, headers: &[(&'static str, &'static str)]) -> (Status, String) {
    let names_host = headers.iter().any(|(name, _)| *name == "Host");
    let request = if names_host { site.bare.post("/form") } else { site.post("/form") };
    let mut request = request.header(ContentType::Form).body(body);
    for &(name, value) in headers {
        request = request.header(Header::new(name, value));
    }
    let answer = request.dispatch();
    (answer.status(), text(answer))
}

#[test]
fn a_form_of_ours_is_read() {
    let (site, token) = site();
    let own =
        [("Host", "localhost:8000"), ("Origin", "http://localhost:8000"), ("Sec-Fetch-Site", "same-origin")];
    let body = format!("_token={token}&name=S%C3%B8ren+%26+co&password=hemmelig1&agree=true");
    let (status, read) = send(&site, body, &own);
    assert_eq!(status, Status::Ok, "{read}");
    assert!(read.starts_with("Søren & co hemmelig1 None true"), "{read}");
    assert_eq!(read.matches("hemmelig1").count(), 1, "a secret came back: {read}");
    let pressed = site.post("/button").header(ContentType::Form).body(format!("_token={token}")).dispatch();
    assert_eq!(pressed.status(), Status::Ok);
}

#[test]
fn a_form_without_its_token_is_refused() {
    let (site, token) = site();
    for body in [
        "name=a&password=b".to_owned(),
        "_token=&name=a&password=b".into(),
        format!("_token=x{token}&name=a&password=b"),
    ] {
        let (status, page) = send(&site, body, &[]);
        assert_eq!(status, Status::Forbidden);
        assert!(page.contains("Siden er blevet for gammel"), "{page}");
    }
    let stranger = site
        .post("/form")
        .header(ContentType::Form)
        .cookie(Cookie::new("selvbetjening_test_besoeg", "A".repeat(64)));
    assert_eq!(
        stranger.body(format!("_token={token}&name=a&password=b")).dispatch().status(),
        Status::Forbidden
    );
}

#[test]
fn a_form_of_another_site_is_refused() {
    let (site, token) = site();
    let foreign = [
        ("Origin", "http://evil.example"),
        ("Origin", "null"),
        ("Origin", "https://localhost:8000"),
        ("Origin", "http://localhost:9000"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
    ];
    for header in foreign {
        let body = format!("_token={token}&name=a&password=b");
        let (status, page) = send(&site, body, &[("Host", "localhost:8000"), header]);
        assert_eq!(status, Status::Forbidden, "{header:?}");
        assert!(page.contains("Formularen kom fra et andet websted"));
    }
}

#[test]
fn what_cannot_be_read_is_said_so() {
    let (site, token) = site();
    let large = format!("_token={token}&password=b&name={}", "a".repeat(40_000));
    assert_eq!(send(&site, large, &[]).0, Status::PayloadTooLarge);
    assert_eq!(send(&site, format!("_token={token}&password=b"), &[]).0, Status::BadRequest);
    let plain = site.post("/form").header(ContentType::Plain).body("name=a").dispatch();
    assert_eq!(plain.status(), Status::UnsupportedMediaType);
    let binary = site.post("/form").header(ContentType::Form).body([0xff, 0xfe]).dispatch();
    assert_eq!(binary.status(), Status::BadRequest);
}

#[test]
fn json_needs_its_content_type_and_no_foreign_page_behind_it() {
    let (site, _) = site();
    let ask = |kind: ContentType, origin: &'static str, body: &'static str| {
        let request = site.post("/api/json").header(kind).header(Header::new("Origin", origin));
        let answer = request.body(body).dispatch();
        (answer.status(), text(answer))
    };
    assert_eq!(ask(ContentType::JSON, "http://localhost:8000", "[1,2]"), (Status::Ok, "[1, 2]".into()));
    assert_eq!(ask(ContentType::JSON, "http://evil.example", "[1,2]").0, Status::Forbidden);
    assert_eq!(ask(ContentType::Plain, "http://localhost:8000", "[1,2]").0, Status::UnsupportedMediaType);
    let (status, told) = ask(ContentType::JSON, "http://localhost:8000", "{");
    assert_eq!(status, Status::BadRequest);
    assert!(told.starts_with("{\"error\":\"bad_request\""), "{told}");
}
