//! A world that two programs begin at once on a slow machine.

use std::thread;
use std::time::Duration;

use service::cases::open;
use service::cases::seed;
use service::testing::Place;

use crate::site::{Folder, Site, database_of, opening_in};

#[test]
fn who_begins_while_another_seeds_the_world_waits_longer_than_a_change_does() {
    let folder = Folder::new();
    if database_of(folder.path()).is_some() {
        return;
    }
    let app = rocket::execute(open::open(opening_in(folder.path()))).unwrap();
    let another = rusqlite::Connection::open(Place::below(folder.path()).path()).unwrap();
    another.execute_batch("BEGIN IMMEDIATE").unwrap();
    let seeds = thread::spawn(move || {
        thread::sleep(Duration::from_secs(11));
        another.execute_batch("COMMIT").unwrap();
    });
    rocket::execute(seed::fill(&app)).unwrap();
    seeds.join().unwrap();
    Site::over(app, folder).named("Stine Udsen").logs_on();
}
