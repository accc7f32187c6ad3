//! Guide 3.2.3: nothing came from the bank and it is urgent: block the card, hand out another, tie it to the
//! public, issue a temporary password; only where the officer states that it is urgent.

use rocket::http::Status;

use super::desk::{BLOCK_CARDS, ORDER};
use crate::site::Site;

#[test]
fn who_needs_it_today_is_helped_when_the_urgency_is_stated() {
    let site = Site::filled();
    let (desk, mut peter) = (site.desk(), site.named("Peter Sand"));
    let lost = peter.open_cards().remove(0);
    let receipt = desk.blocks_cards(&peter);
    receipt.says("Borgeren har ikke flere nøglekort");
    assert_eq!(peter.card_state(&lost), "blocked");

    let card = desk.card();
    let page = receipt.press("Udlever nyt nøglekort");
    let refused = page.form("Næste").fill("Nøglekortnummer", &card).submit();
    refused.is(Status::UnprocessableEntity).says("henvis borgeren til banken");
    let form = refused.form("Næste").fill("Nøglekortnummer", &card).tick("Borgerens behov er akut");
    desk.signs(&form.submit()).says("Nyt nøglekort er nu tilknyttet");

    let page = desk.serves(ORDER, &peter, &["Pas"]);
    let form = page.form("Næste").tick("Eksisterende NemID").fill("Nøglekortnummer", &card);
    desk.signs(&form.submit());

    let digits = desk.issues(&peter, "Genudsend midlertidig adgangskode");
    desk.opened(&card);
    peter.activates(&digits, "strandgade60x", &card);
    assert_eq!(peter.state(), "active");
    peter.logs_on_at("/tjenester/borgerportalen").says("Peter Sand");
    peter.logs_on_at("/tjenester/fjordbanken").says("Lønkonto");
    peter.reads_log().says(&format!("Nøglekort {lost} blev spærret")).says("Dit NemID blev aktiveret");
}

#[test]
fn urgency_is_asked_before_the_card_is_blocked() {
    let site = Site::filled();
    let (desk, peter) = (site.desk(), site.named("Peter Sand"));
    let lost = peter.open_cards().remove(0);
    let page = desk.maintains(BLOCK_CARDS, &peter);
    page.says("Spørg, om behovet er akut, før du spærrer");
    let form = page.form("OK").tick(&lost).tick("Kortet er ikke kommet med posten");
    let refused = form.submit();
    refused.is(Status::UnprocessableEntity).says("Sæt kryds ved, at behovet er akut");
    assert_eq!(peter.card_state(&lost), "ordered");
    let reading = refused.form("OK").tick("Borgerens behov er akut").submit();
    reading.says("Borgerens behov er akut.");
    desk.signs(&reading).says("Nøglekortet er nu spærret");
    assert_eq!(peter.card_state(&lost), "blocked");
}
