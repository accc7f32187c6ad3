//! The app (nøgleapp): installed with a key from the card, opened an hour later with a PIN, answered with on the telephone
//! and nowhere else; through the pages of computer and telephone, and by JSON (Rules 1, 3.2, 3.5.1; D37).

use rocket::http::Status;
use serde_json::{Value, json};

use crate::browser::Visit;
use crate::people::Person;
use crate::self_service::holder;
use crate::site::Site;
use crate::world::api;

pub(super) const ASTA: &str = "Asta Kronborg";
pub const PIN: &str = "2580";

impl<'s> Person<'s> {
    /// The number of one of the person's telephones.
    pub fn telephone(&self, nth: usize) -> u64 {
        let devices = self.site.world(&format!("persons/{}/devices", self.cpr));
        let mut telephones = devices.as_array().unwrap().iter().filter(|one| one["kind"] == "telephone");
        telephones.nth(nth).expect("a telephone")["id"].as_u64().unwrap()
    }

    /// What was sent to one of the person's telephones, the oldest first.
    pub fn requests(&self, nth: usize) -> Vec<Value> {
        api::get(self.site, &format!("devices/{}/requests", self.telephone(nth))).as_array().unwrap().clone()
    }

    /// Answers the newest request by JSON.
    pub fn answers_request(&self, nth: usize, how: &str, body: &Value) -> (Status, Value) {
        let newest = self.requests(nth).last().expect("a request")["number"].clone();
        api::post(self.site, &format!("devices/{}/requests/{newest}/{how}", self.telephone(nth)), body)
    }

    /// Approves the newest request with a PIN.
    pub fn approves(&self, nth: usize, pin: &str) -> (Status, Value) {
        self.answers_request(nth, "approve", &json!({ "pin": pin }))
    }

    /// Begins to install an app by JSON. Gives the installation, or why there is none.
    pub fn begins_app(&self, device: u64) -> (Status, Value) {
        let body = json!({ "user_id": self.user_id, "password": self.password });
        api::post(self.site, &format!("devices/{device}/apps"), &body)
    }

    /// Installs an app on a telephone with a key from the card. Gives its number.
    pub fn installs_app(&self, nth: usize) -> String {
        let device = self.telephone(nth);
        let (status, asked) = self.begins_app(device);
        assert_eq!(status, Status::Ok, "{asked}");
        let cards = self.site.world(&format!("persons/{}/cards", self.cpr));
        let card = cards.as_array().unwrap().iter().find(|one| one["card_number"] == asked["card"]).unwrap();
        let key = &card["keys"][asked["key_number"].as_str().unwrap()];
        let body = json!({ "installation": asked["installation"], "key": key });
        let (status, app) = api::post(self.site, &format!("devices/{device}/apps/key"), &body);
        assert_eq!((status, &app["state"]), (Status::Ok, &json!("attached")), "{app}");
        app["number"].as_str().unwrap().to_owned()
    }

    /// Chooses the PIN of an app by JSON.
    pub fn chooses_pin(&self, nth: usize, app: &str, pin: &str) -> (Status, Value) {
        let body = json!({ "password": self.password, "pin": pin });
        api::post(self.site, &format!("devices/{}/apps/{app}/pin", self.telephone(nth)), &body)
    }

    /// Types the password at the computer; the app is asked.
    pub fn asks_app(&self, path: &str) -> Visit<'_, 's> {
        let page = self.types_password(path, &self.password);
        page.says("Der er sendt en anmodning til din nøgleapp");
        page
    }
}

pub fn asta(site: &Site) -> Person<'_> {
    site.person(|one| one["name"] == ASTA)
}

#[track_caller]
pub(super) fn refused((status, body): (Status, Value), as_: (Status, &str)) {
    assert_eq!((status, body["error"].as_str()), (as_.0, Some(as_.1)), "{body}");
}

