//! Worlds in a database on a server, with two programs on it that have nothing else in common but the server key, as on two
//! machines. Where the tests run on files there is nothing to show.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rocket::http::{ContentType, Header, Method, Status};
use selvbetjening::web::worlds::{OpenWorld, Running, Unreachable};
use selvbetjening::world::tick;
use serde_json::{Value, json};
use service::cases::app::{App, CaseError};
use service::cases::open::{Server, key_file};
use service::cases::world::clock;
use service::cases::world::clock::Move;
use service::cases::worlds::Worlds;
use service::testing::{Catalogue, Kind, rows_in};

use super::contents::{alike, lies, of_the_world};
use super::{name, point, source, worlds};
use crate::site::{Folder, Site, database_of};
use crate::two_programs::{another, in_earnest};

/// Two programs with the same worlds, where the tests run on a server.
fn two() -> Option<(Site, Site, Server)> {
    let one = Site::filled();
    let server = database_of(one.folder.path())?;
    let other = another(&one);
    Some((one, other, server))
}

/// The same as the program is, where each change is made once: two of them that change something at once can't make it twice alike.
fn two_in_earnest() -> Option<(Site, Site)> {
    std::env::var("TEST_DATABASE").ok().map(|_| in_earnest())
}

fn running(site: &Site) -> Running {
    site.client.bare.rocket().state::<Running>().unwrap().clone()
}

/// Opens a world at a program, as a request for it does.
fn enters(site: &Site, world: &str) -> Result<Arc<OpenWorld>, Unreachable> {
    let (running, world) = (running(site), name(world));
    rocket::execute(async move { running.enter(&world).await })
}

/// What a page of an open world answers.
fn opens(world: &OpenWorld, path: &str) -> Status {
    let host = Header::new("Host", "localhost:8000");
    rocket::execute(async { world.site.get(path).header(host).dispatch().await.status() })
}

fn app(world: &OpenWorld) -> App {
    world.site.rocket().state::<App>().unwrap().clone()
}

#[track_caller]
fn asks(site: &Site, method: Method, path: &str, body: &Value) -> Value {
    let request = site.client.req(method, format!("/api/worlds{path}")).header(ContentType::JSON);
    let request = if method == Method::Post { request.body(body.to_string()) } else { request };
    let response = request.dispatch();
    let (status, answer) = (response.status(), response.into_string().unwrap_or_default());
    assert!(status.code < 300, "{path}: {status} {answer}");
    serde_json::from_str(&answer).unwrap()
}

/// The schemas beside that of the first world.
fn schemas(server: &Server) -> Vec<String> {
    let first = server.schema();
    let sql = format!(
        "SELECT substr(CAST(nspname AS TEXT), length('{first}-') + 1) AS name FROM pg_namespace \
         WHERE starts_with(nspname, '{first}-') ORDER BY 1"
    );
    let rows = rows_in(server, &sql).unwrap().rows;
    rows.into_iter().flatten().map(|name| format!("{name:?}").split('"').nth(1).unwrap().to_owned()).collect()
}

#[test]
fn a_world_made_at_one_program_is_listed_and_opened_by_the_other() {
    let Some((one, other, server)) = two() else { return };
    asks(&one, Method::Post, "", &json!({ "name": "klasse", "from": "first" }));
    asks(&other, Method::Post, "/klasse/save", &json!({ "point": "start" }));
    let listed = asks(&other, Method::Get, "", &Value::Null);
    assert_eq!((&listed[0]["name"], &listed[1]["name"]), (&json!("first"), &json!("klasse")));
    assert_eq!(asks(&one, Method::Get, "/klasse", &Value::Null)["points"][0]["point"], "start");
    let opened = enters(&other, "klasse").unwrap();
    assert_eq!(opens(&opened, "/log-paa"), Status::Ok);
    assert_eq!(schemas(&server), ["point-2", "world-1", "worlds"]);
    let key = rows_in(&server.beside(&server.named_beside("worlds")), "SELECT key FROM worlds").unwrap();
    let plain = std::fs::read(key_file(one.folder.path())).unwrap();
    assert!(
        !format!("{key:?}").contains(&format!("{:?}", &plain[..8]).replace(['[', ']'], "")),
        "it is sealed"
    );
    assert!(!other.folder.path().join("worlds/klasse/server.key").exists());
    let citizens = rocket::execute(app(&opened).rows("SELECT cpr FROM citizens".into())).unwrap();
    assert!(citizens.rows.len() > 10);
}

