//! The token (nøgleviser): ordered, in the post, taken into use, answered with, blocked by wrong codes, worn out.

use rocket::http::Status;
use serde_json::json;

use crate::browser::{select, text_of};
use crate::people::Person;
use crate::self_service::holder;
use crate::site::Site;
use crate::world::api;

impl Person<'_> {
    /// The number of the newest token in hand.
    pub fn token_device(&self) -> u64 {
        let devices = self.site.world(&format!("persons/{}/devices", self.cpr));
        let token = devices.as_array().unwrap().iter().rfind(|one| one["kind"] == "token").cloned();
        token.expect("a token in hand")["id"].as_u64().unwrap()
    }

    /// Presses the token's button.
    pub fn presses_token(&self) -> String {
        let shown = self.site.change_world(&format!("devices/{}/press", self.token_device()), "{}");
        shown["code"].as_str().unwrap().to_owned()
    }

    /// Orders a token, waits for the post and opens the letter. Returns the serial number.
    pub fn gets_token(&self) -> String {
        self.opens("/noegler").press("Bestil nøgleviser").says("Nøgleviseren er bestilt");
        self.site.clock_moves("working_days", 4);
        self.opens_letter("key_token")["serial"].as_str().unwrap().to_owned()
    }

    /// Takes a token into use with its next code and a key from the card.
    pub fn takes_token_into_use(&self, serial: &str) {
        let page = self.opens("/noegler").form("Næste").fill("Serienummer på nøgleviser", serial).submit();
        let key = self.key_for(&page);
        let form = page.form("Tag i brug").fill("Kode fra nøgleviseren", &self.presses_token());
        form.fill("Nøgle", &key).submit().says("Nøgleviseren er i brug");
    }
}

/// The person of this name with a token in use, logged on.
pub fn with_token<'s>(site: &'s Site, name: &str) -> Person<'s> {
    let citizen = holder(site, name);
    let serial = citizen.gets_token();
    citizen.logs_on();
    citizen.takes_token_into_use(&serial);
    citizen
}

#[test]
fn it_comes_by_post_and_is_taken_into_use_with_its_code_and_a_key_from_the_card() {
    let site = Site::filled();
    let citizen = holder(&site, "Willy Åkjær");
    citizen
        .opens("/noegler")
        .press("Bestil nøgleviser")
        .says("Nøgleviseren er bestilt")
        .says("På vej med posten");
    let page = citizen.opens("/noegler");
    page.never_says("Bestil nøgleviser").says("Der er allerede en på vej");
    assert_eq!(citizen.states_of_kind("token"), ["ordered"]);
    citizen.was_told("", "En nøgleviser er på vej");
    let devices = format!("persons/{}/devices", citizen.cpr);
    assert_eq!(api::get(&site, &devices), json!([]), "it is in the post");

    site.clock_moves("working_days", 4);
    let letter = citizen.opens_letter("key_token");
    let serial = letter["serial"].as_str().unwrap().to_owned();
    assert!(letter["text"].as_str().unwrap().contains("Behold dit nøglekort"));
    assert_eq!(citizen.states_of_kind("token"), ["attached"]);
    citizen.logs_on();

    let page = citizen.opens("/noegler");
    let again = page.form("Næste").fill("Serienummer på nøgleviser", "NV 0000").submit();
    again.is(Status::UnprocessableEntity).says("to bogstaver og otte cifre");
    let again = page.form("Næste").fill("Serienummer på nøgleviser", "NV00000000").submit();
    again.is(Status::UnprocessableEntity).says("hører ikke til dette NemID");

    let page = page.form("Næste").fill("Serienummer på nøgleviser", &serial.to_lowercase()).submit();
    let key = citizen.key_for(&page);
    let wrong = page.form("Tag i brug").fill("Kode fra nøgleviseren", "000000").fill("Nøgle", &key).submit();
    wrong.is(Status::UnprocessableEntity).says("Koden passer ikke til nøgleviseren");
    let code = citizen.presses_token();
    let wrong = page.form("Tag i brug").fill("Kode fra nøgleviseren", &code).fill("Nøgle", "1").submit();
    wrong.is(Status::UnprocessableEntity);
    let form = page.form("Tag i brug").fill("Kode fra nøgleviseren", &code).fill("Nøgle", &key);
    form.submit().says("Nøgleviseren er i brug").says("I brug");
    assert_eq!(citizen.states_of_kind("token"), ["active"]);
    assert!(citizen.states_of_kind("card").contains(&"active".to_owned()), "the card stays");
    citizen.was_told("", "Din nøgleviser er taget i brug");
}

