//! What stands in the database of a world, row by row, while it may be open.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rules::words::WorldName;
use rusqlite::Connection;
use rusqlite::types::Value;
use service::cases::open::{Location, Server};
use service::cases::worlds::Worlds;
use service::testing::{Place, Rows, rows_in};

use crate::site::database_of;

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

/// Where a world lies that is read.
pub enum At {
    File(PathBuf),
    Schema(Box<Server>),
}

impl From<&Path> for At {
    /// The world of a test in a folder, or in the schema that belongs to it.
    fn from(folder: &Path) -> Self {
        database_of(folder).map_or_else(|| Self::in_folder(folder), |server| Self::Schema(Box::new(server)))
    }
}

impl From<&PathBuf> for At {
    fn from(folder: &PathBuf) -> Self {
        folder.as_path().into()
    }
}

impl From<Location> for At {
    fn from(at: Location) -> Self {
        at.database.map_or_else(|| Self::in_folder(&at.folder), |server| Self::Schema(Box::new(server)))
    }
}

/// A world besides the first.
pub fn lies(worlds: &Worlds, world: &str) -> At {
    worlds.location(&WorldName::parse(world).unwrap()).unwrap().into()
}

impl At {
    fn in_folder(folder: &Path) -> Self {
        Self::File(Place::below(folder).path().to_owned())
    }

    /// The names of its tables.
    fn tables(&self) -> Vec<String> {
        let tables = match self {
            Self::File(_) => {
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            }
            Self::Schema(_) => {
                "SELECT CAST(relname AS TEXT) AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace \
                 AND relkind IN ('r', 'p') AND NOT relispartition"
            }
        };
        self.listed(tables).into_iter().map(|row| only_text(&row)).collect()
    }

    /// All rows of an answer, without the numbers of rows that nothing refers to.
    pub fn listed(&self, sql: &str) -> Vec<Vec<Value>> {
        match self {
            Self::File(file) => {
                let database = Connection::open(file).unwrap();
                let mut asked = database.prepare(sql).unwrap();
                let columns = asked.column_count();
                let row = |row: &rusqlite::Row<'_>| (0..columns).map(|column| row.get(column)).collect();
                asked.query_map((), row).unwrap().map(Result::unwrap).collect()
            }
            Self::Schema(server) => {
                let Rows { columns, rows } = rows_in(server, sql).unwrap();
                let kept = |row: Vec<Value>| {
                    let named = row.into_iter().zip(&columns).filter(|(_, column)| *column != "rowid");
                    named.map(|(value, _)| value).collect()
                };
                rows.into_iter().map(kept).collect()
            }
        }
    }
}

/// All rows of a world.
pub fn of(at: impl Into<At>) -> Contents {
    let at = at.into();
    let rows = |table: String| {
        let rows = at.listed(&format!("SELECT * FROM {table}"));
        (table, rows.iter().map(|row| format!("{row:?}")).collect())
    };
    at.tables().into_iter().map(rows).collect()
}

/// What of them is the world, without its use.
pub fn of_the_world(at: impl Into<At>) -> Contents {
    let at = at.into();
    let unsent = at.listed("SELECT * FROM outbox WHERE sent IS NULL");
    let mut contents = of(at);
    // Each database has notes of its own of when its tables were made.
    contents.remove("refinery_schema_history");
    for table in USE {
        assert!(contents.remove(table).is_some(), "{table}");
    }
    let house = contents.get_mut("house").unwrap();
    house.retain(|fact| !OWN_FACTS.iter().any(|own| fact.contains(own)));
    let outbox = contents.get_mut("outbox").unwrap();
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