#[test]
fn a_new_world_from_the_seed_has_a_key_of_its_own_that_both_programs_open() {
    let Some((one, other, _)) = two() else { return };
    asks(&one, Method::Post, "", &json!({ "name": "ny" }));
    let ids = [&one, &other].map(|site| app(&enters(site, "ny").unwrap()).world_id());
    assert_eq!(ids[0], ids[1]);
    assert_ne!(ids[0], one.app.world_id());
}

#[test]
fn a_link_that_one_program_gave_out_opens_the_world_at_the_other() {
    let Some((one, other, _)) = two() else { return };
    let made = asks(&one, Method::Post, "/class", &json!({ "name": "hold", "from": "first", "count": 2 }));
    let link = made[1]["link"].as_str().unwrap().split("/v/hold-2").nth(1).unwrap();
    assert_eq!(opens(&enters(&other, "hold-2").unwrap(), link), Status::Ok);
    assert_eq!(opens(&enters(&other, "hold-1").unwrap(), link), Status::NotFound);
    assert_eq!(asks(&other, Method::Get, "", &Value::Null).as_array().unwrap().len(), 3);
}

#[test]
fn a_world_removed_at_one_program_is_not_served_by_the_other() {
    let Some((one, other, server)) = two() else { return };
    asks(&one, Method::Post, "", &json!({ "name": "klasse", "from": "first" }));
    let before = app(&enters(&other, "klasse").unwrap()).world_id();
    assert!(rocket::execute(server.beside(&server.named_beside("world-1")).is_served()).unwrap());
    // The other one looks every second.
    let (is_removed, looks) = (Arc::new(AtomicBool::new(false)), running(&other));
    let over = Arc::clone(&is_removed);
    let looking = std::thread::spawn(move || {
        while !over.load(Ordering::Relaxed) {
            rocket::execute(looks.close_gone());
        }
    });
    asks(&one, Method::Delete, "/klasse", &Value::Null);
    is_removed.store(true, Ordering::Relaxed);
    looking.join().unwrap();
    assert_eq!(enters(&other, "klasse").err(), Some(Unreachable::Unknown));
    assert_eq!(running(&other).open(), []);
    assert_eq!(schemas(&server), ["worlds"]);
    // And another one under its name is that one at once, at whichever of them.
    asks(&one, Method::Post, "", &json!({ "name": "klasse", "from": "first" }));
    assert_ne!(app(&enters(&other, "klasse").unwrap()).world_id(), before);
}

#[test]
fn a_world_that_another_program_has_open_is_off_the_list_at_once_and_its_tables_go_later() {
    let Some((one, other, server)) = two() else { return };
    asks(&one, Method::Post, "", &json!({ "name": "klasse", "from": "first" }));
    let held = enters(&other, "klasse").unwrap();
    asks(&one, Method::Delete, "/klasse", &Value::Null);
    assert_eq!(schemas(&server), ["world-1", "worlds"], "somebody is at work in it");
    assert_eq!(opens(&held, "/log-paa"), Status::Ok);
    drop(held);
    assert_eq!(enters(&other, "klasse").err(), Some(Unreachable::Unknown));
    while rocket::execute(server.beside(&server.named_beside("world-1")).is_served()).unwrap() {}
    worlds(&other).tidy().unwrap();
    assert_eq!(schemas(&server), ["worlds"]);
    assert!(!other.folder.path().join("worlds/klasse").exists(), "nor does its mail stay there");
}

#[test]
fn a_world_renamed_at_one_program_is_found_under_its_new_name_alone() {
    let Some((one, other, _)) = two() else { return };
    asks(&one, Method::Post, "", &json!({ "name": "klasse", "from": "first" }));
    let there = enters(&other, "klasse").unwrap();
    let (id, before) = (app(&there).world_id(), of_the_world(lies(&worlds(&one), "klasse")));
    drop(there);
    asks(&one, Method::Post, "/klasse/rename", &json!({ "name": "hold" }));
    assert_eq!(enters(&other, "klasse").err(), Some(Unreachable::Unknown));
    assert_eq!(app(&enters(&other, "hold").unwrap()).world_id(), id);
    alike(&of_the_world(lies(&worlds(&other), "hold")), &before);
}

#[test]
fn a_world_put_back_at_one_program_is_that_world_at_the_other() {
    let Some((one, other)) = two_in_earnest() else { return };
    worlds(&one).save(&name("first"), &point("start")).unwrap();
    let at = one.now();
    one.clock_moves("days", 30);
    let stine = other.named("Stine Udsen");
    stine.logs_on();
    asks(&one, Method::Post, "/first/back", &json!({ "point": "start" }));
    assert!(stine.browser.open("/selvbetjening").path.starts_with("/log-paa"), "everybody is logged off");
    rocket::execute(tick::live(&other.app, false)).unwrap();
    assert_eq!((one.now(), other.now()), (at, at));
}

