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
}
