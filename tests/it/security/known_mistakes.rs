//! Mistakes that others made about guesses and sessions, each by its name: what went wrong there, and that it does not
//! here.

use jiff::SignedDuration;
use rocket::http::Status;

use crate::at_once::{Request, at_once};
use crate::entry::newcomer::PASSWORD;
use crate::people::Person;
use crate::site::Site;

const WHO: &str = "Stine Udsen";

/// Types a wrong password for a user ID and gives what the page says.
fn guesses(site: &Site, user_id: &str) -> String {
    let browser = site.browser();
    let form = browser.open("/log-paa").form("Næste").fill("Bruger-id", user_id);
    form.fill("Adgangskode", "helt forkert 1").submit().text().replace(user_id, "…")
}

/// Authelia, CVE-2025-24806: user name and e-mail address of one account were counted apart, so that whoever guessed by
/// both had twice as many attempts. Here all names of a NemID, however they are spelt, share one count.
#[test]
fn authelia_cve_2025_24806_every_name_and_spelling_has_the_same_count() {
    let site = Site::filled();
    let nemid = site.public_nemid_of(WHO);
    let (number, cpr) = (nemid.number.to_string(), nemid.holder.digits().to_owned());
    let dashed = format!("{}-{}", &cpr[..6], &cpr[6..]);
    let chosen = nemid.user_id.as_ref().map_or_else(|| number.clone(), |id| id.as_str().to_uppercase());
    for name in [&number, &cpr, &dashed, &chosen] {
        assert!(!guesses(&site, name).contains("låst til"), "{name}");
    }
    assert!(guesses(&site, &number).contains("låst til"), "five in all");
    assert!(guesses(&site, &chosen).contains("låst til") && guesses(&site, &dashed).contains("låst til"));
}

/// Authelia, issue 11972: attempts with a user name that nobody has were not counted at all, so that they could be made
/// without end. Here they are counted like any others, and answered alike.
#[test]
fn authelia_11972_a_name_that_nobody_has_is_counted_too() {
    let site = Site::filled();
    let number = site.public_nemid_of(WHO).number.to_string();
    for nth in 1..=6 {
        assert_eq!(guesses(&site, "findes-slet-ikke"), guesses(&site, &number), "guess {nth}");
    }
    assert!(guesses(&site, "findes-slet-ikke").contains("låst til"));
}

/// Authelia, issue 8990: with a time zone that differed between the program and its database, bans began in the past
/// and were over at once. Here instants are stored and compared in UTC: a lock lasts eight hours, the night included in
/// which the clocks are set forward.
#[test]
fn authelia_8990_a_lock_lasts_eight_hours_whatever_the_time_zone_does() {
    let site = Site::filled();
    // Saturday evening before summer time begins, on 31 March 2019 at 2:00.
    site.clock_moves("days", 26);
    site.clock_moves("hours", 12);
    let stine = site.named(WHO);
    for _ in 0..5 {
        stine.types_password("/log-paa", "helt forkert 1");
    }
    site.real_time_passes(SignedDuration::from_mins(8 * 60 - 1));
    stine.types_password("/log-paa", &stine.password).says("låst til");
    site.real_time_passes(SignedDuration::from_mins(2));
    stine.logs_on();
}

/// Keycloak, issue 30969: whether an account was ever locked for good depended on the settings for temporary locks, and
/// by some of them it never was. Here the tenth wrong password in a row blocks, after one lock and without settings.
#[test]
fn keycloak_30969_the_lock_for_good_comes_after_the_temporary_one() {
    let site = Site::filled();
    let stine = site.named(WHO);
    for _ in 0..5 {
        stine.types_password("/log-paa", "helt forkert 1");
    }
    site.clock_moves("hours", 9);
    for _ in 0..5 {
        stine.types_password("/log-paa", "helt forkert 1");
    }
    stine.types_password("/log-paa", &stine.password).says("Adgangskoden er spærret");
    site.clock_moves("days", 30);
    stine.types_password("/log-paa", &stine.password).says("Adgangskoden er spærret");
}

/// Keycloak, issue 26177: a log-on in progress survived the lock of its account, so that codes could be tried on when
/// the lock was over. Here the lock ends what is in progress.
#[test]
fn keycloak_26177_a_lock_ends_the_log_on_in_progress() {
    let site = Site::filled();
    let stine = site.named(WHO);
    let asked = stine.types_password("/log-paa", &stine.password);
    let key = stine.key_for(&asked);
    let thief = site.named(WHO);
    for _ in 0..5 {
        thief.types_password("/log-paa", "helt forkert 1");
    }
    site.clock_moves("hours", 9);
    asked.form("Log på").fill("Nøgle", &key).submit().says("gælder ikke længere");
    assert!(stine.is_logged_off());
}

/// Zitadel, CVE-2023-47111: passwords that were checked at the same time were all compared with the count as it was
/// before, so that many more could be tried than the limit allows. Here the count is looked at again in the transaction
/// that keeps it: five verdicts, whatever comes at once.
#[test]
fn zitadel_cve_2023_47111_guesses_at_one_instant_get_five_verdicts() {
    let site = Site::filled();
    let stine = site.named(WHO);
    let form = stine.browser.open("/log-paa").form("Næste").fill("Bruger-id", &stine.user_id);
    let guess = |nth: usize| form.clone().fill("Adgangskode", &format!("helt forkert {nth}")).aimed();
    let mut requests: Vec<_> = (0..30).map(guess).collect();
    requests.push(form.clone().fill("Adgangskode", &stine.password).aimed());
    let answers = at_once(std::slice::from_ref(&site.app), requests);
    assert_eq!(site.public_nemid_of(WHO).lockout.failures, 5);
    let wrong = answers.iter().filter(|answer| answer.body.contains("er forkert")).count();
    assert!(wrong <= 4, "{wrong} were told that they are wrong");
}

