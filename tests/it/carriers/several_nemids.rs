//! Several NemIDs on one telephone (D37): an app of each, with a PIN of its own; a request shows which NemID it is for, and
//! is answered with that app alone; what blocks one of them leaves the other as it was.

use rocket::http::Status;
use serde_json::{Value, json};

use crate::carriers::app::refused;
use crate::people::Person;
use crate::site::Site;
use crate::world::api;

const BANK: &str = "/tjenester/fjordbanken";
/// The PIN of the app with his public NemID, and of the one with his bank's.
const PINS: [&str; 2] = ["1379", "8642"];

/// One of Carsten's two NemIDs, each at a computer of its own: the public one, or his bank's.
fn carsten(site: &Site, public: bool) -> Person<'_> {
    let mut carsten = site.named("Carsten Duus");
    let listed = carsten.as_listed();
    let mut theirs = listed["nemids"].as_array().unwrap().iter();
    let nemid = theirs.find(|one| (one["issuer"] == "public") == public).unwrap();
    nemid["number"].as_str().unwrap().clone_into(&mut carsten.user_id);
    nemid["password"].as_str().unwrap().clone_into(&mut carsten.password);
    carsten
}

/// Both, each with an app in use on his only telephone; and the numbers of the apps.
fn both(site: &Site) -> ([Person<'_>; 2], [String; 2]) {
    let both = [carsten(site, true), carsten(site, false)];
    let apps = both.each_ref().map(|one| one.installs_app(0));
    site.clock_moves("hours", 1);
    for ((one, app), pin) in both.iter().zip(&apps).zip(PINS) {
        assert_eq!(one.chooses_pin(0, app, pin).0, Status::Ok);
    }
    (both, apps)
}

/// What waits on the telephone: number and NemID, the oldest first.
fn waiting(one: &Person<'_>) -> Vec<(Value, Value)> {
    let all = one.requests(0).into_iter().filter(|request| request["state"] == "waiting");
    all.map(|request| (request["number"].clone(), request["nemid"].clone())).collect()
}

fn approves(one: &Person<'_>, request: &Value, pin: &str) -> (Status, Value) {
    let at = format!("devices/{}/requests/{request}/approve", one.telephone(0));
    api::post(one.site, &at, &json!({ "pin": pin }))
}

#[test]
fn one_telephone_takes_an_app_of_each_nemid_and_each_has_its_own_pin() {
    let site = Site::filled();
    let [public, bank] = [carsten(&site, true), carsten(&site, false)];
    let apps = [public.installs_app(0), bank.installs_app(0)];
    assert_ne!(apps[0], apps[1]);
    refused(bank.begins_app(bank.telephone(0)), (Status::Conflict, "app_there_already"));
    site.clock_moves("hours", 1);
    let wrong = bank.chooses_pin(0, &apps[0], PINS[0]);
    refused(wrong, (Status::UnprocessableEntity, "wrong_user_id_or_password"));

    // On the telephone one after the other is taken into use, each with the password of its own NemID.
    let telephone = site.browser();
    let at = format!("/telefon/{}", public.telephone(0));
    for _ in 0..2 {
        let page = telephone.open(&at);
        page.says(&public.user_id).says(&bank.user_id).says(&apps[0]).says(&apps[1]);
        let nth =
            apps.iter().position(|app| page.form("Tag i brug").sent().0.contains(app.as_str())).unwrap();
        let form = page.form("Tag i brug").fill("Adgangskode", &[&public, &bank][nth].password);
        let form = form.fill("Ny PIN-kode", PINS[nth]).fill("Ny PIN-kode igen", PINS[nth]);
        form.submit().says("Nøgleappen er klar til brug");
    }
    let states: Vec<_> = public.carriers_of_kind("app").iter().map(|one| one["state"].clone()).collect();
    assert_eq!(states, ["active", "active"]);
    let on: Vec<_> = public.carriers_of_kind("app").iter().map(|one| one["device"].clone()).collect();
    assert_eq!(on, [json!(public.telephone(0)), json!(public.telephone(0))]);
}

#[test]
fn a_request_shows_its_nemid_and_is_answered_with_that_app_alone() {
    let site = Site::filled();
    let ([public, bank], _) = both(&site);
    let log_on = public.types_password("/log-paa", &public.password).press("Nøgleapp");
    let netbank = bank.types_password(BANK, &bank.password).press("Nøgleapp");
    let [of_public, of_bank] = <[_; 2]>::try_from(waiting(&public)).unwrap();
    assert_eq!([&of_public.1, &of_bank.1], [&json!(public.user_id), &json!(bank.user_id)]);

    // The screen shows the newest, and leads to the other; the PIN of the one app is wrong for the other.
    let telephone = site.browser();
    let screen = telephone.open(&format!("/telefon/{}", public.telephone(0)));
    screen.says("Fjordbanken").says("Andre anmodninger").says(&public.user_id).says(&bank.user_id);
    let wrong = screen.form("Godkend").fill("PIN-kode", PINS[0]).submit();
    wrong.is(Status::UnprocessableEntity).says("PIN-koden er forkert. Du har 4 forsøg tilbage");
    let other = screen.follow("Godkend: pålogning på Selvbetjening");
    other.form("Godkend").fill("PIN-kode", PINS[0]).submit().says("Godkendt");
    netbank.press("Jeg har godkendt").is(Status::UnprocessableEntity).says("ikke besvaret endnu");
    let page = log_on.press("Jeg har godkendt");
    assert!(page.path.starts_with("/selvbetjening"), "{}", page.text());

    assert_eq!(waiting(&public), std::slice::from_ref(&of_bank));
    let refused_pin = approves(&bank, &of_bank.0, PINS[0]);
    refused(refused_pin, (Status::UnprocessableEntity, "wrong_app_pin"));
    assert_eq!(approves(&bank, &of_bank.0, PINS[1]).0, Status::Ok);
    netbank.press("Jeg har godkendt").is(Status::Ok).says("Lønkonto");
}

#[test]
fn five_wrong_pins_for_one_leave_the_other_in_use() {
    let site = Site::filled();
    let ([public, bank], apps) = both(&site);
    let log_on = public.types_password("/log-paa", &public.password).press("Nøgleapp");
    let netbank = bank.types_password(BANK, &bank.password).press("Nøgleapp");
    let [of_public, of_bank] = <[_; 2]>::try_from(waiting(&public)).unwrap();
    for _ in 0..4 {
        let wrong = approves(&public, &of_public.0, PINS[1]);
        refused(wrong, (Status::UnprocessableEntity, "wrong_app_pin"));
    }
    refused(approves(&public, &of_public.0, PINS[1]), (Status::Conflict, "app_blocked"));
    log_on.press("Jeg har godkendt").is(Status::UnprocessableEntity);
    assert!(public.is_logged_off());

    let state = |app: &str| {
        let all = public.carriers_of_kind("app");
        all.iter().find(|one| one["number"] == app).unwrap()["state"].clone()
    };
    assert_eq!(apps.each_ref().map(|app| state(app)), ["blocked", "active"]);
    let left = public.requests(0);
    assert!(left.iter().all(|request| request["nemid"] == bank.user_id.as_str()), "{left:?}");
    refused(approves(&public, &of_public.0, PINS[0]), (Status::NotFound, "request_not_there"));
    assert_eq!(approves(&bank, &of_bank.0, PINS[1]).0, Status::Ok, "no wrong PIN was counted here");
    netbank.press("Jeg har godkendt").is(Status::Ok).says("Lønkonto");
}

#[test]
fn a_block_of_one_leaves_the_other_and_its_request() {
    let site = Site::filled();
    let ([public, bank], apps) = both(&site);
    let log_on = public.types_password("/log-paa", &public.password).press("Nøgleapp");
    bank.types_password(BANK, &bank.password).press("Nøgleapp");
    let of_bank = waiting(&bank).pop().unwrap();
    assert_eq!(of_bank.1, json!(bank.user_id));
    let browser = site.browser();
    let form = browser.open("/spaer").form("Spær nu").tick("Nøgleapp: Andre har måske adgang til den");
    let form = form.fill("Navn", "Carsten Duus").fill("Nummer på nøgleviser eller nøgleapp", &apps[1]);
    form.submit().says("Nøgleappen kan aldrig bruges igen");

    refused(approves(&bank, &of_bank.0, PINS[1]), (Status::NotFound, "request_not_there"));
    let screen = site.browser();
    let screen = screen.open(&format!("/telefon/{}", public.telephone(0)));
    screen.says(&apps[0]).never_says(&apps[1]).never_says("Fjordbanken");
    let of_public = waiting(&public).pop().unwrap();
    assert_eq!(approves(&public, &of_public.0, PINS[0]).0, Status::Ok);
    let page = log_on.press("Jeg har godkendt");
    assert!(page.path.starts_with("/selvbetjening"), "{}", page.text());
    public.opens("/noegler").says(&apps[0]).never_says(&apps[1]);
}

#[test]
fn requests_of_one_nemid_are_counted_apart_from_those_of_the_other() {
    let site = Site::filled();
    let ([public, bank], _) = both(&site);
    for _ in 0..5 {
        public.types_password("/log-paa", &public.password).press("Nøgleapp");
    }
    let page = public.types_password("/log-paa", &public.password);
    page.says("Der er sendt fem anmodninger til din nøgleapp");
    let netbank = bank.types_password(BANK, &bank.password).press("Nøgleapp");
    netbank.says("Der er sendt en anmodning til din nøgleapp");
    let of_bank = waiting(&bank).pop().unwrap();
    assert_eq!(approves(&bank, &of_bank.0, PINS[1]).0, Status::Ok);
    netbank.press("Jeg har godkendt").is(Status::Ok).says("Lønkonto");
}
