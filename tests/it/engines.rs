//! What is different where the tests run on a server (`tests/postgres/run`); elsewhere there is nothing to show.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rocket::http::Status;
use rusqlite::Connection;
use service::cases::open;
use service::cases::open::{Opening, Server};
use service::testing::{Place, Store, StoreError};

use crate::relay::Relay;
use crate::site::{Folder, Site, database_of, opening_in};

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

#[test]
fn what_no_standby_server_has_confirmed_is_told_as_in_doubt() {
    let site = Site::filled();
    if database_of(site.folder.path()).is_none() {
        return;
    }
    let stine = site.named("Stine Udsen");
    let warns = "CREATE FUNCTION warns_while_saving() RETURNS trigger LANGUAGE plpgsql AS \
         $$ BEGIN RAISE WARNING 'canceling wait for synchronous replication due to user request'; RETURN NULL; END $$";
    site.change(warns);
    site.change(&ENDS_WHILE_SAVING[1].replace("ends_while_saving", "warns_while_saving"));
    let page = stine.types_password("/log-paa", "helt forkert 1");
    page.is(Status::GatewayTimeout).says("Vi ved ikke, om det blev gemt");
    let of_another_kind = "CREATE OR REPLACE FUNCTION warns_while_saving() RETURNS trigger LANGUAGE plpgsql AS \
         $$ BEGIN RAISE WARNING 'something else'; RETURN NULL; END $$";
    site.change(of_another_kind);
    stine.types_password("/log-paa", "helt forkert 2").is(Status::UnprocessableEntity);
}

/// A site as the program is, where each change is made once, whose database is reached by an address.
fn in_earnest(server: impl FnOnce(Server) -> Server) -> Option<Site> {
    let folder = Site::filled_folder();
    let database = Some(server(database_of(folder.path())?));
    let opening = Opening { rehearses: false, database, ..opening_in(folder.path()) };
    Some(Site::over(rocket::execute(open::open(opening)).unwrap(), folder))
}

/// Lets every connection that there is now fail with its next entry in the log, and counts how many have.
fn fails_with(site: &Site, failure: &str) {
    for statement in [
        "CREATE SEQUENCE IF NOT EXISTS failed MINVALUE 0 START 0",
        "SELECT setval('failed', 0)",
        "DROP TABLE IF EXISTS stale",
        "CREATE TABLE stale AS SELECT pid FROM pg_stat_activity WHERE application_name = current_setting('application_name')",
        "CREATE OR REPLACE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
         IF pg_backend_pid() IN (SELECT pid FROM stale) THEN PERFORM nextval('failed'); FAILURE; END IF; RETURN NULL; END $$",
        "CREATE OR REPLACE TRIGGER fails AFTER INSERT ON event_log FOR EACH ROW EXECUTE FUNCTION fails()",
    ] {
        site.change(&statement.replace("FAILURE", failure));
    }
}

#[test]
fn a_change_whose_connection_is_of_no_use_any_more_is_made_on_another_one_and_once() {
    let Some(site) = in_earnest(|server| server) else { return };
    let stine = site.named("Stine Udsen");
    for (nth, failure) in [
        "PERFORM pg_terminate_backend(pg_backend_pid())",
        // What a server says that only reads since another one took over.
        "RAISE EXCEPTION 'cannot execute INSERT in a read-only transaction' USING ERRCODE = '25006'",
        "RAISE EXCEPTION 'the database system is shutting down' USING ERRCODE = '57P03'",
    ]
    .into_iter()
    .enumerate()
    {
        fails_with(&site, failure);
        stine.types_password("/log-paa", "helt forkert 1").is(Status::UnprocessableEntity);
        let failed: i64 = site.value("SELECT last_value FROM failed");
        assert!(failed > 0, "{failure}: no connection failed");
        let counted = site.public_nemid_of("Stine Udsen").lockout.failures;
        assert_eq!(usize::from(counted), nth + 1, "{failure}");
    }
}

#[test]
fn a_column_of_a_newer_program_ends_no_page_of_an_older_one() {
    let Some(site) = in_earnest(|server| server) else { return };
    let reads = || site.browser().open("/kontrolrum/breve/1").status;
    assert!((0..10).all(|_| reads() == Status::Ok));
    site.change("ALTER TABLE letters ADD COLUMN of_a_newer_program BIGINT");
    let told: Vec<_> = (0..20).map(|_| reads()).collect();
    let (busy, last) = (Status::ServiceUnavailable, told.last());
    assert!(
        told.iter().all(|status| [Status::Ok, busy].contains(status)) && last == Some(&Status::Ok),
        "{told:?}"
    );
}

