//! Two worlds of one program: whatever is seen, kept or counted in the one is nothing to the other, and no address of the one
//! leads into the other (D42).

use std::collections::BTreeSet;

use rocket::http::Method;
use scraper::Html;
use serde_json::{Value, json};

use crate::browser::{Browser, select};
use crate::security::routes::routes;
use crate::site::Site;

const BASE: &str = "/v/klasse";

/// The attributes by which a page leads somewhere.
const ATTRIBUTES: [&str; 6] = ["href", "src", "action", "formaction", "data-waits", "poster"];

/// The addresses from the root of the host in the attributes of a page.
fn addresses(html: &Html) -> BTreeSet<String> {
    let all = select("*");
    let named =
        html.select(&all).flat_map(|element| ATTRIBUTES.iter().filter_map(move |name| element.attr(name)));
    named.filter(|address| address.starts_with('/')).map(str::to_owned).collect()
}

/// Every text of a program's answer that is an address from the root of the host.
fn told(answer: &Value, found: &mut Vec<String>) {
    match answer {
        Value::String(text) if text.starts_with('/') && text.len() > 1 => found.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|one| told(one, found)),
        Value::Object(all) => all.values().for_each(|one| told(one, found)),
        _ => {}
    }
}

fn stays(address: &str) -> bool {
    address == BASE || address.strip_prefix(BASE).is_some_and(|rest| rest.starts_with('/'))
}

/// An address without what tells one person, card or letter from another.
fn kind_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let named =
        path.split('/').map(|part| if part.contains(|c: char| c.is_ascii_digit()) { "#" } else { part });
    named.collect::<Vec<_>>().join("/")
}

/// Opens what can be opened, and follows the links from there, once for each kind of address.
fn walk(site: &Site, browser: &Browser<'_>, begin: &[&str]) -> usize {
    let mut waiting: Vec<String> = begin.iter().map(|path| format!("{BASE}{path}")).collect();
    waiting.extend(
        routes(site)
            .into_iter()
            .filter(|(address, method)| *method == Method::Get && !address.contains("/sprog/"))
            .map(|(address, _)| format!("{BASE}{address}")),
    );
    let mut seen = BTreeSet::new();
    while let Some(address) = waiting.pop() {
        let path = kind_of(&address);
        if !seen.insert(path.clone()) || path.ends_with("log-af") || path.contains("/static/") {
            continue;
        }
        let (status, to) = browser.peek(Method::Get, &address);
        if let Some(to) = to {
            assert!(stays(&to), "{address} ({status}) leads to {to}");
            waiting.push(to);
            continue;
        }
        let visit = browser.open(&address);
        match &visit.kind {
            Some(kind) if kind.is_html() => {
                for to in addresses(&visit.html()) {
                    assert!(stays(&to), "{address} has the address {to}");
                    waiting.push(to);
                }
            }
            Some(kind) if kind.is_json() => {
                let mut found = Vec::new();
                // What a description calls a path lies below the address that it names.
                let answer: Value = serde_json::from_str(&visit.body).unwrap();
                told(answer.get("servers").unwrap_or(&answer), &mut found);
                assert!(found.iter().all(|to| stays(to)), "{address} tells {found:?}");
            }
            Some(kind) if kind.top() == "text" => {
                assert!(!visit.body.contains("\"/"), "{address}: {}", visit.body);
            }
            _ => {}
        }
    }
    seen.len()
}

#[test]
fn no_address_of_another_world_leads_out_of_it() {
    let first = Site::filled();
    let class = first.copied_as("klasse");
    let citizen = class.somebody_active();
    assert!(citizen.logs_on().path.starts_with(BASE));
    let officer = class.staff("administrator", 0);
    officer.logs_on_at("/log-paa?til=/ra");
    let operator = class.staff("operator", 0);
    operator.logs_on_at("/log-paa?til=/operatoer");
    let clerk = class.staff_at("bank_clerk", "fjordbanken");
    clerk.logs_on_at("/log-paa?til=/bank/fjordbanken");
    for browser in [&class.browser(), &citizen.browser, &officer.browser, &operator.browser, &clerk.browser] {
        let pages =
            walk(&class, browser, &["/", "/selvbetjening", "/ra", "/operatoer", "/kontrolrum/personer"]);
        assert!(pages > 100, "only {pages} pages were seen");
    }
}

