//! A whole world from one database into another: on a server (`tests/postgres/run`) from one engine to the other and back,
//! elsewhere from file to file.

use service::testing::transfer::{Others, Side, contents_of, copy};
use service::testing::{Place, StoreError};

use crate::site::{Folder, Site, database_of, opening_in};

/// Where the world of a test lies.
fn side_of(site: &Site) -> Side {
    match database_of(site.folder.path()) {
        Some(server) => Side::Schema(Box::new(server)),
        None => Side::File(Place::below(site.folder.path())),
    }
}

/// A place in a folder, on a server where the tests run on one.
fn side_in(folder: &Folder) -> Side {
    match database_of(folder.path()) {
        Some(server) => Side::Schema(Box::new(server)),
        None => Side::File(Place::below(folder.path())),
    }
}

/// A world in which something has happened, and the number that was drawn last for its log, of which the row is gone.
fn used() -> (Site, i64) {
    let site = Site::filled();
    let stine = site.named("Stine Udsen");
    stine.logs_on();
    stine.browser.open("/selvbetjening/haendelseslog");
    site.named("Jonas Lyng").types_password("/log-paa", "helt forkert 1");
    let last = site.value("SELECT max(id) FROM event_log");
    site.change("DELETE FROM event_log WHERE id = (SELECT max(id) FROM event_log)");
    (site, last)
}

#[test]
fn a_world_becomes_a_file_and_is_what_it_was_again_with_every_row_and_every_number_drawn() {
    let (site, gone) = used();
    let (file, again) = (Folder::new(), Folder::new());
    let (from, to) = (side_of(&site), Side::File(Place::below(file.path())));
    let here = copy(&from, &to, Others::GoOn).unwrap();
    assert!(here.rows() > 1_000 && here.tables() > 50, "{here:?}");
    assert_eq!(here.differences(&contents_of(&to).unwrap()), []);
    let there = side_in(&again);
    assert_eq!(here.differences(&copy(&to, &there, Others::Wait).unwrap()), []);
    assert_eq!(here.differences(&contents_of(&there).unwrap()), []);

    // The number of the entry that is gone is not given out again, in either.
    for folder in [file, again] {
        for name in ["server.key", "outbox.lock"] {
            let _ = std::fs::copy(site.folder.path().join(name), folder.path().join(name));
        }
        let copied = Site::in_folder(folder);
        let insert = "INSERT INTO event_log (nemid, at, kind, code, event, actor, channel) \
                      SELECT nemid, at, kind, code, event, actor, channel FROM event_log ORDER BY id LIMIT 1";
        assert_eq!(copied.change(insert), 1);
        assert!(copied.value::<i64>("SELECT max(id) FROM event_log") > gone);
        copied.change("DELETE FROM event_log WHERE id = (SELECT max(id) FROM event_log)");
        copied.named("Stine Udsen").logs_on();
    }
}

#[test]
fn what_is_not_the_same_in_a_copy_is_told_by_its_table() {
    let site = Site::filled();
    let file = Folder::new();
    let to = Side::File(Place::below(file.path()));
    let here = copy(&side_of(&site), &to, Others::GoOn).unwrap();
    let altered = rusqlite::Connection::open(Place::below(file.path()).path()).unwrap();
    altered.execute("UPDATE citizens SET town = town || ' ' WHERE name = 'Stine Udsen'", ()).unwrap();
    altered.execute("DELETE FROM agreements WHERE rowid = (SELECT max(rowid) FROM agreements)", ()).unwrap();
    let told: Vec<_> = here.differences(&contents_of(&to).unwrap()).iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].starts_with("table citizens: the ") && told[0].ends_with(" rows are not the same"),
        "{told:?}"
    );
    assert!(told[1].starts_with("table agreements: "), "{told:?}");
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let site = Site::empty();
    let file = Folder::new();
    let place = Place::below(file.path());
    std::fs::write(place.path(), "mine").unwrap();
    let refused = copy(&side_of(&site), &Side::File(place.clone()), Others::GoOn);
    assert!(matches!(refused, Err(StoreError::Open(_))), "{refused:?}");
    assert_eq!(std::fs::read(place.path()).unwrap(), b"mine");
}

#[test]
fn what_postgresql_does_not_take_is_told_with_its_table() {
    let (folder, server) = (Folder::new(), Folder::new());
    let Some(to) = database_of(server.path()) else { return };
    let made = Site::over(
        rocket::execute(service::cases::open::open(service::cases::open::Opening {
            database: None,
            ..opening_in(folder.path())
        }))
        .unwrap(),
        folder,
    );
    made.change("INSERT INTO offices (name, title, town) VALUES ('x', 'a' || char(0), 'x')");
    let told = copy(&side_of(&made), &Side::Schema(Box::new(to)), Others::GoOn).unwrap_err();
    assert!(told.to_string().contains("table offices cannot be copied"), "{told}");
}
