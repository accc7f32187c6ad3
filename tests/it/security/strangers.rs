//! D23: wrong passwords from places that are not the holder's own lock nobody. They bar the place they come from.

use jiff::SignedDuration;
use rocket::http::Status;
use rules::limits::Limits;
use service::cases::open::Opening;
use service::testing::StoreError;

use crate::browser::Browser;
use crate::guide::desk::BLOCK_CARDS;
use crate::people::Person;
use crate::site::Site;

const HOME: &str = "192.0.2.10";
const STRANGE: &str = "203.0.113.9";
const OTHER: &str = "203.0.113.10";

/// What somebody who types a user id and a password is told at an address, but for the user id.
fn told(site: &Site, at: &str, user_id: &str, password: &str) -> (Status, String) {
    let browser = site.browser_at(at);
    let form = browser.open("/log-paa").form("Næste").fill("Bruger-id", user_id);
    let page = form.fill("Adgangskode", password).submit();
    (page.status, page.text().replace(user_id, "…"))
}

fn guesses(site: &Site, at: &str, user_id: &str, times: usize) -> Vec<(Status, String)> {
    (0..times).map(|_| told(site, at, user_id, "forkert 1")).collect()
}

/// Somebody at home, who has logged on there with a key.
fn at_home<'s>(site: &'s Site, name: &str) -> Person<'s> {
    let person = site.named(name).at(HOME);
    person.logs_on();
    person
}

fn with(site_limits: Limits) -> impl FnOnce(Opening) -> Opening {
    move |opening| Opening { limits: site_limits, ..opening }
}

/// Each NemID with its password's state and count of wrong ones.
fn states(site: &Site) -> Vec<(String, String)> {
    let read = site.app.store().read::<_, StoreError, _>(move |tx| {
        let all = tx.nemid_numbers()?.into_iter();
        all.map(|number| {
            let nemid = tx.nemid(number)?.unwrap();
            Ok((number.to_string(), format!("{:?} {:?} {:?}", nemid.state, nemid.password, nemid.lockout)))
        })
        .collect()
    });
    rocket::execute(read).unwrap()
}

/// A proxy at this machine that nobody named hides who comes through it.
#[test]
fn what_an_unnamed_proxy_at_this_machine_hands_on_comes_from_no_own_place() {
    let site = Site::filled();
    let number = site.public_nemid_of("Stine Udsen").number.to_string();
    let failures = || site.public_nemid_of("Stine Udsen").lockout.failures;
    let guesses = |browser: Browser<'_>| {
        let form = browser.open("/log-paa").form("Næste").fill("Bruger-id", &number);
        form.fill("Adgangskode", "forkert 1").submit();
    };
    for (name, value) in [("Via", "1.1 proxy"), ("X-Real-IP", "ukendt"), ("Forwarded", "for=_hemmelig")] {
        guesses(site.browser().behind(name, value));
        assert_eq!(failures(), 0, "{name}: {value}");
    }
    guesses(site.browser());
    assert_eq!(failures(), 1, "this machine itself");
}

#[test]
fn one_stranger_who_guesses_at_everybody_locks_nobody() {
    let site = Site::filled();
    let before = states(&site);
    for _ in 0..2 {
        for (number, _) in &before {
            guesses(&site, STRANGE, number, 5);
            site.real_time_passes(SignedDuration::from_secs(20));
        }
        assert_eq!(states(&site), before);
        site.clock_moves("hours", 9);
        assert_eq!(states(&site), before);
    }
}

#[test]
fn who_is_logged_on_stays_so_while_others_guess() {
    let site = Site::filled();
    let (stine, desk) = (at_home(&site, "Stine Udsen"), site.desk());
    for address in [STRANGE, OTHER] {
        guesses(&site, address, &stine.user_id, 12);
        guesses(&site, address, &stine.cpr, 12);
        guesses(&site, address, &desk.officer.user_id, 12);
    }
    assert!(!stine.is_logged_off());
    assert_eq!(desk.officer.browser.open("/ra").path, "/ra");
    assert_eq!(stine.state(), "active");
    assert_eq!(stine.nemid().lockout.failures, 0);
}

#[test]
fn a_barred_place_answers_right_and_wrong_known_and_unknown_alike_before_it_looks() {
    let site = Site::at_rest();
    let stine = at_home(&site, "Stine Udsen");
    let known = guesses(&site, STRANGE, &stine.user_id, 5);
    let unknown = guesses(&site, STRANGE, "findes-slet-ikke", 5);
    assert_eq!(known, unknown);
    assert!(known[3].1.contains("Bruger-id eller adgangskode er forkert"), "{}", known[3].1);
    assert!(known[4].1.contains("låst til den"), "{}", known[4].1);

    let hashes = site.app.hasher().ran();
    let written = site.app.store().work().unwrap().writes;
    let right = told(&site, STRANGE, &stine.user_id, &stine.password);
    assert_eq!(right, known[4], "the right password included");
    assert_eq!(right, told(&site, STRANGE, &stine.user_id, "forkert 1"));
    assert_eq!(right, told(&site, STRANGE, "findes-slet-ikke", "forkert 1"));
    assert_eq!(site.app.hasher().ran(), hashes, "nothing is hashed");
    assert_eq!(site.app.store().work().unwrap().writes, written, "and nothing written");

    assert!(told(&site, OTHER, &stine.user_id, &stine.password).1.contains("Nøgle"), "another place may try");
    assert!(told(&site, HOME, &stine.user_id, &stine.password).1.contains("Nøgle"));
    site.clock_moves("hours", 8);
    assert!(told(&site, STRANGE, &stine.user_id, &stine.password).1.contains("Nøgle"), "it is over");
}

