//! The program is killed while it migrates a database: the next start continues, whenever that was.

use std::path::Path;
use std::sync::Barrier;
use std::thread::{scope, sleep};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::types::Value;
use service::cases::open::key_file;
use service::testing::{Place, Store};

use super::{embedded, old_database, old_world};
use crate::process::{Serving, program, run};
use crate::site::Folder;

/// How often the program itself is killed while it starts, and how much later each time.
const KILLS: u32 = 16;
const LATER: Duration = Duration::from_millis(8);

/// Everything that stands in a database but when its migrations were carried out.
fn content(place: &Place) -> Vec<String> {
    let database = Connection::open(place.path()).unwrap();
    let sound: String = database.query_row("PRAGMA integrity_check", (), |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok");
    let rows = |sql: &str| {
        let mut asked = database.prepare(sql).unwrap();
        let columns = asked.column_count();
        let row = |row: &rusqlite::Row<'_>| {
            let values: Result<Vec<Value>, _> = (0..columns).map(|column| row.get(column)).collect();
            values.map(|values| format!("{values:?}"))
        };
        asked.query_map((), row).unwrap().collect::<Result<Vec<_>, _>>().unwrap()
    };
    let mut content = rows("SELECT type, name, sql FROM sqlite_master ORDER BY name");
    content.extend(rows("SELECT version, name, checksum FROM refinery_schema_history ORDER BY version"));
    for table in
        ["house", "rules_versions", "nemids", "outbox", "journal", "errands", "event_log", "documents"]
    {
        content.extend(rows(&format!("SELECT * FROM {table} ORDER BY 1")));
    }
    content
}

/// What a kill can leave while the migrations are written: the database file as it was, with some beginning of the log
/// of changes. Each of them is opened again. Gives how many there were.
fn cut_short_everywhere(folder: &Folder) -> usize {
    let place = Place::below(folder.path());
    let open = || Connection::open(place.path()).unwrap();
    open().pragma_update(None, "journal_mode", "WAL").unwrap();
    let before = std::fs::read(place.path()).unwrap();
    // As long as somebody has the database open, the log is not written back into the file.
    let held = open();
    held.query_row("SELECT count(*) FROM sqlite_master", (), |_| Ok(())).unwrap();
    Store::open(&place).unwrap();
    let [log, ..] = place.files();
    let log = std::fs::read(log).unwrap();
    let whole = content(&place);
    // Read last: to close the file gives its locks away.
    assert!(std::fs::read(place.path()).unwrap() == before);
    drop(held);

    let page = u32::from_be_bytes(log[8..12].try_into().unwrap()) as usize;
    let ends: Vec<_> = (32..=log.len()).step_by(page + 24).collect();
    for end in &ends {
        let left = Folder::new();
        let place = Place::below(left.path());
        let [beside, ..] = place.files();
        std::fs::write(place.path(), &before).unwrap();
        std::fs::write(beside, &log[..*end]).unwrap();
        Store::open(&place).unwrap_or_else(|error| panic!("{end} of {} bytes: {error}", log.len()));
        assert!(content(&place) == whole, "{end} of {} bytes: something is missing", log.len());
    }
    ends.len()
}

#[test]
fn a_kill_at_any_moment_leaves_a_database_that_opens_and_is_whole() {
    assert!(cut_short_everywhere(&Folder::new()) > 20);
    assert!(cut_short_everywhere(&old_world()) > 10);
}

/// Older programs noted a migration in a second transaction.
#[test]
fn a_migration_that_an_older_program_did_not_come_to_note_is_noted() {
    let known = embedded::migrations::runner();
    let mut known: Vec<_> = known.get_migrations().iter().collect();
    known.sort();
    for (nth, migration) in known.iter().enumerate() {
        let version = nth.checked_sub(1).map_or(0, |before| u32::try_from(known[before].version()).unwrap());
        let (left, other) = (old_database(version), old_database(version));
        let database = Connection::open(Place::below(left.path()).path()).unwrap();
        database.execute_batch(migration.sql().unwrap()).unwrap();
        drop(database);
        for folder in [&left, &other] {
            Store::open(&Place::below(folder.path())).unwrap_or_else(|error| panic!("{migration}: {error}"));
        }
        assert_eq!(content(&Place::below(left.path())), content(&Place::below(other.path())), "{migration}");
    }
}

#[test]
fn what_does_not_fit_is_told_without_sql_and_left_as_it_is() {
    let folder = old_database(4);
    let place = Place::below(folder.path());
    Connection::open(place.path()).unwrap().execute_batch("ALTER TABLE nemids ADD COLUMN due TEXT").unwrap();
    let said = Store::open(&place).unwrap_err().to_string();
    assert!(said.contains("V5__nights_and_tries: duplicate column name: due"), "{said}");
    assert!(said.contains("`selvbetjening reset`") && !said.contains("ALTER"), "{said}");
    let database = Connection::open(place.path()).unwrap();
    let noted: i64 =
        database.query_row("SELECT max(version) FROM refinery_schema_history", (), |row| row.get(0)).unwrap();
    assert_eq!(noted, 4);
}

fn killed(folder: &Folder, data: &Path, after: Duration) {
    let mut command = program(folder.path(), &[]);
    command.env("SELVBETJENING_DATA", data).stdout(std::process::Stdio::null());
    let mut child = command.spawn().unwrap();
    sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn the_program_itself_is_killed_while_it_starts() {
    for nth in 0..KILLS {
        let folder = Folder::new();
        killed(&folder, &folder.path().join("data"), LATER * nth);
        let (sound, said) = run(folder.path(), &["check"]);
        assert!(sound || said.contains("there is no world"), "{:?}: {said}", LATER * nth);

        let folder = Folder::new();
        let data = folder.path().join("data");
        std::fs::rename(old_world().path(), &data).unwrap();
        assert!(key_file(&data).exists());
        killed(&folder, &data, LATER * nth);
        let (sound, said) = run(folder.path(), &["check"]);
        assert!(sound, "{:?}: {said}", LATER * nth);
    }
}

#[test]
fn several_that_open_a_fresh_database_at_once_all_open_it() {
    for _ in 0..10 {
        let folder = Folder::new();
        let place = Place::below(folder.path());
        let begin = Barrier::new(4);
        scope(|scope| {
            let open = || {
                begin.wait();
                Store::open(&place).map(drop).map_err(|error| error.to_string())
            };
            for opened in [(); 4].map(|()| scope.spawn(open)) {
                assert_eq!(opened.join().unwrap(), Ok(()));
            }
        });
    }
}

#[test]
fn two_programs_that_begin_at_once_in_a_fresh_folder_both_serve() {
    for _ in 0..3 {
        let folder = Folder::new();
        scope(|scope| {
            let start = || Serving::start(folder.path());
            let both = [scope.spawn(start), scope.spawn(start)].map(|one| one.join().unwrap());
            for serving in &both {
                assert_eq!(serving.world("GET", "clock", "").0, 200);
            }
        });
    }
}
