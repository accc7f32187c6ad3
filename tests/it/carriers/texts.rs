//! What was asked for one text never signs another, and what was asked for a log-on signs nothing, with whatever carrier
//! (D4, D36–D38): through the pages of a site, with two texts before the same person.

use rocket::http::Status;
use serde_json::json;

use crate::browser::{Visit, select, text_of};
use crate::carriers::app::refused;
use crate::people::Person;
use crate::site::Site;
use crate::world::api;

const AUTHORITY: &str = "/tjenester/borgerportalen";
const PARKING: &str = "Ansøgning om parkeringslicens";
const MOVING: &str = "Anmeldelse af flytning";
/// The PIN of Holger's app.
const PIN: &str = "4711";

impl<'s> Person<'s> {
    /// A text is put before the person, who types the password under it.
    fn reads<'b>(&'b self, text: &str) -> Visit<'b, 's> {
        let page = self.browser.open(AUTHORITY).press(text);
        page.form("Næste").fill("Adgangskode", &self.password).submit()
    }

    /// How many texts the authority has that the person signed.
    fn signed(&self) -> usize {
        self.browser.open(AUTHORITY).body.matches("/dokumenter/").count()
    }
}

impl Visit<'_, '_> {
    /// The question of a page goes to this kind: the other kinds have buttons, the one that is asked has none.
    fn by(self, kind: &str) -> Self {
        let html = self.html();
        let button =
            html.select(&select(&format!(".other-carriers button[value={kind}]"))).next().map(text_of);
        match button {
            Some(button) => self.press(&button),
            None => self,
        }
    }
}

/// Holger, who has all four kinds, logged on at the authority with his token.
fn holger(site: &Site) -> Person<'_> {
    let holger = site.named("Holger Sivebæk");
    let page = holger.types_password(AUTHORITY, &holger.password);
    page.form("Log på").fill("Kode fra nøgleviseren", &holger.presses_token()).submit().is(Status::Ok);
    holger
}

#[test]
fn a_key_that_was_read_out_for_one_text_signs_that_text_alone() {
    let site = Site::filled();
    let holger = holger(&site);
    let parking = holger.reads(PARKING).by("voice").press("Ring mig op");
    let key = holger.hears_key();
    let form = parking.form("Underskriv").fill("Nøgle", &key);

    let moving = holger.reads(MOVING).by("voice").press("Ring mig op");
    let other = moving.form("Underskriv").fill("Nøgle", &key).submit();
    other.is(Status::UnprocessableEntity).says("Der er ikke læst en nøgle op endnu");
    let newer = holger.hears_key();
    assert_ne!(newer, key);
    let wrong = moving.form("Underskriv").fill("Nøgle", &key).submit();
    wrong.is(Status::UnprocessableEntity).says("Du har 4 forsøg tilbage");
    form.submit().never_says("Kvittering");
    let late = form.clone().fill("Nøgle", &newer).submit();
    late.never_says("Kvittering");
    assert_eq!(holger.signed(), 0, "{}", late.text());
    moving.form("Underskriv").fill("Nøgle", &newer).submit().says("Kvittering").says("at jeg flytter");
    assert_eq!(holger.signed(), 1);
}

#[test]
fn a_key_that_was_read_out_for_logging_on_signs_nothing() {
    let site = Site::filled();
    let holger = holger(&site);
    let elsewhere = site.named("Holger Sivebæk");
    elsewhere.types_password("/log-paa", &elsewhere.password).by("voice").press("Ring mig op");
    let for_log_on = elsewhere.hears_key();
    let page = holger.reads(PARKING).by("voice").press("Ring mig op");
    let none = page.form("Underskriv").fill("Nøgle", &for_log_on).submit();
    none.is(Status::UnprocessableEntity).says("Der er ikke læst en nøgle op endnu");
    let key = holger.hears_key();
    let wrong = page.form("Underskriv").fill("Nøgle", &for_log_on).submit();
    wrong.is(Status::UnprocessableEntity).says("forsøg tilbage");
    assert_eq!(holger.signed(), 0);
    page.form("Underskriv").fill("Nøgle", &key).submit().says("Kvittering");

    // Nor does what was read out for a text open a session.
    let page = holger.reads(MOVING).by("voice").press("Ring mig op");
    let for_text = holger.hears_key();
    drop(page);
    let page = elsewhere.types_password("/log-paa", &elsewhere.password).by("voice").press("Ring mig op");
    let none = page.form("Log på").fill("Nøgle", &for_text).submit();
    none.is(Status::UnprocessableEntity).says("Der er ikke læst en nøgle op endnu");
    assert!(elsewhere.is_logged_off());
}

