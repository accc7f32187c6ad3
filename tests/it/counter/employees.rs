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
    let form = form.fill("CPR-nummer", &erik.cpr).fill("Stilling", "Elev");
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
    let again =
        again.fill("CPR-nummer", &erik.cpr).fill("Stilling", "Elev").tick("RA-administrator").submit();
    again.says("har allerede et medarbejder-NemID");
}

/// Re-opens an employee by an action, and gives what comes by post.
pub fn reopens(aksel: &Person<'_>, who: &Person<'_>, action: &str) -> String {
    let page = aksel.browser.open(STAFF).follow(&who.name);
    let page = page.form("Send ny midlertidig adgangskode").tick(action).submit();
    signs(aksel, &page).says("En ny midlertidig adgangskode er på vej");
    aksel.site.clock_moves("working_days", 3);
    aksel.site.clock_moves("hours", 2);
    who.opens_letter("pin_letter")["temporary_password"].as_str().unwrap().to_owned()
}

#[test]
fn an_officer_who_forgot_the_password_is_helped_like_a_citizen() {
    let site = Site::filled();
    let (aksel, mut jonas) = (administrator(&site), site.named("Jonas Lyng"));
    let at_work = site.staff_named("officer", "Jonas Lyng");
    assert_eq!(at_work.logs_on_at("/log-paa?til=/ra").path, "/ra");
    let page = aksel.browser.open(STAFF).follow("Jonas Lyng");
    page.says("Nulstil ved glemt adgangskode").never_says("Midlertidig kode til låst adgangskode");
    let digits = reopens(&aksel, &jonas, "Nulstil ved glemt adgangskode");
    assert!(at_work.browser.open("/ra").path.starts_with("/log-paa"), "a reset ends the sessions");
    jonas.types_password("/log-paa?til=/ra", &jonas.password).says("Adgangskoden er spærret");
    let card = jonas.open_cards().remove(0);
    jonas.reopens(&digits, (None, "skruetvinge9"), &card);
    assert_eq!(jonas.logs_on_at("/log-paa?til=/ra").path, "/ra");
    let journal = aksel.browser.open("/ra/journal");
    journal.says("Genåbn medarbejder").says("Jonas Lyng").says("spærres som glemt");
}

#[test]
fn an_officer_who_is_locked_out_and_remembers_is_unlocked() {
    let site = Site::filled();
    let (aksel, mut jonas) = (administrator(&site), site.named("Jonas Lyng"));
    let remembered = jonas.password.clone();
    for _ in 0..5 {
        jonas.types_password("/log-paa?til=/ra", "forkert1");
    }
    let page = aksel.browser.open(STAFF).follow("Jonas Lyng");
    let unchosen = page.press("Send ny midlertidig adgangskode");
    unchosen.is(Status::UnprocessableEntity).says("Vælg en handling");
    let digits = reopens(&aksel, &jonas, "Midlertidig kode til låst adgangskode");
    let card = jonas.open_cards().remove(0);
    jonas.reopens(&digits, (Some(&remembered), "skruetvinge9"), &card);
    assert_eq!(jonas.logs_on_at("/log-paa?til=/ra").path, "/ra");
}

#[test]
fn nobody_changes_themselves_and_what_has_ended_stays_so() {
    let site = Site::filled();
    let (aksel, olga) = (administrator(&site), site.operator());
    let own = aksel.browser.open(STAFF).follow("Aksel Brandt");
    own.says("Det er dig selv").never_says("Fratag rollen").never_says("Send ny midlertidig adgangskode");
    let page = olga.finds(&site.cpr_of("Torben Kvist")).follow("Spær hele NemID'et");
    olga.signs(&page.form("Næste").tick("Reglerne for NemID er ikke overholdt").submit());
    let ended = aksel.browser.open(STAFF).follow("Torben Kvist");
    ended.never_says("Giv rollen").never_says("Send ny midlertidig adgangskode");
    // Who lost an employee NemID for good can be given another.
    let form = aksel.browser.open("/ra/medarbejdere/ny").form("Næste");
    let form = form.fill("CPR-nummer", &site.cpr_of("Torben Kvist")).fill("Stilling", "RA-medarbejder");
    let page = form.tick("RA-medarbejder, Skattecenter Engelsted").submit();
    signs(&aksel, &page).says("Medarbejderen er oprettet");
}

#[test]
fn the_trainer_serves_like_an_officer_and_finds_the_exercises() {
    let site = Site::filled();
    let ulrikke = site.staff("super_user", 0);
    let front = ulrikke.logs_on_at("/log-paa?til=/ra");
    front.says("Øvelser for nye medarbejdere").says("Bestil NemID").says("Lager");
    let ida = site.named("Ida Krogh");
    let page = ulrikke.browser.open("/ra/vedligehold/udlever-noeglekort");
    let page = page.form("Næste").fill("CPR-nummer", &ida.cpr).submit().form("Næste").tick("Pas").submit();
    page.says(&ida.name);
    ulrikke.browser.open("/ra/lager").says("Borgerservice Fjordby").never_says("Skattecenter");
    assert_eq!(ulrikke.browser.open(STAFF).status, Status::Forbidden);
}

#[test]
fn who_loses_the_role_is_logged_off_and_may_be_granted_another() {
    let site = Site::filled();
    let (aksel, jonas) = (administrator(&site), site.staff_named("officer", "Jonas Lyng"));
    assert_eq!(jonas.logs_on_at("/log-paa?til=/ra").path, "/ra");
    let page = aksel.browser.open(STAFF).follow(&jonas.name);
    signs(&aksel, &page.press("Fratag rollen"));
    let shut_out = jonas.browser.open("/ra");
    assert!(shut_out.path.starts_with("/log-paa"), "{}", shut_out.path);
    let page = aksel.browser.open(STAFF).follow(&jonas.name);
    page.says("Ingen rolle");
    let form = page.form("Giv rollen").fill("Stilling", "Superbruger");
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

#[test]
fn an_officer_whose_password_is_blocked_is_sent_to_the_administrator() {
    let site = Site::filled();
    let jonas = site.staff_named("officer", "Jonas Lyng");
    jonas.logs_on();
    let form = jonas.browser.open("/selvbetjening/adgangskode/spaer").form("Spær adgangskode");
    form.tick("Andre kender måske adgangskoden").submit().says("Din adgangskode er spærret");
    let page = jonas.types_password("/log-paa?til=/ra", &jonas.password);
    page.says("Bed din administrator om en midlertidig adgangskode").never_says("borgerservice");
}
