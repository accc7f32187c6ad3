//! Copies, save points and exports of worlds in which drawn things have happened, and a kill in the middle of each.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use proptest::collection::vec;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rules::actor::Channel;
use service::cases::app::Origin;
use service::cases::open::key_file;
use service::cases::upkeep::check;
use service::cases::worlds::Worlds;
use service::cases::worlds::back::back;

use super::previews::{Deed, deeds, does};
use crate::process::{program, run, world};
use crate::site::{Folder, Site};
use crate::worlds::contents::{Contents, alike, but_the_last_mail, lies, of, of_the_world};
use crate::worlds::{name, point, resting, source, worlds};

/// How often each command is killed.
const KILLS: u32 = 12;

/// Lives through some deeds, then copies, saves and exports the world, lives on, and puts it back.
fn lives(before: &[Deed], days: u32, after: &[Deed]) {
    let site = resting();
    for deed in before {
        does(&site, deed);
    }
    site.clock_moves("days", days);
    site.mail_goes();
    let (origin, at) = (of_the_world(site.folder.path()), site.now());
    let (all, file) = (worlds(&site), site.folder.path().join("verden.tar"));
    all.copy(&source("first"), &name("kopi")).unwrap();
    all.save(&name("first"), &point("start")).unwrap();
    all.copy(&source("first@start"), &name("fra-start")).unwrap();
    all.export(&name("first"), true, &file).unwrap();
    all.import(&file, &name("fra-fil")).unwrap();
    for copy in ["kopi", "fra-start", "fra-fil"] {
        alike(&of_the_world(lies(&all, copy)), &origin);
        assert_eq!(all.facts(&name(copy)).unwrap().at, at, "{copy}");
    }
    for deed in after {
        does(&site, deed);
    }
    site.clock_moves("days", days);
    site.mail_goes();
    rocket::execute(back(&site.app, &Origin::inside(Channel::World), &point("start"))).unwrap();
    alike(&but_the_last_mail(of_the_world(site.folder.path())), &but_the_last_mail(origin));
    assert_eq!(rocket::execute(check::look_over(&site.app)).len(), 0);
}

#[test]
fn whatever_has_happened_a_copy_is_the_world_and_so_is_what_was_saved_or_exported() {
    let lives_wanted = std::env::var("LIVES").ok().and_then(|lives| lives.parse().ok()).unwrap_or(6);
    let config = Config { cases: lives_wanted, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[42; 32]));
    let life = (vec(deeds(), 0..12), 1_u32..800, vec(deeds(), 0..6));
    let ran = runner.run(&life, |(before, days, after)| {
        lives(&before, days, &after);
        Ok(())
    });
    ran.unwrap_or_else(|error| panic!("{error}"));
}

/// How long a command takes that nobody kills.
fn takes(words: &[&str], prepared: impl Fn() -> Folder) -> Duration {
    let folder = prepared();
    let began = Instant::now();
    let (done, said) = run(folder.path(), words);
    assert!(done, "{said}");
    began.elapsed()
}

/// Kills a command at instants spread over the time that it takes, and looks at what each kill leaves.
fn killed(words: &[&str], prepared: impl Fn() -> Folder, leaves: impl Fn(&Folder) -> bool) {
    let whole = takes(words, &prepared);
    let mut done = 0;
    for nth in 0..KILLS {
        let folder = prepared();
        let mut child =
            program(folder.path(), words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        sleep(whole * nth / (KILLS - 1));
        let _ = child.kill();
        child.wait().unwrap();
        done += u32::from(leaves(&folder));
        let worlds = Worlds::below(&folder.path().join("data"));
        worlds.tidy().unwrap();
        nothing_is_left(&folder.path().join("data/worlds"));
        nothing_is_left(&folder.path().join("data/points"));
        let (sound, said) = run(folder.path(), &["check"]);
        assert!(sound, "{said}");
    }
    assert!(done < KILLS, "none was cut off");
}

/// No draft.
fn nothing_is_left(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(!name.starts_with('.'), "{name}");
    }
}

/// A world is there as a whole, or not at all.
fn is_whole_or_none(folder: &Folder, named: &str, expected: &Contents) -> bool {
    let data = folder.path().join("data");
    let worlds = Worlds::below(&data);
    let is_there = worlds.names().unwrap().contains(&name(named));
    let world = worlds.folder(&name(named));
    assert_eq!(world.exists(), is_there);
    if is_there {
        alike(&of_the_world(&world), expected);
        assert_eq!(fs::read(key_file(&world)).unwrap(), fs::read(key_file(&data)).unwrap());
        let opened = Site::in_folder(Folder::of(&world));
        assert_eq!(rocket::execute(check::look_over(&opened.app)).len(), 0);
    }
    is_there
}

fn first(folder: &Folder) -> Contents {
    of_the_world(&folder.path().join("data"))
}

#[test]
fn a_killed_copy_leaves_a_whole_world_or_none() {
    killed(&["world", "copy", "first", "klasse"], world, |folder| {
        is_whole_or_none(folder, "klasse", &first(folder))
    });
}

#[test]
fn a_killed_save_leaves_a_whole_save_point_or_none() {
    killed(&["world", "save", "first", "start"], world, |folder| {
        let saved = folder.path().join("data/points/start");
        if saved.exists() {
            alike(&of_the_world(&saved), &first(folder));
            assert!(of(&saved)["sessions"].is_empty());
        }
        saved.exists()
    });
}

#[test]
fn a_killed_import_leaves_a_whole_world_or_none() {
    let exported = || {
        let folder = world();
        let (done, said) = run(folder.path(), &["world", "export", "first", "verden.tar", "--with-key"]);
        assert!(done, "{said}");
        folder
    };
    killed(&["world", "import", "verden.tar", "klasse"], exported, |folder| {
        is_whole_or_none(folder, "klasse", &first(folder))
    });
}

#[test]
fn a_killed_removal_leaves_a_whole_world_or_none() {
    let copied = || {
        let folder = world();
        assert!(run(folder.path(), &["world", "copy", "first", "klasse"]).0);
        folder
    };
    killed(&["world", "remove", "klasse", "--yes"], copied, |folder| {
        !is_whole_or_none(folder, "klasse", &first(folder))
    });
}

#[test]
fn a_world_that_was_being_put_back_is_the_old_one_or_the_one_that_was_saved() {
    let changed = "UPDATE citizens SET note_en = 'changed since'; DELETE FROM memories";
    let saved = || {
        let folder = world();
        assert!(run(folder.path(), &["world", "save", "first", "start"]).0);
        crate::process::database(folder.path()).execute_batch(changed).unwrap();
        folder
    };
    killed(&["world", "back", "first", "start", "--yes"], saved, |folder| {
        let here = but_the_last_mail(first(folder));
        let is_back = !here["memories"].is_empty();
        let saved = but_the_last_mail(of_the_world(&folder.path().join("data/points/start")));
        if is_back {
            alike(&here, &saved);
        } else {
            let mut old = saved;
            old.insert("memories".to_owned(), here["memories"].clone());
            old.insert("citizens".to_owned(), here["citizens"].clone());
            alike(&here, &old);
            assert!(here["citizens"].iter().all(|row| row.contains("changed since")));
        }
        is_back
    });
}
