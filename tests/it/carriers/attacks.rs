//! Somebody else and an app: installed by others, on a telephone that others control, guessed at, and pushed until the
//! holder gives in (Rules 3.5.1, 3.5.3; D37). The holder hears of it in time, and ends it.

use jiff::{SignedDuration, Timestamp};
use rocket::http::Status;
use serde_json::json;

use crate::carriers::app::{PIN, refused};
use crate::people::Person;
use crate::self_service::holder;
use crate::site::Site;
use crate::world::api;

const CILLE: &str = "Cille Aagaard";

/// Moves the clock to an instant.
fn goes_to(site: &Site, at: Timestamp) {
    site.change_world("clock", &json!({ "to": at.to_string() }).to_string());
}

/// The app with a number, as the world lists it.
fn state(citizen: &Person<'_>, app: &str) -> String {
    let all = citizen.carriers_of_kind("app");
    let found = all.iter().find(|one| one["number"] == app).unwrap();
    found["state"].as_str().unwrap().to_owned()
}

/// The ways by which the citizen was told of something: `email`, `sms`.
fn heard(citizen: &Person<'_>, words: &str) -> Vec<String> {
    let messages = citizen.site.world(&format!("persons/{}/messages", citizen.cpr));
    let says = |one: &&serde_json::Value| {
        ["subject", "text"].iter().any(|part| one[*part].as_str().is_some_and(|text| text.contains(words)))
    };
    let ways = messages.as_array().unwrap().iter().filter(says);
    let mut ways: Vec<_> = ways.map(|one| one["way"].as_str().unwrap().to_owned()).collect();
    ways.sort();
    ways
}

#[test]
fn whoever_installs_an_app_of_another_opens_nothing_before_its_holder_has_heard_and_blocked_it() {
    let site = Site::filled();
    let (thief, cille) = (site.named(CILLE), site.named(CILLE));
    let own = cille.states_of_kind("app");
    // The thief has her old telephone, her password and a picture of her card.
    let before = heard(&cille, "En nøgleapp er installeret").len();
    let app = thief.installs_app(2);
    assert_eq!(heard(&cille, "En nøgleapp er installeret").len(), before + 1);
    cille.was_told("cille@aagaard.example", &app);
    let page = thief.types_password("/log-paa", &thief.password).press("Nøgleapp");
    let n = cille.requests(0)[0]["number"].clone();
    assert!(thief.requests(2).is_empty(), "the new app is asked for nothing");
    let at = format!("devices/{}/requests/{n}/approve", thief.telephone(2));
    refused(api::post(&site, &at, &json!({ "pin": "1379" })), (Status::NotFound, "request_not_there"));
    page.press("Jeg har godkendt").is(Status::UnprocessableEntity);
    refused(thief.chooses_pin(2, &app, "2468"), (Status::Conflict, "app_not_ready"));

    let browser = site.browser();
    let form =
        browser.open("/spaer").form("Spær nu").tick("Nøgleapp: Andre har installeret en med dit NemID");
    let form = form.fill("Navn", CILLE).fill("Nummer på nøgleviser eller nøgleapp", &app);
    form.submit().says("Nøgleappen kan aldrig bruges igen");
    cille.was_told("", "Din nøgleapp er spærret");
    site.clock_moves("hours", 2);
    refused(thief.chooses_pin(2, &app, "2468"), (Status::NotFound, "app_not_there"));
    assert_eq!(state(&cille, &app), "blocked");
    assert_eq!(cille.states_of_kind("app")[..own.len()], own, "her own apps work on");
    let page = cille.types_password("/log-paa", &cille.password).press("Nøgleapp");
    assert_eq!(cille.approves(0, "1379").0, Status::Ok);
    page.press("Jeg har godkendt");
    cille.opens("/haendelseslog").says("som andre har installeret");
}

