//! The description of the calls as a page, and the calls beside what they do.

use rocket::http::Status;

use super::api::get;
use crate::browser::{select, text_of};
use crate::site::Site;

#[test]
fn the_page_shows_every_call_and_every_schema_with_nothing_from_elsewhere() {
    let site = Site::filled();
    let described = get(&site, "openapi.json");
    for (language, heading) in
        [("da", "Kontrolrummet for programmer"), ("en", "The control room for programs")]
    {
        let browser = site.browser();
        browser.open(&format!("/sprog/{language}?til=/"));
        let page = browser.open("/kontrolrum/api");
        page.is(Status::Ok).says(heading);
        for (path, calls) in described["paths"].as_object().unwrap() {
            for (method, call) in calls.as_object().unwrap() {
                page.says(&format!("{} {path}", method.to_uppercase()))
                    .says(call["summary"].as_str().unwrap());
            }
        }
        let html = page.html();
        let ids: Vec<_> = html.select(&select("[id]")).filter_map(|one| one.attr("id")).collect();
        for name in described["components"]["schemas"].as_object().unwrap().keys() {
            assert!(ids.contains(&format!("schema-{name}").as_str()), "{name}");
        }
        for link in html.select(&select("main a[href^='#']")) {
            let to = link.attr("href").unwrap().trim_start_matches('#');
            assert!(ids.contains(&to), "{to}");
        }
        for outside in ["src=\"http", "href=\"http", "//cdn"] {
            assert!(!page.body.contains(outside), "{outside}");
        }
    }
    site.browser_at("192.0.2.9").open("/kontrolrum/api").is(Status::Forbidden);
}

/// The calls that a page shows, as they are copied.
fn calls(site: &Site, path: &str) -> Vec<String> {
    let browser = site.browser();
    let page = browser.open(path).html();
    page.select(&select(".curl code")).map(text_of).collect()
}

#[test]
fn a_page_shows_the_call_that_does_the_same() {
    let site = Site::filled();
    let stine = site.named("Stine Udsen").cpr;
    let person = format!("/kontrolrum/personer/{stine}");
    let session = format!("curl -X POST http://localhost:8000/api/world/persons/{stine}/session");
    assert!(calls(&site, &person).contains(&session));
    let mut all: Vec<_> = ["/kontrolrum", "/kontrolrum/ur", "/kontrolrum/nulstil", "/kontrolrum/personer/ny"]
        .iter()
        .flat_map(|path| calls(&site, path))
        .collect();
    all.extend(calls(&site, &person));
    all.extend(calls(&site, &format!("{person}/doedsfald")));
    assert!(all.len() > 10);
    // Each is a call that is there, with a body that it takes.
    for call in all.iter().filter(|call| !call.ends_with("/reset") && !call.contains("/death")) {
        let (head, body) = call.split_once(" -d '").map_or((call.as_str(), ""), |(head, body)| (head, body));
        let path =
            head.split_whitespace().find_map(|word| word.strip_prefix("http://localhost:8000")).unwrap();
        let method = if head.contains("-X DELETE") {
            rocket::http::Method::Delete
        } else if head.contains("-X POST") {
            rocket::http::Method::Post
        } else {
            rocket::http::Method::Get
        };
        let mut request = site.client.req(method, path.to_owned());
        if !body.is_empty() {
            assert!(head.contains("-H 'Content-Type: application/json'"), "{call}");
            request = request.header(rocket::http::ContentType::JSON).body(body.trim_end_matches('\''));
        }
        let status = request.dispatch().status();
        assert!(status.code < 300, "{call}: {status}");
    }
}
