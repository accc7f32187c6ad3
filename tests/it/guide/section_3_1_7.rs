//! Guide 3.1.7: the citizen wants more code cards, for a journey for example.

use rocket::http::Status;

use super::desk::HAND_OUT_CARD;
use crate::site::Site;

#[test]
fn an_extra_card_is_attached_and_taken_into_use_by_its_number() {
    let site = Site::filled();
    let (desk, hanne) = (site.desk(), site.named("Hanne Iversen"));
    let before = hanne.open_cards();
    let card = desk.card();
    let page = desk.maintains(HAND_OUT_CARD, &hanne);
    let receipt = desk.signs(&page.form("Næste").fill("Nøglekortnummer", &card).submit());
    receipt.says("Nyt nøglekort er nu tilknyttet").says("taget i brug");
    assert_eq!(hanne.card_state(&card), "attached");
    desk.opened(&card);
    // Until its number is typed, the card in use is asked for.
    let page = hanne.types_password("/log-paa", &hanne.password);
    let page = page.follow("Brug et andet nøglekort");
    let page = page.form("Næste").fill("Nøglekortnummer", &card).submit();
    let key = hanne.key_for(&page);
    page.form("Log på").fill("Nøgle", &key).submit();
    assert_eq!(hanne.card_state(&card), "active");
    assert_eq!(hanne.card_state(&before[0]), "blocked", "the card in use before is blocked by the new one");
}

#[test]
fn four_open_cards_are_the_most() {
    let site = Site::filled();
    let (desk, hanne) = (site.desk(), site.named("Hanne Iversen"));
    while hanne.open_cards().len() < 4 {
        let page = desk.maintains(HAND_OUT_CARD, &hanne);
        desk.signs(&page.form("Næste").fill("Nøglekortnummer", &desk.card()).submit());
    }
    let full = desk.maintains(HAND_OUT_CARD, &hanne);
    full.says("Der kan ikke udleveres et nøglekort");
    assert!(!full.body.contains("name=\"card\""));
}

#[test]
fn without_a_photo_one_is_sent_by_post() {
    let site = Site::filled();
    let (desk, hanne) = (site.desk(), site.named("Hanne Iversen"));
    let page = desk.serves(HAND_OUT_CARD, &hanne, &["Sundhedskort"]);
    assert_eq!(page.status, Status::UnprocessableEntity);
    page.says("Uden billede er ét dokument ikke nok");
    let page = desk.serves(HAND_OUT_CARD, &hanne, &["Sundhedskort", "Betalingskort"]);
    let page = page.form("Næste").submit();
    page.says("kan kortet ikke udleveres her");
    desk.signs(&page.form("Næste").submit()).says("Kortet kommer med posten");
    site.clock_moves("working_days", 3);
    site.clock_moves("hours", 2);
    let letter = hanne.opens_letter("key_card");
    assert_eq!(hanne.card_state(letter["card_number"].as_str().unwrap()), "attached");
}

#[test]
fn a_bank_nemid_that_was_never_activated_gets_one_only_where_it_is_urgent() {
    let site = Site::filled();
    let (desk, peter) = (site.desk(), site.named("Peter Sand"));
    let receipt = desk.blocks_cards(&peter);
    let card = desk.card();
    let page = receipt.press("Udlever nyt nøglekort");
    let refused = page.form("Næste").fill("Nøglekortnummer", &card).submit();
    assert_eq!(refused.status, Status::UnprocessableEntity);
    refused.says("Sæt kryds ved, at behovet er akut");
    let receipt = desk.signs(&refused.form("Næste").tick("Borgerens behov er akut").submit());
    let page = receipt.press("Tilknyt certifikat");
    let receipt = desk.signs(&page.form("Næste").fill("Nøglekortnummer", &card).submit());
    let page = receipt.press("Udlever midlertidig adgangskode");
    let serial = desk.letter();
    desk.signs(&page.form("Næste").fill("Serienummer på PIN-brev", &serial).submit());
    desk.opened(&card);
    let digits = desk.opened(&serial)["temporary_password"].as_str().unwrap().to_owned();
    let mut peter = peter;
    peter.activates(&digits, "strand60nu", &card);
}
