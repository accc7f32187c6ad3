//! Guide 3.1.1: the citizen has received nothing by post: block the card, hand out a new one and a PIN
//! letter.

use rocket::http::Status;

use super::desk::{BLOCK_CARDS, HAND_OUT_CARD, ORDER, TEMPORARY};
use crate::site::Site;

#[test]
fn the_lost_card_is_blocked_a_new_one_and_a_pin_letter_handed_out_and_the_nemid_activated() {
    let site = Site::filled();
    let (desk, mut jette) = (site.desk(), site.named("Jette Kjær"));
    let lost = jette.open_cards().remove(0);
    let page = desk.maintains(BLOCK_CARDS, &jette);
    page.says("Bestilt for mindst ti hverdage siden");
    let page = page.form("OK").tick(&lost).tick("Kortet er ikke kommet med posten").submit();
    page.says(&lost).says("Jette Kjær").says("Pas").says("Borgeren har ikke flere nøglekort");
    let receipt = desk.signs(&page);
    receipt.says("Nøglekortet er nu spærret").says("Borgeren har ikke flere nøglekort");
    assert_eq!(jette.card_state(&lost), "blocked");

    // On the spot, with the same citizen and the same identification.
    let card = desk.card();
    let page = receipt.press("Udlever nyt nøglekort");
    let receipt = desk.signs(&page.form("Næste").fill("Nøglekortnummer", &card).submit());
    receipt.says("Nyt nøglekort er nu tilknyttet");
    assert_eq!(jette.card_state(&card), "attached");

    let serial = desk.letter();
    let page = desk.maintains(TEMPORARY, &jette);
    let form = page.form("Næste").choose("Handling", "Genudsend midlertidig adgangskode");
    let form = form.choose("Forsendelse", "Udlevering af PIN-brev").fill("Serienummer på PIN-brev", &serial);
    let receipt = desk.signs(&form.submit());
    receipt.says("Skriv NemID-nummer").says("Udlever reglerne for NemID");

    desk.opened(&card);
    let digits = desk.opened(&serial)["temporary_password"].as_str().unwrap().to_owned();
    jette.activates(&digits, "engvej40ok", &card);
    assert_eq!((jette.state(), jette.card_state(&card)), ("active".into(), "active".into()));
    let log = jette.reads_log();
    log.says(&format!("Nøglekort {lost} blev spærret")).says(&format!("Nøglekort {card} blev udleveret"));
    log.says("Dit NemID blev aktiveret");
}

#[test]
fn what_is_not_on_the_shelf_is_refused_and_what_was_typed_stays() {
    let site = Site::filled();
    let (desk, jette) = (site.desk(), site.named("Jette Kjær"));
    let elsewhere = site.other_desk();
    let page = desk.maintains(HAND_OUT_CARD, &jette);
    let typed = |card: &str| page.form("Næste").fill("Nøglekortnummer", card).submit();
    let refused = typed("A000000000");
    assert_eq!(refused.status, Status::UnprocessableEntity);
    refused.says("findes ikke på lageret");
    assert!(refused.body.contains("value=\"A000000000\""), "what was typed stays");
    typed(&elsewhere.card()).says("hører til et andet kontor");
    typed("12").says("et stort bogstav og ni cifre");
    let card = desk.card();
    desk.signs(&typed(&card));
    let karl = site.named("Karl Lauridsen");
    let again = desk.maintains(HAND_OUT_CARD, &karl).form("Næste").fill("Nøglekortnummer", &card).submit();
    again.says("allerede udleveret");
    let page = desk.maintains(TEMPORARY, &karl);
    let letter = |serial: &str| page.form("Næste").fill("Serienummer på PIN-brev", serial).submit();
    letter("00000000").says("findes ikke på lageret");
    letter(&elsewhere.letter()).says("hører til et andet kontor");
}

#[test]
fn leaving_before_signing_changes_nothing_and_going_back_loses_nothing() {
    let site = Site::filled();
    let (desk, jette) = (site.desk(), site.named("Jette Kjær"));
    let before = jette.as_listed();
    let lost = jette.open_cards().remove(0);
    let page = desk.maintains(BLOCK_CARDS, &jette);
    let page = page.form("OK").tick(&lost).tick("Kortet er ikke kommet med posten").submit();
    let back = page.follow("Tilbage");
    assert!(back.body.contains(&format!("value=\"{lost}\" checked")), "{}", back.body);
    let further_back = back.follow("Legitimation");
    assert!(further_back.body.contains("value=\"passport\" checked"), "{}", further_back.body);
    assert_eq!(jette.as_listed(), before);
}

