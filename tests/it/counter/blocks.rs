//! Rules 3.5.2, 4.3: the counter blocks password and certificate of a NemID with public digital signature
//! (D1, D22).

use rocket::http::Status;

use crate::guide::desk::ORDER;
use crate::site::Site;

const BLOCK_PASSWORD: &str = "/ra/vedligehold/spaer-adgangskode";
const BLOCK_CERTIFICATE: &str = "/ra/vedligehold/spaer-certifikat";

#[test]
fn a_blocked_password_is_re_opened_with_the_temporary_one_that_comes_by_post() {
    let site = Site::filled();
    let (desk, mut hanne) = (site.desk(), site.named("Hanne Iversen"));
    let remembered = hanne.password.clone();
    let page = desk.maintains(BLOCK_PASSWORD, &hanne);
    let unreasoned = page.form("Næste").submit();
    assert_eq!(unreasoned.status, Status::UnprocessableEntity);
    let page = unreasoned.form("Næste").tick("Andre kender måske adgangskoden").submit();
    page.says("En ny midlertidig adgangskode sendes");
    desk.signs(&page).says("Adgangskoden er nu spærret").says("kommer med posten");
    assert_eq!(hanne.state(), "password_blocked");
    desk.maintains(BLOCK_PASSWORD, &hanne).says("Adgangskoden er allerede spærret");
    site.clock_moves("working_days", 3);
    site.clock_moves("hours", 2);
    let digits = hanne.opens_letter("pin_letter")["temporary_password"].as_str().unwrap().to_owned();
    let card = hanne.open_cards().remove(0);
    hanne.reopens(&digits, (Some(&remembered), "rosenvej5ny"), &card);
    hanne.reads_log().says("mistanke om, at andre kender adgangskoden");
}

#[test]
fn who_says_no_is_sent_none() {
    let site = Site::filled();
    let (desk, hanne) = (site.desk(), site.named("Hanne Iversen"));
    let before = hanne.letters().iter().filter(|one| one["kind"] == "pin_letter").count();
    let page = desk.maintains(BLOCK_PASSWORD, &hanne);
    let form = page.form("Næste").tick("Borgeren ønsker det af en anden grund").tick("Nej tak");
    desk.signs(&form.submit()).says("kræver det en midlertidig adgangskode");
    assert_eq!(hanne.letters().iter().filter(|one| one["kind"] == "pin_letter").count(), before);
}

#[test]
fn a_blocked_certificate_is_ordered_anew_at_the_counter() {
    let site = Site::filled();
    let (desk, hanne) = (site.desk(), site.named("Hanne Iversen"));
    let page = desk.maintains(BLOCK_CERTIFICATE, &hanne);
    page.form("Næste").submit().says("Sæt kryds, når borgeren har bedt om det");
    desk.signs(&page.form("Næste").tick("Borgeren har bedt om det").submit())
        .says("kan ikke længere bruges hos det offentlige");
    desk.maintains(BLOCK_CERTIFICATE, &hanne).says("Der er intet certifikat at spærre her");
    let card = hanne.open_cards().remove(0);
    let page = desk.serves(ORDER, &hanne, &["Pas"]);
    let form = page.form("Næste").fill("Nøglekortnummer", &card).tick("Borgeren giver samtykke");
    desk.signs(&form.submit());
    desk.serves(ORDER, &hanne, &["Pas"]).says("Borgeren har allerede NemID");
}

#[test]
fn a_nemid_for_the_netbank_alone_is_the_banks_matter() {
    let site = Site::filled();
    let (desk, kirsten) = (site.desk(), site.named("Kirsten Munk"));
    desk.maintains(BLOCK_PASSWORD, &kirsten).says("Henvis borgeren til banken");
    desk.maintains(BLOCK_CERTIFICATE, &kirsten).says("Henvis borgeren til banken");
}

#[test]
fn business_and_employee_nemids_are_not_found_and_ended_ones_are_greyed() {
    let site = Site::filled();
    let desk = site.desk();
    let path = "/ra/vedligehold/spaer-noeglekort";
    let nothing = desk.serves(path, &site.named("Lars Nygaard"), &["Pas"]);
    nothing.says("intet NemID, som kan findes her");
    let colleague = desk.serves(path, &site.named("Sanne Riis"), &["Pas"]);
    colleague.says("intet NemID, som kan findes her");
    let ended = desk.serves(path, &site.named("Søren Ibsen"), &["Pas"]);
    ended.says("brud på reglerne").says("Ingen af dem kan vælges");
    assert!(ended.body.contains("disabled"), "{}", ended.body);
}

#[test]
fn a_blocked_password_ends_every_session_and_the_citizen_is_told_why() {
    let site = Site::filled();
    let (desk, hanne) = (site.desk(), site.named("Hanne Iversen"));
    hanne.logs_on();
    let page = desk.maintains(BLOCK_PASSWORD, &hanne).form("Næste").tick("Andre kender").tick("Nej tak");
    desk.signs(&page.submit());
    assert!(hanne.browser.open("/selvbetjening").path.starts_with("/log-paa"));
    hanne.types_password("/log-paa", &hanne.password).says("Adgangskoden er spærret");
    hanne.was_told("hanne@iversen.example", "Din adgangskode er spærret");
    hanne.was_told("hanne@iversen.example", "mistanke om, at andre kender adgangskoden");
    let journal = desk.officer.browser.open("/ra/journal");
    journal.says("Spær adgangskode").says("Hanne Iversen").says("Legitimation: Pas");
    journal.says("Der sendes ingen midlertidig adgangskode");
}

#[test]
fn a_blocked_certificate_ends_sessions_at_public_sites_alone() {
    let site = Site::filled();
    let (desk, hanne) = (site.desk(), site.named("Hanne Iversen"));
    hanne.logs_on();
    hanne.logs_on_at("/tjenester/borgerportalen").says("Hanne Iversen");
    let page = desk.maintains(BLOCK_CERTIFICATE, &hanne);
    page.says("Certifikatet kan ikke åbnes igen");
    let page = page.form("Næste").tick("Borgeren har bedt om det").submit();
    page.says("krypteret").says("Certifikatet spærres for altid");
    desk.signs(&page).says("Certifikatet er nu spærret");
    hanne.browser.open("/tjenester/borgerportalen").never_says("Hanne Iversen");
    assert_eq!(hanne.browser.open("/selvbetjening").path, "/selvbetjening");
    hanne.browser.open("/selvbetjening/haendelseslog").says("indehaverens eget ønske");
    hanne.was_told("hanne@iversen.example", "Dit certifikat er spærret");
    desk.officer.browser.open("/ra/journal").says("Spær certifikat").says("indehaverens eget ønske");
}
