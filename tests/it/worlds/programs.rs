//! Worlds in a database on a server, as commands make them and processes serve them. Where the tests run on files there is nothing
//! to show.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use service::cases::open::key_file;

use crate::moved::{Database, on};
use crate::process::{Serving, told};
use crate::site::Folder;

/// A database with a first world, and the folder of the program that began it.
fn begun() -> Option<(Database, Folder)> {
    let (database, folder) = (Database::new()?, Folder::new());
    does(&database, folder.path(), &["init"]);
    Some((database, folder))
}

#[track_caller]
fn does(database: &Database, folder: &Path, words: &[&str]) -> String {
    let (done, said) = told(on(database, folder, words).output().unwrap());
    assert!(done, "{words:?}: {said}");
    said
}

#[track_caller]
fn refuses(database: &Database, folder: &Path, words: &[&str], says: &str) {
    let (done, said) = told(on(database, folder, words).output().unwrap());
    assert!(!done && said.contains(says), "{words:?}: {said}");
}

/// A program on another machine: it has the same server key and nothing else.
fn elsewhere(folder: &Folder) -> Folder {
    let other = Folder::new();
    let data = other.path().join("data");
    fs::create_dir(&data).unwrap();
    fs::copy(key_file(&folder.path().join("data")), key_file(&data)).unwrap();
    other
}

#[test]
fn the_commands_do_on_a_server_what_they_do_with_files() {
    let Some((database, folder)) = begun() else { return };
    let (here, there) = (folder.path(), elsewhere(&folder));
    let there = there.path();
    let said = does(&database, here, &["world", "copy", "first", "klasse"]);
    assert!(
        said.contains("There is a new world klasse in postgres://") && said.contains("(world-1)"),
        "{said}"
    );
    does(&database, there, &["world", "save", "klasse", "start"]);
    does(&database, here, &["world", "copy", "klasse@start", "hold"]);
    does(&database, there, &["world", "new", "ny"]);
    let listed = does(&database, there, &["world", "list"]);
    let names: Vec<_> = listed.lines().map(|line| line.split_whitespace().next().unwrap()).collect();
    assert_eq!(names, ["first", "hold", "klasse", "ny"]);
    assert!(listed.lines().nth(2).unwrap().ends_with("start"), "{listed}");
    assert!(does(&database, here, &["world", "points", "klasse"]).starts_with("start "));
    refuses(&database, here, &["world", "back", "klasse", "start"], "--yes does not ask");
    refuses(&database, here, &["world", "back", "klasse", "borte", "--yes"], "no save point of that name");
    does(&database, here, &["world", "back", "klasse", "start", "--yes"]);
    does(&database, here, &["world", "export", "klasse", "klasse.tar", "--with-key"]);
    fs::copy(here.join("klasse.tar"), there.join("klasse.tar")).unwrap();
    does(&database, there, &["world", "import", "klasse.tar", "hentet"]);
    refuses(&database, there, &["world", "import", "klasse.tar", "hentet"], "a world of that name already");
    does(&database, here, &["world", "rename", "hentet", "nyere"]);
    refuses(&database, here, &["world", "remove", "nyere"], "--yes does not ask");
    does(&database, there, &["world", "remove", "nyere", "--yes"]);
    refuses(&database, there, &["world", "remove", "nyere", "--yes"], "no world of that name");
    refuses(&database, there, &["world", "remove", "first", "--yes"], "the first world stays");
    does(&database, there, &["world", "forget", "klasse", "start"]);
    assert_eq!(does(&database, here, &["world", "points", "klasse"]), "");
    does(&database, here, &["world", "save", "first", "start"]);
    does(&database, there, &["check"]);
    does(&database, here, &["reset", "--yes"]);
    assert_eq!(does(&database, there, &["world", "points", "first"]), "", "they go with their world");
    assert_eq!(does(&database, there, &["world", "list"]).lines().count(), 4);
}

/// Asks until an answer has a status, for as long as a program takes to see what another one did.
#[track_caller]
fn soon_is(serving: &Serving, path: &str, status: u16) {
    let begun = Instant::now();
    loop {
        let answer = serving.ask(("GET", path), ("text/plain", ""), "");
        if answer.status == status {
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "{path} {}: {}", answer.status, answer.body);
        sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_world_that_one_process_makes_another_one_serves_until_the_first_removes_it() {
    let Some((database, folder)) = begun() else { return };
    let other = elsewhere(&folder);
    let serve = |folder: &Folder| Serving::by(on(&database, folder.path(), &[]));
    let (one, other) = (serve(&folder), serve(&other));
    let asks = |serving: &Serving, method, path, body| {
        serving.ask((method, path), ("application/json", body), "").status
    };
    assert_eq!(asks(&one, "POST", "/api/worlds", "{\"name\":\"klasse\",\"from\":\"first\"}"), 201);
    for serving in [&one, &other] {
        soon_is(serving, "/v/klasse/log-paa", 200);
    }
    assert_eq!(asks(&one, "POST", "/v/klasse/api/world/clock", "{\"days\":1}"), 200);
    assert_eq!(asks(&other, "POST", "/api/worlds/klasse/rename", "{\"name\":\"hold\"}"), 200);
    for serving in [&one, &other] {
        assert_eq!(asks(serving, "GET", "/v/klasse/log-paa", ""), 404);
        soon_is(serving, "/v/hold/log-paa", 200);
    }
    let begun = Instant::now();
    assert_eq!(asks(&one, "DELETE", "/api/worlds/hold", ""), 200);
    assert!(begun.elapsed() < Duration::from_secs(4), "the other one closes it by itself");
    for serving in [&one, &other] {
        assert_eq!(asks(serving, "GET", "/v/hold/log-paa", ""), 404);
    }
    let schemas = "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'world-%'";
    assert_eq!(database.server().ask(schemas).unwrap(), 0);
    refuses(
        &database,
        folder.path(),
        &["world", "back", "first", "start", "--yes"],
        "the world first is in use; stop the program first",
    );
}
