//! `selvbetjening move`: the first world taken over to another place by the program as a process of its own; to a server and
//! back where the tests run on one (`tests/postgres/run`), elsewhere from folder to folder.

use std::path::Path;
use std::process::Command;

use service::cases::open::{Server, key_file};
use service::testing::Place;
use service::testing::transfer::{Side, contents_of};

use crate::process::{Serving, program, run, told, world};
use crate::site::Folder;

/// Where on a server the worlds of these tests are moved to: a database of its own for each, because the schema is `first`.
pub struct Database {
    whole: Server,
    name: String,
    address: String,
}

impl Database {
    /// An empty one; none where the tests run on no server.
    pub fn new() -> Option<Self> {
        let address = std::env::var("TEST_DATABASE").ok()?;
        let name = Folder::new().path().file_name()?.to_string_lossy().replace("selvbetjening", "moved");
        let whole = Server::parse(&address, None).unwrap();
        let its = format!("{}/{name}", address.rsplit_once('/')?.0);
        let made = Self { whole, name, address: its };
        made.told(&format!(
            "CREATE DATABASE \"{}\" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'",
            made.name
        ));
        Some(made)
    }

    fn told(&self, sql: &str) {
        self.whole.tell(sql).unwrap();
    }

    pub fn server(&self) -> Server {
        Server::parse(&self.address, None).unwrap()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.told(&format!("DROP DATABASE IF EXISTS \"{}\" WITH (FORCE)", self.name));
    }
}

/// The program where the world lies on a server.
pub fn on(database: &Database, folder: &Path, words: &[&str]) -> Command {
    let mut command = program(folder, words);
    command.env("SELVBETJENING_DATABASE", &database.address);
    command
}

fn file_in(data: &Path) -> Side {
    Side::File(Place::below(data))
}

#[test]
fn a_world_is_moved_to_another_folder_with_its_key_and_stays_where_it_was() {
    let folder = world();
    let (data, other) = (folder.path().join("data"), folder.path().join("other"));
    let before = contents_of(&file_in(&data)).unwrap();
    let (moved, said) = run(folder.path(), &["move", &other.display().to_string()]);
    assert!(moved, "{said}");
    for word in ["each the same on both sides", "stays as it was", "SELVBETJENING_DATA", "leave out database"]
    {
        assert!(said.contains(word), "no {word:?} in {said}");
    }
    assert_eq!(before, contents_of(&file_in(&other)).unwrap());
    assert_eq!(before, contents_of(&file_in(&data)).unwrap());
    assert_eq!(std::fs::read(key_file(&data)).unwrap(), std::fs::read(key_file(&other)).unwrap());
    let (sound, said) =
        told(program(folder.path(), &["check"]).env("SELVBETJENING_DATA", &other).output().unwrap());
    assert!(sound, "{said}");

    let (again, said) = run(folder.path(), &["move", &other.display().to_string()]);
    assert!(!again && said.contains("there is a world in") && said.contains("it stays"), "{said}");
    std::fs::remove_file(Place::below(&other).path()).unwrap();
    std::fs::write(key_file(&other), "another").unwrap();
    let (again, said) = run(folder.path(), &["move", &other.display().to_string()]);
    assert!(!again && said.contains("another server key"), "{said}");
    assert!(!Place::below(&other).exists());
}

#[test]
fn a_world_that_is_served_or_not_there_is_not_moved() {
    let folder = world();
    let other = folder.path().join("other");
    {
        let _serving = Serving::start(folder.path());
        let (moved, said) = run(folder.path(), &["move", &other.display().to_string()]);
        assert!(!moved && said.contains("in use; stop every program"), "{said}");
    }
    let (moved, said) = run(Folder::new().path(), &["move", &other.display().to_string()]);
    assert!(!moved && said.contains("there is no world"), "{said}");
    let (moved, said) = run(folder.path(), &["move", "mysql://127.0.0.1/x"]);
    assert!(!moved && said.contains("no address of a PostgreSQL database"), "{said}");
    assert!(!other.exists(), "nothing is made for a move that can't be");
}

#[test]
fn of_a_world_that_is_not_sound_nothing_stays_at_the_new_place() {
    let folder = world();
    let other = folder.path().join("other");
    let alter = "UPDATE event_log SET event = replace(event, '}', ' }') WHERE id = 1";
    assert_eq!(crate::process::database(folder.path()).execute(alter, ()).unwrap(), 1);
    let (moved, said) = run(folder.path(), &["move", &other.display().to_string()]);
    assert!(!moved && said.contains("not sound") && said.contains("table event_log, row 1"), "{said}");
    assert!(!Place::below(&other).exists() && !key_file(&other).exists());
    let left: Vec<_> = std::fs::read_dir(other.join("worlds")).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");

    let Some(database) = Database::new() else { return };
    let (moved, said) = run(folder.path(), &["move", &database.address]);
    assert!(!moved && said.contains("not sound"), "{said}");
    let sql = "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'first%'";
    assert_eq!(database.server().ask(sql).unwrap(), 0, "no schema is left");
}

#[test]
fn a_world_is_moved_to_a_server_and_back() {
    let Some(database) = Database::new() else { return };
    let folder = world();
    let data = folder.path().join("data");
    for beside in ["worlds/klasse", "points/start"].map(|beside| data.join(beside)) {
        std::fs::create_dir_all(&beside).unwrap();
        std::fs::copy(Place::below(&data).path(), Place::below(&beside).path()).unwrap();
    }
    let before = contents_of(&file_in(&data)).unwrap();
    // What a move that was killed has left there is in nobody's way.
    database.server().tell("CREATE SCHEMA \"first.draft\"").unwrap();

    let (moved, said) = run(folder.path(), &["move", &database.address]);
    assert!(moved, "{said}");
    for word in ["each the same on both sides", "SELVBETJENING_DATABASE", "(klasse)", "(start)"] {
        assert!(said.contains(word), "no {word:?} in {said}");
    }
    let there = Side::Schema(Box::new(database.server()));
    assert_eq!(before, contents_of(&there).unwrap());
    let (sound, said) = told(on(&database, folder.path(), &["check"]).output().unwrap());
    assert!(sound && said.contains("postgres://"), "{said}");
    let (again, said) = run(folder.path(), &["move", &database.address]);
    assert!(!again && said.contains("there is a world in"), "{said}");

    // What happens there is taken back.
    {
        let serving = Serving::by(on(&database, folder.path(), &[]));
        let (status, made) = serving.world("POST", "persons", "{\"state\":\"active\"}");
        assert_eq!(status, 201, "{made}");
        let back = on(&database, folder.path(), &["move", "back"]).output().unwrap();
        let (moved, said) = told(back);
        assert!(!moved && said.contains("in use; stop every program"), "{said}");
        serving.signal("TERM");
    }
    let after = contents_of(&there).unwrap();
    assert_ne!(before, after);
    let data_word = data.display().to_string();
    let refused = on(&database, folder.path(), &["move", &data_word]).output().unwrap();
    let (moved, said) = told(refused);
    assert!(!moved && said.contains("there is a world in"), "{said}");
    for file in Place::below(&data).files() {
        let _ = std::fs::remove_file(file);
    }
    let (moved, said) = told(on(&database, folder.path(), &["move", &data_word]).output().unwrap());
    assert!(moved && said.contains("leave out database"), "{said}");
    assert_eq!(after, contents_of(&file_in(&data)).unwrap());
    let (sound, said) = run(folder.path(), &["check"]);
    assert!(sound, "{said}");
}
