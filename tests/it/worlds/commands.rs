//! `selvbetjening world`: the program runs as a process of its own, also beside one that serves.

use std::path::Path;

use service::testing::Place;

use super::contents::{alike, of_the_world};
use crate::process::{Serving, run, world};

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
    assert!(klasse.contains("2019-03-04 09:00") && klasse.ends_with("start"), "{said}");
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
    let key = |world: &Path| std::fs::read(world.join("server.key")).unwrap();
    assert_ne!(key(&data), key(&data.join("worlds/klasse")));
    let persons = |world: &Path| of_the_world(world)["citizens"].clone();
    assert_eq!(persons(&data), persons(&data.join("worlds/klasse")));
    refuses(folder.path(), &["new", "klasse"], "there is a world of that name already");
    let left = std::fs::read_dir(data.join("worlds")).unwrap().count();
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
    assert!(does(folder.path(), &["list"]).contains("2019-03-07 09:0"));
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
    assert!(clock["now"].as_str().unwrap().starts_with("2019-03-07T08:0"), "{clock}");
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
        std::fs::create_dir(data.join(left)).unwrap();
        std::fs::write(data.join(left).join("server.key"), "half a wor").unwrap();
    }
    let under_way = data.join("worlds/.draft-1-3");
    std::fs::create_dir(&under_way).unwrap();
    let lock = std::fs::File::open(&under_way).unwrap();
    lock.try_lock().unwrap();
    drop(Serving::start(folder.path()));
    assert!(left.iter().all(|left| !data.join(left).exists()));
    assert!(under_way.exists(), "somebody is at it");
    assert_eq!(does(folder.path(), &["list"]).lines().count(), 2);
    assert!(does(folder.path(), &["points", "klasse"]).starts_with("start "));
}
