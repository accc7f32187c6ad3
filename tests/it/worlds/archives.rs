//! A world as one file: it comes out as it went in.

use std::collections::BTreeMap;
use std::fs;

use jiff::SignedDuration;
use serde_json::{Value, json};
use service::cases::open::key_file;
use service::cases::upkeep::check;
use service::cases::worlds::WorldsRefusal::{KeyMissing, NameTaken};

use super::contents::{USE, alike, of, of_the_world};
use super::posted::{Posted, read};
use super::{name, opened, refuses, resting, source, worlds};
use crate::site::{Folder, Site};

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
    for table in USE {
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
}