#[test]
fn it_is_installed_with_a_key_from_the_card_and_opened_an_hour_later_with_a_pin() {
    let site = Site::filled();
    let ida = holder(&site, "Ida Krogh");
    let at = format!("/telefon/{}", ida.telephone(0));
    let page = ida.browser.open(&at);
    page.says("Der er ingen nøgleapp på telefonen");
    let form = page.follow("Installér nøgleapp").form("Acceptér og fortsæt");
    let again = form.fill("Bruger-id", &ida.user_id).fill("Adgangskode", "forkert1x").submit();
    again.is(Status::UnprocessableEntity).says("Bruger-id eller adgangskode er forkert");
    let form = again.form("Acceptér og fortsæt").fill("Bruger-id", &ida.user_id);
    let page = form.fill("Adgangskode", &ida.password).submit();
    let key = ida.key_for(&page);
    page.form("Installér").fill("Nøgle", "12").submit().is(Status::UnprocessableEntity);
    let page = page.form("Installér").fill("Nøgle", &key).submit();
    page.says("Nøgleappen er installeret").says("Nøgleapp ikke klar til brug").never_says("Ny PIN-kode");
    assert_eq!(ida.states_of_kind("app"), ["attached"]);
    ida.was_told("", "En nøgleapp er installeret");
    let number = ida.carriers_of_kind("app")[0]["number"].as_str().unwrap().to_owned();
    refused(ida.chooses_pin(0, &number, "1379"), (Status::Conflict, "app_not_ready"));

    site.clock_moves("hours", 1);
    let page = ida.browser.open(&at);
    let choose = |pin: &str, again: &str| {
        let form = page.form("Tag i brug").fill("Adgangskode", &ida.password);
        form.fill("Ny PIN-kode", pin).fill("Ny PIN-kode igen", again).submit()
    };
    choose("1379", "1378").is(Status::UnprocessableEntity).says("De to PIN-koder er ikke ens");
    choose("137", "137").is(Status::UnprocessableEntity).says("skal have fire cifre");
    choose("7777", "7777").is(Status::UnprocessableEntity).says("ikke er ens");
    let of_cpr = &ida.cpr.replace('-', "")[2..6];
    choose(of_cpr, of_cpr).is(Status::UnprocessableEntity).says("ikke er en del af dit CPR-nummer");
    choose("1379", "1379").is(Status::Ok).says("Nøgleappen er klar til brug");
    assert_eq!(ida.states_of_kind("app"), ["active"]);
    assert!(ida.states_of_kind("card").contains(&"active".to_owned()), "the card stays");
    refused(ida.chooses_pin(0, &number, "1379"), (Status::Conflict, "app_in_use"));
}

#[test]
fn a_log_on_is_approved_on_the_telephone_and_goes_on_at_the_computer() {
    let site = Site::filled();
    let asta = asta(&site);
    let page = asta.asks_app("/log-paa");
    page.never_says(asta.carriers_of_kind("app")[0]["number"].as_str().unwrap());
    page.press("Jeg har godkendt").is(Status::UnprocessableEntity).says("ikke besvaret endnu");
    let telephone = site.browser();
    let screen = telephone.open(&format!("/telefon/{}", asta.telephone(0)));
    screen.says("Godkend: pålogning på Selvbetjening");
    let wrong = screen.form("Godkend").fill("PIN-kode", "0000").submit();
    wrong.is(Status::UnprocessableEntity).says("PIN-koden er forkert. Du har 4 forsøg tilbage");
    wrong.form("Godkend").fill("PIN-kode", PIN).submit().says("Godkendt").says("Ingen anmodninger");
    let page = page.press("Jeg har godkendt");
    assert!(page.path.starts_with("/selvbetjening"), "{}: {}", page.path, page.text());
    let log = asta.opens("/haendelseslog");
    log.says("Du loggede på Selvbetjening med nøgleapp").says("En anmodning blev sendt til din nøgleapp");
    assert_eq!(asta.requests(0).last().unwrap()["state"], "used");
    asta.opens("/noegler").says("Fjordfon 4").says("Sidst brugt");
}

#[test]
fn five_wrong_pins_block_it_for_good_and_the_card_works_on() {
    let site = Site::filled();
    let asta = asta(&site);
    let page = asta.asks_app("/log-paa");
    for _ in 0..4 {
        refused(asta.approves(0, "0000"), (Status::UnprocessableEntity, "wrong_app_pin"));
    }
    let (_, told) = {
        let n = asta.requests(0).last().unwrap()["number"].clone();
        let at = format!("devices/{}/requests/{n}/approve", asta.telephone(0));
        let told = api::post(&site, &at, &json!({ "pin": "0000" }));
        refused(api::post(&site, &at, &json!({ "pin": PIN })), (Status::NotFound, "request_not_there"));
        told
    };
    assert_eq!(told["error"], "app_blocked");
    assert_eq!(page.press("Jeg har godkendt").says("Den slags nøgle kan ikke bruges nu").status.code, 422);
    assert_eq!(asta.states_of_kind("app"), ["blocked"]);
    asta.was_told("", "Din nøgleapp er spærret");
    asta.logs_on();
    asta.opens("/noegler").says("Spærret").says("fem forkerte svar i træk");
}

