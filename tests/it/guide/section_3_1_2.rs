//! Guide 3.1.2: the temporary password does not work: typed in the wrong place, mistyped three times, or too
//! old.

use super::desk::TEMPORARY;
use crate::people::Person;
use crate::site::Site;

/// The digits in the newest PIN letter that has come.
fn newest_digits(citizen: &Person<'_>) -> String {
    citizen.opens_letter("pin_letter")["temporary_password"].as_str().unwrap().to_owned()
}

/// Every dead one is helped in the same way: *Genudsend midlertidig adgangskode*.
fn is_helped(site: &Site, name: &str) {
    let (desk, mut citizen) = (site.desk(), site.named(name));
    let digits = desk.issues(&citizen, "Genudsend midlertidig adgangskode");
    let card = citizen.open_cards().remove(0);
    citizen.activates(&digits, "helt4forfra", &card);
    citizen.reads_log().says("Dit NemID blev aktiveret").says("Du fik udleveret en midlertidig adgangskode");
}

#[test]
fn one_from_the_bank_typed_at_selvbetjening_dies_at_once_and_the_counter_issues_another() {
    let site = Site::filled();
    let rasmus = site.named("Rasmus Skov");
    let digits = newest_digits(&rasmus);
    rasmus.opens_letter("key_card");
    rasmus.types_temporary("/aktiver", &digits).says("et andet sted end det, brevet nævner");
    rasmus.types_temporary("/aktiver", &digits).says("et andet sted end det, brevet nævner");
    is_helped(&site, "Rasmus Skov");
}

#[test]
fn three_wrong_tries_kill_it() {
    let site = Site::filled();
    let anna = site.named("Anna Bøgh");
    let digits = newest_digits(&anna);
    let wrong = if digits == "000000" { "000001" } else { "000000" };
    for left in ["2 forsøg", "1 forsøg"] {
        let page = anna.types_temporary("/aktiver", wrong);
        assert!(page.text().contains(left) || page.text().contains("ét forsøg"), "{left}: {}", page.text());
    }
    anna.types_temporary("/aktiver", wrong).says("tastet forkert tre gange");
    anna.types_temporary("/aktiver", &digits).says("tastet forkert tre gange");
    anna.opens_letter("key_card");
    is_helped(&site, "Anna Bøgh");
}

#[test]
fn after_more_than_thirty_days_it_is_too_old() {
    let site = Site::filled();
    let bent = site.named("Bent Dalgaard");
    let digits = newest_digits(&bent);
    bent.opens_letter("key_card");
    site.clock_moves("days", 31);
    bent.types_temporary("/aktiver", &digits).says("mere end 30 dage gammel");
    is_helped(&site, "Bent Dalgaard");
}

#[test]
fn a_newer_one_ends_the_older() {
    let site = Site::filled();
    let (desk, anna) = (site.desk(), site.named("Anna Bøgh"));
    let older = newest_digits(&anna);
    let newer = desk.issues(&anna, "Genudsend midlertidig adgangskode");
    assert_ne!(older, newer);
    let page = anna.types_temporary("/aktiver", &older);
    assert!(page.path == "/aktiver", "{}: {}", page.path, page.text());
    let page = anna.types_temporary("/aktiver", &newer);
    assert!(page.path.starts_with("/aktiver/"), "{}: {}", page.path, page.text());
}

#[test]
fn a_bank_nemid_without_certificate_is_attached_first() {
    let site = Site::filled();
    let (desk, niels) = (site.desk(), site.named("Niels Poulsen"));
    let page = desk.maintains(TEMPORARY, &niels);
    page.says("Tilknyt den først").follow("Bestil NemID").says("CPR-nummer");
}

#[test]
fn the_officer_reads_of_what_the_temporary_password_died_and_until_when_a_new_one_works() {
    let site = Site::filled();
    let desk = site.desk();
    let reads = |name: &str| desk.maintains(TEMPORARY, &site.named(name));
    reads("Ole Pape").says("Ingen, der virker").says("den blev tastet det forkerte sted");
    reads("Mads Nørgaard").says("den blev tastet forkert tre gange").never_says("holder op med");
    reads("Nina Overgaard").says("den er mere end 30 dage gammel");
    let page = reads("Mads Nørgaard");
    let serial = desk.letter();
    let receipt = desk.signs(&page.form("Næste").fill("Serienummer på PIN-brev", &serial).submit());
    receipt.says("inden 30 dage, senest den 3. april 2019 kl. 10.00");
    receipt.follow("Se og udskriv reglerne").says("Regler");
    let page = reads("Mads Nørgaard");
    page.says(&format!("PIN-brev {serial} er udleveret. Virker til 3. april 2019 kl. 10.00"));
    page.says("Den midlertidige adgangskode, der virker nu, holder op med det");
}