#[test]
fn an_overdue_card_is_told_of_on_every_page_of_its_nemid() {
    let site = Site::filled();
    let (desk, jette) = (site.desk(), site.named("Jette Kjær"));
    let lost = jette.open_cards().remove(0);
    let overdue = format!("Nøglekort {lost} er bestilt for mindst ti hverdage siden");
    let password = "/ra/vedligehold/spaer-adgangskode";
    for action in [BLOCK_CARDS, HAND_OUT_CARD, TEMPORARY, password] {
        let choosing = desk.serves(action, &jette, &["Pas"]);
        choosing.says(&overdue);
        choosing.form("Næste").submit().says(&overdue);
    }
    let operator = site.operator();
    operator.finds(&jette.cpr).says(&overdue);
}

#[test]
fn a_fresh_order_is_awaited_on_its_day_and_not_overdue() {
    let site = Site::filled();
    let (desk, uno) = (site.desk(), site.named("Uno Knap"));
    let page = desk.serves(ORDER, &uno, &["Sundhedskort", "Lejekontrakt"]);
    desk.signs(&page.form("Næste").tick("Nøglekort sendes med posten").submit());
    let page = desk.maintains(BLOCK_CARDS, &uno);
    page.never_says("mindst ti hverdage").says("er på vej og ventes torsdag den 7. marts");
}

#[test]
fn a_letter_that_the_citizen_holds_is_not_replaced_by_the_receipt_of_the_card() {
    let site = Site::filled();
    let (desk, mut jette) = (site.desk(), site.named("Jette Kjær"));
    let receipt = desk.blocks_cards(&jette);
    let serial = desk.letter();
    let page = desk.maintains(TEMPORARY, &jette);
    desk.signs(&page.form("Næste").fill("Serienummer på PIN-brev", &serial).submit());
    let card = desk.card();
    let page = receipt.press("Udlever nyt nøglekort");
    let receipt = desk.signs(&page.form("Næste").fill("Nøglekortnummer", &card).submit());
    receipt.says(&format!("en midlertidig adgangskode, der virker: PIN-brev {serial}"));
    receipt.never_says("Udlever en midlertidig adgangskode");
    desk.opened(&card);
    let digits = desk.opened(&serial)["temporary_password"].as_str().unwrap().to_owned();
    jette.activates(&digits, "engvej40ok", &card);
}

#[test]
fn who_gets_a_pin_letter_while_the_card_is_in_the_post_waits_for_the_card() {
    let site = Site::filled();
    let (desk, uno) = (site.desk(), site.named("Uno Knap"));
    let shown = ["Sundhedskort", "Lejekontrakt"];
    let page = desk.serves(ORDER, &uno, &shown);
    desk.signs(&page.form("Næste").tick("Nøglekort sendes med posten").submit());
    let page = desk.serves(TEMPORARY, &uno, &shown).form("Næste").submit();
    page.says("er på vej med posten og ventes fredag den 8. marts").says("holder op med");
    let receipt = desk.signs(&page.form("Næste").fill("Serienummer på PIN-brev", &desk.letter()).submit());
    receipt.says("er på vej og ventes torsdag den 7. marts").never_says("ikke flere nøglekort");
    assert!(!receipt.body.contains("Send nyt nøglekort"), "a second card is not sent: {}", receipt.text());
}

#[test]
fn an_errand_that_is_broken_off_can_not_be_signed_by_going_back() {
    let site = Site::filled();
    let (desk, jette) = (site.desk(), site.named("Jette Kjær"));
    let before = jette.as_listed();
    let lost = jette.open_cards().remove(0);
    let page = desk.maintains(BLOCK_CARDS, &jette);
    let reading = page.form("OK").tick(&lost).tick("Kortet er ikke kommet med posten").submit();
    assert_eq!(reading.press("Afbryd uden at ændre noget").path, "/ra");
    let late = reading.form("Underskriv").fill("Adgangskode", &desk.officer.password).submit();
    late.says("Ekspeditionen er slut");
    assert_eq!(jette.as_listed(), before);

    let nana = site.clerk("fjordbanken");
    let page = nana.finds(&site.cpr_of("Kirsten Munk")).follow("Spær adgangskode");
    let reading = page.form("Næste").tick("Mistanke").submit();
    let errand = reading.press("Afbryd uden at ændre noget");
    errand.says("Kirsten Munk").says("Hvad skal der ske?");
    nana.signs(&reading).never_says("Adgangskoden er spærret");
}