#[test]
fn what_letters_and_mails_of_another_world_say_leads_out_of_it_nowhere() {
    let first = Site::filled();
    let class = first.copied_as("klasse");
    let persons = class.world("persons");
    let mut read = 0;
    for person in persons.as_array().unwrap() {
        for kind in ["letters", "messages"] {
            let all = class.world(&format!("persons/{}/{kind}", person["cpr"].as_str().unwrap()));
            read += all.as_array().unwrap().len();
            let text = all.to_string();
            assert!(
                !text.contains("localhost") && !text.contains("127.0.0.1") && !text.contains("://"),
                "{text}"
            );
        }
    }
    assert!(read > 100, "{read}");
}

/// What a browser gets at every address of a world.
fn gets(site: &Site, browser: &Browser<'_>) -> Vec<String> {
    let all = routes(site).into_iter().filter(|(address, method)| {
        *method == Method::Get && !address.starts_with("/kontrolrum") && !address.starts_with("/api")
    });
    all.map(|(address, method)| {
        let (status, to) = browser.peek(method, &address);
        format!("{address}: {} {}", status.code, to.unwrap_or_default())
    })
    .collect()
}

#[test]
fn the_cookies_of_one_world_open_nothing_of_another_even_under_its_names() {
    let first = Site::filled();
    let citizen = first.somebody_active();
    citizen.logs_on();
    let officer = first.staff("officer", 0);
    officer.logs_on_at("/log-paa?til=/ra");
    let class = first.copied_as("klasse");
    let nobody = class.browser();
    nobody.open("/");
    let expected = gets(&class, &nobody);
    let id = |browser: &Browser<'_>| {
        let names = browser.cookies();
        let name = names.keys().find(|name| name.ends_with("_besoeg")).unwrap();
        name.strip_suffix("_besoeg").unwrap().to_owned()
    };
    for person in [&citizen, &officer] {
        let thief = class.browser();
        thief.open("/");
        let (theirs, ours) = (id(&person.browser), id(&thief));
        assert_ne!(theirs, ours, "the names of both worlds' cookies");
        for (name, value) in person.browser.cookies() {
            thief.set_cookie(&name, &value);
            if !name.ends_with("_besoeg") {
                thief.set_cookie(&name.replace(&theirs, &ours), &value);
            }
        }
        assert_eq!(gets(&class, &thief), expected);
        // A form that the other world gave out is no form of this one.
        let (token, page) = (person.browser.form_token(), "/log-paa");
        let sent = [("_token".to_owned(), token), ("user_id".to_owned(), "x".to_owned())];
        assert_eq!(thief.send(page, &sent).status.code, 403);
    }
    citizen.browser.open("/selvbetjening").says("NemID");
}

#[test]
fn a_password_locked_in_one_world_opens_in_the_other() {
    let first = Site::filled();
    let class = first.copied_as("klasse");
    let (here, there) = (first.somebody_active(), class.somebody_active());
    assert_eq!(here.cpr, there.cpr);
    for _ in 0..5 {
        here.types_password("/log-paa", "forkert-0");
    }
    assert_eq!(first.person_in_state("locked").cpr, here.cpr);
    assert!(there.logs_on().path.ends_with("/selvbetjening"));
}

#[test]
fn each_world_has_its_own_clock_and_people() {
    let first = Site::filled();
    let class = first.copied_as("klasse");
    assert_eq!(first.now(), class.now());
    let before = first.now();
    class.clock_moves("days", 40);
    assert_eq!(first.now(), before);
    let told = first.world("clock");
    assert_ne!(told["now"], class.world("clock")["now"]);
    let person = class.somebody_active();
    let lives = |site: &Site| site.world(&format!("persons/{}", person.cpr))["street"].clone();
    let before = lives(&first);
    let moves = json!({ "street": "Nygade 2", "postcode": "8000", "town": "Aarhus C" });
    class.change_world(&format!("persons/{}/address", person.cpr), &moves.to_string());
    assert_eq!((lives(&class), lives(&first)), (json!("Nygade 2"), before));
}
