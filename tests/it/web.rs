//! What all pages share: both languages, the banner, clear pages when something is wrong, a closed door to others.

use rocket::http::{ContentType, Cookie, Header, Status};
use rocket::local::blocking::{Client, LocalResponse};
use selvbetjening::config::Config;
use selvbetjening::web::{Parts, origin::Door, visitor};

fn site() -> Client {
    let config = Config::from(rocket::figment::Figment::new()).unwrap();
    let parts = Parts {
        door: Door::default(),
        form_key: visitor::FormKey::new([7; 32]),
        draw: visitor::Draw::new(|| [9; 32]),
    };
    Client::tracked(selvbetjening::start::rocket(&config, parts).unwrap()).unwrap()
}

fn text(response: LocalResponse<'_>) -> String {
    response.into_string().unwrap()
}

#[test]
fn the_front_page_speaks_danish_unless_english_was_chosen() {
    let site = site();
    let danish = text(site.get("/").dispatch());
    assert!(danish.contains("<html lang=\"da\">"), "{danish}");
    assert!(danish.contains("Skriv aldrig dit rigtige CPR-nummer"));
    assert!(danish.contains("Aktivér dit nye NemID"));

    let back = site.get("/sprog/en?til=/").dispatch();
    assert_eq!((back.status(), back.headers().get_one("Location")), (Status::SeeOther, Some("/")));
    drop(back);
    let english = text(site.get("/").dispatch());
    assert!(english.contains("<html lang=\"en\">"));
    assert!(english.contains("Never type your real CPR number"));
}

#[test]
fn the_language_switch_leads_nowhere_else() {
    let site = site();
    let answer = site.get("/sprog/en?til=//evil.example/").dispatch();
    assert_eq!(answer.headers().get_one("Location"), Some("/"));
    assert_eq!(site.get("/sprog/xx?til=/").dispatch().status(), Status::NotFound);
}

#[test]
fn what_is_not_there_is_said_so_to_people_and_programs() {
    let site = site();
    let missing = site.get("/findes-ikke").dispatch();
    assert_eq!(missing.status(), Status::NotFound);
    assert!(text(missing).contains("Siden findes ikke"));

    let missing = site.get("/api/world/nothing").dispatch();
    assert_eq!((missing.status(), missing.content_type()), (Status::NotFound, Some(ContentType::JSON)));
    assert!(text(missing).starts_with("{\"error\":\"not_found\",\"message\":"));
}

#[test]
fn a_wrong_method_is_told_from_a_wrong_address() {
    let site = site();
    let wrong = site.delete("/").dispatch();
    assert_eq!((wrong.status(), wrong.headers().get_one("Allow")), (Status::MethodNotAllowed, Some("GET")));
    assert!(text(wrong).contains("Der er ikke ændret noget"));
}

#[test]
fn foreign_hosts_are_turned_away() {
    let site = site();
    for host in ["evil.example", "127.0.0.1.evil.example:8000", "a b"] {
        let refused = site.get("/").header(Header::new("Host", host)).dispatch();
        assert_eq!(refused.status(), Status::MisdirectedRequest, "{host}");
    }
    let own = site.get("/").header(Header::new("Host", "127.0.0.1:8000")).dispatch();
    assert_eq!(own.status(), Status::Ok);
}

#[test]
fn a_broken_cookie_is_replaced() {
    let site = site();
    let answer = site.get("/").cookie(Cookie::new("selvbetjening_besoeg", "broken")).dispatch();
    assert_eq!(answer.status(), Status::Ok);
    assert!(answer.cookies().get("selvbetjening_besoeg").is_some());
}
