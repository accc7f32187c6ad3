//! Guide 3.1.3: the citizen does not remember the password: *Nulstil ved glemt adgangskode*.

use rocket::http::Status;

use super::desk::{ORDER, TEMPORARY};
use crate::site::Site;

const RESET: &str = "Nulstil ved glemt adgangskode";

#[test]
fn a_reset_blocks_password_and_certificate_and_both_come_back_with_the_reopening() {
    let site = Site::filled();
    let (desk, mut rikke) = (site.desk(), site.named("Rikke Søndergaard"));
    let page = desk.maintains(TEMPORARY, &rikke);
    page.says("Bruger borgeren krypteret e-mail?");
    let serial = desk.letter();
    let form = page.form("Næste").choose("Handling", RESET).fill("Serienummer på PIN-brev", &serial);
    let reading = form.submit();
    reading.says("E-mails, som er krypteret til det, kan ikke læses bagefter").says(&serial);
    let receipt = desk.signs(&reading);
    receipt.says("Adgangskoden er nulstillet").says("Et nyt certifikat bliver udstedt automatisk");
    assert_eq!(rikke.state(), "password_blocked");

    let digits = desk.opened(&serial)["temporary_password"].as_str().unwrap().to_owned();
    let card = rikke.open_cards().remove(0);
    rikke.reopens(&digits, (None, "ny2adgang79"), &card);
    assert_eq!(rikke.state(), "active");
    let log = rikke.reads_log();
    log.says("glemt adgangskode").says("du valgte en ny");
    rikke.browser.open("/selvbetjening/certifikat").says("Gyldigt");
}

#[test]
fn the_action_is_offered_by_state_alone() {
    let site = Site::filled();
    let desk = site.desk();
    let offered = |name: &str| desk.maintains(TEMPORARY, &site.named(name)).text();
    let active = offered("Rikke Søndergaard");
    assert!(active.contains(RESET) && !active.contains("Genudsend") && !active.contains("låst adgangskode"));
    let forgotten = offered("Sofus Thomsen");
    assert!(forgotten.contains(RESET) && !forgotten.contains("låst adgangskode"), "{forgotten}");
    let new = offered("Anna Bøgh");
    assert!(new.contains("Genudsend midlertidig adgangskode") && !new.contains(RESET), "{new}");
}

#[test]
fn an_action_that_the_state_does_not_offer_is_refused() {
    let site = Site::filled();
    let (desk, rikke) = (site.desk(), site.named("Rikke Søndergaard"));
    let page = desk.maintains(TEMPORARY, &rikke);
    let form = page.form("Næste").tamper("action", "resend").fill("Serienummer på PIN-brev", &desk.letter());
    let refused = form.submit();
    assert_eq!(refused.status, Status::UnprocessableEntity);
    refused.says("Det kan ikke vælges");
    assert_eq!(rikke.state(), "active");
}

#[test]
fn a_dead_one_of_an_earlier_reset_is_replaced() {
    let site = Site::filled();
    let (desk, mut tove) = (site.desk(), site.named("Tove Ulrik"));
    let digits = desk.issues(&tove, RESET);
    let card = tove.open_cards().remove(0);
    tove.reopens(&digits, (None, "lindealle3"), &card);
}

#[test]
fn without_a_valid_certificate_nothing_is_said_or_signed_of_one() {
    let site = Site::filled();
    let (desk, uffe) = (site.desk(), site.named("Uffe Wind"));
    let page = desk.maintains(TEMPORARY, &uffe);
    page.never_says("krypteret e-mail").never_says("certifikatet bliver spærret");
    let form = page.form("Næste").choose("Handling", RESET).fill("Serienummer på PIN-brev", &desk.letter());
    let reading = form.submit();
    reading.says("spærret som glemt").never_says("krypteret").never_says("ertifikat");
    desk.signs(&reading).says("Adgangskoden er nulstillet").never_says("ertifikat");
    let journal =
        desk.officer.browser.open("/ra/journal").form("Find person").fill("CPR-nummer", &uffe.cpr).submit();
    journal.says("spærret som glemt").never_says("ertifikat");
}

#[test]
fn a_bank_warns_of_encrypted_mail_too_and_signs_what_happens() {
    let site = Site::filled();
    let (desk, nana, mut kirsten) = (site.desk(), site.clerk("fjordbanken"), site.named("Kirsten Munk"));
    let cpr = kirsten.cpr.clone();
    let asks = || nana.finds(&cpr).follow("Ny midlertidig adgangskode");
    asks().says("Når kunden ikke kan huske").never_says("borger").never_says("certifikat");
    let reading = asks().form("Næste").tick(RESET).submit();
    reading.says("Adgangskoden er spærret som glemt").never_says("ertifikat").never_says("borger");

    let page = desk.serves(ORDER, &kirsten, &["Pas"]);
    let card = kirsten.open_cards().remove(0);
    let form = page.form("Næste").tick("Eksisterende NemID").fill("Nøglekortnummer", &card);
    desk.signs(&form.submit());
    asks().says("Adgangskoden og certifikatet bliver spærret");
    let reading = asks().form("Næste").tick(RESET).submit();
    reading.says("Fortæl kunden dette først").says("Spørg, om kunden bruger krypteret e-mail");
    reading.says("Adgangskoden er spærret som glemt").says("Certifikatet spærres også").never_says("borger");
    nana.signs(&reading).says("En ny midlertidig adgangskode er på vej");
    nana.person.browser.open("/bank/fjordbanken/journal").says("Certifikatet spærres også");
    kirsten.user_id = "kirsten.munk".into();
    assert_eq!(kirsten.state(), "password_blocked");
}
