//! `selvbetjening world`: the program runs as a process of its own, also beside one that serves.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use service::testing::Place;

use super::contents::{alike, of_the_world};
use crate::process::{Serving, careless, cramped, run, told, world};

#[track_caller]
fn does(folder: &Path, words: &[&str]) -> String {
    let (done, said) = run(folder, &[&["world"], words].concat());
    assert!(done, "{words:?}: {said}");
    said
}

#[track_caller]
fn refuses(folder: &Path, words: &[&str], says: &str) {
    let (done, said) = run(folder, &[&["world"], words].concat());
    assert!(!done && said.contains(says), "{words:?}: {said}");
}

#[test]
fn worlds_are_made_listed_put_back_handed_on_and_removed() {
    let folder = world();
    let (at, data) = (folder.path(), folder.path().join("data"));
    does(at, &["copy", "first", "klasse"]);
    does(at, &["save", "klasse", "start"]);
    let saved = of_the_world(&data.join("worlds/klasse"));
    does(at, &["copy", "klasse@start", "hold"]);
    let said = does(at, &["list"]);
    let named: Vec<_> = said.lines().map(|line| line.split_whitespace().next().unwrap()).collect();
    assert_eq!(named, ["first", "hold", "klasse"]);
    let klasse = said.lines().last().unwrap();
    assert!(klasse.contains("2019-03-04 09:") && klasse.ends_with("start"), "{said}");
    assert!(does(at, &["points", "klasse"]).starts_with("start "));

    rusqlite::Connection::open(Place::below(&data.join("worlds/klasse")).path())
        .unwrap()
        .execute("DELETE FROM memories", ())
        .unwrap();
    refuses(at, &["back", "klasse", "start"], "--yes does not ask");
    refuses(at, &["back", "klasse", "borte", "--yes"], "no save point of that name");
    does(at, &["back", "klasse", "start", "--yes"]);
    alike(&of_the_world(&data.join("worlds/klasse")), &saved);

    does(at, &["export", "klasse", "klasse.tar", "--with-key"]);
    refuses(at, &["export", "klasse", "klasse.tar"], "there is a file");
    does(at, &["import", "klasse.tar", "ny"]);
    alike(&of_the_world(&data.join("worlds/ny")), &saved);
    does(at, &["rename", "ny", "nyere"]);
    refuses(at, &["remove", "nyere"], "--yes does not ask");
    does(at, &["remove", "nyere", "--yes"]);
    does(at, &["forget", "klasse", "start"]);
    assert_eq!(does(at, &["points", "klasse"]), "");
    assert_eq!(does(at, &["list"]).lines().count(), 3);
    assert!(run(at, &["check"]).0);
}

#[test]
fn a_new_world_from_the_seed_has_a_key_of_its_own() {
    let folder = world();
    does(folder.path(), &["new", "klasse"]);
    let data = folder.path().join("data");
    let key = |world: &Path| fs::read(world.join("server.key")).unwrap();
    assert_ne!(key(&data), key(&data.join("worlds/klasse")));
    let persons = |world: &Path| of_the_world(world)["citizens"].clone();
    assert_eq!(persons(&data), persons(&data.join("worlds/klasse")));
    refuses(folder.path(), &["new", "klasse"], "there is a world of that name already");
    let left = fs::read_dir(data.join("worlds")).unwrap().count();
    assert_eq!(left, 1, "nothing is left beside it");
}

#[test]
fn names_that_are_none_are_told_with_what_a_name_is() {
    let folder = world();
    refuses(folder.path(), &["copy", "first", "Ny Klasse"], "1 to 30 characters: a to z, 0 to 9 and hyphens");
    refuses(folder.path(), &["copy", "first@../../x", "ny"], "the name of a save point has 1 to 30");
    refuses(folder.path(), &["copy", "borte", "ny"], "there is no world of that name");
    refuses(folder.path(), &["remove", "first", "--yes"], "the first world stays");
    refuses(folder.path(), &["import", "borte.tar", "ny"], "No such file");
    assert!(!folder.path().join("data/worlds/ny").exists());
}

