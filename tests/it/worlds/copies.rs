//! A copy is its origin without its use, with a clock of its own, and nothing of the one gets into the other.

use jiff::SignedDuration;
use rules::actor::Channel;
use rusqlite::Connection;
use rusqlite::types::Value;
use service::cases::app::Origin;
use service::cases::seed;
use service::cases::upkeep::check;
use service::cases::worlds::mail;

use super::contents::{At, USE, alike, lies, of, of_the_world};
use super::{name, opened, point, resting, source, worlds};
use crate::site::Site;

/// What somebody left in the use of a world.
const TRACE: &str = "et-spor-af-brug.example";

/// A world that is in use: somebody is logged on, another has typed wrong, an errand is open, mail waits.
fn in_use(site: &Site) {
    site.clock_moves("days", 900);
    site.somebody_active().logs_on();
    site.staff("officer", 0).logs_on_at("/log-paa?til=/ra");
    let stranger = site.somebody_active().elsewhere();
    stranger.types_password("/log-paa", "forkert99");
    site.mail_goes();
}

/// Which column of a table is of which kind, and whether it needs a value, on each engine.
const COLUMNS: &str = "SELECT name, type, \"notnull\" OR pk FROM pragma_table_info('";
const COLUMNS_ON_SERVER: &str = "SELECT CAST(column_name AS TEXT), CASE data_type WHEN 'bigint' THEN 'INTEGER' WHEN 'bytea' \
    THEN 'BLOB' ELSE 'TEXT' END, CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END FROM information_schema.columns \
    WHERE table_schema = current_schema() AND table_name = ('";

/// Puts a row into each table of a world's use that nothing has put one into.
fn used_everywhere(site: &Site) {
    let at = At::from(site.folder.path());
    let columns = if matches!(at, At::File(_)) { COLUMNS } else { COLUMNS_ON_SERVER };
    let nemid = at.listed("SELECT number FROM nemids LIMIT 1").concat();
    let nemid = nemid[0].clone();
    planted(&at, "UPDATE outbox SET sent = NULL WHERE id = (SELECT max(id) FROM outbox)");
    for table in USE {
        if !at.listed(&format!("SELECT 1 FROM {table} LIMIT 1")).is_empty() {
            continue;
        }
        let value = |column: &[Value]| match column {
            [_, _, Value::Integer(0)] => "NULL".to_owned(),
            [Value::Text(name), ..] if name == "nemid" => match &nemid {
                Value::Text(nemid) => format!("'{nemid}'"),
                other => panic!("{other:?}"),
            },
            [_, Value::Text(kind), _] if kind == "INTEGER" => "7".to_owned(),
            [_, Value::Text(kind), _] if kind == "BLOB" => {
                if columns == COLUMNS {
                    "x'07'".to_owned()
                } else {
                    "'\\x07'".to_owned()
                }
            }
            _ => "'2026-01-05T08:00:00.000000000Z'".to_owned(),
        };
        let values: Vec<_> =
            at.listed(&format!("{columns}{table}')")).iter().map(|column| value(column)).collect();
        planted(&at, &format!("INSERT INTO {table} VALUES ({})", values.join(", ")));
    }
    planted(&at, &format!("UPDATE refusals SET address = '{TRACE}'"));
}

/// Changes a database past all rules, also those of its references.
fn planted(at: &At, sql: &str) {
    match at {
        At::File(file) => {
            let database = Connection::open(file).unwrap();
            database.pragma_update(None, "foreign_keys", false).unwrap();
            assert!(database.execute(sql, ()).unwrap() > 0, "{sql}");
        }
        At::Schema(server) => {
            server.tell(&format!("SET session_replication_role = replica; {sql}")).unwrap();
        }
    }
}

#[test]
fn a_copy_of_a_world_in_use_is_that_world_without_its_use() {
    let site = resting();
    in_use(&site);
    used_everywhere(&site);
    let origin = of(site.folder.path());
    assert!(USE.iter().all(|table| !origin[*table].is_empty()));
    worlds(&site).copy(&source("first"), &name("klasse")).unwrap();
    alike(&of_the_world(lies(&worlds(&site), "klasse")), &of_the_world(site.folder.path()));
    let at = lies(&worlds(&site), "klasse");
    if let At::File(file) = &at {
        let bytes = std::fs::read(file).unwrap();
        let trace = |window: &[u8]| window == TRACE.as_bytes();
        assert!(!bytes.windows(TRACE.len()).any(trace), "what was deleted is overwritten");
    }
    let copy = of(at);
    for table in USE {
        assert!(copy[table].is_empty(), "{table}: {:?}", copy[table]);
    }
    assert_eq!(copy["outbox"].len() + 1, origin["outbox"].len(), "one has not left");
    alike(&of(site.folder.path()), &origin);
}

