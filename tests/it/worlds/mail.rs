//! A copy sends nothing by the mail server of the settings unless told to.

use std::fs;
use std::path::Path;

use rules::actor::Channel;
use service::cases::app::Origin;
use service::cases::open;
use service::cases::open::Opening;
use service::cases::worlds::mail;
use service::testing::Clock;

use crate::process::{Serving, program, run, world};
use crate::site::{Folder, opening_in};
use crate::time::outbox::{YEARS, when_all_have_left};
use crate::time::post_office::PostOffice;

/// Serves the world in a folder, with a mail server, until all mails of four years have left.
fn years_of_mail(folder: &Folder, data: &Path, post: &PostOffice) -> usize {
    let mut command = program(folder.path(), &[]);
    command.env("SELVBETJENING_DATA", data).env("SELVBETJENING_MAIL", &post.url);
    let serving = Serving::by(command);
    assert_eq!(serving.world("POST", "clock", YEARS).0, 200);
    when_all_have_left(&serving).len()
}

fn files(data: &Path) -> usize {
    fs::read_dir(data.join("mail")).map_or(0, Iterator::count)
}

#[test]
fn the_mails_of_a_copy_stay_in_its_folder_until_they_may_leave() {
    let (folder, post) = (world(), PostOffice::silent());
    post.answers();
    for copy in ["stays", "leaves"] {
        assert!(run(folder.path(), &["world", "copy", "first", copy]).0);
    }
    let stays = folder.path().join("data/worlds/stays");
    let written = years_of_mail(&folder, &stays, &post);
    assert!(written > 1);
    assert_eq!((post.taken().len(), files(&stays)), (0, written));

    let leaves = folder.path().join("data/worlds/leaves");
    rocket::execute(async {
        let clock = Clock::real(jiff::SignedDuration::ZERO);
        let opening = Opening { clock, rehearses: false, ..opening_in(&leaves) };
        let app = open::open(opening).await.unwrap();
        mail::keep(&app, &Origin::inside(Channel::World), false).await.unwrap();
    });
    let written = years_of_mail(&folder, &leaves, &post);
    assert_eq!((post.taken().len(), files(&leaves)), (written, 0));
}
