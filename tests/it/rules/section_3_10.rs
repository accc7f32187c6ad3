//! Rules 3.10: changes are announced three months ahead, at once for security, and accepted once in force.

use rocket::http::Status;

use crate::desks::Serving;
use crate::site::Site;

fn publishes(olga: &Serving<'_>, when: &str, danish: &str) {
    let page = olga.person.browser.open("/operatoer/regler");
    let form = page.form("Underskriv og offentliggør").tick(when);
    let form =
        form.fill("Hvad er ændret, på dansk", danish).fill("Hvad er ændret, på engelsk", "Something new.");
    let form = form.fill("Adgangskode", &olga.person.password);
    form.submit().is(Status::Ok).says(danish);
    form.submit().is(Status::Ok);
}

#[test]
fn a_change_can_be_read_three_months_before_it_is_in_force_and_is_then_accepted() {
    let site = Site::filled();
    publishes(&site.operator(), "Gælder om tre måneder", "Kort med færre nøgler.");
    let reader = site.browser();
    let page = reader.open("/regler");
    page.says("Version 2. Reglerne gælder fra").says("Reglerne ændres").says("Kort med færre nøgler.");
    page.says("Version 3 er offentliggjort og gælder fra 4. juni 2019 kl. 09.0");
    page.never_says("Version 4");

    let stine = site.person(|one| one["name"] == "Stine Udsen");
    stine.logs_on().never_says("Reglerne for NemID er ændret");
    stine
        .browser
        .open("/selvbetjening/regler")
        .says("Du accepterede version 2")
        .says("Kort med færre nøgler.");

    site.change_world("clock", "{\"to\": \"2019-06-04T08:55:00+02:00\"}");
    reader.open("/regler").says("Version 2. Reglerne gælder fra").says("Reglerne ændres");
    site.change_world("clock", "{\"to\": \"2019-06-04T09:05:00+02:00\"}");
    let page = stine.logs_on();
    let page = page.says("Reglerne for NemID er ændret").follow("Læs og acceptér");
    page.press("Acceptér version 3").says("Du har accepteret reglerne").says("Du accepterede version 3");
    assert_eq!(site.public_nemid_of("Stine Udsen").rules_accepted.unwrap().version, 3);
    stine.browser.open("/selvbetjening").never_says("Reglerne for NemID er ændret");
    reader.open("/regler").says("Version 3. Reglerne gælder fra 4. juni 2019").never_says("Reglerne ændres");
}

#[test]
fn a_change_for_security_is_in_force_at_once() {
    let site = Site::filled();
    let olga = site.operator();
    publishes(&olga, "Gælder med det samme", "Nøglekort må ikke fotograferes.");
    site.browser()
        .open("/regler")
        .says("Version 3. Reglerne gælder fra 4. marts 2019")
        .says("hensyn til sikkerheden");
    let stine = site.person(|one| one["name"] == "Stine Udsen");
    let form = stine.logs_on().follow("Læs og acceptér").form("Acceptér version 3");
    publishes(&olga, "Gælder med det samme", "Endnu en ændring.");
    form.submit().is(Status::UnprocessableEntity).says("nyere version").says("Acceptér version 4");
    olga.person.browser.open("/operatoer/journal").says("Ny version af reglerne af hensyn til sikkerheden");
}

#[test]
fn a_change_for_security_goes_on_when_what_was_announced_before_it_comes_into_force() {
    let site = Site::filled();
    let olga = site.operator();
    publishes(&olga, "Gælder om tre måneder", "Kort med færre nøgler.");
    publishes(&olga, "Gælder med det samme", "Nøglekort må ikke fotograferes.");
    let stine = site.person(|one| one["name"] == "Stine Udsen");
    stine.logs_on().follow("Læs og acceptér").press("Acceptér version 4");
    site.clock_moves("days", 93);
    site.browser()
        .open("/regler")
        .says("Version 3 gælder nu")
        .says("Version 4 gælder stadig, nu i version 3");
    let page = stine.logs_on().follow("Læs og acceptér");
    page.says("Kort med færre nøgler.").never_says("fotograferes");
    page.press("Acceptér version 3").says("Tidligere accepteret").says("Version 4: 4. marts 2019");

    let willy = site.person(|one| one["name"] == "Willy Åkjær");
    let page = willy.logs_on().follow("Læs og acceptér");
    page.says("fotograferes").says("Kort med færre nøgler.").press("Acceptér version 3");
    willy.browser.open("/selvbetjening").never_says("Reglerne for NemID er ændret");
}

#[test]
fn what_changes_has_to_be_said_in_both_languages_and_signed() {
    let site = Site::filled();
    let olga = site.operator();
    let page = olga.person.browser.open("/operatoer/regler");
    let sent = page.form("Underskriv").fill("Hvad er ændret, på dansk", "Nyt.").submit();
    sent.is(Status::UnprocessableEntity);
    sent.says("på både dansk og engelsk")
        .says("Vælg, hvornår versionen skal gælde")
        .says("Skriv din adgangskode");
    let form = sent.form("Underskriv").fill("Hvad er ændret, på engelsk", "New.").tick("Gælder om");
    form.fill("Adgangskode", "helt forkert1")
        .submit()
        .says("Adgangskoden er forkert")
        .never_says("Version 3");
}

#[test]
fn who_stayed_away_reads_what_changed_since_and_accepts_it_once() {
    let site = Site::filled();
    let henny = site.person(|one| one["name"] == "Henny Jakobsen");
    let page = henny.logs_on().says("Reglerne for NemID er ændret").follow("Læs og acceptér");
    page.says("Du accepterede version 1").says("september 2016").says("Version 2 gælder fra 25. maj 2018");
    let form = page.form("Acceptér version 2");
    form.submit().says("Du har accepteret reglerne").says("Du accepterede version 2").says("4. marts 2019");
    henny
        .browser
        .open("/selvbetjening/regler")
        .says("Tidligere accepteret")
        .says("Version 1: 1. september 2016");
    form.submit();
    let log = henny.browser.open("/selvbetjening/haendelseslog").text();
    assert_eq!(log.matches("Du accepterede reglerne for NemID, version 2").count(), 1, "{log}");
}
