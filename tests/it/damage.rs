//! Damaged files: an emptied database, overwritten pages, entries that were altered or taken out. The program does not
//! start over them as if nothing were wrong, and `check` names what is damaged and goes on.

use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use service::testing::Place;

use crate::process::{database, run, world};

/// Overwrites the first page of a table.
fn overwrite(folder: &Path, table: &str) {
    let database = database(folder);
    let sql = "SELECT rootpage FROM sqlite_master WHERE name = ?1";
    let root: u32 = database.query_row(sql, [table], |row| row.get(0)).unwrap();
    let size: u32 = database.query_row("PRAGMA page_size", (), |row| row.get(0)).unwrap();
    database.pragma_update(None, "journal_mode", "DELETE").unwrap();
    drop(database);
    let path = Place::below(&folder.join("data")).path().to_owned();
    let mut file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start(u64::from(root - 1) * u64::from(size))).unwrap();
    file.write_all(&vec![0xa5; size as usize]).unwrap();
}

#[test]
fn an_emptied_database_is_not_taken_for_a_new_world() {
    let folder = world();
    let place = Place::below(&folder.path().join("data"));
    std::fs::write(place.path(), "").unwrap();
    for command in [&[][..], &["check"], &["reopen-administrator"]] {
        let (done, said) = run(folder.path(), command);
        assert!(!done && said.contains("is empty (0 bytes)") && said.contains("reset"), "{said}");
    }
    assert_eq!(std::fs::metadata(place.path()).unwrap().len(), 0, "nothing was written into it");
    assert!(run(folder.path(), &["reset", "--yes"]).0);
    assert!(run(folder.path(), &["check"]).0);
}

#[test]
fn overwritten_pages_are_told_at_the_start_and_every_table_by_check() {
    let folder = world();
    overwrite(folder.path(), "agreements");
    overwrite(folder.path(), "journal");
    let (started, said) = run(folder.path(), &[]);
    assert!(!started && said.contains("is damaged") && said.contains("check"), "{said}");
    assert!(said.contains("database_damaged"), "{said}");
    database(folder.path()).execute("UPDATE event_log SET device = 'x' WHERE id = 9", ()).unwrap();
    let (sound, said) = run(folder.path(), &["check"]);
    assert!(!sound && said.contains("findings: "), "{said}");
    for finding in
        ["table agreements: ", "table journal: ", "table event_log, row 9: it is not as it was written"]
    {
        assert!(said.contains(finding), "no {finding:?} in {said}");
    }
}

#[test]
fn altered_added_and_removed_entries_of_the_event_log_are_noticed() {
    let most = "(SELECT nemid FROM event_log GROUP BY nemid ORDER BY count(*) DESC LIMIT 1)";
    for (harm, finding) in [
        (
            "UPDATE event_log SET address = '192.0.2.99' WHERE id = 20".to_owned(),
            "row 20: it is not as it was written",
        ),
        (
            "UPDATE event_log SET nth = nth + 1000 WHERE id = 20".to_owned(),
            "row 20: it is not as it was written",
        ),
        (format!("DELETE FROM event_log WHERE nemid = {most} AND nth = 2"), "are missing"),
        (format!("DELETE FROM event_log WHERE nemid = {most} AND nth = 1"), "are missing"),
        (format!("DELETE FROM event_log WHERE nemid = {most} AND nth > 2"), "are missing"),
        (format!("DELETE FROM event_log WHERE nemid = {most}"), "are missing"),
        (
            "INSERT INTO event_log (nemid, at, kind, code, event, actor, channel) \
             SELECT nemid, at, kind, code, event, actor, channel FROM event_log WHERE id = 20"
                .to_owned(),
            "it was not written by this program",
        ),
        (
            "INSERT INTO event_log (nemid, nth, at, kind, code, event, actor, channel, checksum) \
             SELECT nemid, 1000, at, kind, code, event, actor, channel, checksum FROM event_log WHERE id = 20"
                .to_owned(),
            "it is not as it was written",
        ),
    ] {
        let folder = world();
        assert!(database(folder.path()).execute(&harm, ()).unwrap() > 0, "{harm}");
        let (sound, said) = run(folder.path(), &["check"]);
        assert!(!sound && said.contains(finding), "{harm}: {said}");
    }
}
