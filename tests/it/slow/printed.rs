//! What the program prints while it runs: nothing that a visitor typed, and a line for each request if the
//! settings ask for it.

use std::io::Read;
use std::path::Path;
use std::process::Stdio;

use crate::process::{Serving, program, world};

/// What a visitor types wherever there is room for it; it is in nothing that the program says by itself.
const TYPED: &str = "skumfidus";

/// Types it into addresses, queries, heads, forms and JSON, where nothing of the kind is expected.
fn types_everywhere(serving: &Serving) {
    let nothing = ("text/plain", "");
    for address in [
        "/SKUM",
        "/SKUM/SKUM",
        "/kontrolrum/breve/SKUM",
        "/kontrolrum/breve/1%0D%0ASKUM/brev.pdf",
        "/kontrolrum/personer/SKUM",
        "/kontrolrum/personer?side=SKUM",
        "/selvbetjening/haendelseslog?side=SKUM",
        "/tjenester/SKUM",
        "/bank/SKUM",
        "/sprog/SKUM?til=SKUM",
        "/static/SKUM.css",
        "/certifikat?serienummer=SKUM",
        "/api/world/persons/SKUM/letters",
        "/api/world/letters/SKUM",
    ] {
        serving.ask(("GET", &address.replace("SKUM", TYPED)), nothing, "");
    }
    serving.ask(("GET", "/"), nothing, &format!("Cookie: {TYPED}={TYPED}\r\nUser-Agent: {TYPED}\r\n"));
    let form = format!("{TYPED}={TYPED}&_token={TYPED}&count={TYPED}&unit={TYPED}&user_id={TYPED}");
    for address in ["/log-paa", "/aktiver", "/spaer", "/kontrolrum/ur"] {
        serving.ask(("POST", address), ("application/x-www-form-urlencoded", &form), "");
    }
    let broken = format!("{{\"days\": \"{TYPED}\"");
    let wrong = format!("{{\"days\": \"{TYPED}\"}}");
    for body in [broken, wrong] {
        serving.ask(("POST", "/api/world/clock"), ("application/json", &body), "");
    }
}

/// Serves while somebody types everywhere; gives all that was printed.
fn printed(folder: &Path, level: Option<&str>) -> String {
    let mut command = program(folder, &[]);
    command.stderr(Stdio::piped());
    if let Some(level) = level {
        command.env("SELVBETJENING_LOG_LEVEL", level);
    }
    let mut serving = Serving::by(command);
    types_everywhere(&serving);
    serving.signal("TERM");
    let mut said = String::new();
    serving.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(serving.child.wait().unwrap().success(), "{said}");
    said
}

#[test]
fn what_a_visitor_types_is_not_printed() {
    let folder = world();
    let said = printed(folder.path(), None);
    assert!(!said.to_lowercase().contains(TYPED), "{said}");
    assert_eq!(said.lines().count(), 1, "only that it ends: {said}");
}

#[test]
fn a_line_for_each_request_has_route_status_and_time_but_no_value() {
    let folder = world();
    let said = printed(folder.path(), Some("info"));
    assert!(!said.to_lowercase().contains(TYPED), "{said}");
    for begin in [
        "GET / 200 ",
        "GET - 404 ",
        "GET /kontrolrum/personer/<number> ",
        "POST /log-paa ",
        "POST /api/world/clock 4",
    ] {
        let line = said.lines().find(|line| line.starts_with(&format!("selvbetjening: {begin}")));
        assert!(line.is_some_and(|line| line.ends_with(" ms")), "{begin}\n{said}");
    }
    let requests = said.lines().filter(|line| line.ends_with(" ms")).count();
    assert_eq!(said.lines().count(), requests + 1, "nothing else but that it ends: {said}");
}
