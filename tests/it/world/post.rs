//! Post that is late, gets lost and is found, by the control room's pages and by JSON (Guide 3.1.1).

use rocket::http::Status;
use serde_json::{Value, json};

use super::api::{get, post};
use crate::people::Person;
use crate::site::Site;

/// A letter of a kind in somebody's letter box.
fn letter(person: &Person<'_>, kind: &str) -> Value {
    person.letters().into_iter().find(|one| one["kind"] == kind).unwrap()
}

fn befalls(site: &Site, letter: &Value, what: &str, body: &Value) -> (Status, Value) {
    post(site, &format!("letters/{}/{what}", letter["id"]), body)
}

fn days_between(earlier: &Value, later: &Value) -> i64 {
    let at = |value: &Value| value.as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    at(later).duration_since(at(earlier)).as_hours() / 24
}

#[test]
fn a_letter_is_delayed_lost_and_found_and_then_comes() {
    let site = Site::filled();
    let lise = site.named("Lise Mørk");
    let sent = letter(&lise, "pin_letter");
    let (status, late) = befalls(&site, &sent, "delay", &json!({ "days": 14 }));
    assert_eq!(
        (status, &late["state"], days_between(&sent["arrives"], &late["arrives"])),
        (Status::Ok, &json!("in_transit"), 14)
    );
    assert_eq!(late, letter(&lise, "pin_letter"), "the answer is the letter");
    site.change_world("clock", &json!({ "to": sent["arrives"] }).to_string());
    assert_eq!(letter(&lise, "pin_letter")["state"], "in_transit");
    assert_eq!(befalls(&site, &late, "lose", &json!({})).1["state"], "lost");
    site.clock_moves("days", 30);
    assert_eq!(letter(&lise, "pin_letter")["state"], "lost", "it does not come by itself");
    let now = site.world("clock")["now"].clone();
    let (_, found) = befalls(&site, &late, "find", &json!({}));
    assert_eq!(found["state"], "in_transit");
    assert!(days_between(&now, &found["arrives"]) <= 4, "{found} at {now}");
    site.change_world("clock", &json!({ "to": found["arrives"] }).to_string());
    assert_eq!(lise.opens_letter("pin_letter")["serial"].as_str().unwrap().len(), 8);
}

#[test]
fn what_cannot_happen_to_a_letter_is_refused_with_a_sentence() {
    let site = Site::filled();
    let (lise, anna, jette) = (site.named("Lise Mørk"), site.named("Anna Bøgh"), site.named("Jette Kjær"));
    let (sent, come, lost) =
        (letter(&lise, "pin_letter"), letter(&anna, "pin_letter"), letter(&jette, "key_card"));
    let days = |days: Value| json!({ "days": days });
    let refused = |letter: &Value, what: &str, body: &Value, status: Status, code: &str| {
        let (answered, told) = befalls(&site, letter, what, body);
        assert_eq!((answered, told["error"].as_str()), (status, Some(code)), "{what} {body}");
        assert!(told["message"].as_str().unwrap().ends_with('.'), "{told}");
    };
    for wrong in [json!(0), json!(366), json!(-1), json!(1.5), json!("2"), Value::Null, json!(70_000)] {
        refused(&sent, "delay", &days(wrong), Status::UnprocessableEntity, "letter_delay_days");
    }
    for wrong in [json!({}), json!([]), json!({ "days": 1, "hours": 1 })] {
        refused(&sent, "delay", &wrong, Status::UnprocessableEntity, "letter_delay_days");
    }
    refused(&come, "delay", &days(json!(1)), Status::Conflict, "letter_has_come");
    refused(&come, "lose", &json!({}), Status::Conflict, "letter_has_come");
    refused(&come, "find", &json!({}), Status::Conflict, "letter_not_lost");
    refused(&lost, "delay", &days(json!(1)), Status::Conflict, "letter_lost_already");
    refused(&lost, "lose", &json!({}), Status::Conflict, "letter_lost_already");
    refused(&json!({ "id": 999_999 }), "lose", &json!({}), Status::NotFound, "letter_not_there");
    assert_eq!(letter(&lise, "pin_letter"), sent, "nothing has changed");
}

#[test]
fn the_control_room_does_the_same_on_a_page() {
    let site = Site::filled();
    let (browser, lise) = (site.browser(), site.named("Lise Mørk"));
    let sent = letter(&lise, "key_card");
    let at = format!("/kontrolrum/breve/{}/post", sent["id"]);
    let page = browser.open(&at);
    page.says("Lise Mørk").says("Nøglekort første kort");
    let faulty = page.form("Forsink").fill("Antal dage", "mange").submit();
    faulty.is(Status::UnprocessableEntity).says("antal dage fra 1 til 365");
    assert!(faulty.body.contains("value=\"mange\""), "what was typed stays");
    page.form("Forsink").fill("Antal dage", " 7 ").submit().is(Status::Ok).says("Postkasse");
    assert_eq!(days_between(&sent["arrives"], &letter(&lise, "key_card")["arrives"]), 7);
    let person = browser.open(&at).press("Lad gå tabt");
    person.says("Gået tabt").follow("Find brevet");
    assert_eq!(letter(&lise, "key_card")["state"], "lost");
    browser.open(&at).says("Et brev, der er gået tabt").press("Find brevet");
    assert_eq!(letter(&lise, "key_card")["state"], "in_transit");
    site.clock_moves("days", 20);
    assert!(browser.open(&at).path.starts_with("/kontrolrum/personer/"), "it has come");
    browser.open("/kontrolrum/breve/999999/post").is(Status::NotFound);
}

#[test]
fn the_holder_is_told_when_a_card_was_to_come_and_not_that_it_is_late_or_lost() {
    let site = Site::filled();
    let hanne = site.named("Hanne Iversen");
    hanne.logs_on();
    hanne.browser.open("/selvbetjening/noeglekort").press("Bestil nøglekort");
    let expected = "7. marts 2019";
    let page = || hanne.browser.open("/selvbetjening/noeglekort");
    page().says(expected);
    let sent = letter(&hanne, "key_card");
    befalls(&site, &sent, "delay", &json!({ "days": 30 }));
    page().says(expected);
    befalls(&site, &sent, "lose", &json!({}));
    page().says(expected);
    assert_eq!(get(&site, &format!("persons/{}/letters", hanne.cpr))[0]["state"], "lost");
}
