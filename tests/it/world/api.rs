//! The JSON API of the world: its names, states and statuses, and who may call it.

use rocket::http::{ContentType, Header, Method, Status};
use selvbetjening::config::Config;
use selvbetjening::start;
use serde_json::{Value, json};

use crate::local::Local;
use crate::site::Site;

/// What a call answers.
pub fn get(site: &Site, path: &str) -> Value {
    let answer = site.client.get(format!("/api/world/{path}")).dispatch();
    assert_eq!(answer.status(), Status::Ok, "{path}");
    serde_json::from_str(&answer.into_string().unwrap()).unwrap()
}

pub fn post(site: &Site, path: &str, body: &Value) -> (Status, Value) {
    let call = site.client.post(format!("/api/world/{path}")).header(ContentType::JSON);
    let answer = call.body(body.to_string()).dispatch();
    let status = answer.status();
    (status, serde_json::from_str(&answer.into_string().unwrap()).unwrap())
}

pub fn delete(site: &Site, path: &str) -> (Status, Value) {
    let answer = site.client.req(Method::Delete, format!("/api/world/{path}")).dispatch();
    let status = answer.status();
    (status, serde_json::from_str(&answer.into_string().unwrap()).unwrap())
}

/// What a call answers that is refused.
pub fn error(site: &Site, path: &str) -> (Status, Value) {
    let answer = site.client.get(format!("/api/world/{path}")).dispatch();
    let status = answer.status();
    (status, serde_json::from_str(&answer.into_string().unwrap()).unwrap())
}

fn person(site: &Site, name: &str) -> Value {
    let persons = get(site, "persons");
    persons.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap().clone()
}

fn cpr(site: &Site, name: &str) -> String {
    person(site, name)["cpr"].as_str().unwrap().to_owned()
}

#[test]
fn the_clock_goes_forward_and_never_back() {
    let site = Site::filled();
    assert_eq!(get(&site, "clock"), json!({ "now": "2019-03-04T08:00:00Z" }));
    let (status, moved) = post(&site, "clock", &json!({ "hours": 8 }));
    assert_eq!((status, &moved["now"]), (Status::Ok, &json!("2019-03-04T16:00:00Z")));
    assert_eq!(post(&site, "clock", &json!({ "days": 1.0 })).1["now"], "2019-03-05T16:00:00Z");
    assert_eq!(post(&site, "clock", &json!({ "working_days": 5 })).1["now"], "2019-03-12T16:00:00Z");
    assert_eq!(
        post(&site, "clock", &json!({ "to": "2019-04-01T10:00:00+02:00" })).1["now"],
        "2019-04-01T08:00:00Z"
    );
    for (body, code) in [
        (json!({ "hours": -1 }), "clock_back"),
        (json!({ "to": "2019-03-04T08:00:00Z" }), "clock_back"),
        (json!({ "days": 100_000 }), "clock_too_far"),
        (json!({ "hours": 1, "days": 1 }), "clock_move"),
        (json!({ "weeks": 1 }), "clock_move"),
        (json!({}), "clock_move"),
        (json!({ "hours": "one" }), "clock_move"),
        (json!({ "hours": 1.5 }), "clock_move"),
        (json!({ "hours": 1e300 }), "clock_move"),
    ] {
        let (status, told) = post(&site, "clock", &body);
        assert_eq!((status, &told["error"]), (Status::UnprocessableEntity, &json!(code)), "{body}");
        assert!(told["message"].as_str().unwrap().ends_with(['.', '0']), "{told}");
    }
    assert_eq!(get(&site, "clock")["now"], "2019-04-01T08:00:00Z");
}

#[test]
fn persons_are_told_with_their_nemids_and_cards() {
    let site = Site::filled();
    let hanne = person(&site, "Hanne Iversen");
    assert_eq!(hanne["password"], "tulipan77lys");
    let nemid = &hanne["nemids"][0];
    assert_eq!(
        (&nemid["state"], &nemid["issuer"], &nemid["user_id"]),
        (&json!("active"), &json!("public"), &json!("hanne.iversen"))
    );
    assert_eq!(nemid["cards"][0]["state"], "active");
    assert!(nemid["cards"][0]["keys_left"].as_u64().unwrap() < 148);
    let anna = person(&site, "Anna Bøgh");
    assert_eq!((&anna["password"], &anna["nemids"][0]["state"]), (&Value::Null, &json!("not_activated")));
    assert_eq!(person(&site, "Åge Bruun")["nemids"][0]["state"], "locked");
    assert_eq!(person(&site, "Rikke Søndergaard")["password"], Value::Null);
    let missing = site.client.get("/api/world/persons/0101010000/letters").dispatch();
    assert_eq!(missing.status(), Status::NotFound);
    assert!(missing.into_string().unwrap().contains("\"error\":\"not_in_register\""));
}

