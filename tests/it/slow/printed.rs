//! What the program prints while it runs: nothing that a visitor typed, and a line for each request if the
//! settings ask for it.

use std::io::Read;
use std::path::Path;
use std::process::Stdio;

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::Value;

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

/// Something secret or personal that is typed where it belongs, and must not be printed either.
const PLANTED: [&str; 5] = ["plantet kodeord 17", "plantet-bruger", "6103750001", "610375-0001", "483920"];

/// A visitor's cookies and the token of their forms.
struct Visitor {
    cookies: String,
    token: String,
}

impl Visitor {
    fn comes(serving: &Serving) -> Self {
        let page = serving.ask(("GET", "/log-paa"), ("text/plain", ""), "");
        let cookies: Vec<_> = page
            .head
            .lines()
            .filter(|line| line.to_lowercase().starts_with("set-cookie: "))
            .map(|line| &line[12..])
            .map(|cookie| cookie.split(';').next().unwrap())
            .collect();
        let token =
            page.body.split("name=\"_token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        Self { cookies: cookies.join("; "), token: token.unwrap().to_owned() }
    }

    fn sends(&self, serving: &Serving, address: &str, fields: &str) -> u16 {
        let form = format!("_token={}&{}", self.token, fields.replace(' ', "+"));
        let more = format!("Cookie: {}\r\n", self.cookies);
        serving.ask(("POST", address), ("application/x-www-form-urlencoded", &form), &more).status
    }
}

/// Types what is planted into forms that take it.
fn plays_with_secrets(serving: &Serving) {
    let visitor = Visitor::comes(serving);
    let [password, user_id, cpr, written, code] = PLANTED;
    for name in [user_id, cpr, written] {
        for _ in 0..6 {
            visitor.sends(serving, "/log-paa", &format!("user_id={name}&password={password}"));
        }
    }
    visitor.sends(serving, "/aktiver", &format!("user_id={cpr}&temporary_password={code}"));
    visitor.sends(serving, "/spaer", &format!("name={user_id}&cpr={cpr}&password=on"));
    for _ in 0..4 {
        let card = "card=A123456789";
        visitor.sends(serving, "/glemt-adgangskode", &format!("user_id={user_id}&{card}"));
    }
    for late in
        ["/selvbetjening/haendelseslog/SKUM/ikke-mig", "/ra/medarbejdere/nemid/SKUM", "/selvbetjening/SKUM"]
    {
        visitor.sends(serving, &late.replace("SKUM", cpr), &format!("block={user_id}"));
    }
    serving.ask(("GET", &format!("/kontrolrum/personer/{cpr}")), ("text/plain", ""), "");
    serving.ask(("GET", "/"), ("text/plain", ""), &format!("Host: {user_id}.example\r\n"));
    let form = ("application/x-www-form-urlencoded", "user_id=a&password=b");
    serving.ask(("POST", "/log-paa"), form, "Sec-Fetch-Site: cross-site\r\n");
}

/// Serves while somebody types everywhere; gives all that was printed.
fn printed(folder: &Path, settings: &[(&str, &str)]) -> String {
    let mut command = program(folder, &[]);
    command.stderr(Stdio::piped());
    for (name, value) in settings {
        command.env(format!("SELVBETJENING_{name}"), value);
    }
    let mut serving = Serving::by(command);
    types_everywhere(&serving);
    plays_with_secrets(&serving);
    assert_eq!(serving.ask(("GET", "/health"), ("text/plain", ""), "").status, 200);
    serving.signal("TERM");
    let mut said = String::new();
    serving.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(serving.child.wait().unwrap().success(), "{said}");
    said
}

#[track_caller]
fn holds_nothing_typed(said: &str) {
    let said = said.to_lowercase();
    for typed in PLANTED.into_iter().chain([TYPED]) {
        assert!(!said.contains(typed), "{typed}: {said}");
    }
}

/// The security events that the visitors above bring about.
const TOLD: [&str; 6] = [
    "log_on_refused",
    "password_locked",
    "form_token_refused",
    "foreign_origin",
    "limit_reached",
    "host_refused",
];

#[test]
fn what_a_visitor_types_is_not_printed() {
    let folder = world();
    let said = printed(folder.path(), &[]);
    holds_nothing_typed(&said);
    for code in TOLD {
        assert!(said.contains(&format!(" warn {code}: ")), "no {code} in {said}");
    }
    let others = said.lines().filter(|line| !line.contains(" warn "));
    assert_eq!(others.count(), 1, "nothing else but that it ends: {said}");
}

#[test]
fn each_message_is_a_json_object_if_the_settings_ask_for_it() {
    let folder = world();
    let settings = [("LOG_FORMAT", "json"), ("LOG_LEVEL", "info"), ("CONTROL_ROOM_PASSWORD", "kontrolrum")];
    let said = printed(folder.path(), &settings);
    holds_nothing_typed(&said);
    let lines: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    for line in &lines {
        let keys: Vec<_> = line.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["code", "fields", "level", "message", "target", "time"]);
        assert!(line["time"].as_str().unwrap().parse::<jiff::Timestamp>().is_ok(), "{line}");
    }
    for code in TOLD.into_iter().chain(["request", "ending"]) {
        assert!(lines.iter().any(|line| line["code"] == code), "no {code} in {said}");
    }
    let locks = lines.iter().filter(|line| line["code"] == "password_locked");
    let locked: Vec<_> = locks.map(|line| line["fields"]["subject"].as_str().unwrap()).collect();
    let once: std::collections::BTreeSet<_> = locked.iter().collect();
    assert_eq!(
        once.len(),
        locked.len(),
        "a lock is told when it begins, not again while it runs: {locked:?}"
    );
    let refused = lines.iter().find(|line| line["code"] == "log_on_refused").unwrap();
    assert_eq!(refused["fields"]["address"], "127.0.0.1");
    assert_eq!(refused["fields"]["why"], "wrong-password");
    assert_eq!(refused["fields"]["subject"].as_str().unwrap().len(), 16);
}

