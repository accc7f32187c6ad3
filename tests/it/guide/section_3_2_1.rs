//! Guide 3.2.1: a bank's NemID at public sites. Business ones are not found; a private one gets a certificate
//! by the number of its card, which can be looked up without blocking anything.

use super::desk::{BLOCK_CARDS, Desk, ORDER};
use crate::browser::select;
use crate::people::Person;
use crate::site::Site;

const PUBLIC_SITE: &str = "/tjenester/borgerportalen";

#[test]
fn a_business_nemid_is_not_found_and_a_new_one_is_made() {
    let site = Site::filled();
    let (desk, lars) = (site.desk(), site.named("Lars Nygaard"));
    let business = lars.nemid_number();
    let page = desk.serves(BLOCK_CARDS, &lars, &["Pas"]);
    page.says("Et NemID til erhvervsnetbank kan kun banken se").never_says(&business);
    let page = desk.serves(ORDER, &lars, &["Pas"]);
    page.says("Der oprettes et nyt NemID").says("erhvervsnetbank").never_says(&business);
    desk.signs(&page.form("Næste").fill("Nøglekortnummer", &desk.card()).submit());
    let listed = lars.as_listed();
    let issuers: Vec<_> =
        listed["nemids"].as_array().unwrap().iter().map(|one| one["issuer"].clone()).collect();
    assert!(issuers.contains(&"business".into()) && issuers.contains(&"public".into()), "{issuers:?}");
}

#[test]
fn the_number_of_a_forgotten_card_is_looked_up_and_the_certificate_attached_by_it() {
    let site = Site::filled();
    let (desk, mette) = (site.desk(), site.named("Mette Odgaard"));
    mette.types_password(PUBLIC_SITE, &mette.password);
    let card = mette.open_cards().remove(0);

    let before = mette.as_listed();
    let page = desk.maintains(BLOCK_CARDS, &mette);
    page.form("OK").submit().says(&card);
    assert_eq!(mette.as_listed(), before, "»OK« without a tick only shows the numbers");

    let page = desk.serves(ORDER, &mette, &["Pas"]);
    page.says("Certifikat tilknyttes");
    let form = page.form("Næste").tick("Eksisterende NemID").fill("Nøglekortnummer", &card);
    desk.signs(&form.submit()).says("både i netbanken og hos det offentlige");
    mette.logs_on();
    mette.browser.open("/selvbetjening/certifikat").says("Gyldigt");
    mette.logs_on_at(PUBLIC_SITE).says("Mette Odgaard");
    mette.logs_on_at("/tjenester/hedebanken").says("Lønkonto");
}

/// What the receipt says when a certificate was attached to Mette's NemID as it stands.
fn attached(desk: &Desk<'_>, mette: &Person<'_>) -> String {
    let card = mette.open_cards().remove(0);
    let page = desk.serves(ORDER, mette, &["Pas"]);
    let form = page.form("Næste").tick("Eksisterende NemID").fill("Nøglekortnummer", &card);
    desk.signs(&form.submit()).text()
}

#[test]
fn the_receipt_says_that_a_blocked_password_has_to_be_re_opened_first() {
    let site = Site::filled();
    let (desk, mette) = (site.desk(), site.named("Mette Odgaard"));
    let form = mette.browser.open("/spaer").form("Spær nu").tick("Adgangskoden: af en anden grund");
    let form = form.fill("Navn", "Mette Odgaard").fill("Nøglekortnummer", &mette.open_cards()[0]);
    form.submit();
    let receipt = attached(&desk, &mette);
    assert!(receipt.contains("Adgangskoden er spærret"), "{receipt}");
    assert!(receipt.contains("Udlever midlertidig adgangskode"), "{receipt}");
    assert!(!receipt.contains("virker nu"), "{receipt}");
}

#[test]
fn the_receipt_says_that_a_lock_is_waited_for_or_ended_by_a_temporary_password() {
    let site = Site::filled();
    let (desk, mette) = (site.desk(), site.named("Mette Odgaard"));
    for _ in 0..5 {
        mette.types_password("/log-paa", "forkert 1");
    }
    let receipt = attached(&desk, &mette);
    assert!(receipt.contains("Adgangskoden er låst"), "{receipt}");
    assert!(!receipt.contains("virker nu"), "{receipt}");
}

#[test]
fn a_card_of_ones_own_that_can_not_be_used_is_told_from_another_ones() {
    let site = Site::filled();
    let (desk, kirsten, peter) = (site.desk(), site.named("Kirsten Munk"), site.named("Peter Sand"));
    let attaches = |citizen: &Person<'_>, card: &str| {
        let page = desk.serves(ORDER, citizen, &["Pas"]);
        page.form("Næste").tick("Eksisterende NemID").fill("Nøglekortnummer", card).submit()
    };
    attaches(&peter, &peter.open_cards()[0]).says("men er på vej med posten");
    let blocked = kirsten.open_cards().remove(0);
    desk.blocks_cards(&kirsten);
    attaches(&kirsten, &blocked).says("men er spærret eller brugt op");
    attaches(&kirsten, &desk.card()).says("hører ikke til det valgte NemID");
}

#[test]
fn what_is_for_a_new_nemid_alone_is_folded_away() {
    let site = Site::filled();
    let (desk, kirsten) = (site.desk(), site.named("Kirsten Munk"));
    let page = desk.serves(ORDER, &kirsten, &["Pas"]);
    let folded = page.html().select(&select(".only-new select, .only-new input")).count();
    assert_eq!(folded, 3, "solution and the two ways of the card: {}", page.body);
    assert!(page.html().select(&select(".only-new input[name=card]")).next().is_none());
    let style = site.client.get("/static/app.css").dispatch().into_string().unwrap();
    assert!(style.contains("form:has(input[name=\"attach\"][value=\"existing\"]:checked) .only-new"));
}

#[test]
fn the_welcome_letter_of_a_business_nemid_promises_no_public_sites() {
    let site = Site::filled();
    let lars = site.named("Lars Nygaard");
    let welcome = lars.letters().into_iter().find(|one| one["kind"] == "welcome").unwrap();
    let letter = site.change_world(&format!("letters/{}/open", welcome["id"]), "{}");
    let text = letter["text"].as_str().unwrap();
    assert!(text.contains("netbanken hos Fjordbanken Erhverv"), "{text}");
    assert!(!text.contains("offentlig") && !text.contains("Selvbetjening"), "{text}");
}

#[test]
fn who_has_a_business_nemid_is_sent_to_the_bank_for_it() {
    let site = Site::filled();
    let (desk, lars) = (site.desk(), site.named("Lars Nygaard"));
    let page = desk.serves(ORDER, &lars, &["Pas"]);
    page.says("Det kan kun banken se, og det kan ikke få offentlig digital signatur");
    page.says("Borgeren kan også selv bestille på Selvbetjening");
    let stine = site.named("Stine Udsen");
    let page = desk.serves(BLOCK_CARDS, &stine, &["Pas"]);
    page.says("NemID til erhvervsnetbank kan kun banken se, så henvis borgeren til banken");
}
