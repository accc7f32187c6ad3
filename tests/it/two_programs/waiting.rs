//! What is asked for at one program and answered at the other: requests to apps, and the pages that wait for them.

use crate::carriers::app::{PIN, asta};
use crate::carriers::waiting::goes_on;
use crate::people::Person;
use crate::site::{Site, database_of};
use crate::two_programs::another;

/// Asta at the other program, with what her browser has.
fn in_the_same_browser<'s>(other: &'s Site, here: &Person<'_>) -> Person<'s> {
    let there = asta(other);
    for cookie in here.browser.jar() {
        there.browser.set_cookie(cookie.name(), cookie.value());
    }
    there
}

#[test]
fn an_app_approves_at_the_other_what_was_asked_for_at_one_and_either_goes_on() {
    let one = Site::filled();
    let other = another(&one);
    for _ in 0..2 {
        let (here, there) = (asta(&one), asta(&other));
        let page = here.asks_app("/log-paa");
        assert_eq!(there.requests(0).last().unwrap()["state"], "waiting");
        there.approves(0, PIN);
        page.press("Jeg har godkendt").says("Asta Kronborg");
        let there = in_the_same_browser(&other, &here);
        there.browser.open("/selvbetjening").says("Asta Kronborg");
        let page = there.asks_app("/log-paa");
        here.approves(0, PIN);
        page.press("Jeg har godkendt").says("Asta Kronborg");
    }
}

#[test]
fn a_page_that_waits_at_one_goes_on_at_once_with_what_is_done_at_the_other() {
    let one = Site::filled();
    if database_of(one.folder.path()).is_none() {
        // On one folder it looks by itself every 15 seconds.
        return;
    }
    let other = another(&one);
    let (here, there) = (asta(&one), asta(&other));
    let page = here.asks_app("/log-paa");
    goes_on(&one, &page, || {
        there.approves(0, PIN);
    });
    page.press("Jeg har godkendt").says("Asta Kronborg");
    let page =
        here.opens("/certifikat").form("Forny certifikat").fill("Adgangskode", &here.password).submit();
    goes_on(&one, &page, || {
        in_the_same_browser(&other, &here).opens("").press("Log af");
    });
    let page = here.asks_app("/log-paa");
    goes_on(&one, &page, || {
        there.answers_request(0, "refuse", &serde_json::json!({}));
    });
    let page = here.asks_app("/log-paa");
    goes_on(&one, &page, || {
        asta(&other).elsewhere().asks_app("/log-paa");
    });
}

#[test]
fn what_was_told_while_the_connection_was_lost_is_not_missed() {
    let one = Site::filled();
    let Some(server) = database_of(one.folder.path()) else { return };
    let other = another(&one);
    let (here, there) = (asta(&one), asta(&other));
    let page = here.asks_app("/log-paa");
    goes_on(&one, &page, || {
        rocket::execute(server.end_connections()).unwrap();
        there.approves(0, PIN);
    });
}
