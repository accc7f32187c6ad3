//! Requests to the app: refused, replaced, left unanswered, run out; each answers for what it was sent for (D4, D37).

use jiff::SignedDuration;
use rocket::http::Status;
use serde_json::json;

use crate::browser::select;
use crate::carriers::app::{ASTA, PIN, asta, refused};
use crate::people::Person;
use crate::site::Site;

#[test]
fn a_refused_request_ends_the_log_on_and_says_so() {
    let site = Site::filled();
    let asta = asta(&site);
    let page = asta.asks_app("/log-paa");
    let screen = site.browser();
    screen.open(&format!("/telefon/{}", asta.telephone(0))).press("Afvis").says("Afvist");
    page.press("Jeg har godkendt").says("Du afviste anmodningen i din nøgleapp");
    asta.answers_request(0, "approve", &json!({ "pin": PIN }));
    assert_eq!(asta.requests(0)[0]["state"], "refused");
    refused(asta.approves(0, PIN), (Status::Conflict, "request_over"));
}

#[test]
fn a_newer_request_replaces_an_older_one() {
    let site = Site::filled();
    let asta = asta(&site);
    let first = asta.asks_app("/log-paa");
    let elsewhere = asta_elsewhere(&site);
    elsewhere.asks_app("/log-paa");
    let states: Vec<_> = asta.requests(0).iter().map(|one| one["state"].clone()).collect();
    assert_eq!(states, ["replaced", "waiting"]);
    assert_eq!(asta.approves(0, PIN).0, Status::Ok);
    first.press("Jeg har godkendt").never_says("Log af").says("Log på igen");
    let older = asta.requests(0);
    assert_eq!(older.len(), 1, "the holder has answered: {older:?}");
}

fn asta_elsewhere(site: &Site) -> Person<'_> {
    asta(site).elsewhere()
}

#[test]
fn after_five_unanswered_in_an_hour_none_is_sent_until_another_key_has_answered() {
    let site = Site::filled();
    let asta = asta(&site);
    for _ in 0..5 {
        asta.asks_app("/log-paa");
    }
    let page = asta.types_password("/log-paa", &asta.password);
    page.says("Der er sendt fem anmodninger til din nøgleapp").never_says("Der er sendt en anmodning");
    assert_eq!(page.html().select(&select("button[value=app]")).count(), 0);
    assert_eq!(asta.requests(0).iter().filter(|one| one["state"] == "waiting").count(), 0);
    site.clock_moves("hours", 2);
    let page = asta.types_password("/log-paa", &asta.password);
    let key = asta.key_for(&page);
    page.form("Log på").fill("Nøgle", &key).submit();
    let page = asta.types_password("/log-paa", &asta.password);
    let page = page.press("Nøgleapp");
    page.says("Der er sendt en anmodning til din nøgleapp");
}

#[test]
fn an_approval_signs_nothing_but_the_text_that_was_asked_for() {
    let site = Site::filled();
    let asta = asta(&site);
    let page = asta.asks_app("/log-paa");
    assert_eq!(asta.approves(0, PIN).0, Status::Ok);
    page.press("Jeg har godkendt");
    let renewal = asta.opens("/certifikat").form("Forny certifikat").fill("Adgangskode", &asta.password);
    let page = renewal.submit();
    page.says("Der er sendt en anmodning til din nøgleapp");
    page.press("Jeg har godkendt").is(Status::UnprocessableEntity).says("ikke besvaret endnu");
    let sent = asta.requests(0);
    let shown = sent.last().unwrap();
    assert_eq!((&shown["state"], &shown["purpose"]), (&json!("waiting"), &json!("renewal")));
    assert!(shown["text"].as_str().is_some_and(|text| text.contains(ASTA)), "{shown}");
    assert_eq!(asta.approves(0, PIN).0, Status::Ok);
    page.press("Jeg har godkendt").says("Dit certifikat er fornyet");
    page.press("Jeg har godkendt").never_says("ikke besvaret endnu");
}

#[test]
fn the_waiting_page_is_told_that_it_is_over_and_nothing_else() {
    let site = Site::filled();
    let asta = asta(&site);
    let page = asta.asks_app("/log-paa");
    let html = page.html();
    let waits = html.select(&select("[data-waits]")).next().unwrap().attr("data-waits").unwrap().to_owned();
    assert_eq!(asta.approves(0, PIN).0, Status::Ok);
    let stranger = site.browser();
    let told = stranger.open(&waits);
    let said =
        told.body.lines().filter(|line| !line.starts_with(':') && !line.is_empty()).collect::<Vec<_>>();
    assert_eq!(said, ["event:over", "data:over"], "who knows the address learns no more");
    assert!(stranger.open("/afventer/0123").body.contains("event:over"), "there is no such request");
    page.press("Jeg har godkendt");
    asta.opens("/haendelseslog").says("med nøgleapp");
}

#[test]
fn the_request_lives_as_long_as_the_question() {
    let site = Site::filled();
    let asta = asta(&site);
    let page = asta.asks_app("/log-paa");
    site.real_time_passes(SignedDuration::from_secs(301));
    refused(asta.approves(0, PIN), (Status::Conflict, "request_over"));
    assert_eq!(asta.requests(0)[0]["state"], "run_out");
    page.press("Jeg har godkendt").says("mere end fem minutter");
}

#[test]
fn the_first_answer_on_two_telephones_counts_and_opens_one_session() {
    let site = Site::filled();
    let cille = site.person(|one| one["name"] == "Cille Aagaard");
    let page = cille.types_password("/log-paa", &cille.password);
    let page = page.press("Nøgleapp");
    let n = cille.requests(0)[0]["number"].clone();
    assert_eq!(cille.requests(1)[0]["number"], n, "both show it");
    assert_eq!(cille.approves(1, "8642").0, Status::Ok);
    refused(cille.approves(0, "1379"), (Status::Conflict, "request_over"));
    page.press("Jeg har godkendt");
    assert!(cille.browser.open("/selvbetjening").path.starts_with("/selvbetjening"));
    let used: Vec<_> = cille.carriers_of_kind("app").iter().map(|one| one["used"].clone()).collect();
    assert!(used[0].is_null() && !used[1].is_null(), "{used:?}");
    let again = page.press("Jeg har godkendt");
    assert!(again.path.starts_with("/selvbetjening"), "the same form sent twice opens nothing new");
}