/// Zitadel, issue 12615: each wrong password was counted and recorded twice, so that accounts were locked after half of
/// the attempts. Here what is typed once counts once, and the holder reads of it once.
#[test]
fn zitadel_12615_one_wrong_password_is_one_try_and_one_entry() {
    let site = Site::filled();
    let stine = site.named(WHO);
    let recorded =
        || stine.browser.open("/selvbetjening/haendelseslog").text().matches("Forkert adgangskode").count();
    stine.logs_on();
    let before = recorded();
    let stranger = site.named(WHO);
    for nth in 1..=4 {
        stranger.types_password("/log-paa", "helt forkert 1");
        assert_eq!(site.public_nemid_of(WHO).lockout.failures, nth);
        assert_eq!(recorded(), before + usize::from(nth));
    }
    stranger.types_password("/log-paa", "helt forkert 1").says("låst til");
}

/// Keycloak, issue 44375: whoever was locked out asked for a new password by mail and was logged on by choosing it, the
/// lock notwithstanding. Here a forgotten password told of opens nothing: the lock holds until letter and key, which the
/// holder alone has, have re-opened the NemID, and then it is logged on to as ever.
#[test]
fn keycloak_44375_a_forgotten_password_is_no_way_round_a_lock() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    for _ in 0..5 {
        signe.types_as(&letters.number, "helt forkert 1");
    }
    let form = signe.browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
    let form = form.fill("Bruger-id", &letters.number).fill("Nøglekortnummer", &letters.card);
    form.submit().says("Vi har modtaget din bestilling");
    assert!(signe.is_logged_off());
    assert!(
        !signe.types_as(&letters.number, PASSWORD).text().contains("Nøgle"),
        "the old password asks for a key"
    );

    site.clock_moves("working_days", 4);
    let page = signe.begins("/genaabn", &letters.number, &signe.reads_post().digits);
    let form =
        page.form("Næste").fill("Ny adgangskode", "efteraar 18").fill("Gentag ny adgangskode", "efteraar 18");
    let asked = form.submit().form("Næste").fill("Nøglekortnummer", &letters.card).submit();
    let wrong = signe.wrong_key_for(&asked);
    let refused = asked.form("Genåbn NemID").fill("Nøgle", &wrong).submit();
    assert!(!signe.types_as(&letters.number, "efteraar 18").text().contains("Nøgle"), "chosen without a key");
    let key = signe.key_for(&refused);
    refused.form("Genåbn NemID").fill("Nøgle", &key).submit().says("Dit NemID er genåbnet");
    assert!(signe.is_logged_off());
    assert!(signe.logs_on_as(&letters.number, "efteraar 18").path.starts_with("/selvbetjening"));
}

/// privacyIDEA, issue 3809: a list of one-time codes that was confirmed by its first code was replaced by another list
/// that nobody had been told to keep. Here the card that came with the post stays the card, key by key, when it is taken
/// into use.
#[test]
fn privacyidea_3809_the_card_that_was_confirmed_is_the_card() {
    let site = Site::empty();
    let (mut signe, letters) = site.equipped_newcomer();
    let cards = || site.world(&format!("persons/{}/cards", site.person(|_| true).cpr));
    let printed = cards();
    signe.activates(&letters.digits, PASSWORD, &letters.card);
    let held = cards();
    assert_eq!(held.as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&held[0]["card_number"], &held[0]["keys"]),
        (&printed[0]["card_number"], &printed[0]["keys"])
    );
    for _ in 0..3 {
        assert!(signe.logs_on_as(&letters.number, PASSWORD).path.starts_with("/selvbetjening"));
    }
}

/// A page of one person, asked for over and over.
fn page_of(person: &Person<'_>, path: &str) -> Request {
    Request { path: path.to_owned(), fields: None, cookies: person.browser.cookies().into_iter().collect() }
}

/// NemID and e-Boks, 2021: under load, the session of one citizen showed the mail of another. Here each of many pages
/// at once shows its own holder alone, by name and number, however they are mixed.
#[test]
fn e_boks_2021_under_load_everybody_sees_their_own() {
    let site = Site::filled();
    let people = ["Stine Udsen", "Aksel Dam", "Willy Åkjær", "Svend Ulstrup"].map(|name| site.named(name));
    for person in &people {
        person.logs_on();
    }
    let numbers: Vec<_> =
        people.iter().map(|who| site.nemids_of(&who.name).remove(0).number.to_string()).collect();
    let pages = [
        "/selvbetjening",
        "/selvbetjening/haendelseslog",
        "/selvbetjening/sessioner",
        "/selvbetjening/bruger-id",
    ];
    let mut asked = Vec::new();
    for round in 0..12 {
        for nth in 0..people.len() {
            let whose = (nth * 5 + round) % people.len();
            asked.push((whose, page_of(&people[whose], pages[(nth + round) % pages.len()])));
        }
    }
    let requests = asked.iter().map(|(_, request)| request.clone()).collect();
    let answers = at_once(std::slice::from_ref(&site.app), requests);
    for ((whose, request), answer) in asked.iter().zip(&answers) {
        assert_eq!(answer.status, Status::Ok, "{}", request.path);
        assert!(answer.body.contains(&people[*whose].name), "{}", request.path);
        for (nth, other) in people.iter().enumerate().filter(|(nth, _)| nth != whose) {
            let shown = answer.body.contains(&other.name) || answer.body.contains(&numbers[nth]);
            assert!(!shown, "{} showed {} at {}", people[*whose].name, other.name, request.path);
        }
    }
}