#[test]
fn it_can_be_played_with_anybody_again_and_again() {
    let site = Site::filled();
    let (desk, hanne) = (site.desk(), site.named("Hanne Iversen"));
    for _ in 0..2 {
        hanne.logs_on();
        hanne.browser.open("/selvbetjening/noeglekort").press("Bestil nøglekort");
        let sent = hanne.letters().into_iter().find(|one| one["state"] == "in_transit").unwrap();
        site.change_world(&format!("letters/{}/lose", sent["id"]), "{}");
        site.clock_moves("working_days", 11);
        let page = desk.maintains(BLOCK_CARDS, &hanne);
        page.says("mindst ti hverdage siden");
        let lost = hanne.open_cards().into_iter().find(|card| hanne.card_state(card) == "ordered").unwrap();
        let form = page.form("OK").tick(&lost).tick("Kortet er ikke kommet med posten");
        desk.signs(&form.submit()).says("Nøglekortet er nu spærret");
    }
}

#[test]
fn a_card_handed_out_beside_an_overdue_one_leads_on_to_its_block() {
    let site = Site::filled();
    let (desk, jette) = (site.desk(), site.named("Jette Kjær"));
    let lost = jette.open_cards().remove(0);
    let page = desk.maintains(HAND_OUT_CARD, &jette);
    let receipt = desk.signs(&page.form("Næste").fill("Nøglekortnummer", &desk.card()).submit());
    receipt.says(&format!("Nøglekort {lost} skulle være kommet"));
    let page = receipt.press("Spær nøglekort");
    let form = page.form("OK").tick(&lost).tick("Kortet er ikke kommet med posten");
    desk.signs(&form.submit()).says("Nøglekortet er nu spærret").never_says("skulle være kommet");
}

#[test]
fn ten_working_days_are_counted_over_easter_and_over_christmas() {
    let site = Site::filled();
    let hanne = site.named("Hanne Iversen");
    let to = |day: &str| site.change_world("clock", &format!("{{\"to\": \"{day}T10:00:00Z\"}}"));
    let overdue = || {
        let desk = site.desk();
        let page = desk.maintains(BLOCK_CARDS, &site.named("Hanne Iversen"));
        page.text().contains("bestilt for mindst ti hverdage siden")
    };
    for (ordered, awaited, late) in
        [("2019-04-11", "2019-04-29", "2019-04-30"), ("2019-12-16", "2020-01-03", "2020-01-06")]
    {
        to(ordered);
        hanne.logs_on();
        hanne.browser.open("/selvbetjening/noeglekort").press("Bestil nøglekort");
        let sent = hanne.letters().into_iter().find(|one| one["state"] == "in_transit").unwrap();
        site.change_world(&format!("letters/{}/lose", sent["id"]), "{}");
        to(awaited);
        assert!(!overdue(), "{ordered} + 9 working days is {awaited}");
        to(late);
        assert!(overdue(), "{ordered} + 10 working days is {late}");
        let lost = hanne.open_cards().into_iter().find(|card| hanne.card_state(card) == "ordered").unwrap();
        let desk = site.desk();
        let form = desk.maintains(BLOCK_CARDS, &hanne).form("OK").tick(&lost);
        desk.signs(&form.tick("Kortet er ikke kommet med posten").submit());
    }
}

#[test]
fn a_card_that_was_blocked_in_the_post_comes_all_the_same_and_can_not_be_used() {
    let site = Site::filled();
    let (desk, lise) = (site.desk(), site.named("Lise Mørk"));
    let lost = lise.open_cards().remove(0);
    desk.blocks_cards(&lise);
    let digits = desk.issues(&lise, "Genudsend midlertidig adgangskode");
    site.clock_moves("working_days", 4);
    assert_eq!(lise.opens_letter("key_card")["card_number"], lost.as_str());
    assert_eq!(lise.card_state(&lost), "blocked");
    let page = lise.types_temporary("/aktiver", &digits);
    let form = page.form("Næste").fill("Adgangskode", "engvej40ok").fill("Gentag adgangskode", "engvej40ok");
    let page = form.submit().form("Næste").submit();
    let consents = ["I må slå mit navn", "I må fortælle PID-tjenesten", "Jeg accepterer"];
    let page = consents.into_iter().fold(page.form("Næste"), crate::browser::Form::tick).submit();
    page.form("Næste").fill("Nøglekortnummer", &lost).submit().says("kan ikke bruges her");
}
