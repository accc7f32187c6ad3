//! Rules 3.5.2: whoever is in need finds the hotline's number where they look: on every page's foot, where NemID is blocked,
//! and where a log-on was refused. The number is nobody's, and the control room's hotline answers (D33).

use rocket::http::Status;

use crate::browser::{Visit, select, text_of};
use crate::site::Site;

const TOLD: [&str; 2] = [
    "Hotline, hele døgnet: 01 23 45 67. Nummeret er opdigtet; man ringer i kontrolrummet.",
    "Hotline, day and night: 01 23 45 67. The number is made up; you call in the control room.",
];

/// How often a part of a page tells the number, each time with the way to the hotline.
fn told(page: &Visit<'_, '_>, part: &str, language: usize) -> usize {
    let html = page.html();
    let places = select(&format!("{part} .hotline"));
    let found = html.select(&places).filter(|place| {
        let leads = place.select(&select("a[href='/kontrolrum/hotline']")).count() == 1;
        leads && text_of(*place).starts_with(TOLD[language])
    });
    found.count()
}

#[test]
fn the_number_stands_at_the_foot_of_every_page_and_where_nemid_is_blocked() {
    let site = Site::filled();
    let browser = site.browser();
    for path in
        ["/", "/regler", "/log-paa", "/spaer", "/tjenester/fjordbanken", "/kontrolrum", "/findes-ikke"]
    {
        for (nth, language) in ["da", "en"].into_iter().enumerate() {
            let page = browser.open(&format!("/sprog/{language}?til={path}"));
            assert_eq!(told(&page, ".site-footer", nth), 1, "{path}: {}", page.text());
            let on_page = usize::from(path == "/spaer");
            assert_eq!(told(&page, "main", nth), on_page, "{path}: {}", page.text());
        }
    }
    let desk = site.desk();
    assert_eq!(told(&desk.officer.browser.open("/ra"), ".site-footer", 0), 1);
    let hotline = browser.open("/sprog/da?til=/spaer").follow("Ring til hotlinen");
    hotline
        .is(Status::Ok)
        .says("Ring og spær")
        .says("hotlinen behøver den ikke")
        .never_says("hvis siden beder");
    browser.open("/sprog/en?til=/kontrolrum/hotline").says("the hotline does not need it");
}

#[test]
fn a_refused_log_on_leads_to_the_block_and_to_the_hotline() {
    let site = Site::filled();
    let aksel = site.named("Aksel Dam");
    for path in ["/log-paa", "/log-paa?til=/ra", "/tjenester/borgerportalen"] {
        let page = aksel.browser.open(path);
        assert_eq!(told(&page, "main", 0), 0, "nobody is frightened before anything is wrong");
        let refused = aksel.types_password(path, "forkert 4711");
        assert_eq!(told(&refused, "main", 0), 1, "{path}: {}", refused.text());
        assert_eq!(refused.follow("Spær NemID").path, "/spaer");
        let asked = aksel.types_password(path, &aksel.password);
        let refused = asked.form("Log på").fill("Nøgle", "000000").submit();
        assert_eq!(told(&refused, "main", 0), 1, "{path}: {}", refused.text());
    }
}
