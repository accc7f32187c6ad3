//! Somebody new in a wished state, and logging on as a person of the world (D34).

use rocket::http::{ContentType, Header, Status};
use rules::newcomers::{ISSUERS, Wished};
use rules::words::CprNumber;
use serde_json::{Value, json};

use super::api::{get, post};
use crate::browser::Browser;
use crate::site::Site;

const FIELDS: [&str; 8] =
    ["card", "cookie", "cpr", "name", "nemid_number", "password", "temporary_password", "user_id"];

fn made(site: &Site, wish: &Value) -> Value {
    let (status, told) = post(site, "persons", wish);
    assert_eq!(status, Status::Created, "{wish}: {told}");
    told
}

/// A browser with the cookie of an answer.
fn with_cookie<'s>(site: &'s Site, told: &Value) -> Browser<'s> {
    let (browser, cookie) = (site.browser(), &told["cookie"]);
    let (name, value) = (cookie["name"].as_str().unwrap(), cookie["value"].as_str().unwrap());
    assert_eq!(cookie["header"], format!("Cookie: {name}={value}"));
    browser.set_cookie(name, value);
    browser
}

fn count(site: &Site) -> usize {
    get(site, "persons").as_array().unwrap().len()
}

#[test]
fn every_state_of_every_issuer_can_be_made_and_is_listed_so() {
    let site = Site::filled();
    for state in Wished::all().map(Wished::code) {
        for issuer in ISSUERS {
            let told = made(&site, &json!({ "state": state, "issuer": issuer }));
            let listed = get(&site, &format!("persons/{}", told["cpr"].as_str().unwrap()));
            let mut fields: Vec<_> = told.as_object().unwrap().keys().map(String::as_str).collect();
            fields.sort_unstable();
            assert_eq!(fields, FIELDS);
            assert_eq!((&told["name"], &told["cookie"]), (&listed["name"], &Value::Null));
            let has = |field: &str| !told[field].is_null();
            if state == "no_nemid" {
                assert_eq!(listed["nemids"], json!([]));
                assert!(FIELDS.into_iter().filter(|field| has(field)).eq(["cpr", "name"]), "{told}");
                continue;
            }
            let nemid = &listed["nemids"][0];
            assert_eq!((&nemid["state"], &nemid["issuer"]), (&json!(state), &json!(issuer)), "{told}");
            assert_eq!((&nemid["number"], &nemid["password"]), (&told["nemid_number"], &told["password"]));
            let activated = state != "not_activated";
            assert_eq!((has("password"), has("user_id")), (activated, activated), "{told}");
            assert_eq!(has("temporary_password"), !activated, "{told}");
            assert_eq!(told["card"]["keys"].as_object().unwrap().len(), 148, "{told}");
        }
    }
    rocket::execute(async {
        assert_eq!(service::cases::upkeep::check::look_over(&site.app).await.len(), 0);
    });
}

#[test]
fn who_is_made_has_letters_and_a_log_as_anybody_else() {
    let site = Site::filled();
    let told = made(&site, &json!({ "state": "active", "name": "Hanne Dahl", "age": 37 }));
    let cpr = told["cpr"].as_str().unwrap();
    let number = CprNumber::parse(cpr).unwrap();
    assert!(number.is_made_up());
    assert_eq!(number.age_on(jiff::civil::date(2019, 3, 4)), Some(37));
    assert!(told["user_id"].as_str().unwrap().starts_with("hanne.dahl"));
    let letters = get(&site, &format!("persons/{cpr}/letters"));
    let kinds = ["key_card", "pin_letter", "welcome"];
    for kind in kinds {
        assert!(letters.as_array().unwrap().iter().any(|one| one["kind"] == kind), "{letters}");
    }
    let hanne = site.person(|one| one["cpr"] == cpr);
    hanne.logs_on();
    let log = hanne.browser.open("/selvbetjening/haendelseslog");
    log.says("blev oprettet").says("kom med posten").says("Dit NemID blev aktiveret");
    assert_eq!(told["name"], "Hanne Dahl");
    site.browser().open("/kontrolrum/personer").says("Lavet her").says("Hanne Dahl");
}

#[test]
fn with_a_session_the_first_page_is_logged_on() {
    let site = Site::filled();
    let told = made(&site, &json!({ "state": "active", "session": true }));
    let browser = with_cookie(&site, &told);
    assert_eq!(told["cookie"]["opens"], "/selvbetjening");
    let page = browser.open("/selvbetjening");
    assert_eq!(page.path, "/selvbetjening");
    assert!(page.body.contains(told["name"].as_str().unwrap()));
    // A key was used for it, as for any log-on.
    let cards = get(&site, &format!("persons/{}", told["cpr"].as_str().unwrap()));
    assert_eq!(cards["nemids"][0]["cards"][0]["keys_left"], 146);
    browser.open("/selvbetjening/haendelseslog").says("Du loggede på Selvbetjening");
}

