//! Every statement of the store is one that both engines take: it is found in the sources, and prepared on a new SQLite file
//! and, where the tests run on a server (`tests/postgres/run`), on PostgreSQL. What leads a connection itself
//! (`store/engine`, `store/transfer`, migrations), and the catalogue of worlds on a server (`store/catalogue`), belongs to one engine and is shown by running it.

mod found;

use std::path::Path;

use service::testing::{Place, Store};

use crate::site::{Folder, database_of};
use found::{Found, found};

/// The schema of another world, for which the test has its own.
const HERE: &str = "the schema of the test";

/// What stands in the places of statements that are put together: file, place, and all that is put there. A text behind `=`
/// is the beginning of another statement of the same file.
const FILLED: &[(&str, &str, &[&str])] = &[
    (
        "check.rs",
        "sql",
        &[
            "=SELECT id FROM journal",
            "=SELECT id FROM letters",
            "=SELECT hex",
            "=SELECT n FROM",
            "=SELECT number",
            "=SELECT rowid",
        ],
    ),
    ("damage.rs", "table", &["house"]),
    ("detached.rs", "table", &["sessions", "control_room_guesses", "invitations"]),
    ("emptied.rs", "table", &service::testing::TABLES),
    ("guesses.rs", "table", &["guesses", "place_guesses"]),
    ("guesses.rs", "", &["guesses", "place_guesses"]),
    ("organisation_certificates.rs", "column", &["employee", "place"]),
    ("outbox.rs", "passing", &["", "FOR UPDATE SKIP LOCKED"]),
    ("past_certificates.rs", "which", &["serial BETWEEN ?1 AND ?2", "true"]),
    ("past_certificates.rs", "", &["=SELECT serial, json_extract"]),
    ("taken_over.rs", "point", &[HERE]),
    ("taken_over.rs", "table", &["house"]),
    ("taken_over.rs", "condition", &["true", "name <> 'outbox'"]),
    ("taken_over.rs", "", &["name, value"]),
    ("taken_over.rs", "places", &["?, ?"]),
];

/// The files of the store whose statements a transaction of either engine runs.
fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/service/src/store");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_file() {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            if text.contains("impl Tx<") || text.contains("&Tx<") {
                files.push((name, text));
            }
        }
    }
    files.sort();
    files
}

/// Every statement, or what is wrong with how one is made.
fn all() -> Found {
    let mut all = Found::default();
    for (name, text) in files() {
        if ["tx.rs", "whole.rs", "mod.rs", "transact.rs", "rehearsal.rs"].contains(&&*name) {
            // They hand on what others say.
            continue;
        }
        all.add(found(&name, &text, FILLED));
    }
    all
}

/// What SQLite does not take.
fn refused_by_sqlite(all: &Found) -> Vec<String> {
    let folder = Folder::new();
    let place = Place::below(folder.path());
    Store::open(&place).unwrap();
    let file = rusqlite::Connection::open(place.path()).unwrap();
    let told = |sql: &String| file.prepare(sql).err().map(|error| format!("{sql}: {error}"));
    all.of_sqlite().filter_map(told).collect()
}

#[test]
fn every_statement_is_one_that_both_engines_take() {
    let all = all();
    assert_eq!(all.faults, Vec::<String>::new());
    assert!(all.statements.len() > 200, "only {} statements", all.statements.len());
    assert_eq!(refused_by_sqlite(&all), Vec::<String>::new());

    let folder = Folder::new();
    let Some(server) = database_of(folder.path()) else { return };
    server.bring_up_to_date().unwrap();
    let told = |sql: &String| {
        let sql = sql.replace(HERE, server.schema());
        server.takes(&sql).err().map(|error| format!("{sql}: {error}"))
    };
    assert_eq!(all.of_postgres().filter_map(told).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn a_statement_that_is_wrong_or_comes_from_nowhere_is_found() {
    let planted = |code: &str| found("planted.rs", code, FILLED);
    let wrong = planted("fn a(&self) { self.execute(\"DELETE FROM nowhere\", []) }");
    assert_eq!(refused_by_sqlite(&wrong).len(), 1, "{wrong:?}");
    for code in [
        "fn a(&self) { let sql = elsewhere(); self.find(&sql, [], read) }",
        "fn a(&self) { self.execute_one(TABLE, &[\"DELETE \", \"FROM house\"].concat(), []) }",
        "fn a(&self) { self.list(&format!(\"SELECT * FROM {unknown}\"), [], read) }",
    ] {
        assert_eq!(planted(code).faults.len(), 1, "{code}: {:?}", planted(code));
    }
    let joined = planted(
        "const SELECT: &str = \"SELECT * FROM house\";\n\
         fn a(&self) { let sql = format!(\"{SELECT} WHERE nothing = ?1\"); self.find(&sql, [1], read) }",
    );
    assert_eq!((joined.faults.len(), refused_by_sqlite(&joined).len()), (0, 1), "{joined:?}");

    let folder = Folder::new();
    let Some(server) = database_of(folder.path()) else { return };
    server.bring_up_to_date().unwrap();
    assert!(server.takes("SELECT name FROM house WHERE CAST(?1 AS TEXT) IS NULL OR value = ?1").is_ok());
    for sql in [
        "DELETE FROM nowhere",
        "SELECT ifnull(name, 'x') FROM house",
        "SELECT name FROM house WHERE ?1 IS NULL OR value = ?1",
    ] {
        assert!(server.takes(sql).is_err(), "{sql}");
    }
}
