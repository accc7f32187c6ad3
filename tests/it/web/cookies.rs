//! The cookies of the whole site: their names and attributes, and that one world does not take another's.

use rocket::figment::Figment;
use rocket::http::{Header, SameSite};
use rocket::local::blocking::{Client, LocalResponse};
use selvbetjening::config::Config;
use selvbetjening::start;

use crate::local::Local;
use crate::site::Site;

/// The same world behind a proxy that ends TLS.
fn behind_tls(site: &Site) -> Local {
    let settings = Figment::new()
        .merge(("behind_tls", true))
        .merge(("hosts", ["oevelse.example"]))
        .merge(("control_room_password", "kontrol1"));
    let rocket = start::rocket(&Config::from(settings).unwrap(), site.app.clone()).unwrap();
    Local::new(Client::untracked(rocket).unwrap())
}

fn is_of_this_host_alone(answer: &LocalResponse<'_>) -> usize {
    for cookie in answer.cookies().iter() {
        assert!(cookie.name().starts_with("__Host-selvbetjening_"), "{cookie}");
        assert_eq!((cookie.secure(), cookie.http_only()), (Some(true), Some(true)), "{cookie}");
        assert_eq!((cookie.path(), cookie.domain()), (Some("/"), None), "{cookie}");
        assert!(matches!(cookie.same_site(), Some(SameSite::Lax | SameSite::Strict)), "{cookie}");
    }
    answer.cookies().iter().count()
}

#[test]
fn behind_tls_every_cookie_belongs_to_this_host_alone() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let tls = behind_tls(&site);
    assert_eq!(is_of_this_host_alone(&tls.get("/sprog/en?til=/").dispatch()), 1);
    let page = tls.get("/log-paa").dispatch();
    assert_eq!(is_of_this_host_alone(&page), 1);
    let always = page.headers().get_one("Strict-Transport-Security");
    assert_eq!(always, Some("max-age=31536000; includeSubDomains"));
    let visitor = page.cookies().iter().next().unwrap().clone();
    let html = page.into_string().unwrap();
    let token = html.split("name=\"_token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let fields =
        format!("_token={token}&user_id={}&password={}", letters.number, signe.password.replace(' ', "+"));
    let sent = tls.post("/log-paa").header(rocket::http::ContentType::Form).body(fields);
    assert_eq!(is_of_this_host_alone(&sent.cookie(visitor.clone()).dispatch()), 1, "the log-on in progress");
    let left = tls.post("/log-af").header(rocket::http::ContentType::Form).body(format!("_token={token}"));
    let session = format!("__Host-selvbetjening_{}_borger", site.app.world_id());
    let left = left
        .cookie(visitor)
        .cookie((session, "x"))
        .header(Header::new("Origin", "https://localhost:8000"))
        .dispatch();
    assert_eq!(is_of_this_host_alone(&left), 1, "a browser deletes it only by one that is made the same way");
}

#[test]
fn two_worlds_on_one_host_keep_their_cookies_apart() {
    let (one, other) = (Site::empty(), Site::empty());
    assert_ne!(one.app.world_id(), other.app.world_id());
    let (signe, _) = one.activated_newcomer();
    signe.logs_on();
    let there = other.browser();
    for (name, value) in signe.browser.cookies() {
        there.set_cookie(&name, &value);
    }
    assert!(there.open("/selvbetjening").path.starts_with("/log-paa"));
    for (name, value) in there.cookies() {
        signe.browser.set_cookie(&name, &value);
    }
    assert!(signe.browser.open("/selvbetjening").path.starts_with("/selvbetjening"));
}

#[test]
fn what_a_browser_kept_of_a_session_is_cleared_when_it_ends() {
    let site = Site::empty();
    let (signe, _) = site.activated_newcomer();
    signe.logs_on();
    assert_eq!(signe.browser.header_of("/selvbetjening", &[], "Clear-Site-Data"), None);
    let token = signe.browser.form_token();
    let left = signe.browser.header_of("/log-af", &[("_token".into(), token)], "Clear-Site-Data");
    assert_eq!(left.as_deref(), Some("\"cache\""), "the cookies of other audiences stay");
}
