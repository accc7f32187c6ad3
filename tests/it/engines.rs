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

/// Ends the connection that adds an entry to the log, in the moment of saving.
const ENDS_WHILE_SAVING: [&str; 2] = [
    "CREATE FUNCTION ends_while_saving() RETURNS trigger LANGUAGE plpgsql AS \
     $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$",
    "CREATE CONSTRAINT TRIGGER ends_while_saving AFTER INSERT ON event_log DEFERRABLE INITIALLY DEFERRED \
     FOR EACH ROW EXECUTE FUNCTION ends_while_saving()",
];

#[test]
fn a_connection_lost_while_something_is_saved_is_a_page_and_an_answer_of_its_own() {
    let site = Site::filled();
    if database_of(site.folder.path()).is_none() {
        return;
    }
    let stine = site.named("Stine Udsen");
    for statement in ENDS_WHILE_SAVING {
        site.change(statement);
    }
    let page = stine.types_password("/log-paa", "helt forkert 1");
    page.is(Status::GatewayTimeout).says("Vi ved ikke, om det blev gemt").says("Se efter i Hændelsesloggen");
    let path = format!("/api/world/persons/{}/session", stine.cpr);
    let answer = site.browser().post_json(&path, "{}").is(Status::GatewayTimeout).body.clone();
    assert!(answer.contains("\"in_doubt\""), "{answer}");
    site.change("DROP TRIGGER ends_while_saving ON event_log");
    stine.logs_on();
}
