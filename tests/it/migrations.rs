//! A database that an older version of the program wrote is brought up to date, and all in it goes on: the world that
//! lies in `migrations/` was written when there were three migrations.

use rusqlite::Connection;
use selvbetjening::cases::check;
use selvbetjening::cases::opening::key_file;
use selvbetjening::store::Place;

use crate::site::{Folder, Site};

mod kills;

mod embedded {
    refinery::embed_migrations!("db/migrations");
}

const WORLD: &str = include_str!("migrations/v3.sql");

/// The server key under which it was written. It keeps no secret but that of made-up persons.
const KEY: &str = "+jFGDKRb0uSoJI8OBWj/UAQQHgS6yjKdlvyVl7QkFrc=\n";

/// The tables as an older version made them, empty.
fn old_database(version: u32) -> Folder {
    let folder = Folder::new();
    let mut database = Connection::open(Place::below(folder.path()).path()).unwrap();
    let target = refinery::Target::Version(version.try_into().unwrap());
    embedded::migrations::runner().set_target(target).run(&mut database).unwrap();
    folder
}

fn old_world() -> Folder {
    let folder = old_database(3);
    std::fs::write(key_file(folder.path()), KEY).unwrap();
    private(&key_file(folder.path()));
    let database = Connection::open(Place::below(folder.path()).path()).unwrap();
    database.execute_batch(WORLD).unwrap();
    folder
}

#[cfg(unix)]
fn private(file: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600)).unwrap();
}

#[cfg(not(unix))]
fn private(_: &std::path::Path) {}

#[test]
fn an_old_world_goes_on_where_it_was() {
    let site = Site::in_folder(old_world());
    let hanne = site.person(|one| one["name"] == "Hanne Iversen");
    hanne.logs_on();
    hanne.browser.open("/selvbetjening/haendelseslog").says("28. februar 2019").says("4. marts 2019");
    site.clock_moves("days", 40);
    let findings = rocket::execute(check::look_over(&site.house)).unwrap();
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn what_was_signed_stands_in_the_journal_of_its_desk() {
    let site = Site::in_folder(old_world());
    let officer = site.staff("officer", 0);
    officer.logs_on_at("/ra");
    let journal = officer.browser.open("/ra/journal");
    journal
        .says("Hanne Iversen")
        .says("Signed before the journals became one: at the counter.")
        .says("nr. 1");
    assert!(!journal.text().contains("at the bank."));
    let clerk = site.staff("bank_clerk", 0);
    clerk.logs_on_at("/bank/fjordbanken");
    let journal = clerk.browser.open("/bank/fjordbanken/journal");
    journal.says("Hanne Iversen").says("Signed before the journals became one: at the bank.").says("nr. 1");
}
