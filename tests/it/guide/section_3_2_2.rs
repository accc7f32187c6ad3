//! Guide 3.2.2: a bank's NemID that can't be activated: tie it to the public first, then issue a temporary
//! password.

use super::desk::{ORDER, TEMPORARY};
use crate::site::Site;

#[test]
fn it_is_tied_to_the_public_by_its_card_and_then_activated_at_selvbetjening() {
    let site = Site::filled();
    let (desk, mut niels) = (site.desk(), site.named("Niels Poulsen"));
    let card = niels.open_cards().remove(0);

    let page = desk.maintains(TEMPORARY, &niels);
    page.says("Tilknyt den først under »Bestil NemID«");

    let page = desk.serves(ORDER, &niels, &["Pas"]);
    let form = page.form("Næste").tick("Eksisterende NemID").fill("Nøglekortnummer", &card);
    desk.signs(&form.submit());

    let digits = desk.issues(&niels, "Genudsend midlertidig adgangskode");
    niels.activates(&digits, "mosekonen57", &card);
    let page = niels.logs_on();
    assert!(page.path.starts_with("/selvbetjening"));
    niels.browser.open("/selvbetjening/certifikat").says("Gyldigt");
    let listed = niels.as_listed();
    assert_eq!(listed["nemids"][0]["issuer"], "bank", "it is still the bank's, and serves both");
    niels.logs_on_at("/tjenester/borgerportalen").says("Niels Poulsen");
    niels.logs_on_at("/tjenester/fjordbanken").says("Lønkonto");
}

#[test]
fn tied_to_the_public_it_can_be_activated_in_its_netbank_too_with_the_banks_letter() {
    let site = Site::filled();
    let (desk, mut regitze) = (site.desk(), site.named("Regitze Toft"));
    let letters = regitze.reads_post();
    let page = desk.serves(ORDER, &regitze, &["Pas"]);
    let form = page.form("Næste").tick("Eksisterende NemID").fill("Nøglekortnummer", &letters.card);
    desk.signs(&form.submit());
    let page = regitze.begins("/tjenester/fjordbanken/aktiver", &letters.number, &letters.digits);
    let form = page.form("Næste").fill("Adgangskode", "solsikke22").fill("Gentag adgangskode", "solsikke22");
    let page = form.submit();
    let consents = ["I må slå mit navn", "I må fortælle PID-tjenesten", "I må udveksle", "Jeg accepterer"];
    let form = consents.into_iter().fold(page.form("Næste"), crate::browser::Form::tick);
    let page = form.submit().form("Næste").fill("Nøglekortnummer", &letters.card).submit();
    let key = regitze.key_for(&page);
    page.form("Aktivér NemID").fill("Nøgle", &key).submit().says("Dit NemID er aktiveret");
    (regitze.user_id, regitze.password) = (letters.number, "solsikke22".to_owned());
    regitze.logs_on_at("/tjenester/borgerportalen").says("Regitze Toft");
    regitze.logs_on_at("/tjenester/fjordbanken").says("Lønkonto");
}