#[test]
fn whoever_holds_the_telephone_after_the_hour_needs_the_password_anew() {
    let site = Site::filled();
    let (mut thief, cille) = (site.named(CILLE), site.named(CILLE));
    let app = cille.installs_app(2);
    site.clock_moves("hours", 1);
    "gaettet kode 1".clone_into(&mut thief.password);
    for _ in 0..4 {
        let wrong = thief.chooses_pin(2, &app, "2468");
        refused(wrong, (Status::UnprocessableEntity, "wrong_user_id_or_password"));
    }
    thief.chooses_pin(2, &app, "2468");
    assert_eq!(state(&cille, &app), "attached");
    cille.was_told("", "låst");
    let locked = cille.chooses_pin(2, &app, "2468");
    assert_ne!(locked.0, Status::Ok, "a locked password opens no app: {locked:?}");
    site.clock_moves("hours", 8);
    assert_eq!(cille.chooses_pin(2, &app, "2468").0, Status::Ok);
    cille.was_told("", "Din nøgleapp er taget i brug");
}

#[test]
fn the_hour_is_an_hour_and_the_day_a_day_to_the_second() {
    let site = Site::filled();
    let ida = holder(&site, "Ida Krogh");
    let installed = site.now();
    let app = ida.installs_app(0);
    assert_eq!(heard(&ida, "nøgleapp"), ["email", "sms"], "told everywhere at once");
    let second = SignedDuration::from_secs(1);
    goes_to(&site, installed + SignedDuration::from_hours(1) - second);
    refused(ida.chooses_pin(0, &app, "1379"), (Status::Conflict, "app_not_ready"));
    goes_to(&site, installed + SignedDuration::from_hours(1));
    refused(ida.chooses_pin(0, &app, "7777"), (Status::UnprocessableEntity, "pin_alike"));
    goes_to(&site, installed + SignedDuration::from_hours(24) - second);
    assert_eq!(state(&ida, &app), "attached");
    goes_to(&site, installed + SignedDuration::from_hours(24));
    assert_eq!(state(&ida, &app), "blocked");
    refused(ida.chooses_pin(0, &app, "1379"), (Status::NotFound, "app_not_there"));
    ida.was_told("", "Din nøgleapp er spærret");
    let again = ida.installs_app(0);
    assert_ne!(again, app, "the telephone takes another one");
}

#[test]
fn a_pin_is_none_that_somebody_would_guess_first() {
    let site = Site::filled();
    let mut ida = holder(&site, "Ida Krogh");
    let form = ida.opens("/adgangskode").form("Skift adgangskode");
    let form = form.fill("Nuværende adgangskode", &ida.password).fill("Ny adgangskode", "fyrtaarn 5937x");
    form.fill("Gentag ny adgangskode", "fyrtaarn 5937x").submit();
    "fyrtaarn 5937x".clone_into(&mut ida.password);
    let app = ida.installs_app(0);
    site.clock_moves("hours", 1);
    let digits = ida.cpr.replace('-', "");
    for (pin, error) in [
        ("593", "pin_shape"),
        ("59370", "pin_shape"),
        ("59 3", "pin_shape"),
        ("abcd", "pin_shape"),
        ("", "pin_shape"),
        ("0000", "pin_alike"),
        ("9999", "pin_alike"),
        (&digits[..4], "pin_in_cpr_number"),
        (&digits[6..], "pin_in_cpr_number"),
        ("5937", "pin_in_password"),
    ] {
        refused(ida.chooses_pin(0, &app, pin), (Status::UnprocessableEntity, error));
        assert_eq!(state(&ida, &app), "attached", "{pin}");
    }
    let page = ida.browser.open(&format!("/telefon/{}", ida.telephone(0)));
    let form = page.form("Tag i brug").fill("Adgangskode", &ida.password);
    let again = form.fill("Ny PIN-kode", "5937").fill("Ny PIN-kode igen", "5937").submit();
    again.is(Status::UnprocessableEntity).says("ikke er en del af din adgangskode");
    assert_eq!(ida.chooses_pin(0, &app, "5938").0, Status::Ok);
}

