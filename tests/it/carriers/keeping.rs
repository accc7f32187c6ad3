//! How carriers are kept and used (Rules 3.2, 3.3): what is typed is seen by nobody, a PIN and a password stand nowhere
//! afterwards, and who has only one of them, or only the thing, gets nowhere.

use rocket::http::Status;
use serde_json::json;

use crate::browser::select;
use crate::carriers::app::{PIN, refused};
use crate::people::Person;
use crate::self_service::holder;
use crate::site::Site;
use crate::world::api;

/// The PIN that Ida chooses.
const CHOSEN: &str = "9507";

/// Whether these four digits stand somewhere as a word of their own.
fn tells(text: &str, pin: &str) -> bool {
    text.split(|sign: char| !sign.is_ascii_alphanumeric()).any(|word| word == pin)
}

/// Ida with an app whose PIN she has just chosen on the telephone's page.
fn ida(site: &Site) -> Person<'_> {
    let ida = holder(site, "Ida Krogh");
    let app = ida.installs_app(0);
    site.clock_moves("hours", 1);
    let page = ida.browser.open(&format!("/telefon/{}", ida.telephone(0)));
    page.says("Skriv dem ikke ned").says(&app);
    let form = page.form("Tag i brug").fill("Adgangskode", &ida.password);
    let again = form.clone().fill("Ny PIN-kode", CHOSEN).fill("Ny PIN-kode igen", "9508").submit();
    again.is(Status::UnprocessableEntity);
    assert!(!tells(&again.body, CHOSEN) && !again.body.contains(&ida.password), "{}", again.body);
    let done = form.fill("Ny PIN-kode", CHOSEN).fill("Ny PIN-kode igen", CHOSEN).submit();
    done.says("Nøgleappen er klar til brug");
    assert!(!tells(&done.body, CHOSEN));
    ida
}

#[test]
fn a_pin_is_typed_unseen_and_told_nowhere_afterwards() {
    let site = Site::filled();
    let ida = ida(&site);
    ida.logs_on();
    let page = ida.elsewhere();
    let asked = page.types_password("/log-paa", &page.password).press("Nøgleapp");
    let screen = site.browser();
    let screen = screen.open(&format!("/telefon/{}", page.telephone(0)));
    let html = screen.html();
    let field = html.select(&select("input[name=pin]")).next().unwrap();
    assert_eq!((field.attr("type"), field.attr("value").unwrap_or_default()), (Some("password"), ""));
    let wrong = screen.form("Godkend").fill("PIN-kode", "9508").submit();
    wrong.is(Status::UnprocessableEntity);
    assert!(!tells(&wrong.body, "9508") && !tells(&wrong.body, CHOSEN), "{}", wrong.body);
    wrong.form("Godkend").fill("PIN-kode", CHOSEN).submit().says("Godkendt");
    asked.press("Jeg har godkendt");
    for path in ["/noegler", "/haendelseslog", ""] {
        assert!(!tells(&page.opens(path).body, CHOSEN), "{path}");
    }
    for path in ["carriers", "devices", "messages", "letters"] {
        let told = site.world(&format!("persons/{}/{path}", page.cpr)).to_string();
        assert!(!tells(&told, CHOSEN), "{path}: {told}");
    }
    let requests = api::get(&site, &format!("devices/{}/requests", page.telephone(0))).to_string();
    assert!(!tells(&requests, CHOSEN), "{requests}");
}

