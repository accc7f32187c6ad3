//! What whoever runs the program can do without a page.

use selvbetjening::cases::opening::key_file;
use selvbetjening::cases::upkeep;
use selvbetjening::store::Place;

use crate::site::{Folder, Site};

#[test]
fn a_new_world_is_sound_and_damage_is_found() {
    let site = Site::empty();
    let sound = rocket::execute(upkeep::check(&site.house)).unwrap();
    assert_eq!(sound, [""; 0]);

    let behind_its_back = rusqlite::Connection::open(Place::below(site.folder.path()).path()).unwrap();
    behind_its_back
        .execute_batch(
            "PRAGMA foreign_keys = OFF;
             INSERT INTO key_cards (number, nemid, ordinal, salt, since, state, used, wrong)
             VALUES ('A000000001', '999999999', 1, x'00', '2019', 'attached', x'00', 0);
             INSERT INTO journal (at, staff, citizen, action, identification, text)
             VALUES ('2019', '999999999', 'nobody', 'x', 'x', 'x');",
        )
        .unwrap();
    let found = rocket::execute(upkeep::check(&site.house)).unwrap().join("\n");
    for table in ["table key_cards: a row refers to a row of nemids", "table journal: 1 rows whose citizen"] {
        assert!(found.contains(table), "{found}");
    }
}

#[test]
fn a_world_is_removed_whole_and_nothing_else() {
    let folder = Folder::new();
    let site = Site::in_folder(folder);
    let kept = site.folder.path().join("notes.txt");
    std::fs::write(&kept, "mine").unwrap();
    assert!(upkeep::clear(site.folder.path()).unwrap());
    assert!(!Place::below(site.folder.path()).exists() && !key_file(site.folder.path()).exists());
    assert!(kept.exists());
    assert!(!upkeep::clear(site.folder.path()).unwrap(), "there was nothing left");
}