#[test]
fn it_is_asked_first_and_the_page_offers_the_card_by_its_kind() {
    let site = Site::filled();
    let citizen = with_token(&site, "Willy Åkjær");
    let serial = citizen.carriers_of_kind("token")[0]["number"].as_str().unwrap().to_owned();
    let page = citizen.types_password("/log-paa", &citizen.password);
    page.says("Tryk på knappen på din nøgleviser").says("Brug en anden nøgle").never_says(&serial);
    let code = citizen.presses_token();
    let page = page.form("Log på").fill("Kode fra nøgleviseren", &code).submit();
    assert!(page.path.starts_with("/selvbetjening"), "{}", page.path);
    citizen.opens("/haendelseslog").says("Du loggede på Selvbetjening med nøgleviser");

    // The same code opens nothing a second time.
    let page = citizen.types_password("/log-paa", &citizen.password);
    let page = page.form("Log på").fill("Kode fra nøgleviseren", &code).submit();
    page.is(Status::UnprocessableEntity).says("Koden er forkert. Du har 4 forsøg tilbage");

    let page = page.press("Nøglekort");
    let key = citizen.key_for(&page);
    page.form("Log på").fill("Nøgle", &key).submit();
    citizen.opens("/haendelseslog").says("Du loggede på Selvbetjening med nøglekort");
    let page = citizen.types_password("/log-paa", &citizen.password);
    citizen.key_for(&page);
}

#[test]
fn its_button_is_pressed_in_the_control_room_as_long_as_its_holder_has_it_and_the_battery_works() {
    let site = Site::filled();
    let gerda = site.named("Gerda Munkholm");
    let page = gerda.types_password("/log-paa", &gerda.password);
    let browser = site.browser();
    let thing = browser.open(&format!("/kontrolrum/personer/{}", gerda.cpr)).follow("Se nøgleviseren");
    thing.says("Displayet er slukket").says("Ejeren har den").says("Batteriet virker");
    let html = thing.html();
    let menus: Vec<_> = html.select(&select("nav a[aria-current]")).map(text_of).collect();
    assert!(menus.iter().any(|link| link == "Personer"), "{menus:?}");
    let shown = thing.press("Tryk på knappen");
    let text = shown.text();
    let code = text.split("Displayet viser").nth(1).unwrap().trim()[..6].to_owned();
    let page = page.form("Log på").fill("Kode fra nøgleviseren", &code).submit();
    assert!(page.path.starts_with("/selvbetjening"), "{}", page.text());

    let lost = shown.press("Mist den");
    lost.says("Den er mistet");
    lost.press("Tryk på knappen").is(Status::Conflict).says("Find den først").says("Displayet er slukket");
    let dark = lost.press("Find den").press("Brug batteriet op");
    dark.press("Tryk på knappen").is(Status::Conflict).says("Batteriet er brugt op");
    dark.press("Giv den strøm igen").press("Tryk på knappen").says("Displayet viser");
    let token =
        thing.html().select(&select("input[name=_token]")).next().unwrap().attr("value").unwrap().to_owned();
    for change in ["net/ja", "mistet/maaske", "farve/ja"] {
        let path = format!("{}/{change}", thing.path);
        browser.send(&path, &[("_token".to_owned(), token.clone())]).is(Status::NotFound);
    }
    let telephone = browser.open(&format!("/kontrolrum/personer/{}", site.named("Asta Kronborg").cpr));
    let telephone = telephone.follow("Hvad sker der med den?").press("Lad andre styre den");
    telephone.says("Andre kan styre den").says("Se telefonen").never_says("Tryk på knappen");
}

