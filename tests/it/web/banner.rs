//! The simulated day and time stand in the banner of every page, whoever opens it.

use rocket::http::{ContentType, Method, Status};

use crate::browser::{Browser, Visit, select, text_of};
use crate::security::routes;
use crate::site::Site;

/// What the banner of a page says of the time, and the instant that programs read there.
fn told(page: &Visit<'_, '_>) -> Option<(String, String)> {
    let html = page.html();
    let time = html.select(&select(".simulator-banner time")).next()?;
    Some((text_of(time), time.attr("datetime")?.to_owned()))
}

/// Opens every address and looks at each page that comes. Returns how many there were.
fn walk(site: &Site, browser: &Browser<'_>, words: &str, instant: &str) -> usize {
    let mut pages = 0;
    for (address, method) in routes::routes(site) {
        if method != Method::Get || address.contains("log-af") {
            continue;
        }
        let page = browser.open(&address);
        if page.kind == Some(ContentType::HTML) {
            assert_eq!(told(&page), Some((words.to_owned(), instant.to_owned())), "{address}");
            pages += 1;
        }
    }
    pages
}

#[test]
fn every_page_says_which_day_it_is() {
    let site = Site::filled();
    let citizen = site.somebody_active();
    citizen.logs_on();
    let officer = site.staff("officer", 0);
    officer.logs_on_at("/log-paa?til=/ra");
    let clerk = site.staff_at("bank_clerk", "fjordbanken");
    clerk.logs_on_at("/log-paa?til=/bank/fjordbanken");
    let operator = site.staff("operator", 0);
    operator.logs_on_at("/log-paa?til=/operatoer");
    let nobody = site.browser();
    let (monday, nine) = ("mandag den 4. marts 2019 kl. 9.00", "2019-03-04T08:00:00Z");
    for browser in [&nobody, &citizen.browser, &officer.browser, &clerk.browser, &operator.browser] {
        assert!(walk(&site, browser, monday, nine) > 90);
    }

    let english = site.browser();
    english.open("/sprog/en?til=/");
    assert!(walk(&site, &english, "Monday 4 March 2019 at 9:00", nine) > 90);
}

#[test]
fn the_banner_follows_the_clock() {
    let site = Site::filled();
    site.change_world("clock", r#"{"to":"2019-10-27T01:20:00Z"}"#);
    let browser = site.browser();
    let page = browser.open("/findes-ikke");
    page.is(Status::NotFound);
    let told = told(&page).unwrap();
    assert_eq!(told.0, "søndag den 27. oktober 2019 kl. 2.20 vintertid");
    assert_eq!(told.1, "2019-10-27T01:20:00Z");
}

#[test]
fn pages_that_answer_a_form_say_it_too() {
    let site = Site::filled();
    let browser = site.browser();
    let again = browser.open("/log-paa").press("Næste");
    assert!(told(&again).is_some(), "{}", again.body);
    let refused = browser.send("/log-paa", &[]);
    assert!(told(&refused).is_some(), "{}", refused.body);
}
