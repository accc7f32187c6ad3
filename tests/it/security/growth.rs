//! S8, S13: what visitors do again and again does not fill the database, a log or a mailbox.

use rocket::http::Status;
use rules::limits::Limits;
use selvbetjening::world::tick;
use service::cases::open::Opening;

use crate::self_service::holder;
use crate::site::Site;

fn rows(site: &Site, table: &str) -> u32 {
    site.count(table)
}

fn guess(site: &Site, at: Option<&str>, user_id: &str) {
    let browser = at.map_or_else(|| site.browser(), |at| site.browser_at(at));
    let form = browser.open("/log-paa").form("Næste").fill("Bruger-id", user_id);
    form.fill("Adgangskode", "forkert 1").submit();
}

#[test]
fn tries_at_a_locked_nemid_are_one_entry_an_hour() {
    let site = Site::filled();
    let stine = site.named("Stine Udsen");
    for _ in 0..5 {
        guess(&site, None, &stine.cpr);
    }
    let before = rows(&site, "event_log");
    for _ in 0..40 {
        guess(&site, None, &stine.cpr);
        guess(&site, None, "findes-slet-ikke");
    }
    assert_eq!(rows(&site, "event_log"), before);
    site.clock_moves("hours", 1);
    rocket::execute(tick::live(&site.app, true)).unwrap();
    assert_eq!(rows(&site, "event_log"), before + 1);
    assert_eq!(rows(&site, "refusals"), 0, "what was refused of nobody is forgotten");
    let log = site.log_of(&site.public_nemid_of("Stine Udsen"));
    let told = log.iter().filter(|entry| format!("{:?}", entry.event).contains("times: 40")).count();
    assert_eq!(told, 1);
}

#[test]
fn counts_of_guesses_go_when_they_have_lapsed() {
    let site = Site::filled();
    for nth in 0..20 {
        guess(&site, Some("203.0.113.9"), &format!("findes-ikke-{nth}"));
        guess(&site, None, &format!("findes-ikke-{nth}"));
    }
    assert_eq!((rows(&site, "guesses"), rows(&site, "place_guesses"), rows(&site, "shadows")), (40, 1, 20));
    site.clock_moves("hours", 9);
    site.real_time_passes(jiff::SignedDuration::from_mins(11));
    rocket::execute(tick::live(&site.app, true)).unwrap();
    assert_eq!((rows(&site, "guesses"), rows(&site, "place_guesses"), rows(&site, "refusals")), (0, 0, 0));
    site.clock_moves("days", 31);
    rocket::execute(tick::live(&site.app, true)).unwrap();
    assert_eq!(rows(&site, "shadows"), 0);
}

#[test]
fn a_place_that_goes_on_being_refused_adds_no_rows_for_what_it_types() {
    let limits = Limits { limit_forgotten_place: 2, ..Limits::default() };
    let site = Site::filled_with(|opening| Opening { limits, ..opening });
    let browser = site.browser_at("203.0.113.9");
    let forgets = |nth: u32| {
        let form = browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
        let form = form.fill("Bruger-id", &format!("findes.ikke.{nth}"));
        form.fill("Nøglekortnummer", "A123456789").submit().status
    };
    for nth in 0..2 {
        assert_eq!(forgets(nth), Status::Ok);
    }
    for nth in 2..6 {
        assert_eq!(forgets(nth), Status::TooManyRequests);
    }
    let before = rows(&site, "limits");
    for nth in 6..60 {
        assert_eq!(forgets(nth), Status::TooManyRequests);
    }
    assert_eq!(rows(&site, "limits"), before, "three times its limit and no more");
}

#[test]
fn contact_data_are_changed_a_few_times_a_day_and_no_stranger_gets_a_mail_each_time() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let changes = |email: &str| {
        let form = willy.opens("/kontakt").form("Gem");
        form.fill("E-mail", email).fill("Adgangskode", &willy.password).submit().status
    };
    let mails = |to: &str| {
        let sent = site.world(&format!("persons/{}/messages", willy.cpr));
        sent.as_array().unwrap().iter().filter(|one| one["to"] == to).count()
    };
    let before = rows(&site, "outbox");
    for nth in 0..5 {
        let to = if nth % 2 == 0 { "fremmed@example.dk" } else { "willy.ny@example.dk" };
        assert_eq!(changes(to), Status::Ok, "change {nth}");
    }
    assert_eq!(changes("endnu.en@example.dk"), Status::TooManyRequests);
    assert!(rows(&site, "outbox") - before <= 10);
    assert_eq!(mails("endnu.en@example.dk"), 0);
    let told = "once that it was named, twice that it is no longer the address, once of the certificate";
    assert_eq!(mails("fremmed@example.dk"), 4, "{told}");
    site.clock_moves("days", 1);
    let form = holder(&site, "Willy Åkjær");
    let typed = form.opens("/kontakt").form("Gem").fill("E-mail", "endnu.en@example.dk");
    typed.fill("Adgangskode", &form.password).submit().is(Status::Ok);
}
