//! The program is killed while it sends mail: no mail is lost, and one that may have arrived twice is marked.
//! It runs as a process of its own, against a mail server.

use std::collections::BTreeMap;
use std::thread::sleep;
use std::time::Duration;

use serde_json::Value;

use super::post_office::PostOffice;
use crate::process::{Serving, database, program, world};
use crate::site::{Folder, Site};

/// In four years all certificates come to their end, and who has an e-mail address is told.
pub const YEARS: &str = "{\"days\": 1500}";

pub fn sending(folder: &Folder, to: &PostOffice) -> Serving {
    let mut command = program(folder.path(), &[]);
    command.env("SELVBETJENING_MAIL", &to.url);
    Serving::by(command)
}

/// Every e-mail since the world began, by its number.
pub fn mails(serving: &Serving) -> BTreeMap<i64, Value> {
    let (_, persons) = serving.world("GET", "persons", "");
    let cprs = persons.as_array().unwrap().iter().map(|one| one["cpr"].as_str().unwrap().to_owned());
    let all = cprs.flat_map(|cpr| {
        let (_, messages) = serving.world("GET", &format!("persons/{cpr}/messages"), "");
        messages.as_array().unwrap().clone()
    });
    let new = |one: &Value| one["way"] == "email" && one["queued"].as_str().unwrap() > "2019-03-04T08:00";
    all.filter(new).map(|one| (one["id"].as_i64().unwrap(), one)).collect()
}

/// Waits until all have left, and gives them.
#[track_caller]
pub fn when_all_have_left(serving: &Serving) -> BTreeMap<i64, Value> {
    for _ in 0..100 {
        let mails = mails(serving);
        if mails.values().all(|one| !one["sent"].is_null()) {
            return mails;
        }
        sleep(Duration::from_millis(200));
    }
    panic!("some wait for ever: {:#?}", mails(serving));
}

