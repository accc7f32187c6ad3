//! The data folder is open only to its owner, whatever the umask and whoever made it; the program's memory to nobody.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use crate::process::{Serving, careless, run, unprivileged};
use crate::site::Folder;

/// Everything below a folder, and the folder itself.
fn everything(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![folder.to_owned()];
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { found.extend(everything(&entry)) } else { found.push(entry) }
    }
    found
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

#[track_caller]
fn is_closed(data: &Path) {
    let all = everything(data);
    for name in ["selvbetjening.sqlite", "-wal", "-shm", "outbox.lock", "server.key", ".eml"] {
        assert!(all.iter().any(|path| path.to_string_lossy().ends_with(name)), "no {name} in {all:?}");
    }
    for path in all {
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode(&path), expected, "{:04o} {}", mode(&path), path.display());
    }
}

/// Lets so much time pass that somebody is written to, and waits until the mail lies in its folder.
#[track_caller]
fn mail_leaves(serving: &Serving, data: &Path) {
    assert_eq!(serving.world("POST", "clock", "{\"days\": 1500}").0, 200);
    let mails = || fs::read_dir(data.join("mail")).into_iter().flatten().flatten();
    let has_left = || mails().any(|mail| mail.path().extension().is_some_and(|end| end == "eml"));
    assert!((0..200).any(|_| has_left() || {
        sleep(Duration::from_millis(100));
        false
    }));
}

#[test]
fn others_may_look_into_nothing_that_was_made_and_nothing_that_was_found() {
    let folder = Folder::new();
    let data = folder.path().join("data");
    let mut serving = Serving::by(careless(folder.path(), &[]));
    mail_leaves(&serving, &data);
    is_closed(&data);

    // Killed, so that the files beside the database stay.
    serving.child.kill().unwrap();
    serving.child.wait().unwrap();
    fs::write(data.join("notes.txt"), "mine").unwrap();
    for path in everything(&data).iter().filter(|path| !path.ends_with("server.key")) {
        let open = if path.is_dir() { 0o755 } else { 0o644 };
        fs::set_permissions(path, PermissionsExt::from_mode(open)).unwrap();
    }
    let serving = Serving::by(careless(folder.path(), &[]));
    assert_eq!(mode(&data.join("notes.txt")), 0o644, "what is not ours stays as it is");
    fs::remove_file(data.join("notes.txt")).unwrap();
    is_closed(&data);
    drop(serving);
    assert!(run(folder.path(), &["check"]).0);
}

/// The system gives the files below `/proc/<pid>` of a process that must not be dumped to the administrator.
#[cfg(target_os = "linux")]
#[test]
fn the_memory_of_the_program_is_closed_to_other_programs_of_its_user() {
    let (folder, copy) = (Folder::new(), Folder::new());
    let open_to_nobody = fs::Permissions::from_mode(0o777);
    fs::set_permissions(folder.path(), open_to_nobody).unwrap();
    fs::set_permissions(copy.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let serving = Serving::by(unprivileged(folder.path(), &copy));
    let memory = fs::metadata(format!("/proc/{}/mem", serving.child.id())).unwrap();
    let data = fs::metadata(folder.path().join("data")).unwrap();
    assert_ne!(data.uid(), 0, "the program runs as somebody else");
    assert_eq!(memory.uid(), 0);
}
