//! Files that are no exported world, or not as it was exported: nothing of them is taken, and nothing comes out of them.

use std::fs;

use serde_json::json;
use service::cases::worlds::WorldsRefusal::{
    ArchiveDamaged, ArchiveNewer, ArchiveTooLarge, KeyForeign, NotAnArchive,
};

use super::posted::{Entries, Posted, announced, head, read, written};
use super::{name, refuses};
use crate::site::Folder;

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
    // Something else than a file in the place of the key, whatever stands in it.
    for kind in
        [tar::EntryType::Symlink, tar::EntryType::Link, tar::EntryType::Directory, tar::EntryType::Fifo]
    {
        fs::write(&posted.file, &whole).unwrap();
        let entries = read(&posted.file);
        let mut archive = tar::Builder::new(fs::File::create(&posted.file).unwrap());
        for (path, content) in &entries {
            if path == "server.key" {
                let mut link = head(path, content.len());
                link.set_entry_type(kind);
                link.set_link_name("/etc/hostname").unwrap();
                link.set_cksum();
                archive.append(&link, content.as_slice()).unwrap();
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
