//! Worlds in a database on a server that are made and removed by programs that are killed: each is there as a whole or not at all, and
//! what is left of it goes at the next start. Where the tests run on files there is nothing to show.

use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use service::cases::worlds::Worlds;

use crate::moved::{Database, on};
use crate::process::told;
use crate::site::Folder;
use crate::worlds::contents::{alike, lies, of_the_world};
use crate::worlds::name;

/// How often each command is killed.
const KILLS: u32 = 12;

/// How a command ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ended {
    Done,
    CutOff,
}

struct Scene {
    database: Database,
    folder: Folder,
}

impl Scene {
    fn new() -> Option<Self> {
        let scene = Self { database: Database::new()?, folder: Folder::new() };
        scene.does(&["init"]);
        Some(scene)
    }

    #[track_caller]
    fn does(&self, words: &[&str]) -> Duration {
        let begun = Instant::now();
        let (done, said) = told(on(&self.database, self.folder.path(), words).output().unwrap());
        assert!(done, "{words:?}: {said}");
        begun.elapsed()
    }

    fn worlds(&self) -> Worlds {
        Worlds::below(&self.folder.path().join("data")).with_database(Some(&self.database.server()))
    }

    /// Kills a command at instants spread over the time that it takes, each time followed by `again`. A world is there where the
    /// command ended like `is_there_when`, and only there.
    fn killed(&self, words: &[&str], is_there_when: Ended, again: impl Fn()) {
        let whole = self.does(words);
        again();
        let mut cut_off = 0;
        for nth in 0..KILLS {
            let mut command = on(&self.database, self.folder.path(), words);
            let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            sleep(whole * nth / (KILLS - 1));
            let _ = child.kill();
            child.wait().unwrap();
            // The server ends the connection of a dead process when it notices.
            let begun = Instant::now();
            while self.unsettled() > 0 {
                assert!(begun.elapsed() < Duration::from_secs(20), "something is left");
                self.worlds().tidy().unwrap();
            }
            let schemas = "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'world-%'";
            let listed = self.database.server().ask("SELECT count(*) FROM worlds.worlds").unwrap();
            assert_eq!(self.database.server().ask(schemas).unwrap(), listed);
            if self.worlds().has(&name("klasse")).unwrap() {
                let here = self.worlds();
                alike(&of_the_world(lies(&here, "klasse")), &of_the_world(lies(&here, "first")));
                cut_off += u32::from(is_there_when == Ended::CutOff);
            } else {
                cut_off += u32::from(is_there_when == Ended::Done);
            }
            again();
        }
        assert!(cut_off > 0, "none was cut off");
    }

    fn unsettled(&self) -> i64 {
        self.database.server().ask("SELECT count(*) FROM worlds.unsettled").unwrap()
    }
}

#[test]
fn a_killed_copy_on_a_server_leaves_a_whole_world_or_none() {
    let Some(scene) = Scene::new() else { return };
    let klasse = || {
        if scene.worlds().has(&name("klasse")).unwrap() {
            scene.worlds().remove(&name("klasse")).unwrap();
        }
    };
    scene.killed(&["world", "copy", "first", "klasse"], Ended::Done, klasse);
}

#[test]
fn a_killed_removal_on_a_server_leaves_a_whole_world_or_none() {
    let Some(scene) = Scene::new() else { return };
    let klasse = || {
        if !scene.worlds().has(&name("klasse")).unwrap() {
            scene.does(&["world", "copy", "first", "klasse"]);
        }
    };
    klasse();
    scene.killed(&["world", "remove", "klasse", "--yes"], Ended::CutOff, klasse);
}
