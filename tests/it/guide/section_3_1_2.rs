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
    anna.types_temporary("/aktiver", wrong).says("skrevet forkert tre gange med dette NemID-nummer");
    anna.types_temporary("/aktiver", wrong).says("skrevet forkert tre gange med dette NemID-nummer");
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

/// An older letter is told so wherever it is typed, and the newest one works after all of that.
fn is_superseded(citizen: &Person<'_>, older: &[&str], newest: &str) {
    let hashes = || citizen.site.app.hasher().ran();
    for digits in older {
        for place in
            ["/aktiver", "/genaabn", "/tjenester/fjordbanken/aktiver", "/tjenester/hedebanken/aktiver"]
        {
            let before = hashes();
            citizen.types_temporary(place, digits).says("nyere midlertidig adgangskode");
            assert_eq!(hashes() - before, 1, "one hash, however many letters there were");
        }
    }
    let page = citizen.types_temporary("/aktiver", newest);
    assert!(page.path.starts_with("/aktiver/"), "{}: {}", page.path, page.text());
}

#[test]
fn older_letters_say_that_a_newer_one_was_sent_and_cost_it_nothing() {
    let site = Site::filled();
    let (desk, anna) = (site.desk(), site.named("Anna Bøgh"));
    let posted = newest_digits(&anna);
    let (first, second, third) = (
        desk.issues(&anna, "Genudsend midlertidig adgangskode"),
        desk.issues(&anna, "Genudsend midlertidig adgangskode"),
        desk.issues(&anna, "Genudsend midlertidig adgangskode"),
    );
    is_superseded(&anna, &[&posted, &first, &second], &third);
}

#[test]
fn so_does_the_first_post_that_comes_after_the_counter_has_helped() {
    let site = Site::filled();
    let (desk, lise) = (site.desk(), site.named("Lise Mørk"));
    let handed_over = desk.issues(&lise, "Genudsend midlertidig adgangskode");
    site.clock_moves("working_days", 4);
    let posted = newest_digits(&lise);
    assert_ne!(posted, handed_over);
    is_superseded(&lise, &[&posted], &handed_over);
}

#[test]
fn so_does_the_counters_letter_once_the_bank_has_sent_another() {
    let site = Site::filled();
    let (niels, nana) = (site.named("Niels Poulsen"), site.clerk("fjordbanken"));
    let first = niels.letters().iter().find(|one| one["kind"] == "pin_letter").map(|one| one["id"].clone());
    let first = first.map(|id| site.change_world(&format!("letters/{id}/open"), "{}"));
    let first = first.unwrap()["temporary_password"].as_str().unwrap().to_owned();
    let read = nana.finds(&niels.cpr).follow("Ny midlertidig adgangskode").form("Næste").tick("Genudsend");
    nana.signs(&read.submit());
    niels.types_temporary("/tjenester/fjordbanken/aktiver", &first).says("nyere midlertidig adgangskode");
    niels.types_temporary("/aktiver", &first).says("nyere midlertidig adgangskode");
    site.clock_moves("working_days", 4);
    let second = newest_digits(&niels);
    let page = niels.types_temporary("/tjenester/fjordbanken/aktiver", &second);
    assert!(page.path.ends_with("/aktiver/adgangskode"), "{}: {}", page.path, page.text());
}

#[test]
fn the_right_digits_in_a_log_on_box_kill_it_once_and_for_all() {
    for place in ["/log-paa", "/tjenester/fjordbanken", "/tjenester/borgerportalen", "/tjenester/hedebanken"]
    {
        let site = Site::filled();
        let anna = site.named("Anna Bøgh");
        let digits = newest_digits(&anna);
        let wrong = if digits == "000000" { "000001" } else { "000000" };
        let types = |user_id: &str, digits: &str| {
            let form = anna.browser.open(place).form("Næste");
            form.fill("Bruger-id", user_id).fill("Adgangskode", digits).submit()
        };
        let number = anna.nemid_number();
        types(&number, wrong).says("Bruger-id eller adgangskode er forkert");
        types("987654321", &digits).says("Bruger-id eller adgangskode er forkert");
        let hashes = site.app.hasher().ran();
        types(&number, &digits).says("Det er din midlertidige adgangskode");
        assert_eq!(site.app.hasher().ran() - hashes, 1, "as for any password");
        anna.types_temporary("/aktiver", &digits).says("et andet sted end det, brevet nævner");
        anna.opens_letter("key_card");
        is_helped(&site, "Anna Bøgh");
    }
}

#[test]
fn so_do_those_of_a_reopening_while_the_password_is_blocked() {
    let site = Site::filled();
    let (desk, rikke) = (site.desk(), site.named("Rikke Søndergaard"));
    let digits = desk.issues(&rikke, "Nulstil ved glemt adgangskode");
    rikke.types_password("/log-paa", &digits).says("Det er din midlertidige adgangskode");
    rikke.types_temporary("/genaabn", &digits).says("et andet sted end det, brevet nævner");
}

#[test]
fn a_wrong_nemid_number_says_nothing_of_the_letter_and_costs_it_nothing() {
    let site = Site::filled();
    let (anna, bent) = (site.named("Anna Bøgh"), site.named("Bent Dalgaard"));
    let digits = newest_digits(&anna);
    let wrong = if digits == "000000" { "000001" } else { "000000" };
    let said = |number: &str, digits: &str| -> Vec<_> {
        (0..4).map(|_| anna.begins("/aktiver", number, digits).text().replace(number, "…")).collect()
    };
    let unknown = said("987654321", &digits);
    assert!(unknown[3].contains("Er det et andet, så begynd forfra"), "{}", unknown[3]);
    assert_eq!(
        unknown,
        said(&bent.nemid_number(), wrong),
        "a number that somebody has gets the same answers"
    );
    let page = anna.types_temporary("/aktiver", &digits);
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
    receipt.says("inden for 30 dage, senest den 3. april 2019 kl. 10.00");
    receipt.follow("Se og udskriv reglerne").says("Regler");
    let page = reads("Mads Nørgaard");
    page.says(&format!("PIN-brev {serial} er udleveret. Virker til 3. april 2019 kl. 10.00"));
    page.says("Den midlertidige adgangskode, der virker nu, holder op med det");
}