#[test]
fn a_move_of_the_clock_at_one_program_does_not_go_on_in_the_world_that_the_other_puts_back() {
    let Some((one, other)) = two_in_earnest() else { return };
    worlds(&one).save(&name("first"), &point("start")).unwrap();
    let at = one.now();
    let mover = one.app.clone();
    let moving = std::thread::spawn(move || {
        rocket::execute(clock::move_on(&mover, Move::Days(3_000))).map(drop).map_err(|why| why.to_string())
    });
    while other.now() == at {
        rocket::execute(clock::follow(&other.app)).unwrap();
    }
    // It is busy while the clock is moved.
    let back = || {
        let request = other.client.post("/api/worlds/first/back").header(ContentType::JSON);
        request.body("{\"point\":\"start\"}").dispatch().status()
    };
    while back() != Status::Ok {}
    let moved = moving.join().unwrap();
    assert!(moved.is_ok() || moved == Err("busy".into()), "{moved:?}");
    for site in [&one, &other] {
        rocket::execute(clock::follow(&site.app)).unwrap();
    }
    assert_eq!((one.now(), other.now()), (at, at));
}

#[test]
fn a_program_with_another_server_key_opens_no_world_and_makes_none() {
    let Some((one, _, server)) = two() else { return };
    worlds(&one).copy(&source("first"), &name("klasse")).unwrap();
    let (stranger, folder) = (Site::empty(), Folder::new());
    std::fs::copy(key_file(stranger.folder.path()), key_file(folder.path())).unwrap();
    let theirs = Worlds::below(folder.path()).with_database(Some(&server));
    let told = |error| match error {
        CaseError::Broken(why) => why,
        other => panic!("{other:?}"),
    };
    for refused in [
        theirs.location(&name("klasse")).map(drop),
        theirs.copy(&source("klasse"), &name("ny")),
        theirs.export(&name("klasse"), true, &folder.path().join("klasse.tar")),
    ] {
        let why = told(refused.unwrap_err());
        assert!(why.contains("is not the one that the first world"), "{why}");
    }
    assert!(!folder.path().join("klasse.tar").exists());
    assert_eq!(schemas(&server), ["world-1", "worlds"]);
}

#[test]
fn what_a_killed_program_was_making_is_removed_and_what_is_made_just_now_is_not() {
    let Some((one, other, server)) = two() else { return };
    worlds(&one).save(&name("first"), &point("start")).unwrap();
    let catalogue = Catalogue::of(&server);
    let made_just_now = catalogue.draft(Kind::World).unwrap();
    let list = server.beside(&server.named_beside("worlds"));
    for left in ["world-7", "point-8"] {
        let left = server.named_beside(left);
        list.tell(&format!("CREATE SCHEMA \"{left}\"; CREATE TABLE \"{left}\".half (x BIGINT)")).unwrap();
        list.tell(&format!("INSERT INTO unsettled (schema) VALUES ('{left}')")).unwrap();
    }
    worlds(&other).tidy().unwrap();
    assert_eq!(schemas(&server), ["point-1", "world-2", "worlds"]);
    drop(made_just_now);
    assert_eq!(schemas(&server), ["point-1", "worlds"]);
}

#[test]
fn the_mails_of_a_world_that_had_the_name_before_are_not_those_of_the_next() {
    let Some((one, other, _)) = two() else { return };
    worlds(&one).copy(&source("first"), &name("klasse")).unwrap();
    let here = worlds(&other).location(&name("klasse")).unwrap().folder.join("mail");
    std::fs::create_dir(&here).unwrap();
    std::fs::write(here.join("00000001.eml"), "of the one that is gone").unwrap();
    worlds(&one).remove(&name("klasse")).unwrap();
    worlds(&one).copy(&source("first"), &name("klasse")).unwrap();
    worlds(&other).location(&name("klasse")).unwrap();
    assert!(!here.exists());
    // A folder that something else lies in is left alone.
    let foreign = other.folder.path().join("worlds/hold");
    std::fs::create_dir(&foreign).unwrap();
    std::fs::write(foreign.join("noter.txt"), "mine").unwrap();
    worlds(&one).copy(&source("first"), &name("hold")).unwrap();
    assert!(matches!(worlds(&other).location(&name("hold")), Err(CaseError::Broken(_))));
    assert!(foreign.join("noter.txt").exists());
}