#[test]
fn letters_are_opened_once_they_have_come() {
    let site = Site::filled();
    let anna = cpr(&site, "Anna Bøgh");
    assert_eq!(get(&site, &format!("persons/{anna}/cards")), json!([]));
    let letters = get(&site, &format!("persons/{anna}/letters"));
    let kind =
        |kind: &str| letters.as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap().clone();
    assert_eq!(kind("pin_letter")["state"], "delivered");
    let open = |kind: &Value| post(&site, &format!("letters/{}/open", kind["id"]), &json!({})).1;
    let welcome = open(&kind("welcome"));
    assert_eq!(welcome["nemid_number"], person(&site, "Anna Bøgh")["nemids"][0]["number"]);
    let card = open(&kind("key_card"));
    assert_eq!(card["keys"].as_object().unwrap().len(), 148);
    let held = get(&site, &format!("persons/{anna}/cards"));
    assert_eq!((&held[0]["card_number"], &held[0]["keys"]), (&card["card_number"], &card["keys"]));
    let pin = open(&kind("pin_letter"));
    assert_eq!(pin["temporary_password"].as_str().unwrap().len(), 6);
    assert!(pin["text"].as_str().unwrap().contains("Selvbetjening"));

    let jette = cpr(&site, "Jette Kjær");
    let lost = &get(&site, &format!("persons/{jette}/letters"))[0];
    let (status, told) = post(&site, &format!("letters/{}/open", lost["id"]), &json!({}));
    assert_eq!((status, &told["error"]), (Status::Conflict, &json!("letter_lost")));
    let lise = cpr(&site, "Lise Mørk");
    let on_its_way = get(&site, &format!("persons/{lise}/letters"))[0].clone();
    assert_eq!(on_its_way["state"], "in_transit");
    let path = format!("letters/{}/open", on_its_way["id"]);
    assert_eq!(post(&site, &path, &json!({})).1["error"], "letter_in_transit");
    post(&site, "clock", &json!({ "to": on_its_way["arrives"] }));
    assert_eq!(post(&site, &path, &json!({})).0, Status::Ok);
    assert_eq!(post(&site, "letters/999999/open", &json!({})).0, Status::NotFound);
    assert_eq!(post(&site, "letters/none/open", &json!({})).0, Status::NotFound);
}

#[test]
fn shelves_stay_sealed_until_the_counter_hands_out() {
    let site = Site::filled();
    let offices = get(&site, "offices");
    assert_eq!(offices.as_array().unwrap().len(), 2);
    for office in offices.as_array().unwrap() {
        let sealed = |what: &str| office[what].as_array().unwrap().len();
        assert_eq!((sealed("cards"), sealed("letters")), (40, 40));
        let path = format!(
            "offices/{}/shelf/{}/open",
            office["id"].as_str().unwrap(),
            office["cards"][0].as_str().unwrap()
        );
        assert_eq!(post(&site, &path, &json!({})).0, Status::Conflict);
    }
    let path = "offices/borgerservice-fjordby/shelf/Z000000000/open";
    assert_eq!(post(&site, path, &json!({})).0, Status::NotFound);
    let handed_out = &offices[0]["handed_out"];
    let path =
        |number: &Value| format!("offices/borgerservice-fjordby/shelf/{}/open", number.as_str().unwrap());
    let card = post(&site, &path(&handed_out["cards"][0]), &json!({})).1;
    assert_eq!(card["keys"].as_object().unwrap().len(), 148);
    let pin = post(&site, &path(&handed_out["letters"][0]), &json!({})).1;
    assert_eq!(pin["serial"], handed_out["letters"][0]);
}

#[test]
fn staff_come_with_all_that_it_takes_to_be_one_of_them() {
    let site = Site::filled();
    let staff = get(&site, "officers");
    let of = |role: &str| staff.as_array().unwrap().iter().filter(|one| one["role"] == role).count();
    assert_eq!((of("officer"), of("administrator"), of("super_user")), (4, 1, 1));
    for one in staff.as_array().unwrap() {
        assert_eq!(one["keys"].as_object().unwrap().len(), 148, "{}", one["name"]);
        assert!(one["password"].is_string() && one["user_id"].is_string());
    }
}

#[test]
fn the_register_can_be_changed_and_the_system_notices() {
    let site = Site::filled();
    let uffe = cpr(&site, "Hanne Iversen");
    let (status, told) = post(&site, &format!("persons/{uffe}/name"), &json!({ "name": "Hanne Krag" }));
    assert_eq!((status, &told["name"]), (Status::Ok, &json!("Hanne Krag")));
    let messages = get(&site, &format!("persons/{uffe}/messages"));
    assert_eq!((&messages[0]["way"], &messages[0]["to"]), (&json!("email"), &json!("hanne@iversen.example")));
    assert!(messages[0]["sent"].is_null(), "reading sends nothing: {}", messages[0]);
    site.mail_goes();
    let messages = get(&site, &format!("persons/{uffe}/messages"));
    assert!(messages[0]["sent"].is_string(), "{}", messages[0]);
    assert_eq!(site.app.mail().kept().len(), 1);
    let (status, _) = post(
        &site,
        &format!("persons/{uffe}/address"),
        &json!({ "street": "Nyvej 1", "postcode": "9870", "town": "Fjordby" }),
    );
    assert_eq!(status, Status::Ok);
    let (_, dead) = post(&site, &format!("persons/{uffe}/death"), &json!({}));
    assert_eq!(dead["nemids"][0]["state"], "blocked");
    assert_eq!(post(&site, &format!("persons/{uffe}/death"), &json!({})).0, Status::Conflict);
    assert_eq!(
        post(&site, &format!("persons/{uffe}/name"), &json!({ "name": "" })).0,
        Status::UnprocessableEntity
    );
}

