//! The administrator creates, changes and re-opens officers, each by signature (D20).

use rocket::http::Status;

use crate::browser::Visit;
use crate::people::Person;
use crate::site::Site;

const STAFF: &str = "/ra/medarbejdere";

pub fn administrator(site: &Site) -> Person<'_> {
    let administrator = site.staff("administrator", 0);
    assert_eq!(administrator.logs_on_at("/log-paa?til=/ra").path, "/ra");
    administrator
}

fn signs<'v, 's>(administrator: &Person<'_>, page: &Visit<'v, 's>) -> Visit<'v, 's> {
    let receipt = page.form("Underskriv").fill("Adgangskode", &administrator.password).submit();
    assert!(receipt.path.contains("/kvittering?sag="), "{}: {}", receipt.path, receipt.text());
    receipt
}

#[test]
fn a_new_officer_gets_everything_by_post_and_works_at_the_counter() {
    let site = Site::filled();
    let aksel = administrator(&site);
    let mut erik = site.named("Erik Fjeldsted");
    let form = aksel.browser.open(STAFF).follow("Opret medarbejder").form("Næste");
    let form = form.fill("CPR-nummer", &erik.cpr).fill("Titel", "Elev");
    let page = form.tick("RA-medarbejder, Borgerservice Fjordby").submit();
    page.says("Erik Fjeldsted").says("Elev");
    signs(&aksel, &page).says("Medarbejderen er oprettet");
    site.clock_moves("working_days", 4);
    site.clock_moves("hours", 2);
    let card = erik.opens_letter("key_card")["card_number"].as_str().unwrap().to_owned();
    let digits = erik.opens_letter("pin_letter")["temporary_password"].as_str().unwrap().to_owned();
    erik.activates(&digits, "laerling82", &card);
    assert_eq!(erik.logs_on_at("/log-paa?til=/ra").path, "/ra");
    erik.browser.open("/ra/lager").says("Borgerservice Fjordby").never_says("Skattecenter");
    let again = aksel.browser.open("/ra/medarbejdere/ny").form("Næste");
    let again = again.fill("CPR-nummer", &erik.cpr).fill("Titel", "Elev").tick("RA-administrator").submit();
    again.says("har allerede et medarbejder-NemID");
}

#[test]
fn an_officer_who_is_locked_out_is_re_opened_but_nobody_re_opens_themselves() {
    let site = Site::filled();
    let (aksel, jonas) = (administrator(&site), site.named("Jonas Lyng"));
    let page = aksel.browser.open(STAFF);
    page.follow("Aksel Brandt").says("Det er dig selv").never_says("Fratag rollen");
    page.follow("Jonas Lyng").says("ikke noget at genåbne");
    for _ in 0..5 {
        jonas.types_password("/log-paa?til=/ra", "forkert1");
    }
    let page = page.follow("Jonas Lyng").press("Send ny midlertidig adgangskode");
    signs(&aksel, &page).says("En ny midlertidig adgangskode er på vej");
    assert!(jonas.letters().iter().any(|one| one["kind"] == "pin_letter" && one["state"] == "in_transit"));
    aksel.browser.open("/ra/journal").says("Genåbn medarbejder").says("Jonas Lyng");
}

#[test]
fn who_loses_the_role_is_logged_off_and_may_be_granted_another() {
    let site = Site::filled();
    let (aksel, jonas) = (administrator(&site), site.staff("officer", 1));
    assert_eq!(jonas.logs_on_at("/log-paa?til=/ra").path, "/ra");
    let page = aksel.browser.open(STAFF).follow(&jonas.name);
    signs(&aksel, &page.press("Fratag rollen"));
    let shut_out = jonas.browser.open("/ra");
    assert!(shut_out.path.starts_with("/log-paa"), "{}", shut_out.path);
    let page = aksel.browser.open(STAFF).follow(&jonas.name);
    page.says("Ingen rolle");
    let form = page.form("Giv rollen").fill("Titel", "Superbruger");
    let page = form.tick("Superbruger, Borgerservice Fjordby").submit();
    signs(&aksel, &page).says("Rollen er givet");
    jonas.logs_on_at("/log-paa?til=/ra").says("Øvelser for nye medarbejdere");
}

#[test]
fn officers_have_no_staff_pages_and_administrators_no_counter() {
    let site = Site::filled();
    let (aksel, desk) = (administrator(&site), site.desk());
    for path in [STAFF, "/ra/medarbejdere/ny", "/ra/medarbejdere/underskriv?sag=x"] {
        assert_eq!(desk.officer.browser.open(path).status, Status::Forbidden, "{path}");
    }
    for path in ["/ra/bestil", "/ra/vedligehold/spaer-noeglekort", "/ra/bestil/valg?sag=x"] {
        assert_eq!(aksel.browser.open(path).status, Status::Forbidden, "{path}");
    }
}
