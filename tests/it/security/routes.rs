//! Every route for every kind of visitor: nobody, a citizen, officers of two offices, the administrator. The
//! answers are compared with a table for people to read; `ROUTES=write cargo test --test it routes` writes it
//! again.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use rocket::http::Method;

use crate::browser::Browser;
use crate::people::Person;
use crate::site::Site;

/// What one gets, in one word.
fn got(browser: &Browser<'_>, method: Method, path: &str) -> String {
    let (status, location) = browser.peek(method, path);
    match (status.code, location) {
        (301..=308, Some(to)) if to.starts_with("/log-paa?") => "log-on".into(),
        (301..=308, Some(_)) => "away".into(),
        (200, _) => "page".into(),
        (code, _) => code.to_string(),
    }
}

/// An address of a route, with something plausible in its open places.
fn address(uri: &str) -> String {
    let path = uri.split('?').next().unwrap_or_default();
    let filled = path.split('/').map(|part| if part.starts_with('<') { "1" } else { part });
    let filled = filled.collect::<Vec<_>>().join("/");
    filled.replace("/bank/1", "/bank/fjordbanken").replace("/tjenester/1", "/tjenester/borgerportalen")
}

/// All addresses, in order, each with its method.
pub fn routes(site: &Site) -> Vec<(String, Method)> {
    let routes = site.client.bare.rocket().routes();
    let found: BTreeMap<(String, &str), Method> = routes
        .map(|route| ((address(&route.uri.to_string()), route.method.as_str()), route.method))
        .collect();
    found.into_iter().map(|((address, _), method)| (address, method)).collect()
}

fn table(site: &Site) -> String {
    let citizen = site.somebody_active();
    citizen.logs_on();
    let staff: Vec<Person<'_>> =
        vec![site.staff("officer", 0), site.staff("officer", 3), site.staff("administrator", 0)];
    for person in &staff {
        person.logs_on_at("/log-paa?til=/ra");
    }
    let operator = site.staff("operator", 0);
    operator.logs_on_at("/log-paa?til=/operatoer");
    let clerk = site.staff_at("bank_clerk", "fjordbanken");
    clerk.logs_on_at("/log-paa?til=/bank/fjordbanken");
    let nobody = site.browser();
    nobody.open("/");
    let mut table = String::from(
        "# What each gets at each address: a page, the log-on, another address (away), or a status.\n\
         # A form is sent with its token and nothing filled in; 403 is \"not yours\", 400 and 422 \"not filled in\".\n\
         # method address | nobody | citizen | officer | officer elsewhere | administrator | bank clerk | operator\n",
    );
    // With these everybody is logged off, so that they come last.
    let begins_anew = |address: &str| ["/kontrolrum/nulstil", "/api/world/reset"].contains(&address);
    let (last, first): (Vec<_>, Vec<_>) = routes(site)
        .into_iter()
        .partition(|(address, method)| *method == Method::Post && begins_anew(address));
    for (address, method) in first.into_iter().chain(last) {
        let leaves = address.ends_with("log-af");
        let everybody = [
            &nobody,
            &citizen.browser,
            &staff[0].browser,
            &staff[1].browser,
            &staff[2].browser,
            &clerk.browser,
            &operator.browser,
        ];
        let got: Vec<_> = everybody
            .iter()
            .map(|browser| if leaves { "-".into() } else { got(browser, method, &address) })
            .collect();
        writeln!(table, "{method} {address} | {}", got.join(" | ")).unwrap();
    }
    table
}

#[test]
fn every_route_gives_everybody_what_the_table_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/security/routes.txt");
    let found = table(&Site::filled());
    if std::env::var("ROUTES").is_ok_and(|wish| wish == "write") {
        std::fs::write(&file, &found).unwrap();
    }
    let agreed = std::fs::read_to_string(&file).unwrap_or_default();
    for (found, agreed) in found.lines().zip(agreed.lines()) {
        assert_eq!(found, agreed);
    }
    assert_eq!(found.lines().count(), agreed.lines().count(), "a route came or went: read the table anew");
}

#[test]
fn no_form_is_taken_without_its_token() {
    let site = Site::filled();
    let citizen = site.somebody_active();
    citizen.logs_on();
    let officer = site.staff("officer", 0);
    officer.logs_on_at("/log-paa?til=/ra");
    for (address, method) in routes(&site) {
        // Questions about certificates are no forms, and change nothing.
        if method != Method::Post || address.starts_with("/api/") || address == "/ocsp" {
            continue;
        }
        for browser in [&citizen.browser, &officer.browser] {
            let visit = browser.send_bare(&address);
            // 404, 405 and 422: the address names nothing, takes no form, or lacks what its page always sends: the form is not read.
            let sent_to_log_on =
                |to: String| to.starts_with("/log-paa?") || to.starts_with("/tjenester/borgerportalen");
            // 415: the page takes a file, and nothing that is no form with one.
            let kept_out =
                matches!(visit.0.code, 403 | 404 | 405 | 415 | 422) || visit.1.is_some_and(sent_to_log_on);
            assert!(kept_out, "{address}: {}", visit.0);
        }
    }
}
