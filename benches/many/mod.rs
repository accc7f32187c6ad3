//! A world with as many NemIDs as wished: one that is in use, with all its rows, again and again under other numbers.

pub mod cpu;

use std::path::Path;
use std::time::Duration;

use jiff::SignedDuration;
use rules::limits::Limits;
use rules::nemid::secret::CardSalt;
use rules::nemid::{NemId, Password};
use rules::networks::Networks;
use rules::sessions::Lifetimes;
use rules::words::NemIdNumber;
use rusqlite::Connection;
use service::cases::open::{Damage, Opening, Server};
use service::cases::{open, seed};
use service::testing::{Chance, Clock, HashCost, HasherSettings, MailWay, Place, Source, StoreError};

/// The password of all of them.
pub const PASSWORD: &str = "fyrtaarn11x";

/// The rows of a table that are copied.
struct Copies {
    table: &'static str,
    /// Of the one that is copied.
    of: &'static str,
    /// Columns, and what is written there for the copy with the number `i`; all else is as in the one that is copied.
    others: &'static [(&'static str, &'static str)],
}

/// What a NemID consists of.
const COPIES: [Copies; 6] = [
    Copies {
        table: "citizens",
        of: "cpr = :holder",
        others: &[
            (
                "cpr",
                "printf('%02d%02d%02d%04d', 61 + i % 28, 1 + i / 28 % 12, 60 + i / 336 % 30, 3300 + i / 10080)",
            ),
            ("pid", "NULL"),
        ],
    },
    Copies {
        table: "nemids",
        of: "number = :nemid",
        others: &[
            ("number", "printf('%09d', 100000000 + i)"),
            (
                "holder",
                "printf('%02d%02d%02d%04d', 61 + i % 28, 1 + i / 28 % 12, 60 + i / 336 % 30, 3300 + i / 10080)",
            ),
            ("user_id", "NULL"),
            ("user_id_folded", "NULL"),
            ("due", "NULL"),
        ],
    },
    Copies {
        table: "key_cards",
        of: "number = :card",
        others: &[
            ("number", "printf('B%09d', i)"),
            ("nemid", "printf('%09d', 100000000 + i)"),
            ("used", "zeroblob(length(origin.used))"),
        ],
    },
    Copies {
        table: "certificates",
        of: "serial = (SELECT max(serial) FROM certificates WHERE nemid = :nemid)",
        others: &[("serial", "1000000000 + i"), ("nemid", "printf('%09d', 100000000 + i)")],
    },
    Copies {
        table: "event_log",
        of: "id IN (SELECT id FROM event_log WHERE nemid = :nemid AND nth <= 3)",
        others: &[("id", "NULL"), ("nemid", "printf('%09d', 100000000 + i)")],
    },
    Copies {
        table: "counters",
        of: "name = 'events:' || :nemid",
        others: &[("name", "printf('events:%09d', 100000000 + i)"), ("last", "3")],
    },
];

/// The number of the nth copy, from 1.
pub fn number(nth: u32) -> NemIdNumber {
    NemIdNumber::from_drawn(100_000_000 + u64::from(nth))
}

/// The copies.
#[derive(Clone)]
pub struct Many {
    pub count: u32,
    /// Of each one's card.
    pub salt: CardSalt,
}

impl Many {
    /// Makes a world in a folder, with so many copies.
    pub async fn made(folder: &Path, count: u32) -> Self {
        let app = open::open(opening(folder, None)).await.unwrap();
        seed::fill(&app).await.unwrap();
        let usable = |one: &NemId| {
            let is_known = matches!(one.password, Password::InUse { .. }) && one.carriers.is_empty();
            is_known && one.state.is_open() && one.usable_cards().count() == 1 && one.certificate().is_some()
        };
        let all = app.store().read::<_, StoreError, _>(|tx| {
            let all = tx.nemid_numbers()?.into_iter().map(|number| tx.nemid(number));
            all.collect::<Result<Vec<_>, _>>()
        });
        let all = all.await.unwrap();
        let nemid = all.into_iter().flatten().find(usable).unwrap();
        let hash = app.hasher().hash(PASSWORD, Source::internal()).await.unwrap();
        drop(app);
        // Until its connections are closed.
        rocket::tokio::time::sleep(Duration::from_millis(500)).await;
        let file = Connection::open(Place::below(folder).path()).unwrap();
        let sql = "UPDATE nemids SET password_hash = ?2 WHERE number = ?1";
        file.execute(sql, (nemid.number.to_string(), hash.phc())).unwrap();
        multiply(&file, &nemid, count);
        let salt = nemid.usable_cards().next().unwrap().salt;
        Self { count, salt }
    }
}

fn multiply(file: &Connection, nemid: &NemId, count: u32) {
    file.execute_batch("PRAGMA synchronous = OFF; BEGIN").unwrap();
    let card = nemid.usable_cards().next().unwrap().number.to_string();
    let (holder, number) = (nemid.holder.digits().to_owned(), nemid.number.to_string());
    for Copies { table, of, others } in COPIES {
        let of = [(":holder", &holder), (":nemid", &number), (":card", &card)]
            .iter()
            .fold(of.to_owned(), |of, (name, value)| of.replace(name, &format!("'{value}'")));
        let mut asked = file.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid").unwrap();
        let columns = asked.query_map([table], |row| row.get(0)).unwrap();
        let columns: Vec<String> = columns.map(Result::unwrap).collect();
        let value = |column: &String| {
            let other = others.iter().find(|(name, _)| name == column);
            other.map_or_else(|| format!("origin.\"{column}\""), |(_, value)| (*value).to_owned())
        };
        let values: Vec<_> = columns.iter().map(value).collect();
        let names: Vec<_> = columns.iter().map(|column| format!("\"{column}\"")).collect();
        let sql = format!(
            "WITH RECURSIVE series (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM series WHERE i < {count}) \
             INSERT INTO {table} ({}) SELECT {} FROM series, (SELECT * FROM {table} WHERE {of}) AS origin",
            names.join(", "),
            values.join(", ")
        );
        let written = file.execute(&sql, ()).unwrap();
        assert!(written >= usize::try_from(count).unwrap(), "{table}: {written} rows");
    }
    file.execute_batch("COMMIT; ANALYZE").unwrap();
}

/// How a world is opened: as ever, but that a password costs next to nothing.
pub fn opening(folder: &Path, on: Option<&Server>) -> Opening {
    let cost = HashCost { memory_kib: 64, passes: 1, lanes: 1 };
    let hashing = HasherSettings { cost, queue: 1_000, per_source: 1_000, ..HasherSettings::default() };
    Opening {
        data: folder.to_owned(),
        database: on.cloned(),
        key: None,
        begins: true,
        hashing,
        pool: None,
        mail: MailWay::Memory,
        mail_from: "Selvbetjening <svar-ikke@selvbetjening.example>".into(),
        certificate_years: 4,
        certificate_address: "http://selvbetjening.example".into(),
        batch: 100,
        limits: Limits::default(),
        own_networks: Networks::default(),
        lifetimes: Lifetimes::default(),
        clock: Clock::real(SignedDuration::ZERO),
        chance: Chance::from_os().unwrap(),
        damage: Damage::Refused,
        rehearses: false,
    }
}
