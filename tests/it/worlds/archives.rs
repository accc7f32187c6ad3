//! A world as one file: it comes out as it went in, and nothing else comes out of a file.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::SignedDuration;
use serde_json::{Value, json};
use service::cases::open::key_file;
use service::cases::upkeep::check;
use service::cases::worlds::WorldsRefusal::{
    ArchiveDamaged, ArchiveNewer, ArchiveTooLarge, KeyForeign, KeyMissing, NameTaken, NotAnArchive,
};
use service::cases::worlds::{Worlds, WorldsRefusal};

use super::contents::{alike, of, of_the_world};
use super::{name, opened, refuses, resting, source, worlds};
use crate::site::{Folder, Site};

/// The entries of an archive, in their order.
type Entries = Vec<(String, Vec<u8>)>;

fn read(file: &Path) -> Entries {
    let mut archive = tar::Archive::new(fs::File::open(file).unwrap());
    let entry = |mut entry: tar::Entry<'_, fs::File>| {
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        (entry.path().unwrap().to_string_lossy().into_owned(), content)
    };
    archive.entries().unwrap().map(Result::unwrap).map(entry).collect()
}

fn head(path: &str, size: usize) -> tar::Header {
    let mut head = tar::Header::new_gnu();
    // As it stands, whatever it is: a decent library would refuse to write some of them.
    let name = &mut head.as_old_mut().name;
    name[..path.len()].copy_from_slice(path.as_bytes());
    head.set_entry_type(tar::EntryType::Regular);
    head.set_size(size as u64);
    head.set_mode(0o600);
    head.set_cksum();
    head
}

fn written(file: &Path, entries: &Entries) {
    let mut archive = tar::Builder::new(fs::File::create(file).unwrap());
    for (path, content) in entries {
        archive.append(&head(path, content.len()), content.as_slice()).unwrap();
    }
    archive.finish().unwrap();
}

/// An exported world, and a folder of somebody else to import it into.
struct Posted {
    site: Site,
    file: PathBuf,
    elsewhere: Folder,
}

impl Posted {
    fn with_key(with_key: bool) -> Self {
        let site = resting();
        site.clock_moves("days", 900);
        site.somebody_active().logs_on();
        site.mail_goes();
        let file = site.folder.path().join("verden.tar");
        worlds(&site).export(&name("first"), with_key, &file).unwrap();
        Self { site, file, elsewhere: Folder::new() }
    }

    fn theirs(&self) -> Worlds {
        Worlds::below(self.elsewhere.path()).on_clock_of(&self.site.app)
    }

    /// Changes the entries of the file.
    fn altered(&self, change: impl FnOnce(&mut Entries)) {
        let mut entries = read(&self.file);
        change(&mut entries);
        written(&self.file, &entries);
    }

    /// Changes what the manifest says.
    fn announcing(&self, change: impl FnOnce(&mut Value)) {
        self.altered(|entries| {
            let mut manifest: Value = serde_json::from_slice(&entries[0].1).unwrap();
            change(&mut manifest);
            entries[0].1 = manifest.to_string().into_bytes();
        });
    }

    /// It is refused for this reason, and leaves nothing behind.
    #[track_caller]
    fn is_refused(&self, why: WorldsRefusal) {
        refuses(self.theirs().import(&self.file, &name("ny")), why);
        let left = fs::read_dir(self.elsewhere.path().join("worlds")).map_or(0, Iterator::count);
        assert_eq!(left, 0);
        assert!(!self.elsewhere.path().join("evil").exists());
    }
}

#[test]
fn an_exported_and_imported_world_is_the_world_row_by_row() {
    let posted = Posted::with_key(true);
    let at = posted.site.now();
    let origin = of_the_world(posted.site.folder.path());
    // A week later, at somebody else's.
    posted.site.real_time_passes(SignedDuration::from_hours(7 * 24));
    let imported = posted.theirs().import(&posted.file, &name("ny")).unwrap();
    assert_eq!((imported.was, imported.at, imported.with_key), (name("first"), at, true));
    let folder = posted.theirs().folder(&name("ny"));
    alike(&of_the_world(&folder), &origin);
    for table in super::contents::USE {
        assert!(of(&folder)[table].is_empty(), "{table}");
    }
    assert_eq!(fs::read(key_file(&folder)).unwrap(), fs::read(key_file(posted.site.folder.path())).unwrap());
    let other = Site::in_folder(Folder::of(&folder));
    assert_eq!(other.now(), at);
    assert_eq!(rocket::execute(check::look_over(&other.app)).len(), 0);
    other.somebody_active().logs_on();
}

