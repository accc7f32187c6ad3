//! Rules 3.9: keys by telephone, for who cannot see a card; the telephone is kept as a card is.

use rocket::http::Status;
use serde_json::json;

use crate::guide::desk::TEMPORARY;
use crate::people::Person;
use crate::site::Site;
use crate::world::api;

const ORDER_VOICE: &str = "/ra/vedligehold/telefon";

impl Person<'_> {
    /// Has a key read out and logs on with it.
    fn logs_on_by_telephone(&self) {
        let page = self.types_password("/log-paa", &self.password).press("Ring mig op");
        let page = page.form("Log på").fill("Nøgle", &self.hears_key()).submit();
        assert!(page.path.starts_with("/selvbetjening"), "{}", page.text());
    }
}

#[test]
fn villads_who_is_blind_logs_on_everywhere_with_keys_by_telephone() {
    let site = Site::filled();
    let villads = site.named("Villads Hjort");
    assert_eq!(villads.states_of_kind("voice"), ["active"]);
    assert!(!villads.states_of_kind("card").contains(&"active".to_owned()), "no card was ever in use");
    villads.logs_on_by_telephone();
    let page = villads.types_password("/tjenester/forsikringshuset", &villads.password);
    page.says("når du trykker på »Ring mig op«");
    let page = page.press("Ring mig op");
    page.form("Log på").fill("Nøgle", &villads.hears_key()).submit().is(Status::Ok);
    villads.opens("/haendelseslog").says("+45 ** ** ** 30").never_says("70 10 20");

    // Renewing and ending take such a key too.
    let page = villads.opens("/certifikat").form("Forny certifikat").fill("Adgangskode", &villads.password);
    let page = page.submit().press("Ring mig op");
    let wrong = page.form("Forny certifikat").fill("Nøgle", "12").submit();
    wrong.is(Status::UnprocessableEntity).says("seks cifre");
    page.form("Forny certifikat").fill("Nøgle", &villads.hears_key()).submit().says("er fornyet");
    let page = villads.opens("/afslut").press("Fortsæt").press("Ring mig op");
    page.form("Luk NemID").fill("Nøgle", &villads.hears_key()).submit();
    assert!(villads.is_logged_off());
    assert_eq!(villads.states_of_kind("voice"), ["blocked"]);
}

#[test]
fn without_seeing_the_password_is_reopened_with_a_key_by_telephone() {
    let site = Site::filled();
    let (desk, mut villads) = (site.desk(), site.named("Villads Hjort"));
    let serial = desk.letter();
    let page = desk.maintains(TEMPORARY, &villads);
    let form = page.form("Næste").choose("Handling", "Nulstil ved glemt adgangskode");
    let form = form.choose("Forsendelse", "Udlevering af PIN-brev").fill("Serienummer på PIN-brev", &serial);
    desk.signs(&form.submit());
    let digits = desk.opened(&serial)["temporary_password"].as_str().unwrap().to_owned();
    let number = villads.as_listed()["nemids"][0]["number"].as_str().unwrap().to_owned();
    let page = villads.browser.open("/genaabn").form("Næste").fill("NemID-nummer", &number);
    let page = page.fill("Midlertidig adgangskode", &digits).submit();
    let form =
        page.form("Næste").fill("Ny adgangskode", "nyskrift59").fill("Gentag ny adgangskode", "nyskrift59");
    let page = form.submit().press("Få nøglen i telefonen");
    page.says("når du trykker på »Ring mig op«").never_says("Nøgle ");
    let page = page.press("Ring mig op");
    let early = page.form("Genåbn NemID").fill("Nøgle", "123456").submit();
    early.is(Status::UnprocessableEntity).says("Der er ikke læst en nøgle op endnu");
    let key = villads.hears_key();
    page.form("Genåbn NemID").fill("Nøgle", &key).submit().says("Læses op i telefonen");
    villads.password = "nyskrift59".to_owned();
    villads.logs_on_by_telephone();
}

