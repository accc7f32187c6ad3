//! The log-on: password, key, another card, roles (D2–D5, D9, D11, D20).

use jiff::SignedDuration;
use rocket::http::Status;

use super::newcomer::PASSWORD;
use crate::browser::{select, text_of};
use crate::site::Site;

#[test]
fn the_cpr_number_works_too_and_leads_where_one_wanted_to_go() {
    let site = Site::empty();
    let (signe, _) = site.activated_newcomer();
    let wanted = signe.browser.open("/selvbetjening/haendelseslog");
    assert!(wanted.path.starts_with("/log-paa?til="), "{}", wanted.path);
    let form = wanted.form("Næste").fill("Bruger-id", &signe.cpr).fill("Adgangskode", "VINTERBAD 17");
    let page = form.submit();
    let key = signe.key_for(&page);
    let there = page.form("Log på").fill("Nøgle", &key).submit();
    assert_eq!(there.path, "/selvbetjening/haendelseslog");
    assert!(signe.browser.cookie("log_on").is_none());
    let off = signe.browser.send("/log-af", &[("_token".into(), token(&there.body))]);
    assert_eq!(off.path, "/");
    let again = signe.browser.open("/selvbetjening");
    assert!(again.path.starts_with("/log-paa"), "{}", again.path);
}

fn token(body: &str) -> String {
    let at = body.find("name=\"_token\" value=\"").unwrap() + 21;
    body[at..].split('"').next().unwrap().to_owned()
}

#[test]
fn the_same_key_is_asked_until_it_is_answered_and_five_wrong_ones_end_it() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let first = signe.types_as(&letters.number, PASSWORD).key_number();
    let page = signe.types_as(&letters.number, PASSWORD);
    assert_eq!(page.key_number(), first);
    let wrong = signe.wrong_key_for(&page);
    let mut answer = page.form("Log på").fill("Nøgle", &wrong).submit();
    answer.is(Status::UnprocessableEntity).says("Du har 4 forsøg tilbage");
    for _ in 0..4 {
        answer = page.form("Log på").fill("Nøgle", &wrong).submit();
    }
    answer.says("nøglekortet er nu spærret");
    let card = signe.types_as(&letters.number, PASSWORD);
    card.says("Du har intet nøglekort i brug").says("Nøglekortnummer");
    card.form("Næste").fill("Nøglekortnummer", &letters.card).submit().says("kan ikke bruges her");
}

#[test]
fn unknown_and_known_user_ids_get_the_same_pages_locks_included() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let pages = |user_id: &str| -> Vec<String> {
        (0..7).map(|_| signe.types_as(user_id, "forkert 1").text().replace(user_id, "…")).collect()
    };
    let known = pages(&letters.number);
    assert_eq!(known, pages("findes.ikke"));
    assert!(known[0].contains("Bruger-id eller adgangskode er forkert"), "{}", known[0]);
    assert!(known[6].contains("låst til den"), "{}", known[6]);
}

#[test]
fn a_log_on_lasts_five_minutes_by_the_real_clock() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let page = signe.types_as(&letters.number, PASSWORD);
    site.real_time_passes(SignedDuration::from_mins(6));
    let key = signe.key_for(&page);
    page.form("Log på").fill("Nøgle", &key).submit().says("Denne pålogning gælder ikke længere");
}

#[test]
fn a_citizen_is_told_only_after_the_key_that_the_counter_is_not_theirs() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let page = signe.browser.open("/log-paa?til=/ra/journal");
    page.says("RA-portalen beder dig");
    let page = page.form("Næste").fill("Bruger-id", &letters.number).fill("Adgangskode", PASSWORD).submit();
    let key = signe.key_for(&page);
    page.form("Log på").fill("Nøgle", &key).submit().says("Dette NemID giver ikke adgang hertil");
    assert!(signe.browser.open("/ra").path.starts_with("/log-paa"));
}

#[test]
fn it_leads_to_no_other_site() {
    let site = Site::empty();
    let browser = site.browser();
    let page = browser.open("/log-paa?til=//evil.example/");
    page.is(Status::Ok);
    assert!(!page.body.contains("evil.example/\""), "{}", page.body);
}

#[test]
fn empty_fields_are_said_beside_themselves_and_the_password_never_comes_back() {
    let site = Site::empty();
    let browser = site.browser();
    let page = browser.open("/log-paa").form("Næste").submit();
    page.is(Status::UnprocessableEntity).says("Skriv dit bruger-id").says("Skriv din adgangskode");
    let browser = site.browser();
    let page =
        browser.open("/log-paa").form("Næste").fill("Bruger-id", "anna").fill("Adgangskode", "hemmelig7");
    let page = page.submit();
    assert!(page.body.contains("value=\"anna\"") && !page.body.contains("hemmelig7"));
}

#[test]
fn of_two_windows_each_answers_its_own_log_on_and_the_older_one_counts_for_nothing() {
    let site = Site::filled();
    let (signe, letters) = site.activated_newcomer();
    let hanne = site.person(|one| one["name"] == "Hanne Iversen");
    let older = signe.types_as(&letters.number, PASSWORD);
    let form = signe.browser.open("/log-paa").form("Næste").fill("Bruger-id", &hanne.user_id);
    let newer = form.fill("Adgangskode", &hanne.password).submit();
    let key = signe.key_for(&older);
    let refused = older.form("Log på").fill("Nøgle", &key).submit();
    refused.is(Status::UnprocessableEntity).says("begyndt at logge på et andet sted");
    assert_eq!(hanne.nemid().active_card().unwrap().wrong, 0, "it counts for nobody else's card");
    assert_eq!(signe.nemid().active_card().unwrap().wrong, 0);
    let key = hanne.key_for(&newer);
    let there = newer.form("Log på").fill("Nøgle", &key).submit();
    assert!(there.path.starts_with("/selvbetjening"), "the newer one goes on: {}", there.text());
}

