//! A world that is put back to a save point while it is open.

use jiff::SignedDuration;
use rules::actor::Channel;
use selvbetjening::world::tick;
use service::cases::app::Origin;
use service::cases::upkeep::check;
use service::cases::worlds::WorldsRefusal::PointUnknown;
use service::cases::worlds::back::back;

use super::contents::{alike, but_the_last_mail, of_the_world};
use super::{name, point, refuses, resting, worlds};
use crate::site::{Site, database_of};

fn origin() -> Origin {
    Origin::inside(Channel::World)
}

#[test]
fn a_save_point_restored_equals_the_world_saved_row_by_row() {
    let site = resting();
    site.clock_moves("days", 40);
    site.somebody_active().logs_on();
    site.mail_goes();
    let (saved, at) = (of_the_world(site.folder.path()), site.now());
    worlds(&site).save(&name("first"), &point("start")).unwrap();

    site.clock_moves("days", 900);
    site.real_time_passes(SignedDuration::from_hours(7 * 24));
    let cookies = {
        let citizen = site.somebody_active();
        citizen.logs_on();
        citizen.browser.jar()
    };
    site.mail_goes();
    assert_ne!(of_the_world(site.folder.path()), saved);
    assert_eq!(rocket::execute(back(&site.app, &origin(), &point("start"))).unwrap(), at);

    alike(&but_the_last_mail(of_the_world(site.folder.path())), &but_the_last_mail(saved));
    assert_eq!(site.now(), at);
    assert_eq!(rocket::execute(check::look_over(&site.app)).len(), 0);
    let facts = worlds(&site).facts(&name("first")).unwrap();
    assert!(facts.mail_stays, "its persons were written to already");
    assert_eq!(facts.points.len(), 1, "the save point stays");
    if database_of(site.folder.path()).is_none() {
        let left = site.folder.path().join("points").read_dir().unwrap().count();
        assert_eq!(left, 1, "and nothing that was made for this");
    }
    let browser = site.browser();
    for cookie in &cookies {
        browser.set_cookie(cookie.name(), cookie.value());
    }
    assert!(browser.open("/selvbetjening").path.starts_with("/log-paa"));
}

#[test]
fn the_same_process_goes_on_and_another_one_follows() {
    let site = Site::filled();
    worlds(&site).save(&name("first"), &point("start")).unwrap();
    let at = site.now();
    for _ in 0..2 {
        site.clock_moves("days", 400);
        rocket::execute(back(&site.app, &origin(), &point("start"))).unwrap();
        rocket::execute(tick::live(&site.app, true)).unwrap();
        assert_eq!(site.now(), at);
        site.somebody_active().logs_on();
        site.real_time_passes(SignedDuration::from_mins(5));
        assert_eq!(site.now(), at + SignedDuration::from_mins(5));
    }
}

#[test]
fn a_point_that_is_not_there_changes_nothing() {
    let site = resting();
    site.clock_moves("days", 1);
    let (before, now) = (of_the_world(site.folder.path()), site.now());
    refuses(rocket::execute(back(&site.app, &origin(), &point("borte"))), PointUnknown);
    alike(&of_the_world(site.folder.path()), &before);
    assert_eq!(site.now(), now);
}
