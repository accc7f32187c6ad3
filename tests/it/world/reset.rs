//! The world from its beginning again, in the same process (D34).

use jiff::SignedDuration;
use rocket::http::{ContentType, Header, Status};
use rules::actor::Channel;
use selvbetjening::world::tick;
use serde_json::{Value, json};
use service::cases::app::Origin;
use service::cases::upkeep::check;
use service::cases::world::clock;
use service::cases::world::clock::Move;
use service::cases::{open, seed};

use super::api::{get, post};
use crate::site::{Site, opening_in};

/// Everything that the world tells to programs, person by person.
fn told(site: &Site) -> Vec<Value> {
    let persons = get(site, "persons");
    let mut all = vec![persons.clone(), get(site, "offices"), get(site, "officers"), get(site, "clock")];
    for person in persons.as_array().unwrap() {
        let cpr = person["cpr"].as_str().unwrap();
        for what in ["letters", "cards"] {
            all.push(get(site, &format!("persons/{cpr}/{what}")));
        }
        let mut messages = get(site, &format!("persons/{cpr}/messages"));
        for message in messages.as_array_mut().unwrap() {
            // Mails have numbers of their own for good.
            message.as_object_mut().unwrap().remove("id");
        }
        all.push(messages);
    }
    all
}

/// A world in which much has happened.
fn lived_in(site: &Site) {
    site.clock_moves("days", 900);
    let made = post(site, "persons", &json!({ "state": "locked", "name": "Ny Person" }));
    assert_eq!(made.0, Status::Created);
    let cpr = site.person(|one| one["name"] == "Stine Udsen").cpr;
    assert_eq!(post(site, &format!("persons/{cpr}/name"), &json!({ "name": "Stine Ny" })).0, Status::Ok);
    let cpr = site.person(|one| one["name"] == "Ida Krogh").cpr;
    assert_eq!(post(site, &format!("persons/{cpr}/death"), &json!({})).0, Status::Ok);
    site.mail_goes();
}

#[test]
fn after_a_reset_the_world_tells_what_a_new_one_tells() {
    let site = Site::filled();
    let first = told(&site);
    lived_in(&site);
    assert_ne!(told(&site), first);
    assert_eq!(post(&site, "reset", &json!({})), (Status::Ok, json!({ "now": "2019-03-04T08:00:00Z" })));
    for (now, then) in told(&site).iter().zip(&first) {
        assert_eq!(now, then);
    }
    assert_eq!(rocket::execute(check::look_over(&site.app)).len(), 0);
}

#[test]
fn everybody_is_logged_off_and_the_same_process_goes_on() {
    let site = Site::filled();
    let citizen = site.somebody_active();
    citizen.logs_on();
    let officer = site.staff("officer", 0);
    officer.logs_on_at("/log-paa?til=/ra");
    site.clock_moves("days", 40);
    assert_eq!(post(&site, "reset", &json!({})).0, Status::Ok);
    assert!(citizen.browser.open("/selvbetjening").path.starts_with("/log-paa"));
    assert!(officer.browser.open("/ra/journal").path.starts_with("/log-paa"));
    citizen.logs_on();
    rocket::execute(tick::live(&site.app, true)).unwrap();
    site.real_time_passes(SignedDuration::from_mins(5));
    assert_eq!(get(&site, "clock")["now"], "2019-03-04T08:05:00Z");
    site.clock_moves("days", 1);
    assert_eq!(get(&site, "clock")["now"], "2019-03-05T08:05:00Z");
    // And once more.
    assert_eq!(post(&site, "reset", &json!({})).1["now"], "2019-03-04T08:00:00Z");
    assert!(citizen.browser.open("/selvbetjening").path.starts_with("/log-paa"));
}

#[test]
fn another_process_follows_the_clock_back_and_a_later_one_opens_the_new_world() {
    let site = Site::filled();
    site.clock_moves("days", 400);
    let (app, folder) = (site.app.clone(), site.folder.path());
    let (now, origin) = (|| app.clock().now(), Origin::inside(Channel::World));
    rocket::execute(async {
        let other = open::open(opening_in(folder)).await.unwrap();
        assert_eq!(other.clock().now(), now());
        assert_eq!(seed::begin_anew(&app, &origin).await.unwrap(), open::world_starts());
        clock::follow(&other).await.unwrap();
        assert_eq!((other.clock().now(), now()), (open::world_starts(), open::world_starts()));
        clock::move_on(&other, Move::Days(2)).await.unwrap();
        clock::follow(&app).await.unwrap();
        assert_eq!(other.clock().now(), now());
        let later = open::open(opening_in(folder)).await.unwrap();
        assert_eq!(later.clock().now(), now());
    });
}

#[test]
fn nobody_resets_who_may_not_enter_the_control_room() {
    let site = Site::filled();
    site.clock_moves("days", 1);
    let call = || site.client.post("/api/world/reset");
    let away = call().remote("192.0.2.9:49152".parse().unwrap()).dispatch();
    assert_eq!(away.status(), Status::Forbidden);
    let foreign = call().header(ContentType::JSON).header(Header::new("Origin", "http://evil.example"));
    assert_eq!(foreign.dispatch().status(), Status::Forbidden);
    let form = call().header(ContentType::Form).body("a=b").dispatch();
    assert_eq!(form.status(), Status::UnsupportedMediaType);
    assert_eq!(get(&site, "clock")["now"], "2019-03-05T08:00:00Z");
}

#[test]
fn the_control_room_asks_before_it_resets() {
    let site = Site::filled();
    site.clock_moves("days", 1);
    let browser = site.browser();
    let question = browser.open("/kontrolrum").follow("Nulstil verden");
    question.says("Vil du nulstille verden?").says("mandag den 4. marts 2019 kl. 9.00");
    assert_eq!(question.follow("Behold verden, som den er").path, "/kontrolrum");
    assert_eq!(get(&site, "clock")["now"], "2019-03-05T08:00:00Z");
    assert_eq!(question.press("Nulstil verden").path, "/kontrolrum");
    assert_eq!(get(&site, "clock")["now"], "2019-03-04T08:00:00Z");
}
