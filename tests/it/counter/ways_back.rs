//! A page of an errand that is opened without an errand, or with a broken, another officer's or an expired
//! one: it leads to where the errand begins, and says why.

use jiff::SignedDuration;
use rocket::http::Status;

use super::employees::administrator;
use crate::guide::desk::{BLOCK_CARDS, HAND_OUT_CARD, ORDER, TEMPORARY};
use crate::site::Site;

const GONE: &str = "Ekspeditionen er slut";

#[test]
fn a_step_without_its_errand_leads_to_the_beginning_and_says_why() {
    let site = Site::filled();
    let desk = site.desk();
    let maintain = ["spaer-adgangskode", "spaer-certifikat"].map(|one| format!("/ra/vedligehold/{one}"));
    let [password, certificate] = maintain.each_ref().map(String::as_str);
    for action in [ORDER, BLOCK_CARDS, HAND_OUT_CARD, TEMPORARY, password, certificate] {
        for step in
            ["/legitimation", "/valg", "/underskriv", "/kvittering", "/velkomstbrev", "/velkomstbrev.pdf"]
        {
            for sag in ["", "?sag", "?sag=", "?sag=x", "?sag=%22%3C%20%C3%A6", "?sag=%FF", "?andet=1"] {
                let page = desk.officer.browser.open(&format!("{action}{step}{sag}"));
                page.is(Status::Ok).says(GONE).says("Hvem er borgeren?");
                assert!(page.path.starts_with(&format!("{action}?")), "{step}{sag}: {}", page.path);
            }
        }
        desk.officer.browser.open(action).never_says(GONE);
    }
    let page = desk.officer.browser.open("/ra/vedligehold/spaer-noeglekort/nemid");
    page.says(GONE).says("Hvem er borgeren?");
}

#[test]
fn an_errand_of_another_action_is_none_of_this_one() {
    let site = Site::filled();
    let (desk, finn) = (site.desk(), site.named("Finn Gram"));
    let page = desk.maintains(BLOCK_CARDS, &finn);
    let elsewhere = page.path.replace(BLOCK_CARDS, HAND_OUT_CARD);
    desk.officer.browser.open(&elsewhere).says(GONE).never_says("Finn Gram");
    desk.officer.browser.open(&page.path).says("Finn Gram");
}

#[test]
fn an_errand_that_lay_too_long_begins_anew() {
    let site = Site::filled();
    let (desk, finn) = (site.desk(), site.named("Finn Gram"));
    let page = desk.maintains(BLOCK_CARDS, &finn);
    for _ in 0..3 {
        site.real_time_passes(SignedDuration::from_mins(11));
        desk.officer.browser.open("/ra").is(Status::Ok);
    }
    let late = page.form("OK").tick(&finn.open_cards()[0]).tick("Borgeren har mistet kortet").submit();
    late.is(Status::Ok).says(GONE).never_says("Finn Gram");
    let again = late.form("Næste").fill("CPR-nummer", &finn.cpr).submit();
    again.says("Hvilken legitimation");
}

#[test]
fn the_other_desks_say_so_too() {
    let site = Site::filled();
    let (olga, nana, aksel) = (site.operator(), site.clerk("fjordbanken"), administrator(&site));
    for serving in [&olga, &nana] {
        for page in ["", "/underskriv", "/valg/spaer-adgangskode"] {
            let page = serving.person.browser.open(&format!("{}/sag/x{page}", serving.base));
            page.is(Status::Ok).says(GONE).says("Find");
            assert_eq!(page.path, format!("{}?sag=x", serving.base));
        }
        serving.person.browser.open(&serving.base).never_says(GONE);
    }
    let theirs = olga.finds(&site.cpr_of("Finn Gram"));
    let stolen = nana.person.browser.open(&theirs.path.replace("/operatoer", "/bank/fjordbanken"));
    stolen.says(GONE).never_says("Finn Gram");
    for step in ["underskriv", "kvittering?sag=x", "velkomstbrev?sag="] {
        let page = aksel.browser.open(&format!("/ra/medarbejdere/{step}"));
        page.is(Status::Ok).says(GONE).says("Opret medarbejder");
    }
}