#[test]
fn five_wrong_pins_in_a_row_are_final_and_only_a_right_one_forgives() {
    let site = Site::filled();
    let asta = site.named("Asta Kronborg");
    asta.asks_app("/log-paa");
    for _ in 0..4 {
        refused(asta.approves(0, "0000"), (Status::UnprocessableEntity, "wrong_app_pin"));
    }
    assert_eq!(asta.approves(0, PIN).0, Status::Ok);
    // A newer request is no forgiveness; only the right PIN is.
    asta.asks_app("/log-paa");
    refused(asta.approves(0, "0000"), (Status::UnprocessableEntity, "wrong_app_pin"));
    let elsewhere = asta.elsewhere();
    elsewhere.asks_app("/log-paa");
    for _ in 0..3 {
        refused(elsewhere.approves(0, "1111"), (Status::UnprocessableEntity, "wrong_app_pin"));
    }
    refused(elsewhere.approves(0, "0000"), (Status::Conflict, "app_blocked"));
    let old = elsewhere.carriers_of_kind("app")[0]["number"].as_str().unwrap().to_owned();
    site.clock_moves("days", 30);
    assert_eq!(state(&elsewhere, &old), "blocked", "no time opens it again");
    let app = elsewhere.installs_app(0);
    site.clock_moves("hours", 1);
    assert_eq!(elsewhere.chooses_pin(0, &app, PIN).0, Status::Ok);
    assert_eq!([state(&elsewhere, &old), state(&elsewhere, &app)], ["blocked", "active"]);
}

#[test]
fn whoever_pushes_requests_is_stopped_by_five_within_an_hour_however_long_he_waits() {
    let site = Site::filled();
    let (thief, asta) = (site.named("Asta Kronborg"), site.named("Asta Kronborg"));
    // Four within the hour and one after it are not five within an hour.
    for _ in 0..4 {
        thief.asks_app("/log-paa");
    }
    site.clock_moves("hours", 2);
    thief.asks_app("/log-paa");
    for _ in 0..3 {
        let page = thief.asks_app("/log-paa");
        asta.answers_request(0, "refuse", &json!({}));
        page.press("Jeg har godkendt").says("Du afviste anmodningen i din nøgleapp");
    }
    thief.asks_app("/log-paa");
    for wait in [0, 1, 24] {
        site.clock_moves("hours", wait.max(1));
        let page = thief.types_password("/log-paa", &thief.password);
        page.says("Der er sendt fem anmodninger til din nøgleapp");
        assert!(asta.requests(0).iter().all(|one| one["state"] != "waiting"));
    }
    // Her own answer with another key lets them be sent again.
    let page = asta.types_password("/log-paa", &asta.password);
    let key = asta.key_for(&page);
    page.form("Log på").fill("Nøgle", &key).submit();
    let page = asta.types_password("/log-paa", &asta.password).press("Nøgleapp");
    page.says("Der er sendt en anmodning til din nøgleapp");
}

#[test]
fn a_telephone_that_others_control_answers_until_the_operator_blocks_what_is_on_it_and_no_more() {
    let site = Site::filled();
    let cille = site.named(CILLE);
    api::post(&site, &format!("devices/{}", cille.telephone(1)), &json!({ "compromised": true }));
    let page = cille.types_password("/log-paa", &cille.password).press("Nøgleapp");
    assert_eq!(cille.approves(1, "8642").0, Status::Ok, "nobody knows of it yet");
    page.press("Jeg har godkendt");
    assert!(!cille.is_logged_off());

    let apps: Vec<_> = cille.carriers_of_kind("app").iter().map(|one| one["number"].clone()).collect();
    let [own, theirs] = [0, 1].map(|nth| apps[nth].as_str().unwrap().to_owned());
    let elsewhere = site.named(CILLE);
    elsewhere.types_password("/log-paa", &elsewhere.password);
    let n = elsewhere.requests(1).pop().unwrap()["number"].clone();
    let olga = site.operator();
    let form = olga.finds(&cille.cpr).follow("Spær nøglekort").form("Næste").tamper("cards", &theirs);
    let read = form.tick("Nøgleapp: Andre kan styre telefonen").submit();
    olga.signs(&read).says("spærret");
    assert!(cille.is_logged_off(), "every session of the NemID has ended");
    let at = format!("devices/{}/requests/{n}/approve", cille.telephone(1));
    refused(api::post(&site, &at, &json!({ "pin": "8642" })), (Status::NotFound, "request_not_there"));
    assert_eq!([state(&cille, &own), state(&cille, &theirs)], ["active", "blocked"]);
    cille.was_told("", "en telefon, som andre kan styre");
    let page = cille.asks_app("/log-paa");
    assert_eq!(cille.approves(0, "1379").0, Status::Ok);
    page.press("Jeg har godkendt");
    cille.opens("/haendelseslog").says("en telefon, som andre kan styre");
}
