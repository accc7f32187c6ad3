//! Voice response: ordered, confirmed, called, answered, moved, silent when lost (Rules 1, 3.9; D38).

use rocket::http::Status;
use serde_json::{Value, json};

use crate::browser::Visit;
use crate::people::Person;
use crate::self_service::holder;
use crate::site::Site;
use crate::world::api;

impl Person<'_> {
    /// The calls to the person's telephones, the newest first.
    pub fn calls(&self) -> Vec<Value> {
        self.site.world(&format!("persons/{}/calls", self.cpr)).as_array().unwrap().clone()
    }

    /// Takes the telephone, and hears the key.
    pub fn hears_key(&self) -> String {
        let call = &self.calls()[0];
        assert_eq!(call["state"], "ringing");
        let heard = self.site.change_world(&format!("calls/{}/answer", call["id"]), "{}");
        heard["key"].as_str().unwrap().to_owned()
    }

    /// The person rings the hotline and orders keys on a telephone; the letter comes.
    pub fn orders_voice(&self, telephone: &str) {
        let nemid = self.site.world(&format!("persons/{}", self.cpr))["nemids"][0]["number"].clone();
        let path = format!("/kontrolrum/personer/{}/telefon/{}", self.cpr, nemid.as_str().unwrap());
        let page = self.browser.open(&path).form("Bestil");
        page.fill("Telefonnummer, der skal ringes til", telephone).submit();
        self.site.clock_moves("working_days", 4);
        self.opens_letter("key_voice");
    }

    /// Confirms the telephone that waits.
    pub fn confirms_telephone(&self) {
        self.logs_on();
        let page = self.opens("/noegler").press("Bekræft telefonen").press("Ring mig op");
        let key = self.hears_key();
        page.form("Bekræft telefonen").fill("Nøgle", &key).submit().says("Telefonen er bekræftet");
    }
}

const NUMBER: &str = "+45 70 00 00 17";

/// Somebody whose telephone reads keys out.
fn with_voice(site: &Site) -> Person<'_> {
    let citizen = holder(site, "Willy Åkjær");
    citizen.orders_voice(NUMBER);
    citizen.confirms_telephone();
    citizen
}

fn logged_on(page: &Visit<'_, '_>) {
    assert!(page.path.starts_with("/selvbetjening"), "{}: {}", page.path, page.text());
}

#[test]
fn the_hotline_orders_it_by_letter_and_the_first_key_confirms_the_telephone() {
    let site = Site::filled();
    let citizen = holder(&site, "Willy Åkjær");
    let nemid = site.world(&format!("persons/{}", citizen.cpr))["nemids"][0]["number"].clone();
    let path = format!("/kontrolrum/personer/{}/telefon/{}", citizen.cpr, nemid.as_str().unwrap());
    let page = citizen.browser.open(&path);
    let again = page.form("Bestil").fill("Telefonnummer, der skal ringes til", "123").submit();
    again.is(Status::UnprocessableEntity).says("8 cifre");
    page.form("Bestil").fill("Telefonnummer, der skal ringes til", NUMBER).submit();
    assert_eq!(citizen.states_of_kind("voice"), ["ordered"]);
    citizen.was_told("", "Nøgler i telefonen er bestilt");
    let again = citizen
        .browser
        .open(&path)
        .form("Bestil")
        .fill("Telefonnummer, der skal ringes til", NUMBER)
        .submit();
    again.is(Status::UnprocessableEntity).says("læses allerede op på det nummer");

    site.clock_moves("working_days", 4);
    let letter = citizen.opens_letter("key_voice");
    let text = letter["text"].as_str().unwrap();
    assert!(text.contains("+45 ** ** ** 17") && !text.contains("70 00 00"), "{text}");
    assert_eq!(citizen.states_of_kind("voice"), ["attached"]);
    citizen.types_password("/log-paa", &citizen.password).never_says("Ring mig op");

    citizen.confirms_telephone();
    assert_eq!(citizen.states_of_kind("voice"), ["active"]);
    citizen.was_told("", "Du kan nu få nøgler i telefonen");
    citizen.opens("/noegler").says("+45 ** ** ** 17").never_says("70 00 00");
    citizen.opens("/haendelseslog").says("+45 ** ** ** 17").never_says("70 00 00");
}

#[test]
fn the_telephone_rings_and_a_key_is_read_out_twice_in_the_order_of_its_digits() {
    let site = Site::filled();
    let citizen = with_voice(&site);
    let page = citizen.types_password("/log-paa", &citizen.password);
    page.says("når du trykker på »Ring mig op«").says("+45 ** ** ** 17").never_says("70 00 00");
    let page = page.press("Ring mig op");
    page.says("Telefonen ringer i et minut");
    let call = citizen.calls()[0].clone();
    assert_eq!((call["state"].as_str(), call["telephone"].as_str()), (Some("ringing"), Some(NUMBER)));
    let heard = site.change_world(&format!("calls/{}/answer", call["id"]), "{}");
    let key = heard["key"].as_str().unwrap();
    let words = ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"];
    let digits: Vec<_> = key.chars().map(|digit| words[digit.to_digit(10).unwrap() as usize]).collect();
    let said = heard["said"].as_str().unwrap();
    assert_eq!(said.matches(&format!("{}.", digits.join(", "))).count(), 2, "{said}");

    let page = page.form("Log på").fill("Nøgle", key).submit();
    logged_on(&page);
    citizen.opens("/haendelseslog").says("med en nøgle, du fik læst op i telefonen");
    assert_eq!(citizen.calls()[0]["state"], "ended");
    let (status, refused) = api::post(&site, &format!("calls/{}/answer", call["id"]), &json!({}));
    assert_eq!((status, refused["error"].as_str()), (Status::Conflict, Some("call_not_ringing")));
    assert_eq!(api::post(&site, "calls/999/answer", &json!({})).0, Status::NotFound);
    assert_eq!(api::post(&site, "calls/x/answer", &json!({})).0, Status::NotFound);
}