#[test]
fn an_approval_of_one_text_signs_that_text_alone() {
    let site = Site::filled();
    let holger = holger(&site);
    let parking = holger.reads(PARKING).by("app");
    let form = parking.form("Jeg har godkendt");
    let shown = holger.requests(0).pop().unwrap();
    assert_eq!((&shown["purpose"], &shown["site"]), (&json!("site_signing"), &json!("borgerportalen")));
    assert!(shown["text"].as_str().unwrap().contains("licens til at parkere"), "{shown}");
    assert_eq!(holger.approves(0, PIN).0, Status::Ok);

    // Another text is put before him before the page has gone on: the approval is spent for nothing.
    let moving = holger.reads(MOVING).by("app");
    let early = moving.press("Jeg har godkendt");
    early.is(Status::UnprocessableEntity).says("ikke besvaret endnu");
    form.submit().never_says("Kvittering");
    assert_eq!(holger.signed(), 0);
    let states: Vec<_> = holger.requests(0).iter().map(|one| one["state"].clone()).collect();
    assert_eq!(states.last(), Some(&json!("waiting")), "{states:?}");
    let shown = holger.requests(0).pop().unwrap();
    assert!(shown["text"].as_str().unwrap().contains("at jeg flytter"), "{shown}");

    // The older request can't be answered any more, by its number.
    let older = shown["number"].as_i64().unwrap() - 1;
    let at = format!("devices/{}/requests/{older}/approve", holger.telephone(0));
    let (status, _) = api::post(&site, &at, &json!({ "pin": PIN }));
    assert!(status == Status::Conflict || status == Status::NotFound, "{status}");
    assert_eq!(holger.approves(0, PIN).0, Status::Ok);
    moving.press("Jeg har godkendt").says("Kvittering").says("at jeg flytter");
    assert_eq!(holger.signed(), 1);
    form.submit().never_says("licens til at parkere");
    assert_eq!(holger.signed(), 1);
}

#[test]
fn an_approval_of_a_log_on_signs_nothing() {
    let site = Site::filled();
    let holger = holger(&site);
    let elsewhere = site.named("Holger Sivebæk");
    let log_on = elsewhere.types_password("/log-paa", &elsewhere.password).by("app");
    let sent = holger.requests(0).pop().unwrap();
    assert_eq!((&sent["purpose"], &sent["text"]), (&json!("log_on"), &json!(null)));
    let text = holger.reads(PARKING).by("app");
    let at = format!("devices/{}/requests/{}/approve", holger.telephone(0), sent["number"]);
    refused(api::post(&site, &at, &json!({ "pin": PIN })), (Status::Conflict, "request_over"));
    text.press("Jeg har godkendt").is(Status::UnprocessableEntity).says("ikke besvaret endnu");
    log_on.press("Jeg har godkendt");
    assert!(elsewhere.is_logged_off());
    assert_eq!(holger.signed(), 0);
}

#[test]
fn a_code_of_the_token_signs_once_and_only_the_text_on_the_page_that_asked() {
    let site = Site::filled();
    let holger = holger(&site);
    let parking = holger.reads(PARKING);
    parking.says("Tryk på knappen på din nøgleviser").says("licens til at parkere");
    let code = holger.presses_token();
    let form = parking.form("Underskriv").fill("Kode fra nøgleviseren", &code);

    let moving = holger.reads(MOVING);
    form.submit().never_says("Kvittering");
    assert_eq!(holger.signed(), 0, "the page that asked is out of date");
    moving.form("Underskriv").fill("Kode fra nøgleviseren", &code).submit().says("Kvittering");
    assert_eq!(holger.signed(), 1);
    // The code is spent, and with it all before it.
    let again = holger.reads(PARKING);
    let wrong = again.form("Underskriv").fill("Kode fra nøgleviseren", &code).submit();
    wrong.is(Status::UnprocessableEntity).says("Du har 4 forsøg tilbage");
    let elsewhere = site.named("Holger Sivebæk");
    let page = elsewhere.types_password("/log-paa", &elsewhere.password);
    page.form("Log på").fill("Kode fra nøgleviseren", &code).submit().is(Status::UnprocessableEntity);
    assert!(elsewhere.is_logged_off());
    assert_eq!(holger.signed(), 1);
}