#[test]
fn the_telephone_keeps_no_password() {
    let site = Site::filled();
    let ida = site.named("Ida Krogh");
    let page = ida.browser.open(&format!("/telefon/{}/installer", ida.telephone(0)));
    page.says("kun på din egen telefon").says("Behold dit nøglekort");
    let form = page.form("Acceptér og fortsæt").fill("Bruger-id", &ida.user_id);
    let again = form.clone().fill("Adgangskode", "noget helt andet 1").submit();
    again.is(Status::UnprocessableEntity);
    assert!(!again.body.contains("noget helt andet 1"));
    let key = form.fill("Adgangskode", &ida.password).submit();
    assert!(!key.body.contains(&ida.password), "{}", key.body);
    let typed = ida.key_for(&key);
    let installed = key.form("Installér").fill("Nøgle", &typed).submit();
    assert!(!installed.body.contains(&ida.password) && !installed.body.contains(&typed));
    // An hour later it has to be typed anew: nothing of it was kept on the telephone.
    site.clock_moves("hours", 1);
    let page = ida.browser.open(&format!("/telefon/{}", ida.telephone(0)));
    let html = page.html();
    let field = html.select(&select("input[name=password]")).next().unwrap();
    assert_eq!((field.attr("type"), field.attr("value").unwrap_or_default()), (Some("password"), ""));
    let form = page.form("Tag i brug").fill("Ny PIN-kode", CHOSEN).fill("Ny PIN-kode igen", CHOSEN);
    form.submit().is(Status::UnprocessableEntity);
    assert_eq!(ida.states_of_kind("app"), ["attached"]);
}

#[test]
fn whoever_was_lent_a_token_gets_nowhere_without_the_password() {
    let site = Site::filled();
    let (friend, gerda) = (site.browser(), site.named("Gerda Munkholm"));
    let code = gerda.presses_token();
    let page = friend.open("/log-paa");
    assert!(!page.body.contains("name=\"key\""), "a code is asked for after the password alone");
    let form = page.form("Næste").fill("Bruger-id", &gerda.user_id).fill("Adgangskode", &code).submit();
    form.is(Status::UnprocessableEntity).says("Bruger-id eller adgangskode er forkert");
    let (_, mut fields) = page.form("Næste").sent();
    fields.push(("key".to_owned(), code.clone()));
    friend.send("/log-paa/noegle", &fields);
    assert!(!friend.open("/selvbetjening").path.starts_with("/selvbetjening"));
    // The code was not counted: its holder types it.
    let page = gerda.types_password("/log-paa", &gerda.password);
    let page = page.form("Log på").fill("Kode fra nøgleviseren", &code).submit();
    assert!(page.path.starts_with("/selvbetjening"), "{}", page.text());
}

#[test]
fn whoever_was_told_the_pin_gets_nowhere_without_the_telephone_and_its_holder_without_the_pin() {
    let site = Site::filled();
    let (asta, ida) = (site.named("Asta Kronborg"), site.named("Ida Krogh"));
    let page = asta.asks_app("/log-paa");
    let n = asta.requests(0)[0]["number"].clone();
    let at = format!("devices/{}/requests/{n}/approve", ida.telephone(0));
    refused(api::post(&site, &at, &json!({ "pin": PIN })), (Status::NotFound, "request_not_there"));
    // It is no key either: neither at the computer nor as a password.
    let (_, mut fields) = page.form("Jeg har godkendt").sent();
    fields.retain(|(name, _)| name != "key" && name != "approved");
    fields.push(("key".to_owned(), format!("00{PIN}")));
    asta.browser.send("/log-paa/noegle", &fields).never_says("Log af");
    assert!(asta.is_logged_off());
    refused(asta.approves(0, "2581"), (Status::UnprocessableEntity, "wrong_app_pin"));
    assert_eq!(asta.approves(0, PIN).0, Status::Ok);
}

#[test]
fn selvbetjening_lists_what_one_has_and_when_each_was_used() {
    let site = Site::filled();
    let holger = site.named("Holger Sivebæk");
    let page = holger.types_password("/log-paa", &holger.password);
    page.form("Log på").fill("Kode fra nøgleviseren", &holger.presses_token()).submit();
    let page = holger.opens("/noegler");
    for kind in ["token", "app", "voice"] {
        let all = holger.carriers_of_kind(kind);
        let active = all.iter().find(|one| one["active"] == true).unwrap();
        page.says(active["number"].as_str().unwrap());
    }
    page.says("Hede Ultra").says("+45 ** ** ** 80").says("Sidst brugt").says("4. marts 2019");
    holger.opens("/haendelseslog").says("med nøgleviser").says("Det var ikke mig");
}