#[test]
fn ten_presses_in_vain_are_allowed_and_after_more_two_codes_in_a_row() {
    let site = Site::filled();
    let citizen = with_token(&site, "Willy Åkjær");
    for _ in 0..9 {
        citizen.presses_token();
    }
    let page = citizen.types_password("/log-paa", &citizen.password);
    let page = page.form("Log på").fill("Kode fra nøgleviseren", &citizen.presses_token()).submit();
    assert!(page.path.starts_with("/selvbetjening"), "{}", page.text());

    for _ in 0..10 {
        citizen.presses_token();
    }
    let page = citizen.types_password("/log-paa", &citizen.password);
    let page = page.form("Log på").fill("Kode fra nøgleviseren", &citizen.presses_token()).submit();
    page.says("Tryk på nøgleviseren igen, og skriv den næste kode");
    let page = page.form("Log på").fill("Kode fra nøgleviseren", &citizen.presses_token()).submit();
    assert!(page.path.starts_with("/selvbetjening"), "{}", page.text());
}

#[test]
fn five_wrong_codes_block_it_and_the_card_works_on() {
    let site = Site::filled();
    let citizen = with_token(&site, "Willy Åkjær");
    let mut page = citizen.types_password("/log-paa", &citizen.password);
    for _ in 0..5 {
        page = page.form("Log på").fill("Kode fra nøgleviseren", "000000").submit();
    }
    page.says("nøgleviseren er nu spærret");
    assert_eq!(citizen.states_of_kind("token"), ["blocked"]);
    citizen.was_told("", "fem forkerte svar i træk");
    citizen.logs_on();
    citizen.opens("/noegler").says("Spærret").says("fem forkerte svar i træk");
}

#[test]
fn a_code_signs_the_text_that_it_was_asked_for() {
    let site = Site::filled();
    let citizen = with_token(&site, "Willy Åkjær");
    let page = citizen.types_password("/tjenester/forsikringshuset", &citizen.password);
    page.says("Tryk på knappen på din nøgleviser");
    let page = page.form("Log på").fill("Kode fra nøgleviseren", &citizen.presses_token()).submit();
    page.is(Status::Ok);
    let page =
        citizen.opens("/certifikat").form("Forny certifikat").fill("Adgangskode", &citizen.password).submit();
    page.says("Tryk på knappen på din nøgleviser");
    let code = citizen.presses_token();
    page.form("Forny certifikat")
        .fill("Kode fra nøgleviseren", &code)
        .submit()
        .says("Dit certifikat er fornyet");
}

#[test]
fn what_the_device_is_like_decides_what_it_shows() {
    let site = Site::filled();
    let citizen = with_token(&site, "Willy Åkjær");
    let at = format!("devices/{}", citizen.token_device());
    let (status, device) = api::post(&site, &at, &json!({ "lost": true }));
    assert_eq!((status, &device["lost"]), (Status::Ok, &json!(true)));
    let (status, refused) = api::post(&site, &format!("{at}/press"), &json!({}));
    assert_eq!((status, refused["error"].as_str()), (Status::Conflict, Some("device_lost")));
    api::post(&site, &at, &json!({ "lost": false, "battery": false }));
    let (status, refused) = api::post(&site, &format!("{at}/press"), &json!({}));
    assert_eq!((status, refused["error"].as_str()), (Status::Conflict, Some("device_no_battery")));
    let (status, refused) = api::post(&site, &at, &json!({ "net": false }));
    assert_eq!((status, refused["error"].as_str()), (Status::Conflict, Some("device_not_such")));
    assert_eq!(api::post(&site, &at, &json!({})).0, Status::UnprocessableEntity);
    assert_eq!(api::post(&site, &at, &json!({ "colour": "red" })).0, Status::BadRequest);
    assert_eq!(api::post(&site, "devices/999", &json!({ "lost": true })).0, Status::NotFound);
}

#[test]
fn its_battery_ends_after_five_years_and_its_holder_is_told() {
    let site = Site::filled();
    let citizen = with_token(&site, "Willy Åkjær");
    let device = citizen.token_device();
    site.clock_moves("days", 5 * 365);
    assert_eq!(citizen.states_of_kind("token"), ["worn_out"]);
    citizen.was_told("", "Batteriet i din nøgleviser er brugt op");
    let (status, refused) = api::post(&site, &format!("devices/{device}/press"), &json!({}));
    assert_eq!((status, refused["error"].as_str()), (Status::Conflict, Some("device_no_battery")));
}