#[test]
fn aase_who_sees_poorly_confirms_the_telephone_that_the_hotline_ordered() {
    let site = Site::filled();
    let aase = site.named("Åse Kjelstrup");
    assert_eq!(aase.states_of_kind("voice"), ["attached"]);
    assert!(aase.opens_letter("key_voice")["text"].as_str().unwrap().contains("+45 ** ** ** 60"));
    aase.confirms_telephone();
    aase.logs_on_by_telephone();
}

#[test]
fn the_counter_and_a_bank_order_it_in_person_on_identification() {
    let site = Site::filled();
    let (desk, aksel) = (site.desk(), site.named("Aksel Dam"));
    let page = desk.maintains(ORDER_VOICE, &aksel);
    let form = page.form("Næste");
    let missing = form.fill("Telefonnummer, der skal ringes til", "12").submit();
    missing.is(Status::UnprocessableEntity).says("8 cifre").says("Fortæl borgeren det");
    let told = "Borgeren ved, at telefonen skal passes på som et nøglekort, at nøglen ikke må skrives på den, og at \
                adgangskoden skal spærres, hvis den bliver mistet";
    let page =
        page.form("Næste").fill("Telefonnummer, der skal ringes til", "70 11 22 33").tick(told).submit();
    page.says("+45 70 11 22 33");
    desk.signs(&page).says("Nøgler i telefonen er bestilt").says("bekræftes med den første nøgle");
    assert_eq!(aksel.states_of_kind("voice"), ["attached"]);
    aksel.confirms_telephone();

    let (clerk, georg) = (site.clerk("fjordbanken"), site.named("Georg Isaksen"));
    let page = clerk.finds(&georg.cpr).follow("Bestil nøgler i telefonen");
    let again = page.form("Næste").fill("Telefonnummer, der skal ringes til", "x").submit();
    again.is(Status::UnprocessableEntity).says("8 cifre");
    let page = page.form("Næste").fill("Telefonnummer, der skal ringes til", "70 44 55 66").submit();
    clerk.signs(&page).says("Nøgler i telefonen er bestilt");
    assert_eq!(georg.states_of_kind("voice"), ["attached"]);
}

#[test]
fn a_blocked_password_stops_the_call_at_once() {
    let site = Site::filled();
    let villads = site.named("Villads Hjort");
    villads.types_password("/log-paa", &villads.password).press("Ring mig op");
    let call = villads.calls()[0].clone();
    assert_eq!(call["state"], "ringing");
    let number = villads.as_listed()["nemids"][0]["number"].as_str().unwrap().to_owned();
    site.browser().open(&format!("/kontrolrum/personer/{}", villads.cpr)).press("Få adgangskoden spærret");
    assert_eq!(villads.calls()[0]["state"], "ended", "{number}");
    let (status, _) = api::post(&site, &format!("calls/{}/answer", call["id"]), &json!({}));
    assert_eq!(status, Status::Conflict);
}

#[test]
fn the_page_of_a_call_plays_what_its_words_say_and_only_it_may_play_a_sound() {
    let site = Site::filled();
    let villads = site.named("Villads Hjort");
    villads.types_password("/log-paa", &villads.password).press("Ring mig op");
    let person = format!("/kontrolrum/personer/{}", villads.cpr);
    let browser = site.browser();
    let page = browser.open(&person).press("Tag telefonen");
    page.says("Goddag. Her er din nøgle til NemID.").says("Jeg gentager.").says("Farvel.");
    let sound = page.body.split("src=\"data:audio/wav;base64,").nth(1).unwrap().split('"').next().unwrap();
    let seconds = sound.len() * 3 / 4 / 8_000;
    assert!((12..=30).contains(&seconds), "{seconds}");
    let again = browser.send(&format!("/kontrolrum/opkald/{}/tag", villads.calls()[0]["id"]), &[]);
    again.never_says("Goddag");
    let policy = browser.header_of("/", &[], "Content-Security-Policy").unwrap();
    assert!(!policy.contains("media-src"), "{policy}");
}
