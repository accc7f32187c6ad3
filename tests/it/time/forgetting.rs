//! Rules 3.7: everything older than the current year and five years is deleted, an ended NemID with all its
//! data.

use service::cases::upkeep::check;
use service::testing::{Place, StoreError};

use crate::site::Site;

/// How many years the world lives.
fn years_pass(site: &Site, years: u32) {
    site.clock_moves("days", 365 * years + years / 4);
}

#[test]
fn an_ended_nemid_is_forgotten_and_its_user_id_is_free_again() {
    let site = Site::filled();
    site.clock_moves("days", 60);
    assert_eq!(site.nemids_of("Emil Friis").len(), 2, "closed in April 2019, and kept");
    let old = site.nemids_of("Emil Friis").into_iter().find(|one| !one.state.is_open()).unwrap().number;
    years_pass(&site, 5);
    assert_eq!(site.nemids_of("Emil Friis").len(), 2, "until 2024 has passed");
    years_pass(&site, 1);
    let database = rusqlite::Connection::open(Place::below(site.folder.path()).path()).unwrap();
    let oldest = "SELECT min(issued) FROM temporary_passwords";
    let oldest: Option<String> = database.query_row(oldest, [], |row| row.get(0)).unwrap();
    assert!(
        oldest.is_none_or(|issued| *issued > *"2019-12-31"),
        "an older letter's password is forgotten with it"
    );
    let left = site.nemids_of("Emil Friis");
    assert!(left.iter().all(|one| one.number != old) && left.len() == 1, "{left:?}");

    let emil = site.named("Emil Friis");
    emil.logs_on();
    let form = emil.browser.open("/selvbetjening/bruger-id").form("Gem");
    let form = form.fill("Bruger-id", "emil.gammel").fill("Adgangskode", &emil.password);
    form.submit().never_says("optaget").says("emil.gammel");
    let found = rocket::execute(check::look_over(&site.app));
    assert!(found.is_empty(), "{}", found.len());
}

#[test]
fn what_was_signed_stays_with_the_bank_and_no_serial_number_is_given_out_twice() {
    let site = Site::filled();
    let aksel = site.named("Aksel Dam");
    let olga = site.operator();
    let page = olga.finds(&aksel.cpr).follow("Spær hele NemID");
    olga.signs(&page.form("Næste").tick("Reglerne").submit());
    drop(olga);
    site.clock_moves("days", 1);
    let database = rusqlite::Connection::open(Place::below(site.folder.path()).path()).unwrap();
    let count = |sql: &str| database.query_row(sql, [], |row| row.get::<_, u32>(0)).unwrap();
    let payments = "SELECT count(*) FROM documents WHERE payment IS NOT NULL AND signed IS NOT NULL";
    let last = count("SELECT max(serial) FROM certificates");
    assert_eq!(count(payments), 2);
    years_pass(&site, 7);
    assert!(site.nemids_of("Aksel Dam").is_empty());
    assert_eq!(count(payments), 2);
    let next = site.app.store().read::<_, StoreError, _>(|tx| Ok(tx.next_certificate_serial()?.0));
    assert!(rocket::execute(next).unwrap() > last, "given out twice");
}
