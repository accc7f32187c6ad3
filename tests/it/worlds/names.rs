//! Which worlds there are, what they are called, and how one is renamed and removed.

use std::fs;

use service::cases::worlds::WorldsRefusal::{
    FirstStays, InUse, NameTaken, PointTaken, PointUnknown, Unknown,
};

use super::contents::{alike, lies, of};
use super::{name, opened, point, refuses, source, worlds};
use crate::site::Site;

fn listed(site: &Site) -> Vec<String> {
    worlds(site).names().unwrap().iter().map(ToString::to_string).collect()
}

#[test]
fn the_first_world_comes_first_and_then_the_others_by_name() {
    let site = Site::filled();
    let all = worlds(&site);
    assert_eq!(listed(&site), ["first"]);
    for other in ["klasse-9b", "aften"] {
        all.copy(&source("first"), &name(other)).unwrap();
    }
    for folder in ["worlds/Ikke en verden", "worlds/tom"] {
        fs::create_dir_all(site.folder.path().join(folder)).unwrap();
    }
    assert_eq!(listed(&site), ["first", "aften", "klasse-9b"]);
    assert!(all.has(&name("aften")).unwrap() && !all.has(&name("tom")).unwrap());
}

#[test]
fn a_name_is_given_once_and_nobody_else_is_called_first() {
    let site = Site::filled();
    let all = worlds(&site);
    all.copy(&source("first"), &name("klasse")).unwrap();
    refuses(all.copy(&source("first"), &name("klasse")), NameTaken);
    refuses(all.copy(&source("klasse"), &name("first")), NameTaken);
    refuses(all.rename(&name("klasse"), &name("first")), NameTaken);
    refuses(all.copy(&source("borte"), &name("ny")), Unknown);
    refuses(all.copy(&source("first@borte"), &name("ny")), PointUnknown);
    all.save(&name("klasse"), &point("start")).unwrap();
    refuses(all.save(&name("klasse"), &point("start")), PointTaken);
    refuses(all.save(&name("borte"), &point("start")), Unknown);
    assert_eq!(listed(&site), ["first", "klasse"]);
}

#[test]
fn a_renamed_world_is_the_same_world_and_a_removed_one_is_gone() {
    let site = Site::filled();
    let all = worlds(&site);
    all.copy(&source("first"), &name("klasse")).unwrap();
    all.save(&name("klasse"), &point("start")).unwrap();
    let before = of(lies(&all, "klasse"));
    all.rename(&name("klasse"), &name("hold")).unwrap();
    alike(&of(lies(&all, "hold")), &before);
    assert_eq!(all.points(&name("hold")).unwrap()[0].name, point("start"));
    assert_eq!(listed(&site), ["first", "hold"]);

    all.remove(&name("hold")).unwrap();
    assert_eq!(listed(&site), ["first"]);
    assert_eq!(fs::read_dir(site.folder.path().join("worlds")).unwrap().count(), 0);
    refuses(all.remove(&name("hold")), Unknown);
    refuses(all.rename(&name("hold"), &name("ny")), Unknown);
}

#[test]
fn the_first_world_stays_and_one_that_is_open_cannot_be_moved() {
    let site = Site::filled();
    let all = worlds(&site);
    all.copy(&source("first"), &name("klasse")).unwrap();
    refuses(all.remove(&name("first")), FirstStays);
    refuses(all.rename(&name("first"), &name("ny")), FirstStays);
    // On a server it is closed by whoever has it open (`on_server`).
    if all.are_shared() {
        return;
    }
    let open = opened(&site, "klasse");
    refuses(all.remove(&name("klasse")), InUse);
    refuses(all.rename(&name("klasse"), &name("ny")), InUse);
    open.somebody_active().logs_on();
    drop(open);
    all.remove(&name("klasse")).unwrap();
}

#[test]
fn a_save_point_is_listed_with_its_instant_until_it_is_forgotten() {
    let site = Site::filled();
    let all = worlds(&site);
    all.save(&name("first"), &point("start")).unwrap();
    site.clock_moves("days", 3);
    all.save(&name("first"), &point("efter-tre-dage")).unwrap();
    let points = all.points(&name("first")).unwrap();
    let listed: Vec<_> = points.iter().map(|one| (one.name.as_str(), one.at.to_string())).collect();
    assert_eq!(
        listed,
        [("efter-tre-dage", "2019-03-07T08:00:00Z".to_owned()), ("start", "2019-03-04T08:00:00Z".to_owned())]
    );
    let facts = all.facts(&name("first")).unwrap();
    assert_eq!((facts.at, facts.points, facts.mail_stays), (site.now(), points, false));
    assert!(facts.size > 100_000, "{}", facts.size);
    all.forget_point(&name("first"), &point("start")).unwrap();
    assert_eq!(all.points(&name("first")).unwrap().len(), 1);
    refuses(all.forget_point(&name("first"), &point("start")), PointUnknown);
}
