//! The faults of a form at the counter lead to their field, whatever else has happened in the meantime. The
//! tests' browser checks on every page that each link of an error summary leads to a field.

use rocket::http::Status;

use crate::browser::select;
use crate::guide::desk::{BLOCK_CARDS, HAND_OUT_CARD, TEMPORARY};
use crate::site::Site;

const BLOCK_PASSWORD: &str = "/ra/vedligehold/spaer-adgangskode";
const BLOCK_CERTIFICATE: &str = "/ra/vedligehold/spaer-certifikat";

#[test]
fn a_fault_in_the_list_of_cards_leads_to_the_first_card_that_can_be_ticked() {
    let site = Site::filled();
    let (desk, jette) = (site.desk(), site.named("Jette Kjær"));
    desk.blocks_cards(&jette);
    let card = desk.card();
    let page = desk.maintains(HAND_OUT_CARD, &jette);
    desk.signs(&page.form("Næste").fill("Nøglekortnummer", &card).submit());
    let page = desk.maintains(BLOCK_CARDS, &jette);
    let refused = page.form("OK").tamper("cards", "12").tick("Borgeren har mistet kortet").submit();
    refused.is(Status::UnprocessableEntity).says("et stort bogstav og ni cifre");
    assert_eq!(refused.html().select(&select("input#cards")).next().unwrap().attr("value"), Some(&*card));
}

#[test]
fn a_fault_in_the_list_of_nemids_leads_to_the_first_that_can_be_chosen() {
    let site = Site::filled();
    let (desk, soeren) = (site.desk(), site.named("Søren Ibsen"));
    let page = desk.serves(BLOCK_CARDS, &soeren, &["Pas"]);
    let token =
        page.html().select(&select("input[name=_token]")).next().unwrap().attr("value").unwrap().to_owned();
    let none = desk.officer.browser.send(&page.path, &[("_token".to_owned(), token)]);
    none.is(Status::UnprocessableEntity).says("Ingen af dem kan vælges");
}

#[test]
fn what_is_wrong_with_a_form_that_is_gone_by_now_is_told_without_a_link() {
    let site = Site::filled();
    let (desk, hanne, olga) = (site.desk(), site.named("Hanne Iversen"), site.operator());
    let pages = [BLOCK_CARDS, BLOCK_PASSWORD, BLOCK_CERTIFICATE, HAND_OUT_CARD, TEMPORARY];
    let pages = pages.map(|path| desk.maintains(path, &hanne));
    let choice = olga.finds(&hanne.cpr).follow("Spær hele NemID'et");
    olga.signs(&choice.form("Næste").tick("Forkerte oplysninger").submit());
    for page in pages {
        let button = if page.path.starts_with(BLOCK_CARDS) { "OK" } else { "Næste" };
        page.form(button).tamper("cards", "12").submit().is(Status::UnprocessableEntity);
    }
}