#[test]
fn refused_requests_do_not_fill_the_log() {
    let folder = world();
    let mut command = program(folder.path(), &[]);
    command.stderr(Stdio::piped());
    let mut serving = Serving::by(command);
    let form = ("application/x-www-form-urlencoded", "user_id=a&password=b");
    for _ in 0..200 {
        assert_eq!(serving.ask(("POST", "/log-paa"), form, "").status, 403);
    }
    serving.signal("TERM");
    let mut said = String::new();
    serving.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    let lines = said.matches("form_token_refused").count();
    assert!((20..=65).contains(&lines), "{lines} lines: {said}");
}

#[test]
fn a_line_for_each_request_has_route_status_and_time_but_no_value() {
    let folder = world();
    let said = printed(folder.path(), &[("LOG_LEVEL", "info")]);
    holds_nothing_typed(&said);
    for begin in [
        "GET / 200 ",
        "GET - 404 ",
        "GET /kontrolrum/personer/<number> ",
        "POST /log-paa ",
        "POST /api/world/clock 4",
        "POST /selvbetjening/haendelseslog/<id>/ikke-mig 303 ",
        "POST /ra/medarbejdere/nemid/<number> 303 ",
        "POST - 404 ",
    ] {
        let line = said.lines().find(|line| line.contains(&format!(" info request: {begin}")));
        assert!(line.is_some_and(|line| line.ends_with(" ms")), "{begin}\n{said}");
    }
    assert!(!said.contains("/health"), "a proxy asks all the time");
}

#[test]
fn wrong_control_room_passwords_are_counted_by_all_processes_of_a_world() {
    let folder = world();
    let serve = || {
        let mut command = program(folder.path(), &[]);
        command.env("SELVBETJENING_CONTROL_ROOM_PASSWORD", "kontrolrum").stderr(Stdio::null());
        Serving::by(command)
    };
    let processes = [serve(), serve()];
    let opens = |nth: usize, password: &str| {
        let shown = BASE64_STANDARD.encode(format!(":{password}"));
        let more = format!("Authorization: Basic {shown}\r\n");
        processes[nth % 2].ask(("GET", "/api/world/clock"), ("application/json", ""), &more).status
    };
    assert_eq!(opens(0, "kontrolrum"), 200);
    assert!((0..10).all(|nth| opens(nth, "forkert 4711") == 401));
    for nth in 0..4 {
        assert_eq!(opens(nth, "forkert 4711"), 429);
        assert_eq!(opens(nth, "kontrolrum"), 429, "the right one is not looked at either");
    }
}
