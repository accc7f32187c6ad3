//! Ten years for all persons: one move, day by day, and moves of all sizes give the same world, to the
//! last row and byte.

use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::path::Path;
use std::pin::pin;
use std::task::Poll;

use jiff::{SignedDuration, Timestamp};
use rules::nemid::Issuer;
use rusqlite::types::Value;
use service::cases::open;
use service::cases::open::Opening;
use service::cases::world::clock;
use service::cases::world::clock::Move;
use service::testing::Chance;
use service::testing::Place;

use crate::site::{Folder, Site, opening_in};

/// As far as one move goes: ten years, whatever leap years are among them.
const DAYS: u32 = 3_652;

type Rows = Vec<Vec<Value>>;

/// All that a database holds, table by table.
fn dump(folder: &Path) -> BTreeMap<String, Rows> {
    let database = rusqlite::Connection::open(Place::below(folder).path()).unwrap();
    let sql = "SELECT name FROM sqlite_master WHERE type = 'table'";
    let mut tables = database.prepare(sql).unwrap();
    let names = tables.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap);
    let rows = |name: &str| {
        let mut all = database.prepare(&format!("SELECT * FROM {name} ORDER BY 1, 2")).unwrap();
        let columns = all.column_count();
        let rows = all.query_map([], |row| (0..columns).map(|nth| row.get(nth)).collect());
        rows.unwrap().collect::<Result<Rows, _>>().unwrap()
    };
    names.map(|name| (rows(&name), name)).map(|(rows, name)| (name, rows)).collect()
}

/// The first world, and somebody with a new name, somebody with a second NemID that grows superfluous, a reset, and mail
/// and letters under way.
fn busy_world() -> Folder {
    let site = Site::filled();
    let rename = |name: &str| {
        let cpr = site.cpr_of(name);
        site.change_world(&format!("persons/{cpr}/name"), "{\"name\": \"Ny Navnesen\"}");
    };
    rename("Stine Udsen");
    let nana = site.clerk("fjordbanken");
    let choice = nana.finds(&site.cpr_of("Carsten Duus")).follow("Overflyt bankaftale");
    let to = site.public_nemid_of("Carsten Duus").number;
    nana.signs(&choice.tells_bank(to.as_str()));
    let desk = site.desk();
    desk.issues(&site.named("Rikke Søndergaard"), "Nulstil ved glemt adgangskode");
    drop((nana, desk));
    // The copy is made of the database file alone, so that the log of changes has to be written back into it.
    let database = rusqlite::Connection::open(Place::below(site.folder.path()).path()).unwrap();
    database.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    Folder::of(site.folder.path())
}

/// Opens a copy of a world in which chance always draws the same, and moves its clock.
fn lived(world: &Folder, moves: Vec<Move>) -> (Folder, BTreeMap<String, Rows>) {
    let folder = Folder::of(world.path());
    let opening = Opening { chance: Chance::seeded(2019), ..opening_in(folder.path()) };
    rocket::execute(async {
        let app = open::open(opening).await.unwrap();
        for by in moves {
            clock::move_on(&app, by).await.unwrap();
        }
    });
    let rows = dump(folder.path());
    (folder, rows)
}

#[track_caller]
fn same(one: &BTreeMap<String, Rows>, other: &BTreeMap<String, Rows>) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (table, rows) in one {
        for (nth, row) in rows.iter().enumerate() {
            assert_eq!(Some(row), other[table].get(nth), "table {table}, row {nth} of {}", rows.len());
        }
        assert_eq!(rows.len(), other[table].len(), "table {table}");
    }
}

#[test]
fn one_leap_is_the_same_as_every_single_day() {
    let world = busy_world();
    let before = dump(world.path());
    let (leapt_in, leap) = lived(&world, vec![Move::Days(DAYS)]);
    let (_days_in, days) = lived(&world, vec![Move::Days(1); DAYS as usize]);
    same(&leap, &days);

    let site = Site::in_folder(leapt_in);
    let end = site.now();
    let sizes = [Move::Hours(7), Move::Days(31), Move::Hours(1_001), Move::WorkingDays(3), Move::Days(400)];
    let mut moves: Vec<_> = sizes.into_iter().cycle().take(36).collect();
    moves.push(Move::To(end));
    let (_others_in, others) = lived(&world, moves);
    same(&leap, &others);
    things_have_happened(&site, &before, &leap);
}

/// The target of the move that is under way, as the database has it.
fn under_way(folder: &Path) -> Option<Timestamp> {
    let database = rusqlite::Connection::open(Place::below(folder).path()).unwrap();
    let sql = "SELECT value FROM house WHERE name = 'clock-move-under-way'";
    database.query_row(sql, [], |row| row.get::<_, String>(0)).ok().map(|at| at.parse().unwrap())
}