#[test]
fn a_copy_opens_is_sound_and_its_persons_log_on_with_what_they_have() {
    let site = Site::filled();
    site.clock_moves("days", 30);
    worlds(&site).copy(&source("first"), &name("klasse")).unwrap();
    let copy = opened(&site, "klasse");
    assert_eq!(rocket::execute(check::look_over(&copy.app)).len(), 0);
    copy.somebody_active().logs_on();
    copy.staff("officer", 0).logs_on_at("/log-paa?til=/ra");
}

#[test]
fn no_cookie_and_no_form_of_the_one_world_is_taken_in_the_other() {
    let site = Site::filled();
    let citizen = site.somebody_active();
    citizen.logs_on();
    worlds(&site).copy(&source("first"), &name("klasse")).unwrap();
    let copy = opened(&site, "klasse");
    assert_ne!(site.app.world_id(), copy.app.world_id(), "cookies have other names");
    assert_ne!(site.app.form_key(), copy.app.form_key());
    let browser = copy.browser();
    for cookie in citizen.browser.jar() {
        let renamed = cookie.name().replace(&site.app.world_id(), &copy.app.world_id());
        browser.set_cookie(&renamed, cookie.value());
    }
    assert!(browser.open("/selvbetjening").path.starts_with("/log-paa"));
    assert_eq!(citizen.browser.open("/selvbetjening").path, "/selvbetjening");
    // And one that the same copy is made of again has neither.
    worlds(&site).copy(&source("klasse"), &name("hold")).unwrap();
    assert_ne!(opened(&site, "hold").app.world_id(), copy.app.world_id());
}

#[test]
fn a_copy_goes_on_at_the_same_instant_and_each_clock_is_moved_alone() {
    let site = Site::filled();
    site.clock_moves("days", 400);
    site.real_time_passes(SignedDuration::from_hours(5));
    worlds(&site).copy(&source("first"), &name("klasse")).unwrap();
    let copy = opened(&site, "klasse");
    assert_eq!(copy.now(), site.now());
    copy.clock_moves("days", 2);
    assert_ne!(copy.now(), site.now());
    assert_eq!(worlds(&site).facts(&name("klasse")).unwrap().at, copy.now());
    let again = opened(&site, "klasse");
    assert_eq!(again.now(), copy.now());
}

#[test]
fn a_world_from_a_save_point_begins_at_its_instant_a_week_later_and_then_goes_on() {
    let site = Site::filled();
    site.clock_moves("days", 10);
    let saved = site.now();
    worlds(&site).save(&name("first"), &point("start")).unwrap();
    site.clock_moves("days", 500);
    site.real_time_passes(SignedDuration::from_hours(7 * 24));
    worlds(&site).copy(&source("first@start"), &name("klasse")).unwrap();
    site.real_time_passes(SignedDuration::from_hours(24));
    assert_eq!(worlds(&site).facts(&name("klasse")).unwrap().at, saved);
    let copy = opened(&site, "klasse");
    assert_eq!(copy.now(), saved);
    copy.real_time_passes(SignedDuration::from_mins(90));
    let opened_later = saved + SignedDuration::from_mins(90);
    assert_eq!(copy.now(), opened_later);
    site.real_time_passes(SignedDuration::from_mins(90));
    assert_eq!(opened(&site, "klasse").now(), opened_later, "it stands still no more");
}

#[test]
fn a_copy_keeps_its_mail_and_a_new_world_does_not() {
    let site = Site::filled();
    assert!(!rocket::execute(mail::stays(&site.app)).unwrap());
    worlds(&site).copy(&source("first"), &name("klasse")).unwrap();
    let copy = opened(&site, "klasse");
    assert!(rocket::execute(mail::stays(&copy.app)).unwrap());
    let origin = Origin::inside(Channel::World);
    rocket::execute(mail::keep(&copy.app, &origin, false)).unwrap();
    assert!(!rocket::execute(mail::stays(&copy.app)).unwrap());
    assert!(!rocket::execute(mail::stays(&site.app)).unwrap());
}

#[test]
fn a_copy_that_begins_anew_is_still_a_copy() {
    let site = Site::filled();
    worlds(&site).copy(&source("first"), &name("klasse")).unwrap();
    let copy = opened(&site, "klasse");
    let id = copy.app.world_id();
    rocket::execute(seed::begin_anew(&copy.app, &Origin::inside(Channel::World))).unwrap();
    assert!(rocket::execute(mail::stays(&copy.app)).unwrap());
    let again = opened(&site, "klasse");
    assert_eq!(again.app.world_id(), id);
    assert_ne!(site.app.world_id(), id);
}