#[test]
fn whoever_made_the_nemid_its_holder_is_logged_on() {
    let site = Site::filled();
    for issuer in ISSUERS {
        let told = made(&site, &json!({ "state": "active", "issuer": issuer, "session": true }));
        let browser = with_cookie(&site, &told);
        assert_eq!(browser.open("/selvbetjening").path, "/selvbetjening", "{issuer}");
    }
}

#[test]
fn who_cannot_log_on_is_not_made_with_a_session() {
    let site = Site::filled();
    let before = count(&site);
    for (state, code) in [
        ("not_activated", "wrong_user_id_or_password"),
        ("locked", "locked"),
        ("password_blocked", "password_blocked"),
        ("blocked", "nemid_blocked"),
        ("closed", "nemid_closed"),
        ("no_nemid", "no_nemid"),
    ] {
        let (status, told) = post(&site, "persons", &json!({ "state": state, "session": true }));
        assert_eq!((status, &told["error"]), (Status::UnprocessableEntity, &json!(code)), "{state}");
    }
    assert_eq!(count(&site), before, "nobody was made");
}

#[test]
fn what_cannot_be_wished_for_is_told_in_both_languages_and_makes_nobody() {
    let site = Site::filled();
    let before = count(&site);
    let wrong = [
        (json!({}), "wish_state", "tilstandene", "states"),
        (json!({ "state": "sleepy" }), "wish_state", "tilstandene", "states"),
        (json!({ "state": "active", "age": 14 }), "wish_too_young", "fyldt 15 år", "age of 15"),
        (json!({ "state": "active", "age": 1.5 }), "wish_age", "helt tal fra 0 til 110", "from 0 to 110"),
        (json!({ "state": "active", "age": 111 }), "wish_age", "helt tal fra 0 til 110", "from 0 to 110"),
        (json!({ "state": "active", "name": "R2-D2" }), "person_name_shape", "navn", "name"),
        (json!({ "state": "active", "name": "山田" }), "name_not_printable", "trykke", "print"),
        (json!({ "state": "active", "name": null }), "person_name_shape", "navn", "name"),
        (json!({ "state": "active", "issuer": "borger" }), "wish_issuer", "udstederne", "issuers"),
        (json!({ "state": "active", "session": "yes" }), "wish_shape", "true eller false", "true or false"),
        (json!({ "state": "active", "password": "x" }), "wish_shape", "intet andet", "nothing else"),
        (json!([]), "wish_shape", "intet andet", "nothing else"),
    ];
    for (wish, code, danish, english) in wrong {
        for (language, words) in [("da", danish), ("en", english)] {
            let call = site.client.post("/api/world/persons").header(ContentType::JSON);
            let call = call.cookie(("selvbetjening_sprog", language));
            let answer = call.body(wish.to_string()).dispatch();
            assert_eq!(answer.status(), Status::UnprocessableEntity, "{wish}");
            let told: Value = serde_json::from_str(&answer.into_string().unwrap()).unwrap();
            assert_eq!(told["error"], code, "{wish}");
            assert!(told["message"].as_str().unwrap().to_lowercase().contains(words), "{wish}: {told}");
        }
    }
    assert_eq!(count(&site), before, "nobody was made");
}

#[test]
fn ages_and_names_are_as_wished_all_through_a_long_world() {
    let site = Site::filled();
    for years in [0, 3, 7] {
        site.clock_moves("days", years * 365);
        let day = rules::calendar::danish_date(site.now());
        for (age, issuer) in [(15, "public"), (99, "public"), (8, "bank")] {
            let wish = json!({ "state": "active", "age": age, "issuer": issuer, "name": "Åse Ærø-Øst" });
            let told = made(&site, &wish);
            let cpr = CprNumber::parse(told["cpr"].as_str().unwrap()).unwrap();
            assert_eq!((cpr.age_on(day), &told["name"]), (Some(age), &json!("Åse Ærø-Øst")));
        }
    }
    let infant = made(&site, &json!({ "state": "no_nemid", "age": 0 }));
    assert!(infant["nemid_number"].is_null());
}

/// The answer of a log-on by JSON: the cookie, or the code of the refusal.
fn session(site: &Site, cpr: &str) -> Result<Value, String> {
    let (status, told) = post(site, &format!("persons/{cpr}/session"), &json!({}));
    match status {
        Status::Ok => Ok(told),
        _ => Err(told["error"].as_str().unwrap().to_owned()),
    }
}

#[test]
fn a_session_for_a_program_is_refused_as_the_persons_own_log_on() {
    let site = Site::filled();
    let named = |name: &str| site.person(|one| one["name"] == name).cpr;
    for (name, code) in [
        ("Åge Bruun", "locked"),
        ("Ulla Vang", "password_blocked"),
        ("Finn Gram", "no_card"),
        ("Helge Juul", "no_card"),
        ("Rikke Søndergaard", "password_not_remembered"),
        ("Erik Fjeldsted", "no_nemid"),
    ] {
        assert_eq!(session(&site, &named(name)), Err(code.to_owned()), "{name}");
    }
    assert_eq!(session(&site, "6101010000"), Err("not_in_register".to_owned()));
    // Who has another card at home takes that one.
    let gitte = session(&site, &named("Gitte Hald")).unwrap();
    assert_eq!(with_cookie(&site, &gitte).open("/selvbetjening").path, "/selvbetjening");
}