#[test]
fn time_brings_what_is_due_in_its_order() {
    let site = Site::filled();
    let superfluous = |site: &Site| person(site, "Emil Friis")["nemids"][0]["state"].clone();
    assert_eq!(superfluous(&site), "active");
    post(&site, "clock", &json!({ "to": "2019-04-09T08:00:00Z" }));
    assert_eq!(superfluous(&site), "closed");
    let svend = cpr(&site, "Svend Ulstrup");
    assert!(
        get(&site, &format!("persons/{svend}/messages"))
            .as_array()
            .unwrap()
            .iter()
            .any(|one| { one["text"].as_str().unwrap().contains("2019") })
    );
    let before = get(&site, "persons");
    post(&site, "clock", &json!({ "days": 365 * 6 }));
    assert_eq!(before.as_array().unwrap().len(), get(&site, "persons").as_array().unwrap().len());
    let willy = cpr(&site, "Willy Åkjær");
    for letter in get(&site, &format!("persons/{willy}/letters")).as_array().unwrap() {
        assert!(letter["posted"].as_str().unwrap() > "2020", "{letter}");
    }
}

#[test]
fn foreign_pages_and_other_types_are_refused() {
    let site = Site::filled();
    let call = || site.client.post("/api/world/clock").body("{\"hours\":1}");
    let foreign = call().header(ContentType::JSON).header(Header::new("Origin", "http://evil.example"));
    assert_eq!(foreign.dispatch().status(), Status::Forbidden);
    assert_eq!(call().header(ContentType::Plain).dispatch().status(), Status::UnsupportedMediaType);
    assert_eq!(call().header(ContentType::Form).dispatch().status(), Status::UnsupportedMediaType);
    let host = site.client.bare.get("/api/world/persons").header(Header::new("Host", "evil.example:8000"));
    assert_eq!(host.dispatch().status(), Status::MisdirectedRequest);
    let broken = site.client.post("/api/world/clock").header(ContentType::JSON).body("{").dispatch();
    assert_eq!(broken.status(), Status::BadRequest);
    let large =
        site.client.post("/api/world/letters/1/open").header(ContentType::JSON).body(" ".repeat(2_000));
    assert_eq!(large.dispatch().status(), Status::PayloadTooLarge);
    let letter = site.client.post("/api/world/letters/1/open").header(ContentType::Form).body("a=b");
    assert_eq!(letter.dispatch().status(), Status::UnsupportedMediaType);
    let wrong = site.client.req(Method::Delete, "/api/world/clock").dispatch();
    assert_eq!(wrong.status(), Status::MethodNotAllowed);
}

#[test]
fn a_password_locks_pages_and_calls_and_a_proxy_is_not_this_machine() {
    let site = Site::empty();
    let through = |path: &'static str| {
        site.client.get(path).header(Header::new("X-Forwarded-For", "127.0.0.1")).dispatch().status()
    };
    assert_eq!(through("/api/world/clock"), Status::Forbidden);
    let figment = rocket::figment::Figment::new().merge(("control_room_password", "kontrol1"));
    let locked = start::rocket(&Config::from(figment).unwrap(), site.app.clone()).unwrap();
    let client = Local::new(rocket::local::blocking::Client::untracked(locked).unwrap());
    let asked = client.get("/api/world/clock").dispatch();
    assert_eq!(asked.status(), Status::Unauthorized);
    assert!(asked.headers().get_one("WWW-Authenticate").unwrap().starts_with("Basic "));
    assert!(asked.into_string().unwrap().contains("control_room_locked"));
    // `:kontrol1` and `:kontrol2`.
    let with =
        |key| client.get("/api/world/clock").header(Header::new("Authorization", key)).dispatch().status();
    assert_eq!(with("Basic OmtvbnRyb2wx"), Status::Ok);
    assert_eq!(with("Basic OmtvbnRyb2wy"), Status::Unauthorized);
    assert_eq!(with("Basic rubbish"), Status::Unauthorized);
    // Guessing ends soon, and does not keep out for long who knows it.
    let guesses: Vec<_> = (0..12).map(|_| with("Basic OmtvbnRyb2wy")).collect();
    assert_eq!(guesses.iter().filter(|status| **status == Status::Unauthorized).count(), 9);
    assert_eq!(guesses[11], Status::TooManyRequests);
    assert_eq!(with("Basic OmtvbnRyb2wx"), Status::TooManyRequests);
    site.app.clock().advance_real(jiff::SignedDuration::from_mins(10));
    assert_eq!(with("Basic OmtvbnRyb2wx"), Status::Ok);
}
