//! The same lives on both engines leave the same worlds, row by row: with the same clock and the same chance, so that what is
//! sealed, hashed and drawn is the same too. Only where the tests run on a server (`tests/postgres/run`).

use std::collections::BTreeSet;

use proptest::test_runner::TestRunner;
use rocket::figment::Figment;
use selvbetjening::config::Config;
use selvbetjening::start;
use service::cases::open;
use service::cases::open::Opening;
use service::testing::transfer::{Others, Side, copy};
use service::testing::{Chance, KEPT, Place, TABLES};

use super::life::Life;
use super::{PERSONS, errands, plays, runner};
use crate::site::{Folder, Site, database_of, opening_in};

/// Numbers that the engine draws. PostgreSQL gives a number out once even if its row was never saved, and SQLite does not, so
/// that only their order is the same.
const DRAWN: [(&str, &str); 7] = [
    ("event_log", "id"),
    ("journal", "id"),
    ("devices", "id"),
    ("encrypted_mails", "id"),
    ("app_requests", "n"),
    ("look_ups", "rowid"),
    ("consents", "rowid"),
];

/// A site that does nothing by itself, over the world in a folder.
fn site(folder: Folder, chance: u8) -> Site {
    let how = opening_in(folder.path());
    let how = Opening { chance: Chance::seeded(chance.into()), rehearses: false, ..how };
    let app = rocket::execute(open::open(how)).unwrap();
    // What would be done every two seconds of real time would be done at another moment of the life each time.
    let config = Config::from(Figment::new()).unwrap();
    Site::served(start::rocket_at_rest(&config, app.clone()).unwrap(), app, folder)
}

/// The rows of a table as text, without the numbers that the engine draws.
fn rows(site: &Site, table: &str) -> Vec<String> {
    let drawn = DRAWN.iter().find(|(name, _)| *name == table).map(|(_, column)| *column);
    let order = drawn.map(|column| format!(" ORDER BY {column}")).unwrap_or_default();
    let found = site.rows(&format!("SELECT * FROM {table}{order}"));
    let left_out: BTreeSet<usize> =
        (0..found.columns.len()).filter(|nth| Some(&*found.columns[*nth]) == drawn).collect();
    let shown = |row: &Vec<_>| {
        let kept = row.iter().zip(&found.columns).enumerate().filter(|(nth, _)| !left_out.contains(nth));
        kept.map(|(_, (value, column))| format!("{column}={value:?}")).collect::<Vec<_>>().join(" ")
    };
    let mut shown: Vec<_> = found.rows.iter().map(shown).collect();
    if drawn.is_none() {
        shown.sort();
    }
    shown
}

/// What is not the same in two worlds; empty when they are.
fn differences(one: &Site, other: &Site) -> Vec<String> {
    let mut found = Vec::new();
    for table in TABLES.iter().chain(&KEPT) {
        let (ours, theirs) = (rows(one, table), rows(other, table));
        if ours.len() != theirs.len() {
            found.push(format!("{table}: {} rows and {}", ours.len(), theirs.len()));
        }
        found.extend(
            ours.iter()
                .zip(&theirs)
                .filter(|(ours, theirs)| ours != theirs)
                .map(|(ours, theirs)| format!("{table}:\n  {ours}\n  {theirs}")),
        );
    }
    found
}

#[test]
fn the_same_life_leaves_the_same_world_on_both_engines() {
    let first = Site::filled_folder();
    let Some(server) = database_of(first.path()) else { return };
    let entries = std::cell::Cell::new(0);
    let some = if std::env::var("LIVES").is_ok() { 4 } else { 1 };
    for (nth, persons) in (0_u8..).zip(PERSONS.chunks(4)).take(some) {
        let mut runner: TestRunner = runner(nth, 1);
        let outcome = runner.run(&errands(), |errands| {
            let (on_server, in_file) = (Folder::of(first.path()), Folder::new());
            let (from, to) =
                (Side::Schema(Box::new(server.clone())), Side::File(Place::below(in_file.path())));
            copy(&from, &to, Others::GoOn).unwrap();
            std::fs::copy(first.path().join("server.key"), in_file.path().join("server.key")).unwrap();
            let both = [site(on_server, nth), site(in_file, nth)];
            let before = both[0].count("event_log");
            for site in &both {
                let mut life = Life::begins(site, persons);
                for errand in &errands {
                    plays(&mut life, errand);
                }
                life.ends();
                site.mail_goes();
            }
            assert_eq!(differences(&both[0], &both[1]), Vec::<String>::new());
            entries.set(entries.get() + both[0].count("event_log") - before);

            both[1].change(
                "UPDATE nemids SET failures = failures + 1 WHERE number = (SELECT min(number) FROM nemids)",
            );
            assert_eq!(differences(&both[0], &both[1]).len(), 1, "a planted difference is seen");
            Ok(())
        });
        if let Err(failure) = outcome {
            panic!("{failure}");
        }
    }
    assert!(entries.get() > 20, "hardly anything happened: {}", entries.get());
}
