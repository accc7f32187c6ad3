//! What a move of the clock will bring, told before, asked about where it is big, and told afterwards (D34).

use rocket::http::Status;
use serde_json::{Value, json};

use crate::site::Site;

fn refused(site: &Site, query: &str) -> (Status, Value) {
    let browser = site.browser();
    let visit = browser.open(&format!("/api/world/clock/preview{query}"));
    (visit.status, serde_json::from_str(&visit.body).unwrap())
}

#[test]
fn a_preview_tells_by_day_what_then_happens_and_changes_nothing() {
    let site = Site::filled();
    let rikke = site.named("Rikke Søndergaard");
    site.desk().issues(&rikke, "Nulstil ved glemt adgangskode");
    let letters = site.world(&format!("persons/{}/letters", rikke.cpr));
    for (query, body) in [
        ("hours=8", json!({ "hours": 8 })),
        ("working_days=3", json!({ "working_days": 3 })),
        ("days=40", json!({ "days": 40 })),
        ("to=2021-06-01T09:00:00Z", json!({ "to": "2021-06-01T09:00:00Z" })),
        ("days=1500", json!({ "days": 1_500 })),
    ] {
        let (now, ahead) = (site.now(), site.world(&format!("clock/preview?{query}")));
        assert_eq!((ahead["now"].as_str().unwrap(), site.now()), (&*now.to_string(), now));
        assert_eq!(ahead, site.world(&format!("clock/preview?{query}")), "looked at twice");
        let moved = site.change_world("clock", &body.to_string());
        assert_eq!((&ahead["to"], &ahead["happens"]), (&moved["now"], &moved["happened"]), "{query}");
    }
    let after = site.world(&format!("persons/{}/letters", rikke.cpr));
    assert_ne!(letters, after);
    let all = [
        "letter_came",
        "temporary_password_ran_out",
        "certificate_expired",
        "cpr_number_came",
        "token_worn_out",
        "app_lapsed",
    ];
    let fresh = Site::filled();
    let told = fresh.world("clock/preview?days=3000");
    for what in all {
        assert!(told["happens"].as_array().unwrap().iter().any(|one| one["what"] == what), "{what}");
    }
}

#[test]
fn ten_years_are_looked_at_whole_or_as_far_as_is_told() {
    let site = Site::filled();
    let ahead = site.world("clock/preview?days=3652");
    let moved = site.change_world("clock", r#"{"days":3652}"#);
    let (told, happened) = (ahead["happens"].as_array().unwrap(), moved["happened"].as_array().unwrap());
    assert!(told.len() > 20 && told.len() <= happened.len());
    assert_eq!(told[..], happened[..told.len()]);
    assert_eq!(ahead["cut_at"].is_null(), told.len() == happened.len());
}

#[test]
fn a_preview_is_asked_for_as_a_move_is() {
    let site = Site::filled();
    for (query, code) in [
        ("", "clock_move"),
        ("?hours=1&days=1", "clock_move"),
        ("?hours=1&hours=1", "clock_move"),
        ("?weeks=1", "clock_move"),
        ("?hours=one", "clock_move"),
        ("?to=tomorrow", "clock_move"),
        ("?hours=-1", "clock_back"),
        ("?to=2019-03-03T09:00:00Z", "clock_back"),
        ("?days=99999999999999999999", "clock_move"),
        ("?days=4000", "clock_too_far"),
        ("?to=2031-03-03T09:00:00Z", "clock_too_far"),
    ] {
        let (status, told) = refused(&site, query);
        assert_eq!((status, &told["error"]), (Status::UnprocessableEntity, &json!(code)), "{query}");
    }
    site.browser_at("192.0.2.9").open("/api/world/clock/preview?hours=1").is(Status::Forbidden);
}

#[test]
fn the_control_room_says_what_happens_behind_each_button_and_then_what_did() {
    let site = Site::filled();
    let browser = site.browser();
    let room = browser.open("/kontrolrum");
    let button = |page: &str| page.split("value=\"working_days:3\"").nth(1).unwrap().to_owned();
    let ahead = site.world("clock/preview?working_days=3");
    let letters: u64 =
        ahead["happens"].as_array().unwrap().iter().map(|one| one["count"].as_u64().unwrap()).sum();
    assert!(letters > 0 && button(&room.body).contains("brev"), "{}", room.text());
    let moved = room.press("3 hverdage");
    assert_eq!(moved.path, "/kontrolrum");
    moved.says("Sidst uret blev stillet").says("Fra 4. marts 2019 kl. 9.00 til 7. marts 2019 kl. 9.00");
    moved.says("Dag for dag").says("tirsdag den 5. marts 2019");
    browser.open("/sprog/en?til=/");
    browser.open("/kontrolrum/ur").says("Day by day").says("Tuesday 5 March 2019").says("arrived");
    // The post has come for today: an hour later brings nothing, and says so.
    site.clock_moves("hours", 1);
    site.clock_moves("hours", 1);
    browser.open("/kontrolrum/ur").says("nothing happened");
}

#[test]
fn a_big_move_is_asked_about_first_and_a_small_one_is_not() {
    let site = Site::filled();
    let browser = site.browser();
    let before = site.now();
    let question = browser.open("/kontrolrum").press("31 dage");
    question.is(Status::Ok).says("Vil du stille uret frem til 4. april 2019 kl. 9.00?").says("Undervejs:");
    question.says("Dag for dag");
    assert_eq!(site.now(), before);
    assert_eq!(question.follow("Lad uret stå").path, "/kontrolrum");
    let moved = question.press("Stil uret frem");
    assert_eq!(
        (moved.path.as_str(), site.now().to_string().as_str()),
        ("/kontrolrum", "2019-04-04T07:00:00Z")
    );

    let form = browser.open("/kontrolrum/ur").form("Stil uret frem").choose("Enhed", "Dage");
    form.clone().fill("Antal", "29").submit();
    assert_eq!(site.now().to_string(), "2019-05-03T07:00:00Z");
    form.fill("Antal", "400").submit().says("Vil du stille uret frem til 6. juni 2020");
    assert_eq!(site.now().to_string(), "2019-05-03T07:00:00Z");
    // JSON needs no question.
    site.clock_moves("days", 31);
    assert_eq!(site.now().to_string(), "2019-06-03T07:00:00Z");
}

#[test]
fn a_death_is_asked_about_first() {
    let site = Site::filled();
    let browser = site.browser();
    let stine = site.named("Stine Udsen");
    let page = browser.open(&format!("/kontrolrum/personer/{}", stine.cpr));
    let question = page.follow("Registrér dødsfald");
    question.says("Vil du registrere, at Stine Udsen er død?");
    assert!(stine.as_listed()["died"].is_null());
    assert_eq!(question.follow("Nej, gå tilbage").path, page.path);
    question.press("Registrér dødsfald").says("Død");
    assert!(!stine.as_listed()["died"].is_null());
    // Whoever died is not asked about again.
    assert_eq!(browser.open(&question.path).path, page.path);
}