/// How much that was due by an instant has not been done.
fn left_over(folder: &Path, by: Timestamp) -> u32 {
    let database = rusqlite::Connection::open(Place::below(folder).path()).unwrap();
    let sql = "SELECT (SELECT count(*) FROM nemids WHERE due <= ?1) \
               + (SELECT count(*) FROM letters WHERE state = '\"in_transit\"' AND arrives <= ?1)";
    database.query_row(sql, [format!("{by:.9}")], |row| row.get(0)).unwrap()
}

#[test]
fn a_move_that_was_cut_off_stands_where_all_is_done_says_so_and_can_be_gone_on_with() {
    let world = busy_world();
    let (leapt_in, leap) = lived(&world, vec![Move::Days(DAYS)]);
    let end = Site::in_folder(leapt_in).now();

    let folder = Folder::of(world.path());
    let opening = Opening { chance: Chance::seeded(2019), ..opening_in(folder.path()) };
    let app = rocket::execute(async {
        let app = open::open(opening).await.unwrap();
        let mut moved = pin!(clock::move_on(&app, Move::Days(DAYS)));
        // Nobody waits for the move any more once its first transaction is over.
        poll_fn(|context| {
            assert!(moved.as_mut().poll(context).is_pending(), "the move is too short to be cut off");
            if under_way(folder.path()).is_some() { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
        app.clone()
    });

    let site = Site::over(app, folder);
    let browser = site.browser();
    let told: serde_json::Value = serde_json::from_str(&browser.open("/api/world/clock").body).unwrap();
    assert_eq!(told["unfinished"], end.to_string());
    let stands: Timestamp = told["now"].as_str().unwrap().parse().unwrap();
    assert!(stands < end, "{stands}");
    assert_eq!(left_over(site.folder.path(), stands), 0, "nothing that was due before is left");
    browser.open("/kontrolrum/ur").says("Uret nåede ikke helt frem");

    rocket::execute(clock::move_on(&site.app, Move::To(end))).unwrap();
    assert_eq!(under_way(site.folder.path()), None);
    browser.open("/kontrolrum/ur").never_says("Uret nåede ikke helt frem");
    same(&leap, &dump(site.folder.path()));
}

/// That the comparison compares something.
#[track_caller]
fn things_have_happened(site: &Site, before: &BTreeMap<String, Rows>, after: &BTreeMap<String, Rows>) {
    let more = |table: &str, what: &str| {
        let count = |all: &BTreeMap<String, Rows>| format!("{:?}", all[table]).matches(what).count();
        count(after).saturating_sub(count(before))
    };
    // What ended in the first years is forgotten by now (Rules 3.7): only that it ended shows.
    let live = |all: &BTreeMap<String, Rows>| format!("{:?}", all["nemids"]).matches("wrong\\\":").count();
    assert!(live(before) > live(after) + 2, "temporary passwords ran out");
    assert_eq!(more("nemids", "too_old"), 0, "and are forgotten");
    assert!(more("past_certificates", "Null") > 10, "certificates ran out");
    let blocked =
        "SELECT count(*) FROM past_certificates WHERE blocked BETWEEN '2019-03-05' AND '2019-04-05'";
    let database = rusqlite::Connection::open(Place::below(site.folder.path()).path()).unwrap();
    let blocked: u32 = database.query_row(blocked, [], |row| row.get(0)).unwrap();
    assert!(blocked > 0, "a name was not renewed in time");
    let left = site.nemids_of("Carsten Duus");
    assert!(left.iter().all(|one| one.issuer == Issuer::Public), "a superfluous NemID was deleted");
    for (table, time) in [("event_log", "at"), ("letters", "posted"), ("outbox", "queued")] {
        let oldest = format!("SELECT min({time}) FROM {table}");
        let oldest: Option<String> = database.query_row(&oldest, [], |row| row.get(0)).unwrap();
        let kept = oldest.as_deref().is_none_or(|oldest| oldest >= "2023-12-31T23:00");
        assert!(kept && !before[table].is_empty(), "{table} keeps {oldest:?}");
    }
}

#[test]
fn a_move_goes_ten_years_and_no_further() {
    let site = Site::filled();
    let browser = site.browser();
    let far = browser.post_json("/api/world/clock", &format!("{{\"days\": {}}}", DAYS + 3));
    assert_eq!(far.status.code, 422, "{}", far.body);
    site.clock_moves("days", DAYS);
    site.real_time_passes(SignedDuration::from_hours(1));
    site.clock_moves("days", DAYS);
    assert!(site.now().to_string().starts_with("2039-03-0"), "{}", site.now());
}