#[test]
fn while_the_program_serves_worlds_are_read_and_made_but_not_changed() {
    let folder = world();
    let serving = Serving::start(folder.path());
    assert_eq!(serving.world("POST", "clock", "{\"days\": 3}").0, 200);
    does(folder.path(), &["save", "first", "start"]);
    does(folder.path(), &["copy", "first", "klasse"]);
    does(folder.path(), &["export", "first", "first.tar"]);
    does(folder.path(), &["import", "first.tar", "ny"]);
    assert!(does(folder.path(), &["list"]).contains("2019-03-07 09:"));
    refuses(
        folder.path(),
        &["back", "first", "start", "--yes"],
        "the world first is in use; stop the program first",
    );
    assert_eq!(serving.world("POST", "clock", "{\"days\": 1}").0, 200);
    drop(serving);
    does(folder.path(), &["back", "first", "start", "--yes"]);
    let serving = Serving::start(folder.path());
    let (_, clock) = serving.world("GET", "clock", "");
    assert!(clock["now"].as_str().unwrap().starts_with("2019-03-07T08:"), "{clock}");
}

#[test]
fn a_reset_takes_the_save_points_along_and_leaves_the_other_worlds() {
    let folder = world();
    does(folder.path(), &["save", "first", "start"]);
    does(folder.path(), &["copy", "first", "klasse"]);
    assert!(run(folder.path(), &["reset", "--yes"]).0);
    assert_eq!(does(folder.path(), &["points", "first"]), "", "they open under the old key alone");
    assert_eq!(does(folder.path(), &["list"]).lines().count(), 2);
}

#[test]
fn a_start_removes_what_was_cut_off_and_nothing_else() {
    let folder = world();
    does(folder.path(), &["copy", "first", "klasse"]);
    does(folder.path(), &["save", "klasse", "start"]);
    let data = folder.path().join("data");
    let left = ["worlds/.draft-1-0", "worlds/.gone-1-1", "worlds/klasse/points/.draft-1-2"];
    for left in left {
        fs::create_dir(data.join(left)).unwrap();
        fs::write(data.join(left).join("server.key"), "half a wor").unwrap();
    }
    let under_way = data.join("worlds/.draft-1-3");
    fs::create_dir(&under_way).unwrap();
    let lock = fs::File::open(&under_way).unwrap();
    lock.try_lock().unwrap();
    drop(Serving::start(folder.path()));
    assert!(left.iter().all(|left| !data.join(left).exists()));
    assert!(under_way.exists(), "somebody is at it");
    assert_eq!(does(folder.path(), &["list"]).lines().count(), 2);
    assert!(does(folder.path(), &["points", "klasse"]).starts_with("start "));
}

/// Nobody but the owner may do anything with what lies in a folder.
fn is_closed(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let mode = entry.metadata().unwrap().permissions().mode() & 0o7777;
        let expected = if entry.path().is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, expected, "{mode:04o} {}", entry.path().display());
        if entry.path().is_dir() {
            is_closed(&entry.path());
        }
    }
}

#[test]
fn nobody_else_may_look_into_what_is_made() {
    let folder = world();
    for words in [
        &["copy", "first", "klasse"][..],
        &["save", "klasse", "start"],
        &["save", "first", "start"],
        &["export", "klasse", "klasse.tar", "--with-key"],
        &["import", "klasse.tar", "ny"],
        &["new", "hold"],
    ] {
        let (done, said) = told(careless(folder.path(), &[&["world"], words].concat()).output().unwrap());
        assert!(done, "{said}");
    }
    is_closed(&folder.path().join("data"));
    let mode = fs::metadata(folder.path().join("klasse.tar")).unwrap().permissions().mode();
    assert_eq!(mode & 0o7777, 0o600);
}

#[test]
fn a_full_disk_is_told_and_leaves_nothing() {
    let folder = world();
    let (done, said) = run(folder.path(), &["world", "export", "first", "first.tar", "--with-key"]);
    assert!(done, "{said}");
    for words in [
        &["copy", "first", "klasse"][..],
        &["save", "first", "start"],
        &["import", "first.tar", "ny"],
        &["export", "first", "other.tar"],
    ] {
        let output = cramped(folder.path(), &[&["world"], words].concat(), 200).output().unwrap();
        let (done, said) = told(output);
        assert!(!done && said.contains("the disk is full"), "{words:?}: {said}");
        for made in ["data/worlds", "data/points"] {
            let left = fs::read_dir(folder.path().join(made)).map_or(0, Iterator::count);
            assert_eq!(left, 0, "{words:?} left something in {made}");
        }
    }
    assert!(!folder.path().join("other.tar").exists());
}