#[test]
fn mails_travel_with_the_key_alone() {
    let site = resting();
    let mails = site.folder.path().join("mail");
    fs::create_dir(&mails).unwrap();
    let number = |row: &String| row.split(['(', ')']).nth(1).unwrap().parse::<i64>().unwrap();
    let sent: Vec<_> = of(site.folder.path())["outbox"].iter().map(number).collect();
    let file = format!("{:08}.eml", sent[0]);
    fs::write(mails.join(&file), "Dit nøglekort er spærret.").unwrap();
    fs::write(mails.join("99999999.eml"), "of no message").unwrap();
    for with_key in [true, false] {
        let archive = site.folder.path().join(format!("{with_key}.tar"));
        worlds(&site).export(&name("first"), with_key, &archive).unwrap();
        let names: Vec<_> = read(&archive).into_iter().map(|(path, _)| path).collect();
        let mail = format!("mail/{file}");
        let expected = if with_key {
            vec!["manifest.json", "selvbetjening.sqlite", "server.key", &mail]
        } else {
            vec!["manifest.json", "selvbetjening.sqlite"]
        };
        assert_eq!(names, expected);
        let copy = format!("ny-{with_key}");
        worlds(&site).import(&archive, &name(&copy)).unwrap();
        let there = worlds(&site).folder(&name(&copy)).join("mail").join(&file);
        assert_eq!(there.exists(), with_key);
    }
    worlds(&site).copy(&source("first"), &name("kopi")).unwrap();
    let copied = worlds(&site).folder(&name("kopi")).join("mail");
    let copied: Vec<_> = fs::read_dir(copied).unwrap().map(|mail| mail.unwrap().file_name()).collect();
    assert_eq!(copied, [&*file]);
}

#[test]
fn without_its_key_a_world_is_imported_only_where_a_world_has_that() {
    let posted = Posted::with_key(false);
    posted.is_refused(KeyMissing);
    let here = worlds(&posted.site);
    let imported = here.import(&posted.file, &name("ny")).unwrap();
    assert!(!imported.with_key);
    opened(&posted.site, "ny").somebody_active().logs_on();
    refuses(here.import(&posted.file, &name("ny")), NameTaken);
    refuses(here.import(&posted.file, &name("first")), NameTaken);
}