#[test]
fn a_newer_call_voids_the_older_key_and_a_key_counts_once() {
    let site = Site::filled();
    let citizen = with_voice(&site);
    let page = citizen.types_password("/log-paa", &citizen.password).press("Ring mig op");
    let older = citizen.hears_key();
    let page = page.press("Ring igen");
    let again = page.form("Log på").fill("Nøgle", &older).submit();
    again.is(Status::UnprocessableEntity).says("Der er ikke læst en nøgle op endnu");
    let newer = citizen.hears_key();
    logged_on(&page.form("Log på").fill("Nøgle", &newer).submit());

    let page = citizen.types_password("/log-paa", &citizen.password).press("Ring mig op");
    let wrong = page.form("Log på").fill("Nøgle", &newer).submit();
    wrong.is(Status::UnprocessableEntity).says("Der er ikke læst en nøgle op endnu");
    assert_ne!(citizen.hears_key(), newer);
}

#[test]
fn five_wrong_keys_block_the_line_and_the_card_works_on() {
    let site = Site::filled();
    let citizen = with_voice(&site);
    let mut page = citizen.types_password("/log-paa", &citizen.password).press("Ring mig op");
    let key = citizen.hears_key();
    let wrong = if key == "000000" { "000001" } else { "000000" };
    page = page.form("Log på").fill("Nøgle", wrong).submit();
    page.is(Status::UnprocessableEntity).says("Du har 4 forsøg tilbage");
    for _ in 0..4 {
        page = page.form("Log på").fill("Nøgle", wrong).submit();
    }
    page.says("nøgler i telefonen er nu spærret");
    assert_eq!(citizen.states_of_kind("voice"), ["blocked"]);
    let page = citizen.types_password("/log-paa", &citizen.password);
    let key = citizen.key_for(&page);
    logged_on(&page.form("Log på").fill("Nøgle", &key).submit());
}

#[test]
fn a_telephone_that_is_lost_or_off_does_not_ring_and_unanswered_is_not_wrong() {
    let site = Site::filled();
    let citizen = with_voice(&site);
    let device = citizen.calls()[0]["device"].clone();
    for facts in [json!({ "lost": true }), json!({ "net": false }), json!({ "battery": false })] {
        api::post(&site, &format!("devices/{device}"), &facts);
        let page = citizen.types_password("/log-paa", &citizen.password).press("Ring mig op");
        page.says("telefonen blev ikke taget").says("tæller ikke som forkert");
        assert_eq!(citizen.calls()[0]["state"], "missed");
        api::post(
            &site,
            &format!("devices/{device}"),
            &json!({ "lost": false, "net": true, "battery": true }),
        );
    }
    let page = citizen.types_password("/log-paa", &citizen.password);
    let page = page.press("Ring mig op");
    let key = citizen.hears_key();
    logged_on(&page.form("Log på").fill("Nøgle", &key).submit());
}

#[test]
fn after_five_calls_that_nobody_took_the_telephone_is_left_in_peace() {
    let site = Site::filled();
    let citizen = with_voice(&site);
    let mut page = citizen.types_password("/log-paa", &citizen.password).press("Ring mig op");
    for _ in 0..4 {
        page = page.press("Ring igen");
    }
    let page = page.press("Ring igen");
    page.is(Status::UnprocessableEntity).says("fem gange i den sidste time");
    let key = citizen.hears_key();
    logged_on(&page.form("Log på").fill("Nøgle", &key).submit());
}

#[test]
fn the_telephone_that_rings_is_not_the_one_on_which_the_key_is_typed() {
    let site = Site::filled();
    let citizen = with_voice(&site);
    let agent = "Mozilla/5.0 (Klap 1; like KaiOS) Gecko/48.0";
    let mut telephone = citizen;
    telephone.browser = site.browser().behind("User-Agent", agent);
    let page = telephone.types_password("/log-paa", &telephone.password).press("Ring mig op");
    page.is(Status::UnprocessableEntity).says("den telefon, den læses op i");
    assert_eq!(telephone.calls().len(), 1, "only the call that confirmed it");
}

#[test]
fn the_number_changes_only_with_a_key_and_the_old_one_is_told() {
    let site = Site::filled();
    let citizen = with_voice(&site);
    let page = citizen.opens("/noegler");
    let same = page.form("Næste").fill("Nyt telefonnummer", NUMBER).submit();
    same.is(Status::UnprocessableEntity).says("læses allerede op på det nummer");
    let page = page.form("Næste").fill("Nyt telefonnummer", "70 00 00 18").submit();
    page.says("Fremover ringer vi til +45 70 00 00 18");
    let page = page.press("Ring mig op");
    let key = citizen.hears_key();
    page.form("Skift nummer")
        .fill("Nøgle", &key)
        .submit()
        .says("læst op på det nye nummer")
        .says("+45 ** ** ** 18");
    let told = site.world(&format!("persons/{}/messages", citizen.cpr));
    let sms = |one: &&Value| one["way"] == "sms" && one["to"] == NUMBER;
    assert!(told.as_array().unwrap().iter().any(|one| sms(&one)), "{told}");
    let page = citizen.types_password("/log-paa", &citizen.password).press("Ring mig op");
    assert_eq!(citizen.calls()[0]["telephone"], "+45 70 00 00 18");
    let key = citizen.hears_key();
    logged_on(&page.form("Log på").fill("Nøgle", &key).submit());
}