/// Why e-mails have not left, once so many have failed: the trouble of each, and how many have none.
#[track_caller]
pub fn troubles(folder: &Folder, failed: usize) -> (Vec<String>, usize) {
    for _ in 0..150 {
        let database = database(folder.path());
        let sql = "SELECT trouble FROM outbox WHERE way = 'email' AND sent IS NULL ORDER BY id";
        let mut asked = database.prepare(sql).unwrap();
        let found: Vec<Option<String>> =
            asked.query_map((), |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let untried = found.iter().filter(|one| one.is_none()).count();
        if untried + failed <= found.len() {
            return (found.into_iter().flatten().collect(), untried);
        }
        sleep(Duration::from_millis(100));
    }
    panic!("too few were tried");
}

/// How often each mail was taken.
fn counted(post: &PostOffice) -> BTreeMap<i64, usize> {
    let mut times = BTreeMap::new();
    for id in post.taken() {
        let number = id.split(['<', '.']).nth(1).unwrap().parse().unwrap();
        *times.entry(number).or_default() += 1;
    }
    times
}

/// What the operator is told of the service.
fn health(site: &Site) -> String {
    site.operator().person.browser.open("/operatoer/drift").text()
}

#[test]
fn killed_between_sending_and_noting_it_sends_again_and_says_so() {
    let (folder, post) = (world(), PostOffice::silent());
    let mut first = sending(&folder, &post);
    assert_eq!(first.world("POST", "clock", YEARS).0, 200);
    post.waits_for_a_mail();
    first.child.kill().unwrap();
    first.child.wait().unwrap();
    let sent_before = counted(&post);
    assert_eq!(sent_before.values().sum::<usize>(), 1, "one mail left, and nobody noted it");

    post.answers();
    let second = sending(&folder, &post);
    let mails = when_all_have_left(&second);
    let times = counted(&post);
    assert!(mails.len() > 1, "{mails:?}");
    for (id, mail) in &mails {
        let twice = sent_before.contains_key(id);
        assert_eq!(times.get(id), Some(&if twice { 2 } else { 1 }), "{id} of {times:?}");
        assert_eq!(mail["repeats"], i64::from(twice), "{mail}");
    }
    assert_eq!(times.len(), mails.len(), "nothing else left");

    drop(second);
    let site = Site::in_folder(Folder::of(&folder.path().join("data")));
    let repeated = mails.values().find(|one| one["repeats"] == 1).unwrap();
    let reader = site.person(|one| {
        let messages = site.world(&format!("persons/{}/messages", one["cpr"].as_str().unwrap()));
        messages.as_array().unwrap().iter().any(|message| message["id"] == repeated["id"])
    });
    site.browser()
        .open(&format!("/kontrolrum/personer/{}", reader.cpr))
        .says("den er måske leveret to gange");
    let page = health(&site);
    for says in
        ["Måske leveret to gange1", "Sendt, måske leveret to gange", &format!("{}E-mail", repeated["id"])]
    {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(!page.contains("Prøves igen om"), "{page}");
}

#[test]
fn killed_before_it_begins_to_send_it_sends_at_the_next_start() {
    let (folder, post) = (world(), PostOffice::silent());
    let mut first = sending(&folder, &post);
    assert_eq!(first.world("POST", "clock", YEARS).0, 200);
    first.child.kill().unwrap();
    first.child.wait().unwrap();
    // As a rule none; on a machine that is slow enough for a beat in between, one.
    let left = counted(&post);
    post.answers();
    let second = sending(&folder, &post);
    let mails = when_all_have_left(&second);
    assert!(mails.len() > left.len(), "it was killed before all had left: {left:?}");
    for (id, times) in counted(&post) {
        assert_eq!(mails[&id]["repeats"].as_u64(), Some(times as u64 - 1), "{id}");
        assert!(times == 1 || left.contains_key(&id), "{id} came {times} times");
    }
    assert_eq!(counted(&post).len(), mails.len(), "none is lost");
}

#[test]
fn a_mail_server_that_is_away_is_tried_again_and_two_programs_send_once() {
    let (folder, post) = (world(), PostOffice::silent());
    post.answers();
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut alone = program(folder.path(), &[]);
    alone.env("SELVBETJENING_MAIL", format!("smtp://{nobody}"));
    let alone = Serving::by(alone);
    assert_eq!(alone.world("POST", "clock", YEARS).0, 200);
    let waiting = mails(&alone);
    assert!(waiting.len() > 1 && waiting.values().all(|one| one["sent"].is_null()), "{waiting:?}");
    let (told, untried) = troubles(&folder, waiting.len());
    assert!(untried == 0 && told.iter().all(|one| one.contains("Connection error")), "{told:?}");
    drop(alone);
    {
        let site = Site::in_folder(Folder::of(&folder.path().join("data")));
        let page = health(&site);
        let all = format!("Mislykkedes, prøves igen{}", waiting.len());
        for says in [&*all, "Prøves igen om", "Connection error", "Opgivet0", "Måske leveret to gange0"] {
            assert!(page.contains(says), "{says}: {page}");
        }
        assert!(page.contains("Mailserveren kunne ikke nås"), "{page}");
        let english = site.operator().person.browser.open("/sprog/en?til=/operatoer/drift").text();
        assert!(english.contains("The mail server could not be reached"), "{english}");
    }

    let both = [sending(&folder, &post), sending(&folder, &post)];
    for _ in 0..2 {
        for one in &both {
            drop(mails(one));
        }
    }
    let mails = when_all_have_left(&both[0]);
    assert_eq!(counted(&post), mails.keys().map(|id| (*id, 1)).collect(), "each once");
    assert!(mails.values().all(|one| one["repeats"] == 0), "who was never reached got nothing: {mails:?}");
}

#[test]
fn a_signed_mail_comes_over_the_line_as_it_was_signed() {
    let (folder, post) = (world(), PostOffice::silent());
    post.answers();
    let serving = sending(&folder, &post);
    assert_eq!(serving.world("POST", "clock", YEARS).0, 200);
    let mails = when_all_have_left(&serving);
    let signed: Vec<_> = mails.iter().filter(|(_, one)| one["signed"] == true).map(|(id, _)| *id).collect();
    assert!(!signed.is_empty() && signed.len() < mails.len(), "{mails:#?}");
    for (id, mail) in &mails {
        let came = post.mail(*id);
        assert_eq!(came.contains("multipart/signed"), signed.contains(id), "{mail}: {came}");
    }
    for id in signed {
        let path = format!("/kontrolrum/beskeder/{id}/mail.eml");
        let offered = serving.ask(("GET", &path), ("text/plain", ""), "");
        assert_eq!(offered.status, 200, "{}", offered.body);
        assert_eq!(post.mail(id).trim_end(), offered.body.trim_end());
    }
}