#[test]
fn a_session_for_a_program_stands_in_the_log_with_its_address_and_device() {
    let site = Site::filled();
    let ida = site.person(|one| one["name"] == "Ida Krogh");
    let call = site.client.post(format!("/api/world/persons/{}/session", ida.cpr));
    let call = call.header(Header::new("User-Agent", "pytest/8")).remote("127.0.0.1:49152".parse().unwrap());
    let told: Value = serde_json::from_str(&call.dispatch().into_string().unwrap()).unwrap();
    let browser = with_cookie(&site, &told);
    let log = browser.open("/selvbetjening/haendelseslog");
    log.says("Du loggede på Selvbetjening").says("KanalSelvbetjeningIP-adresse127.0.0.1Enhedpytest/8");
}

#[test]
fn a_session_for_a_program_takes_the_card_in_use_and_sends_no_telephone_a_request() {
    let site = Site::filled();
    let asta = site.person(|one| one["name"] == "Asta Kronborg");
    let log = with_cookie(&site, &session(&site, &asta.cpr).unwrap());
    let log = log.open("/selvbetjening/haendelseslog");
    let sent = |text: &str| text.matches("En anmodning blev sendt til din nøgleapp").count();
    assert_eq!(sent(&log.text()), 1, "the one of the seeded log-on: {}", log.text());
    log.says("Du loggede på Selvbetjening med nøglekort");
}

#[test]
fn an_employee_is_logged_on_at_the_own_desk() {
    let site = Site::filled();
    for officer in get(&site, "officers").as_array().unwrap() {
        let told = session(&site, officer["cpr"].as_str().unwrap()).unwrap();
        let opens = told["cookie"]["opens"].as_str().unwrap();
        let browser = with_cookie(&site, &told);
        let page = browser.open(opens);
        assert_eq!((page.status, &*page.path), (Status::Ok, opens), "{officer}");
        assert!(page.body.contains(officer["name"].as_str().unwrap()), "{officer}");
    }
}

#[test]
fn one_button_logs_the_browser_on() {
    let site = Site::filled();
    let browser = site.browser();
    let stine = site.person(|one| one["name"] == "Stine Udsen");
    let page = browser.open(&format!("/kontrolrum/personer/{}", stine.cpr)).press("Log på som Stine");
    assert_eq!(page.path, "/selvbetjening");
    // Somebody else in the same browser ends that session.
    let ida = site.person(|one| one["name"] == "Ida Krogh");
    let before = browser.cookie("borger").unwrap();
    browser.open(&format!("/kontrolrum/personer/{}", ida.cpr)).press("Log på som Ida");
    let left = site.browser();
    left.set_cookie(browser.cookies().keys().find(|name| name.ends_with("_borger")).unwrap(), &before);
    assert!(left.open("/selvbetjening").path.starts_with("/log-paa"));
    // Who is let in nowhere is told why, on the same page.
    let aage = site.person(|one| one["name"] == "Åge Bruun");
    let refused = browser.open(&format!("/kontrolrum/personer/{}", aage.cpr)).press("Log på som Åge");
    refused.is(Status::Conflict).says("er den låst til den");
}

#[test]
fn the_control_room_makes_a_person_and_keeps_what_was_typed_wrong() {
    let site = Site::filled();
    let browser = site.browser();
    let form = browser.open("/kontrolrum").follow("Lav en ny person").form("Lav personen");
    let wrong = form.clone().fill("Alder", "fjorten").fill("Navn", "123").submit();
    wrong.is(Status::UnprocessableEntity).says("helt tal fra 0 til 110");
    assert!(wrong.body.contains("fjorten") && wrong.body.contains("value=\"123\""));
    let young = form.clone().fill("Alder", "12").submit();
    young.is(Status::UnprocessableEntity).says("fyldt 15 år");
    let page =
        form.fill("Alder", "70").fill("Navn", "Bent Friis").choose("Tilstand", "Låst i 8 timer").submit();
    page.is(Status::Ok).says("Bent Friis").says("Låst i 8 timer").says("70 år");
}

#[test]
fn who_may_not_enter_the_control_room_makes_and_is_nobody() {
    let site = Site::filled();
    let stine = site.person(|one| one["name"] == "Stine Udsen");
    let before = count(&site);
    for path in ["/api/world/persons".to_owned(), format!("/api/world/persons/{}/session", stine.cpr)] {
        let call = site.client.post(path).header(ContentType::JSON).body(r#"{"state":"active"}"#);
        let away = call.remote("192.0.2.9:49152".parse().unwrap()).dispatch();
        assert_eq!(away.status(), Status::Forbidden);
    }
    let away = site.browser_at("192.0.2.9");
    let token = ("_token".to_owned(), away.form_token());
    let page = away.send(&format!("/kontrolrum/personer/{}/log-paa", stine.cpr), &[token]);
    page.is(Status::Forbidden);
    assert_eq!((count(&site), away.cookie("borger")), (before, None));
}