#[test]
fn a_telephone_that_does_not_work_answers_nothing_and_installs_nothing() {
    let site = Site::filled();
    let asta = asta(&site);
    asta.asks_app("/log-paa");
    let n = asta.requests(0)[0]["number"].clone();
    let device = format!("devices/{}", asta.telephone(0));
    for (fact, value, error, says) in [
        ("net", false, "telephone_no_net", "Telefonen har ingen forbindelse"),
        ("battery", false, "telephone_no_battery", "løbet tør for strøm"),
        ("lost", true, "telephone_lost", "Telefonen er mistet"),
    ] {
        api::post(&site, &device, &json!({ fact: value }));
        let pin = json!({ "pin": PIN });
        let approve = format!("{device}/requests/{n}/approve");
        refused(api::post(&site, &approve, &pin), (Status::Conflict, error));
        refused(asta.begins_app(asta.telephone(0)), (Status::Conflict, error));
        let (status, _) = api::error(&site, &format!("{device}/requests"));
        assert_eq!(status, Status::Conflict);
        let screen = site.browser();
        screen.open(&format!("/telefon/{}", asta.telephone(0))).says(says).never_says("PIN-kode");
        api::post(&site, &device, &json!({ fact: !value }));
    }
    assert_eq!(asta.approves(0, PIN).0, Status::Ok);
    let wivi = site.person(|one| one["name"] == "Wivi Ærø");
    refused(wivi.begins_app(wivi.telephone(0)), (Status::Conflict, "telephone_not_smart"));
}

#[test]
fn without_the_telephone_the_card_answers() {
    let site = Site::filled();
    let asta = asta(&site);
    let device = format!("devices/{}", asta.telephone(0));
    let page = asta.asks_app("/log-paa");
    api::post(&site, &device, &json!({ "battery": false }));
    let page = page.press("Nøglekort");
    let key = asta.key_for(&page);
    let page = page.form("Log på").fill("Nøgle", &key).submit();
    assert!(page.path.starts_with("/selvbetjening"), "{}: {}", page.path, page.text());
    api::post(&site, &device, &json!({ "battery": true }));
    assert!(asta.requests(0).is_empty(), "the card has answered");
}

#[test]
fn only_the_own_telephone_takes_it_and_one_takes_several_nemids_but_one_app_of_each() {
    let site = Site::filled();
    let ida = site.person(|one| one["name"] == "Ida Krogh");
    let asta = asta(&site);
    refused(ida.begins_app(asta.telephone(0)), (Status::Conflict, "telephone_not_own"));
    refused(asta.begins_app(asta.telephone(0)), (Status::Conflict, "app_there_already"));
    refused(ida.begins_app(999), (Status::NotFound, "device_not_there"));
    let body = json!({ "user_id": ida.user_id, "password": "forkert1x" });
    let wrong = api::post(&site, &format!("devices/{}/apps", asta.telephone(0)), &body);
    refused(wrong, (Status::UnprocessableEntity, "wrong_user_id_or_password"));
    assert!(ida.states_of_kind("app").is_empty());
}

#[test]
fn one_that_waits_for_its_hour_lapses_after_a_day_and_answers_nothing() {
    let site = Site::filled();
    let birk = site.person(|one| one["name"] == "Birk Lorentzen");
    let at = format!("/telefon/{}", birk.telephone(0));
    birk.browser.open(&at).says("Nøgleapp ikke klar til brug");
    assert_eq!(birk.states_of_kind("app"), ["attached"]);
    let page = birk.types_password("/log-paa", &birk.password);
    birk.key_for(&page);
    site.clock_moves("hours", 1);
    birk.browser.open(&at).says("Vælg PIN-kode");
    site.clock_moves("hours", 24);
    assert_eq!(birk.states_of_kind("app"), ["blocked"]);
    birk.logs_on();
    birk.opens("/noegler").says("en nøgleapp, der aldrig fik en PIN-kode");
    let app = birk.carriers_of_kind("app")[0]["number"].as_str().unwrap().to_owned();
    refused(birk.chooses_pin(0, &app, "8642"), (Status::NotFound, "app_not_there"));
}

#[test]
fn three_apps_are_the_most() {
    let site = Site::filled();
    let cille = site.person(|one| one["name"] == "Cille Aagaard");
    cille.installs_app(2);
    refused(cille.begins_app(cille.telephone(3)), (Status::Conflict, "too_many_apps"));
}