#[test]
fn who_goes_back_from_a_log_on_or_sends_it_twice_is_logged_on() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let page = signe.types_as(&letters.number, PASSWORD);
    let key = signe.key_for(&page);
    let send = || page.form("Log på").fill("Nøgle", &key).submit();
    assert!(send().path.starts_with("/selvbetjening"));
    let left = signe.nemid().active_card().unwrap().keys_left();
    assert!(send().path.starts_with("/selvbetjening"), "{}", send().text());
    assert!(signe.browser.open("/log-paa/noegle").path.starts_with("/selvbetjening"));
    assert_eq!(signe.nemid().active_card().unwrap().keys_left(), left);
    site.real_time_passes(SignedDuration::from_mins(6));
    send().says("gælder ikke længere");
}

#[test]
fn a_changed_password_ends_a_log_on_that_began_with_the_old_one() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    signe.logs_on_as(&letters.number, PASSWORD);
    let (thief, form) = (site.browser(), signe.browser.open("/selvbetjening/adgangskode"));
    let begun = thief.open("/log-paa").form("Næste").fill("Bruger-id", &letters.number);
    let begun = begun.fill("Adgangskode", PASSWORD).submit();
    assert_eq!(begun.path, "/log-paa/noegle");
    let form = form.form("Skift adgangskode").fill("Nuværende adgangskode", PASSWORD);
    let form = form.fill("Ny adgangskode", "sommerbad 18").fill("Gentag ny adgangskode", "sommerbad 18");
    form.submit().says("Din adgangskode er skiftet");
    let key = signe.key_for(&begun);
    begun.form("Log på").fill("Nøgle", &key).submit().says("gælder ikke længere");
    assert!(signe.browser.open("/selvbetjening").path == "/selvbetjening", "one's own session goes on");
}

#[test]
fn at_a_site_too_each_window_answers_its_own_log_on() {
    let site = Site::filled();
    let (stine, ida) = (of_name(&site, "Stine Udsen"), of_name(&site, "Ida Krogh"));
    let at = "/tjenester/borgerportalen";
    let older = stine.types_password(at, &stine.password);
    let form = stine.browser.open(at).form("Næste").fill("Bruger-id", &ida.user_id);
    let newer = form.fill("Adgangskode", &ida.password).submit();
    let key = stine.key_for(&older);
    older.form("Log på").fill("Nøgle", &key).submit().says("gælder ikke længere");
    assert_eq!(ida.nemid().active_card().unwrap().wrong, 0, "it counts for nobody else's card");
    let key = ida.key_for(&newer);
    newer.form("Log på").fill("Nøgle", &key).submit().is(Status::Ok).says("Ida Krogh");
}

fn of_name<'s>(site: &'s Site, name: &str) -> crate::people::Person<'s> {
    site.person(|one| one["name"] == name)
}

#[test]
fn a_link_of_somebody_else_does_not_put_another_portal_s_name_on_a_log_on() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let page = signe.browser.open("/log-paa");
    page.form("Næste").fill("Bruger-id", &letters.number).fill("Adgangskode", PASSWORD).submit();
    for step in ["/log-paa/noegle", "/log-paa/kort"] {
        for planted in ["/ra", "/operatoer", "/bank/fjordbanken"] {
            let page = signe.browser.open(&format!("{step}?til={planted}"));
            page.says("Selvbetjening beder dig");
            assert_eq!(page.path, "/log-paa/noegle");
        }
    }
    let page = signe.browser.open("/log-paa/noegle?til=/ra");
    let key = signe.key_for(&page);
    let page = page.form("Log på").fill("Nøgle", &key).submit();
    assert!(page.path.starts_with("/selvbetjening"), "{}", page.path);
}

#[test]
fn the_ways_on_from_the_log_on_are_named_as_on_the_front_page() {
    let site = Site::empty();
    let browser = site.browser();
    for language in ["da", "en"] {
        browser.open(&format!("/sprog/{language}?til=/"));
        let (front, log_on) = (browser.open("/").text(), browser.open("/log-paa"));
        let html = log_on.html();
        let named: Vec<_> = html.select(&select(".logon-links a")).map(text_of).collect();
        assert_eq!(named.len(), 4, "{named:?}");
        assert!(named.iter().all(|name| front.contains(name)), "{named:?} in {front}");
    }
}

#[test]
fn a_leap_of_the_worlds_clock_ends_neither_a_log_on_nor_an_errand() {
    let site = Site::filled();
    let (desk, rikke) = (site.desk(), site.named("Rikke Søndergaard"));
    let hanne = site.named("Hanne Iversen");
    let asked = hanne.types_password("/log-paa", &hanne.password);
    let page = desk.maintains("/ra/vedligehold/midlertidig-adgangskode", &rikke);
    let form = page.form("Næste").fill("Serienummer på PIN-brev", &desk.letter());
    let reading = form.submit();
    site.clock_moves("days", 20);
    let key = hanne.key_for(&asked);
    let there = asked.form("Log på").fill("Nøgle", &key).submit();
    assert!(there.path.starts_with("/selvbetjening"), "the real clock counts (D11): {}", there.text());
    desk.signs(&reading).says("Adgangskoden er nulstillet");
}
