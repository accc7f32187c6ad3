//! A mail server that is slow, silent or not to be trusted: nobody but the sending waits for it, no password leaves this
//! machine in the clear, and the sender is a setting.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::outbox::{YEARS, mails, sending, troubles, when_all_have_left};
use super::post_office::PostOffice;
use crate::process::{Serving, program, told, world};
use crate::site::Folder;

/// Starts it with further settings, lets four years pass and mails be written.
fn years_pass(folder: &Folder, settings: &[(&str, &str)]) -> Serving {
    let mut command = program(folder.path(), &[]);
    command.envs(settings.iter().copied());
    let serving = Serving::by(command);
    assert_eq!(serving.world("POST", "clock", YEARS).0, 200);
    serving
}

/// Ends it by a signal; how long that took.
#[track_caller]
fn ends(mut serving: Serving) -> Duration {
    let began = Instant::now();
    serving.signal("TERM");
    assert!(serving.child.wait().unwrap().success());
    began.elapsed()
}

#[test]
fn pages_show_the_queue_while_a_mail_server_says_nothing_and_the_program_ends_at_once() {
    let (folder, post) = (world(), PostOffice::mute());
    let serving = sending(&folder, &post);
    assert_eq!(serving.world("POST", "clock", YEARS).0, 200);
    post.waits_for_a_mail();
    let began = Instant::now();
    let waiting = mails(&serving);
    assert!(waiting.len() > 1 && waiting.values().all(|one| one["sent"].is_null()), "{waiting:?}");
    let (_, persons) = serving.world("GET", "persons", "");
    let cpr = persons[0]["cpr"].as_str().unwrap().to_owned();
    let page = serving.ask(("GET", &format!("/kontrolrum/personer/{cpr}")), ("text/plain", ""), "");
    assert_eq!(page.status, 200);
    assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());

    let (found, untried) = troubles(&folder, 1);
    assert_eq!(found.len(), 1, "one is tried, the rest wait: {found:?}");
    assert!(found[0].contains("not ready for a mail within 5 seconds") && untried + 1 == waiting.len());
    post.waits_for_a_mail();
    assert!(ends(serving) < Duration::from_secs(3));

    post.answers();
    let left = when_all_have_left(&sending(&folder, &post));
    assert!(left.values().all(|one| one["repeats"] == 0), "no mail was handed over before: {left:?}");
}

#[test]
fn the_program_ends_at_once_while_a_mail_is_not_confirmed() {
    let (folder, post) = (world(), PostOffice::silent());
    let serving = sending(&folder, &post);
    assert_eq!(serving.world("POST", "clock", YEARS).0, 200);
    post.waits_for_a_mail();
    assert!(ends(serving) < Duration::from_secs(3));
}

#[test]
fn a_mail_that_is_not_confirmed_in_time_is_sent_again_and_marked() {
    let (folder, post) = (world(), PostOffice::silent());
    let serving = sending(&folder, &post);
    assert_eq!(serving.world("POST", "clock", YEARS).0, 200);
    post.waits_for_a_mail();
    let (found, _) = troubles(&folder, 1);
    assert!(found[0].contains("did not confirm it within 10 seconds"), "{found:?}");
    post.answers();
    let left = when_all_have_left(&serving);
    assert_eq!(left.values().filter(|one| one["repeats"] == 1).count(), 1, "{left:?}");
}

#[test]
fn no_password_is_sent_to_a_server_that_does_not_offer_the_encryption_asked_for() {
    let (folder, post) = (world(), PostOffice::silent());
    post.answers();
    let address = post.url_with_password();
    let settings = [("SELVBETJENING_MAIL", address.as_str()), ("SELVBETJENING_MAIL_TLS", "required")];
    let serving = years_pass(&folder, &settings);
    let (found, _) = troubles(&folder, 1);
    assert!(found.iter().all(|one| one.contains("STARTTLS")), "{found:?}");
    assert!(!post.was_told("AUTH") && !post.was_told("MAIL") && post.taken().is_empty());
    drop(serving);

    // On this machine the password need not be encrypted.
    let serving = years_pass(&folder, &settings[..1]);
    when_all_have_left(&serving);
    assert!(post.was_told("AUTH PLAIN"));
}

#[test]
fn the_sender_of_mail_is_a_setting() {
    let (folder, post) = (world(), PostOffice::silent());
    post.answers();
    let from = ("SELVBETJENING_MAIL_FROM", "Øvelse <oevelse@skole.example>");
    let serving = years_pass(&folder, &[("SELVBETJENING_MAIL", post.url.as_str()), from]);
    let left = when_all_have_left(&serving);
    assert!(post.was_told("MAIL FROM:<oevelse@skole.example>"));
    let mails: Vec<(&i64, &Value)> = left.iter().collect();
    let mail = post.mail(*mails[0].0);
    assert!(mail.contains("oevelse@skole.example>") && mail.contains("@skole.example>\r\n"), "{mail}");
    drop(serving);

    for (wrong, says) in [("nobody", "mail_from"), ("Skole <øvelse@skole.example>", "ASCII")] {
        let output = program(folder.path(), &[]).env("SELVBETJENING_MAIL_FROM", wrong).output().unwrap();
        let (succeeded, said) = told(output);
        assert!(!succeeded && said.contains(says), "{said}");
    }
}