/// A site in earnest that reaches its database by a relay, or else at further ports.
fn through_a_relay(further: &[u16]) -> Option<(Site, Relay)> {
    let address = std::env::var("TEST_DATABASE").ok()?;
    let (who, at) = address.split_once('@').unwrap();
    let (at, database) = at.split_once('/').unwrap();
    let relay = Relay::to(at.parse().unwrap());
    let ports = [relay.port].into_iter().chain(further.iter().copied());
    let hosts: Vec<_> = ports.map(|port| format!("127.0.0.1:{port}")).collect();
    let address = format!("{who}@{}/{database}", hosts.join(","));
    let site = in_earnest(|server| Server::parse(&address, None).unwrap().with_schema(server.schema()))?;
    Some((site, relay))
}

#[test]
fn while_the_database_is_away_pages_are_busy_at_once_few_connections_are_tried_and_it_goes_on_by_itself() {
    let Some((site, relay)) = through_a_relay(&[]) else { return };
    let stine = site.named("Stine Udsen");
    stine.logs_on();
    assert_eq!(site.client.get("/health").dispatch().status(), Status::Ok);

    relay.cut();
    let (begun, mut asked) = (Instant::now(), 0);
    while begun.elapsed() < Duration::from_secs(12) {
        let asked_at = Instant::now();
        stine.browser.open("/selvbetjening").is(Status::ServiceUnavailable).says("prøv igen");
        assert!(asked_at.elapsed() < Duration::from_secs(3), "{:?}", asked_at.elapsed());
        asked += 1;
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(site.client.get("/health").dispatch().status(), Status::ServiceUnavailable);
    let tried = relay.mend();
    assert!(asked > 100 && tried < 30, "{asked} pages, {tried} connections");

    let begun = Instant::now();
    while stine.browser.open("/selvbetjening").status != Status::Ok {
        assert!(begun.elapsed() < Duration::from_secs(10), "it does not come back");
        std::thread::sleep(Duration::from_millis(50));
    }
    stine.browser.open("/selvbetjening").says("Stine Udsen");
}

/// What a world says when it is opened over TLS at another place of the tests' server, by these authorities.
fn opened_encrypted(host: &str, authorities: Option<&Path>) -> Option<Result<Site, String>> {
    let address = std::env::var("TEST_DATABASE").ok()?.replace("127.0.0.1", host) + "?sslmode=verify-full";
    let folder = Folder::new();
    let server =
        Server::parse(&address, authorities).unwrap().with_schema(database_of(folder.path())?.schema());
    let opening = Opening { database: Some(server), ..opening_in(folder.path()) };
    let opened = rocket::execute(open::open(opening));
    Some(opened.map(|app| Site::over(app, folder)).map_err(|error| error.to_string()))
}

#[test]
fn what_goes_to_a_server_is_encrypted_and_its_certificate_is_of_a_known_authority_and_names_it() {
    let Some(authorities) = std::env::var_os("TEST_DATABASE_CA").map(PathBuf::from) else { return };
    let site = opened_encrypted("127.0.0.1", Some(&authorities)).unwrap().unwrap();
    let versions: Vec<String> =
        site.values("SELECT CAST(version AS TEXT) FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
    assert_eq!(versions, ["TLSv1.3"]);
    site.browser().open("/").is(Status::Ok);
    for (host, authorities, why) in [
        ("127.0.0.1", None, "UnknownIssuer"),
        ("localhost", Some(authorities.as_path()), "not valid for name"),
    ] {
        let refused = opened_encrypted(host, authorities).unwrap().err().unwrap();
        assert!(refused.contains(why), "{host}: {refused}");
    }
}

#[test]
fn a_server_that_says_nothing_any_more_is_left_for_another_one() {
    let Some(address) = std::env::var("TEST_DATABASE").ok() else { return };
    let port = address.rsplit(':').next().and_then(|rest| rest.split('/').next()).unwrap().parse().unwrap();
    let Some((site, relay)) = through_a_relay(&[port]) else { return };
    let stine = site.named("Stine Udsen");
    stine.logs_on();
    relay.hang();
    let begun = Instant::now();
    stine.browser.open("/selvbetjening").is(Status::ServiceUnavailable);
    while stine.browser.open("/selvbetjening").status != Status::Ok {
        assert!(begun.elapsed() < Duration::from_mins(1), "it does not come back");
    }
    stine.browser.open("/selvbetjening").says("Stine Udsen");
    stine.types_password("/log-paa", "helt forkert 1").is(Status::UnprocessableEntity);
}
