//! Sentences that name a limit name it as it is set: with other settings no page says what holds by default (D11).

use jiff::SignedDuration;
use rocket::http::{Method, Status};
use rules::limits::Limits;
use rules::sessions::Lifetimes;
use service::cases::open::Opening;

use super::newcomer::PASSWORD;
use crate::browser::{Browser, Visit};
use crate::guide::desk::BLOCK_CARDS;
use crate::site::Site;

/// The defaults as a text would say them.
const DEFAULTS: [&str; 18] = [
    "5 minut",
    "fem minut",
    "five minut",
    "15 minut",
    "kvarter",
    "quarter of an hour",
    "30 minut",
    "halv time",
    "half an hour",
    "12 timer",
    "tolv timer",
    "12 hours",
    "twelve hours",
    "fem om dagen",
    "5 om dagen",
    "five a day",
    "5 a day",
    "3 om dagen",
];

fn set_otherwise() -> Site {
    let lifetimes = Lifetimes {
        log_on_seconds: 4 * 60,
        enrolment_seconds: 21 * 60,
        errand_seconds: 22 * 60,
        session_seconds: 7 * 60,
        session_longest_seconds: 60 * 60,
    };
    let limits = Limits { limit_block_letters: 2, ..Limits::default() };
    Site::filled_with(|opening| Opening { lifetimes, limits, ..opening })
}

fn minutes(count: i64) -> SignedDuration {
    SignedDuration::from_mins(count)
}

#[track_caller]
fn names_no_default(page: &Visit<'_, '_>) {
    let text = page.text();
    for default in DEFAULTS {
        // "15 minutter" says "5 minutter" too, and what is set may end like a default.
        let told = text
            .match_indices(default)
            .any(|(at, _)| !text[..at].ends_with(|before: char| before.is_ascii_digit()));
        assert!(!told, "{} says {default:?}: {text}", page.path);
    }
}

/// Every address that shows something, in both languages.
fn walk(site: &Site, browser: &Browser<'_>) {
    let routes = site.client.bare.rocket().routes();
    let addresses = routes.filter(|route| route.method == Method::Get).map(|route| {
        let path = route.uri.to_string().split('?').next().unwrap_or_default().to_owned();
        let parts = path.split('/').map(|part| if part.starts_with('<') { "1" } else { part });
        let filled = parts.collect::<Vec<_>>().join("/");
        filled.replace("/bank/1", "/bank/fjordbanken").replace("/tjenester/1", "/tjenester/borgerportalen")
    });
    for address in addresses.filter(|address| !address.starts_with("/static") && address != "/sprog/1") {
        for language in ["da", "en"] {
            names_no_default(&browser.open(&format!("/sprog/{language}?til={address}")));
        }
    }
    browser.open("/sprog/da?til=/");
}

#[test]
fn no_page_names_a_default_where_something_else_is_set() {
    let site = set_otherwise();
    walk(&site, &site.browser());
    let aksel = site.named("Aksel Dam");
    aksel.logs_on();
    walk(&site, &aksel.browser);
    walk(&site, &site.desk().officer.browser);
    walk(&site, &site.operator().person.browser);
    walk(&site, &site.clerk("fjordbanken").person.browser);
    let sessions = aksel.logs_on().path;
    assert_eq!(sessions, "/selvbetjening");
    aksel.browser.open("/selvbetjening/sessioner").says("efter syv minutter uden aktivitet");
    site.browser().open("/tilgaengelighed").says("højeste varighed på én time");
    let receipt = site.browser();
    receipt.open("/spaer/kvittering?adgangskode&brev").says("dog højst 2 om dagen");
    names_no_default(&receipt.open("/sprog/en?til=/spaer/kvittering%3Fadgangskode%26brev"));
}

#[test]
fn whoever_comes_too_late_is_told_the_limit_that_is_set() {
    let site = set_otherwise();
    let aksel = site.named("Aksel Dam");
    let too_late = |page: Visit<'_, '_>, button: &str, key: &str| {
        site.real_time_passes(minutes(5));
        let page = page.form(button).fill("Nøgle", key).submit();
        page.says("mere end fire minutter");
        names_no_default(&page);
    };
    let asked = aksel.types_password("/log-paa", &aksel.password);
    too_late(asked, "Log på", "123456");
    let asked = aksel.types_password("/tjenester/borgerportalen", &aksel.password);
    too_late(asked, "Log på", "123456");
    aksel.logs_on();
    let asked = aksel.browser.open("/selvbetjening/afslut").press("Fortsæt");
    too_late(asked, "Luk NemID", "123456");
    aksel.logs_on();
    let page = aksel.browser.open("/selvbetjening/certifikat");
    let asked = page.form("Forny certifikat").fill("Adgangskode", &aksel.password).submit();
    too_late(asked, "Forny certifikat", "123456");

    aksel.logs_on();
    site.real_time_passes(minutes(8));
    let thrown_out = aksel.browser.open("/selvbetjening");
    thrown_out.says("Det sker efter syv minutter uden aktivitet");
    names_no_default(&thrown_out);
    let page = aksel.logs_on();
    for _ in 0..8 {
        site.real_time_passes(minutes(6));
        page.press("Få mere tid").is(Status::Ok);
    }
    let page = aksel.browser.open("/selvbetjening");
    page.says("fordi en session højst varer én time");
    names_no_default(&page);
    for _ in 0..3 {
        site.real_time_passes(minutes(5));
        aksel.browser.open("/selvbetjening");
    }
    aksel.browser.open("/selvbetjening").says("logget på i én time, og så længe varer en session højst");
}

#[test]
fn an_activation_and_an_errand_that_took_too_long_say_how_long_is_set() {
    let site = set_otherwise();
    let (signe, letters) = site.equipped_newcomer();
    let page = signe.activates_up_to_key(&letters, PASSWORD);
    site.real_time_passes(minutes(22));
    let page = page.form("Aktivér NemID").fill("Nøgle", "123456").submit();
    page.says("mere end 21 minutter");
    names_no_default(&page);
    let (desk, finn) = (site.desk(), site.named("Finn Gram"));
    let page = desk.maintains(BLOCK_CARDS, &finn);
    names_no_default(&page);
}
