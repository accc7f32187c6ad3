//! Both languages, the banner, the headers, files, and clear error pages.

use rocket::http::{ContentType, Cookie, Header, Method, Status};
use rocket::{get, routes};
use selvbetjening::citizen;
use selvbetjening::web::origin::HostPolicy;

use super::{frame, text, visit};
use crate::local::Local;

fn site() -> Local {
    visit(frame(HostPolicy::default()).mount("/", citizen::routes()))
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
fn the_language_switch_comes_back_to_the_page_and_leads_nowhere_else() {
    let site = site();
    assert!(text(site.get("/nothing?side=2").dispatch()).contains("/sprog/en?til=%2Fnothing%3Fside%3D2"));
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
    let wrong = site.req(Method::Delete, "/").dispatch();
    assert_eq!((wrong.status(), wrong.headers().get_one("Allow")), (Status::MethodNotAllowed, Some("GET")));
    assert!(text(wrong).contains("Der er ikke ændret noget"));
}

#[test]
fn a_panic_is_a_page_without_internal_text() {
    #[get("/panic")]
    fn panic() {
        panic!("the password is hemmelig1");
    }
    let site = visit(frame(HostPolicy::default()).mount("/", routes![panic]));
    let answer = site.get("/panic").dispatch();
    assert_eq!(answer.status(), Status::InternalServerError);
    let page = text(answer);
    assert!(page.contains("Der er sket en fejl hos os") && !page.contains("hemmelig1"), "{page}");
}

#[test]
fn a_busy_site_says_when_to_come_back() {
    #[get("/busy")]
    fn busy() -> Status {
        Status::ServiceUnavailable
    }
    let site = visit(frame(HostPolicy::default()).mount("/", routes![busy]));
    let answer = site.get("/busy").dispatch();
    assert_eq!(answer.headers().get_one("Retry-After"), Some("10"));
    assert!(text(answer).contains("tæller ikke som et forsøg"));
}

#[test]
fn a_broken_cookie_is_replaced() {
    let site = site();
    let planted = ["A".repeat(43), "A".repeat(64)];
    for broken in ["broken", "%FF%00", "", "q5W6", &planted[0], &planted[1]] {
        let answer =
            site.get("/").cookie(Cookie::new("selvbetjening_test_besoeg", broken.to_owned())).dispatch();
        assert_eq!(answer.status(), Status::Ok);
        assert!(answer.cookies().get("selvbetjening_test_besoeg").is_some(), "{broken}");
    }
}

#[test]
fn cookies_are_for_https_only_behind_tls() {
    let policy = HostPolicy { behind_tls: true, ..HostPolicy::default() };
    let site = visit(frame(policy).mount("/", citizen::routes()));
    let answer = site.get("/").dispatch();
    let cookie = answer.headers().get_one("Set-Cookie").unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Secure"),
        "{cookie}"
    );
    assert!(answer.headers().contains("Strict-Transport-Security"));
}

#[test]
fn no_page_runs_inline_script_or_is_kept() {
    let site = site();
    let answer = site.get("/").dispatch();
    let answer = answer.headers();
    let policy = answer.get_one("Content-Security-Policy").unwrap();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(answer.get_one("Cache-Control"), Some("no-store"));
    assert_eq!(answer.get_one("X-Content-Type-Options"), Some("nosniff"));
}

#[test]
fn every_file_that_a_page_names_is_served_with_its_type() {
    let site = site();
    let page = scraper::Html::parse_document(&text(site.get("/").dispatch()));
    let named = scraper::Selector::parse("link[href], script[src], img[src], use[href]").unwrap();
    let mut seen = 0;
    for element in page.select(&named) {
        let address = element.attr("href").or(element.attr("src")).unwrap().split('#').next().unwrap();
        let answer = site.get(address.to_owned()).dispatch();
        assert_eq!(answer.status(), Status::Ok, "{address}");
        assert_ne!(answer.content_type(), Some(ContentType::Binary), "{address}");
        seen += 1;
    }
    assert!(seen > 5);
    let tagged = site.get("/static/app.css").dispatch().headers().get_one("ETag").unwrap().to_owned();
    let again = site.get("/static/app.css").header(Header::new("If-None-Match", tagged)).dispatch();
    assert_eq!(again.status(), Status::NotModified);
    assert_eq!(site.get("/static/../Cargo.toml").dispatch().status(), Status::NotFound);
}