#[test]
fn the_manifest_says_what_the_file_holds() {
    let posted = Posted::with_key(true);
    let entries = read(&posted.file);
    let manifest: Value = serde_json::from_slice(&entries[0].1).unwrap();
    assert_eq!(manifest["format"], 1);
    assert_eq!((&manifest["world"], &manifest["with_key"]), (&json!("first"), &json!(true)));
    assert_eq!(manifest["at"], json!(posted.site.now()));
    assert!(manifest["migration"].as_u64().unwrap() >= 31);
    let sizes: BTreeMap<_, _> =
        entries[1..].iter().map(|(path, content)| (path.as_str(), content.len())).collect();
    for (path, entry) in manifest["files"].as_object().unwrap() {
        assert_eq!(entry["bytes"], sizes[path.as_str()], "{path}");
        assert_eq!(entry["sha256"].as_str().unwrap().len(), 64);
    }
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(fs::metadata(&posted.file).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn what_is_no_archive_or_cut_off_is_refused() {
    let posted = Posted::with_key(true);
    let whole = fs::read(&posted.file).unwrap();
    for end in [1_024, 2_000, whole.len() / 2] {
        fs::write(&posted.file, &whole[..end]).unwrap();
        refuses(posted.theirs().import(&posted.file, &name("ny")), ArchiveDamaged);
    }
    for no_archive in [&b""[..], &b"hej"[..], &[0; 4_096], &[b'x'; 4_096]] {
        fs::write(&posted.file, no_archive).unwrap();
        posted.is_refused(NotAnArchive);
    }
    written(&posted.file, &vec![("selvbetjening.sqlite".to_owned(), vec![1; 10])]);
    posted.is_refused(NotAnArchive);
    written(&posted.file, &vec![("manifest.json".to_owned(), b"{}".to_vec())]);
    posted.is_refused(NotAnArchive);
}

#[test]
fn what_was_altered_is_refused() {
    let posted = Posted::with_key(true);
    let whole = fs::read(&posted.file).unwrap();
    let alters = |change: &dyn Fn(&mut Entries)| {
        fs::write(&posted.file, &whole).unwrap();
        posted.altered(change);
        posted.is_refused(ArchiveDamaged);
    };
    alters(&|entries| entries[1].1[5_000] ^= 1);
    alters(&|entries| entries[1].1.push(0));
    alters(&|entries| drop(entries.pop()));
    alters(&|entries| entries.push(entries[1].clone()));
    alters(&|entries| entries.push(("outbox.lock".to_owned(), Vec::new())));
    for (change, why) in [
        (json!({ "format": 2 }), ArchiveNewer),
        (json!({ "with_key": false }), ArchiveDamaged),
        (json!({ "more": 1 }), ArchiveDamaged),
        (json!({ "world": "Ikke et navn" }), ArchiveDamaged),
    ] {
        fs::write(&posted.file, &whole).unwrap();
        posted.announcing(|manifest| {
            manifest.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        });
        posted.is_refused(why);
    }
    fs::write(&posted.file, &whole).unwrap();
    posted.announcing(|manifest| manifest["files"]["selvbetjening.sqlite"]["bytes"] = json!(1_u64 << 40));
    posted.is_refused(ArchiveTooLarge);
}

/// Announces an entry as it is.
fn announced(manifest: &mut Value, path: &str, content: &[u8]) {
    use sha2::{Digest, Sha256};
    let sha256: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
    manifest["files"][path] = json!({ "bytes": content.len(), "sha256": sha256 });
}

#[test]
fn nothing_leads_out_of_the_world_s_folder() {
    let posted = Posted::with_key(true);
    let whole = fs::read(&posted.file).unwrap();
    for path in
        ["../evil", "/tmp/evil", "mail/../../../evil", "points/start/selvbetjening.sqlite", "mail/evil"]
    {
        fs::write(&posted.file, &whole).unwrap();
        posted.announcing(|manifest| announced(manifest, path, b"evil"));
        posted.altered(|entries| entries.push((path.to_owned(), b"evil".to_vec())));
        posted.is_refused(ArchiveDamaged);
    }
    // A link in the place of the key.
    for kind in
        [tar::EntryType::Symlink, tar::EntryType::Link, tar::EntryType::Directory, tar::EntryType::Fifo]
    {
        fs::write(&posted.file, &whole).unwrap();
        posted.announcing(|manifest| announced(manifest, "server.key", b""));
        let entries = read(&posted.file);
        let mut archive = tar::Builder::new(fs::File::create(&posted.file).unwrap());
        for (path, content) in &entries {
            if path == "server.key" {
                let mut link = head(path, 0);
                link.set_entry_type(kind);
                link.set_link_name("/etc/hostname").unwrap();
                link.set_cksum();
                archive.append(&link, std::io::empty()).unwrap();
            } else {
                archive.append(&head(path, content.len()), content.as_slice()).unwrap();
            }
        }
        archive.finish().unwrap();
        posted.is_refused(ArchiveDamaged);
    }
}

#[test]
fn a_key_that_is_not_the_database_s_and_a_database_that_is_not_ours_are_refused() {
    let posted = Posted::with_key(true);
    let whole = fs::read(&posted.file).unwrap();
    let replaced = |which: &str, content: &[u8]| {
        fs::write(&posted.file, &whole).unwrap();
        posted.announcing(|manifest| announced(manifest, which, content));
        posted.altered(|entries| {
            entries.iter_mut().find(|(path, _)| path == which).unwrap().1 = content.to_vec();
        });
    };
    replaced("server.key", b"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
    posted.is_refused(KeyForeign);
    replaced("server.key", b"no key");
    posted.is_refused(ArchiveDamaged);
    replaced("selvbetjening.sqlite", b"no database");
    posted.is_refused(ArchiveDamaged);

    let scratch = Folder::new();
    let database = scratch.path().join("database");
    let changed = |sql: &str| {
        fs::write(&posted.file, &whole).unwrap();
        let original = read(&posted.file).into_iter().find(|(path, _)| path == "selvbetjening.sqlite");
        fs::write(&database, original.unwrap().1).unwrap();
        let connection = rusqlite::Connection::open(&database).unwrap();
        connection.execute_batch(sql).unwrap();
        drop(connection);
        replaced("selvbetjening.sqlite", &fs::read(&database).unwrap());
    };
    for foreign in [
        "CREATE TRIGGER evil AFTER INSERT ON sessions BEGIN DELETE FROM citizens; END",
        "CREATE VIEW evil AS SELECT * FROM citizens",
        "CREATE TABLE evil (x)",
        "DROP TABLE calls",
        "PRAGMA foreign_keys = OFF; DELETE FROM citizens",
        "DELETE FROM house WHERE name = 'clock-offset-nanoseconds'",
        "UPDATE refinery_schema_history SET checksum = '1' WHERE version = 5",
    ] {
        changed(foreign);
        posted.is_refused(ArchiveDamaged);
    }
    changed("INSERT INTO refinery_schema_history VALUES (9999, 'to_come', '2030', '1')");
    posted.is_refused(ArchiveNewer);
    changed("UPDATE house SET value = '0123456789abcdef' WHERE name = 'server-key-id'");
    posted.is_refused(KeyForeign);
}