#[test]
fn guesses_from_many_places_bar_all_but_the_own_ones() {
    let site = Site::filled_with(with(Limits { limit_guesses_person: 12, ..Limits::default() }));
    let stine = at_home(&site, "Stine Udsen");
    for nth in 1..=3 {
        for user_id in [&stine.user_id, "findes-slet-ikke"] {
            guesses(&site, &format!("198.51.100.{nth}"), user_id, 4);
        }
    }
    let barred = told(&site, OTHER, &stine.user_id, &stine.password);
    assert!(barred.1.contains("låst til den"), "{}", barred.1);
    assert_eq!(barred, told(&site, OTHER, "findes-slet-ikke", "forkert 1"));
    assert!(told(&site, HOME, &stine.user_id, &stine.password).1.contains("Nøgle"));
    assert_eq!(stine.state(), "active");
    site.clock_moves("hours", 8);
    assert!(told(&site, OTHER, &stine.user_id, &stine.password).1.contains("Nøgle"));
}

#[test]
fn a_place_that_guesses_at_one_after_another_is_barred_for_ten_minutes() {
    let site = Site::filled_with(with(Limits { limit_guesses_place: 10, ..Limits::default() }));
    let stine = at_home(&site, "Stine Udsen");
    for nth in 0..10 {
        let (status, _) = told(&site, HOME, &format!("findes-ikke-{nth}"), "forkert 1");
        assert_eq!(status, Status::UnprocessableEntity);
    }
    let barred = told(&site, HOME, "findes-ikke-10", "forkert 1");
    assert_eq!(barred.0, Status::TooManyRequests);
    assert!(barred.1.contains("Vent ti minutter"), "{}", barred.1);
    let willy = site.named("Willy Åkjær");
    assert_eq!(told(&site, HOME, &willy.user_id, &willy.password), barred, "the right password included");
    let browser = site.browser_at(HOME);
    let temporary = browser.open("/genaabn").form("Næste").fill("NemID-nummer", "123456789");
    let temporary = temporary.fill("Midlertidig adgangskode", "123456").submit();
    temporary.is(Status::TooManyRequests).says("Vent ti minutter");
    assert!(told(&site, HOME, &stine.user_id, &stine.password).1.contains("Nøgle"), "it is her own place");
    site.real_time_passes(SignedDuration::from_mins(10));
    assert!(told(&site, HOME, &willy.user_id, &willy.password).1.contains("Nøgle"));
}

#[test]
fn where_a_log_on_ended_with_a_key_wrong_passwords_lock_as_ever() {
    let site = Site::filled();
    let stine = at_home(&site, "Stine Udsen");
    guesses(&site, HOME, &stine.user_id, 5);
    assert_eq!(stine.state(), "locked");
    assert!(stine.is_logged_off());
    let elsewhere = told(&site, STRANGE, &stine.user_id, "forkert 1");
    assert_eq!(
        elsewhere,
        told(&site, STRANGE, "findes-slet-ikke", "forkert 1"),
        "a stranger does not see the lock"
    );
    let right = told(&site, STRANGE, &stine.user_id, &stine.password);
    assert!(right.1.contains("låst til den"), "its holder does: {}", right.1);
}

#[test]
fn the_log_and_the_counter_are_told_how_often() {
    let site = Site::filled();
    let stine = at_home(&site, "Stine Udsen");
    guesses(&site, STRANGE, &stine.user_id, 3);
    stine.reads_log().says("3 gange på en time afviste vi").says("hvor du ikke har logget på før");
    guesses(&site, OTHER, &stine.user_id, 1);
    site.desk().serves(BLOCK_CARDS, &stine, &["Pas"]).says("er tastet forkert 4 gange for nylig");
    site.operator().finds(&stine.cpr).says("er tastet forkert 4 gange for nylig");
    let olga = site.operator();
    olga.person.browser.open("/operatoer/drift").never_says("guesses-at-place");
    guesses(&site, STRANGE, &stine.user_id, 2);
    let page = olga.person.browser.open("/operatoer/drift");
    page.says("guesses-at-place").says("Forkerte adgangskoder til ét NemID fra ét fremmed sted");
}

#[test]
fn three_wrong_tries_kill_a_letter_whoever_makes_them_and_a_place_has_no_more_than_five() {
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    let tries = |at: &str, number: &str| {
        let browser = site.browser_at(at);
        let form = browser.open("/aktiver").form("Næste").fill("NemID-nummer", number);
        let page =
            form.fill("Midlertidig adgangskode", &crate::entry::newcomer::wrong(&letters.digits)).submit();
        (page.status, page.text().replace(number, "…"))
    };
    let known: Vec<_> = (0..7).map(|_| tries(STRANGE, &letters.number)).collect();
    let unknown: Vec<_> = (0..7).map(|_| tries(STRANGE, "123456789")).collect();
    assert_eq!(known, unknown);
    assert!(known[2].1.contains("tre gange"), "{}", known[2].1);
    assert!(known[6].1.contains("kan NemID-nummeret ikke bruges herfra"), "{}", known[6].1);
    assert!(signe.nemid().temporary.unwrap().dead(site.now()).is_some());
}
