//! What stands in the database of a world, row by row, while it may be open.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::Value;
use service::testing::Place;

/// The tables of a world's use, which no copy has.
pub const USE: [&str; 16] = [
    "sessions",
    "log_ons",
    "starts",
    "errands",
    "app_requests",
    "calls",
    "limits",
    "limits_reached",
    "guesses",
    "place_guesses",
    "own_places",
    "shadows",
    "refusals",
    "drafts",
    "spent_tokens",
    "control_room_guesses",
];

/// The facts of a world that are not its origin's: its own clock, mark and mail.
const OWN_FACTS: [&str; 6] = [
    "clock-offset-nanoseconds",
    "clock-move-under-way",
    "clock-stands-at",
    "beginnings-anew",
    "mark-of-this-world",
    "mail-stays-here",
];

/// The rows of each table.
pub type Contents = BTreeMap<String, BTreeSet<String>>;

/// All rows in the database of a folder.
pub fn of(folder: &Path) -> Contents {
    let database = Connection::open(Place::below(folder).path()).unwrap();
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    let tables: Vec<String> = listed(&database, tables).into_iter().map(|row| only_text(&row)).collect();
    let rows = |table: &String| {
        let rows = listed(&database, &format!("SELECT * FROM {table}"));
        (table.clone(), rows.iter().map(|row| format!("{row:?}")).collect())
    };
    tables.iter().map(rows).collect()
}

/// What of them is the world, without its use.
pub fn of_the_world(folder: &Path) -> Contents {
    let mut contents = of(folder);
    for table in USE {
        assert!(contents.remove(table).is_some(), "{table}");
    }
    let house = contents.get_mut("house").unwrap();
    house.retain(|fact| !OWN_FACTS.iter().any(|own| fact.contains(own)));
    let outbox = contents.get_mut("outbox").unwrap();
    let database = Connection::open(Place::below(folder).path()).unwrap();
    let unsent = listed(&database, "SELECT * FROM outbox WHERE sent IS NULL");
    outbox.retain(|message| !unsent.iter().any(|row| format!("{row:?}") == *message));
    contents
}

/// Two worlds are alike, row by row.
#[track_caller]
pub fn alike(one: &Contents, other: &Contents) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (table, rows) in one {
        let (lacks, has): (Vec<_>, Vec<_>) =
            (rows.difference(&other[table]).collect(), other[table].difference(rows).collect());
        assert!(lacks.is_empty() && has.is_empty(), "{table}: it lacks {lacks:#?} and has {has:#?}");
    }
}

fn listed(database: &Connection, sql: &str) -> Vec<Vec<Value>> {
    let mut asked = database.prepare(sql).unwrap();
    let columns = asked.column_count();
    let row = |row: &rusqlite::Row<'_>| (0..columns).map(|column| row.get(column)).collect();
    asked.query_map((), row).unwrap().map(Result::unwrap).collect()
}

fn only_text(row: &[Value]) -> String {
    match row {
        [Value::Text(text)] => text.clone(),
        other => panic!("{other:?}"),
    }
}

/// The number of the last mail is given out once, however often the world is put back.
pub fn but_the_last_mail(mut contents: Contents) -> Contents {
    contents.get_mut("counters").unwrap().retain(|row| !row.contains("\"outbox\""));
    contents
}
