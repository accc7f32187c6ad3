//! S9: what others ask for keeps nobody from getting help: not with the own card, document or password, and never from
//! blocking (Rules 3.5.2). A class of thirty behind one address works all day.

use jiff::SignedDuration;
use rocket::http::Status;
use rules::limits::Limits;
use rules::networks::Networks;
use service::cases::open::Opening;
use service::testing::HasherSettings;

use crate::browser::Browser;
use crate::entry::newcomer::PASSWORD;
use crate::site::{Site, cheap};

const HOME: &str = "192.0.2.10";
const STRANGE: &str = "203.0.113.9";

fn forgets(browser: &Browser<'_>, user_id: &str, card: &str) -> Status {
    let form = browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
    form.fill("Bruger-id", user_id).fill("Nøglekortnummer", card).submit().status
}

#[test]
fn strangers_who_ask_for_somebody_do_not_use_up_what_the_holder_may_ask_for() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let strange = site.browser_at(STRANGE);
    let answers: Vec<_> = (0..5).map(|_| forgets(&strange, &letters.number, "A123456789")).collect();
    assert_eq!(answers[2..4], [Status::Ok, Status::TooManyRequests]);
    assert_eq!(forgets(&site.browser_at(HOME), &letters.number, &letters.card), Status::Ok);
    assert_eq!(signe.in_transit("pin_letter"), 1);
}

#[test]
fn the_right_card_goes_past_the_limit_that_others_reached_at_the_same_place() {
    let limits = Limits { limit_forgotten_place: 4, ..Limits::default() };
    let site = Site::filled_with(|opening| Opening { limits, ..opening });
    let (signe, letters) = site.activated_newcomer();
    let strange = site.browser_at(STRANGE);
    for nth in 0..4 {
        assert_eq!(forgets(&strange, &format!("findes.ikke.{nth}"), "A123456789"), Status::Ok);
    }
    let hashes = site.app.hasher().ran();
    assert_eq!(forgets(&strange, "findes.ikke.4", "A123456789"), Status::TooManyRequests);
    assert_eq!(site.app.hasher().ran(), hashes, "nothing is hashed for it");
    assert_eq!(forgets(&strange, &letters.number, &letters.card), Status::Ok);
    assert_eq!(signe.in_transit("pin_letter"), 1);
}

#[test]
fn wrong_reports_of_a_lost_card_do_not_keep_the_holder_from_reporting() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let report = |at: &str, password: &str| {
        let browser = site.browser_at(at);
        let form = browser.open("/mistet-noeglekort").form("Spær nøglekort");
        form.fill("Bruger-id", &letters.number).fill("Adgangskode", password).submit().text()
    };
    for _ in 0..12 {
        report(STRANGE, "forkert 1");
    }
    assert!(report(HOME, PASSWORD).contains("Nøglekortet er spærret"));
    assert_eq!(signe.nemid().open_cards().count(), 0);
}

#[test]
fn orders_with_a_made_up_document_do_not_keep_the_person_from_ordering() {
    let site = Site::empty();
    let signe = site.newcomer();
    let orders = |at: &str, document: &str| {
        let browser = site.browser_at(at);
        let form = browser.open("/bestil").form("Bestil").fill("Navn", &signe.name);
        form.fill("CPR-nummer", &signe.cpr).fill("Pas- eller kørekortnummer", document).submit().status
    };
    let wrong: Vec<_> = (0..6).map(|_| orders(STRANGE, "999999999")).collect();
    assert_eq!(wrong[4], Status::UnprocessableEntity);
    assert_eq!(wrong[5], Status::TooManyRequests);
    signe.orders().says("Dit NemID er bestilt");
}

#[test]
fn a_block_waits_for_no_password_to_be_hashed() {
    let busy = HasherSettings { queue: 0, per_source: 0, ..cheap() };
    let site = Site::filled_with(|opening| Opening { hashing: busy, ..opening });
    let stine = site.named("Stine Udsen");
    let strange = site.browser_at(STRANGE);
    let form = strange.open("/log-paa").form("Næste").fill("Bruger-id", "nogen");
    form.fill("Adgangskode", "forkert 1").submit().is(Status::ServiceUnavailable);
    let browser = site.browser_at(HOME);
    let form = browser.open("/spaer").form("Spær nu").tick("Adgangskoden: Andre kender den måske");
    let page = form.fill("Navn", "Stine Udsen").fill("CPR-nummer", &stine.cpr).submit();
    page.says("Vi har modtaget din anmodning om spærring")
        .says("Vil du bruge dit NemID igen")
        .never_says("med posten");
    assert!(site.public_nemid_of("Stine Udsen").password.block().is_some());
}

/// Thirty pupils behind one address, for a day: each is wrong four times, logs on with a key, and forgets the password
/// of somebody. The class's network is named, or not.
fn class_of_thirty(network: Option<&str>) {
    let mut own = vec!["127.0.0.1".to_owned()];
    own.extend(network.map(str::to_owned));
    let own_networks = Networks::try_from(own).unwrap();
    let site = Site::filled_with(|opening| Opening { own_networks, ..opening });
    let classroom = "198.51.100.20";
    let names = ["Stine Udsen", "Willy Åkjær", "Ida Krogh"];
    for pupil in 0..30 {
        let person = site.named(names[pupil % names.len()]).at(classroom);
        for _ in 0..4 {
            person.types_password("/log-paa", "forkert 1").is(Status::UnprocessableEntity);
        }
        person.logs_on();
        for nth in 0..3 {
            let typed = format!("elev.{pupil}.{nth}");
            assert_eq!(forgets(&person.browser, &typed, "A123456789"), Status::Ok, "pupil {pupil}");
        }
        site.real_time_passes(SignedDuration::from_secs(10));
    }
}

#[test]
fn a_class_of_thirty_whose_network_is_named_works_all_day() {
    class_of_thirty(Some("198.51.100.0/24"));
}

#[test]
fn a_class_of_thirty_whose_network_is_not_named_works_all_day() {
    class_of_thirty(None);
}
