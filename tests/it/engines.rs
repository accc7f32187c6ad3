//! What is different where the tests run on a server (`tests/postgres/run`); elsewhere there is nothing to show.

use rocket::http::Status;
use rusqlite::Connection;
use service::testing::{Place, Store, StoreError};

use crate::site::{Folder, Site, database_of};

#[test]
fn the_migrations_of_both_engines_end_in_the_same_columns() {
    let site = Site::empty();
    if database_of(site.folder.path()).is_none() {
        return;
    }
    let folder = Folder::new();
    let place = Place::below(folder.path());
    Store::open(&place).unwrap();
    let file = Connection::open(place.path()).unwrap();
    let sql = "SELECT tables.name || '.' || columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns \
               WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite%' ORDER BY 1";
    let mut asked = file.prepare(sql).unwrap();
    let ours: Vec<String> = asked.query_map((), |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let theirs: Vec<String> = site.values(
        "SELECT CAST(table_name || '.' || column_name AS TEXT) FROM information_schema.columns \
         WHERE table_schema = current_schema() AND column_name <> 'rowid' ORDER BY 1",
    );
    assert_eq!(ours, theirs);
}

#[test]
fn a_connection_that_was_lost_is_made_anew_before_anything_is_asked_of_it() {
    let site = Site::filled();
    let Some(server) = database_of(site.folder.path()) else { return };
    let stine = site.named("Stine Udsen");
    stine.logs_on();
    for _ in 0..3 {
        rocket::execute(server.end_connections()).unwrap();
        stine.browser.open("/selvbetjening").is(Status::Ok).says("Stine Udsen");
        stine.browser.open("/selvbetjening/haendelseslog").is(Status::Ok);
    }
}

#[test]
fn without_its_tables_a_world_answers_that_something_is_wrong_and_goes_on_when_they_are_back() {
    let site = Site::filled();
    let Some(server) = database_of(site.folder.path()) else { return };
    let kept = Folder::of(site.folder.path());
    let stine = site.named("Stine Udsen");
    rocket::execute(server.remove()).unwrap();
    let refused = stine.types_password("/log-paa", &stine.password);
    refused.is(Status::InternalServerError).never_says("relation").never_says("nemids");
    rocket::execute(database_of(kept.path()).unwrap().copy_to(&server)).unwrap();
    rocket::execute(server.end_connections()).unwrap();
    stine.logs_on();
}

#[test]
fn a_change_one_statement_of_which_failed_is_not_taken_for_saved() {
    let site = Site::empty();
    if database_of(site.folder.path()).is_none() {
        return;
    }
    let changed = site.app.store().write::<_, StoreError, _>(|tx| {
        tx.run("INSERT INTO house (name, value) VALUES ('planted', 'yes')")?;
        assert!(tx.whole("SELECT nothing FROM nowhere").is_err());
        Ok(())
    });
    let error = rocket::execute(changed).unwrap_err();
    assert!(error.to_string().contains("failed"), "{error}");
    assert_eq!(site.count("house WHERE name = 'planted'"), 0, "nothing of it was saved");
    assert_eq!(site.change("INSERT INTO house (name, value) VALUES ('planted', 'yes')"), 1, "and it goes on");
}
