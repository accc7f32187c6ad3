//! Rules 4.4: notice four weeks ahead, renewal with the old certificate, expiry, and a new one with the same
//! PID.

use jiff::{SignedDuration, Timestamp};
use rocket::http::Status;
use rules::actor::Stamp;
use rules::certificates::noticed_at;
use rules::nemid::Event;
use rules::nemid::certificate::NOTICE;
use rules::post::{Journey, PostalReach};
use serde_json::json;

use crate::site::Site;
use crate::world::api;

fn pid(page: &str) -> String {
    let at = page.find("PID:").expect("a PID number");
    page[at..at + 29].to_owned()
}

#[test]
fn who_renews_in_time_keeps_the_pid_and_goes_on() {
    let site = Site::filled();
    let svend = site.named("Svend Ulstrup");
    let told = site.world(&format!("persons/{}/messages", svend.cpr)).to_string();
    assert!(told.contains("udløber"), "he was told four weeks ahead: {told}");
    svend.logs_on();
    let page = svend.browser.open("/selvbetjening/certifikat");
    let before = pid(&page.text());
    svend.renews_certificate().says("Dit certifikat er fornyet");
    site.clock_moves("days", 30);
    let svend = site.named("Svend Ulstrup");
    svend.logs_on();
    let page = svend.browser.open("/selvbetjening/certifikat");
    page.says("Gyldigt");
    assert_eq!(pid(&page.text()), before);
}

#[test]
fn everybody_was_told_four_weeks_ahead_at_the_latest() {
    let site = Site::filled();
    for name in ["Svend Ulstrup", "Tina Vestergaard", "Willy Åkjær"] {
        let nemid = site.public_nemid_of(name);
        let told = site.log_of(&nemid).into_iter().find_map(|entry| match entry.event {
            Event::CertificateExpiryNoticed { until, .. } => Some((entry.stamp.at, until)),
            _ => None,
        });
        let (told, until) = told.expect(name);
        assert_eq!(told, noticed_at(until, PostalReach::Denmark), "{name}");
        assert!(Journey::of(told, PostalReach::Denmark).arrives <= until - NOTICE, "{name}: {told}");
    }
}

#[test]
fn who_moves_abroad_is_told_of_the_end_as_early_as_a_letter_takes_to_get_there() {
    let site = Site::filled();
    let stine = site.named("Stine Udsen");
    let until = site.public_nemid_of("Stine Udsen").certificate().unwrap().until;
    api::delete(&site, &format!("persons/{}/address", stine.cpr));
    let rome = json!({ "street": "Via Roma 5", "postcode": "", "town": "00184 Roma", "country": "Italien" });
    api::post(&site, &format!("persons/{}/stated-address", stine.cpr), &rome);
    let told = noticed_at(until, PostalReach::Abroad);
    site.change_world("clock", &json!({ "to": told + SignedDuration::from_mins(1) }).to_string());
    let log = site.log_of(&site.public_nemid_of("Stine Udsen"));
    let notice = log.iter().find(|entry| matches!(entry.event, Event::CertificateExpiryNoticed { .. }));
    assert_eq!(notice.map(|entry| entry.stamp.at), Some(told));
}

#[test]
fn a_letter_about_the_end_of_a_certificate_is_there_four_weeks_ahead() {
    let site = Site::filled();
    let mut by_letter = 0;
    site.clock_moves("days", 1_100);
    for person in site.world("persons").as_array().unwrap() {
        let letters = site.world(&format!("persons/{}/letters", person["cpr"].as_str().unwrap()));
        let nemids = site.nemids_of(person["name"].as_str().unwrap());
        let whole = |one: &&serde_json::Value| one["state"] != "lost";
        for letter in letters.as_array().unwrap().iter().filter(whole) {
            let arrived: Timestamp = letter["arrives"].as_str().unwrap().parse().unwrap();
            let opened = site.change_world(&format!("letters/{}/open", letter["id"]), "{}");
            if !opened["text"].to_string().contains("offentlige digitale signatur udløber den") {
                continue;
            }
            by_letter += 1;
            let mut ends = nemids.iter().flat_map(|one| &one.certificates).map(|one| one.until);
            let ahead = ends.find(|until| *until > arrived).expect("a certificate").duration_since(arrived);
            assert!(ahead >= NOTICE && ahead < NOTICE + SignedDuration::from_hours(24 * 14), "{letter}");
        }
    }
    assert!(by_letter > 2, "{by_letter}");
}

#[test]
fn the_log_tells_the_end_at_its_instant_and_as_nobodys_doing() {
    let site = Site::filled();
    let svend = site.named("Svend Ulstrup");
    let ends = |site: &Site| {
        let log = site.log_of(&site.public_nemid_of("Svend Ulstrup"));
        let mut found = log.into_iter().filter(|one| matches!(one.event, Event::CertificateExpired { .. }));
        (found.next().map(|one| one.stamp), found.count())
    };
    let until = site.public_nemid_of("Svend Ulstrup").certificate().unwrap().until;
    site.change_world("clock", &format!("{{\"to\": \"{}\"}}", until - SignedDuration::from_mins(30)));
    svend.logs_on();
    // Half an hour later nobody has looked at what fell due yet when he orders the next one.
    site.real_time_passes(SignedDuration::from_mins(14));
    svend.browser.open("/selvbetjening").is(Status::Ok);
    site.real_time_passes(SignedDuration::from_mins(14));
    svend.browser.open("/selvbetjening").is(Status::Ok);
    site.real_time_passes(SignedDuration::from_mins(10));
    let page = svend.browser.open("/selvbetjening/certifikat");
    page.says("Udløbet");
    page.form("Bestil certifikat").tick("Jeg").submit().says("Gyldigt");
    let (stamp, more) = ends(&site);
    assert_eq!((stamp.unwrap(), more), (Stamp::clock(until), 0));
    svend.browser.open("/selvbetjening/haendelseslog").says("19. marts 2019 kl. 10.00");

    // Where somebody only moves the clock, it is the same.
    let site = Site::filled();
    site.clock_moves("days", 16);
    assert_eq!(ends(&site).0.unwrap(), Stamp::clock(until));
}

#[test]
fn an_expired_one_can_t_be_renewed_and_a_new_one_keeps_the_pid() {
    let site = Site::filled();
    site.clock_moves("days", 30);
    let svend = site.named("Svend Ulstrup");
    svend.logs_on();
    let page = svend.browser.open("/selvbetjening/certifikat");
    page.says("Udløbet").never_says("Forny certifikat");
    let before = pid(&page.text());
    let form = page.form("Bestil certifikat").tick("Jeg");
    form.submit();
    let page = svend.browser.open("/selvbetjening/certifikat");
    page.says("Gyldigt");
    assert_eq!(pid(&page.text()), before);
}

#[test]
fn a_session_at_a_public_site_ends_the_minute_the_certificate_does() {
    let site = Site::filled();
    site.clock_moves("days", 15);
    let svend = site.named("Svend Ulstrup");
    let home = "/tjenester/borgerportalen";
    svend.logs_on_at(home).says("Hybenvej 4");
    site.clock_moves("hours", 1);
    svend.browser.open(home).says("Bruger-id").never_says("Hybenvej 4");
    svend.logs_on_at(home).says("Dit certifikat er udløbet");
}

#[test]
fn a_renewal_takes_the_password_and_a_key_asked_for_it_and_is_in_the_log() {
    let site = Site::filled();
    let svend = site.named("Svend Ulstrup");
    svend.logs_on();
    let certificates = || site.public_nemid_of("Svend Ulstrup").certificates.len();
    let before = certificates();
    let page = svend.browser.open("/selvbetjening/certifikat");
    let without = page.press("Forny certifikat");
    without.is(Status::UnprocessableEntity).says("Skriv din adgangskode");
    let wrong = page.form("Forny certifikat").fill("Adgangskode", "forkert 1").submit();
    wrong.is(Status::UnprocessableEntity).says("Adgangskoden er forkert, og certifikatet er ikke fornyet");
    assert_eq!(
        svend.browser.open("/selvbetjening/certifikat/forny/noegle").path,
        "/selvbetjening/certifikat",
        "no key is asked for before the password"
    );
    let asked = page.form("Forny certifikat").fill("Adgangskode", &svend.password).submit();
    let miss = asked.form("Forny certifikat").fill("Nøgle", "000000").submit();
    miss.is(Status::UnprocessableEntity).says("Du har 4 forsøg tilbage");
    assert_eq!(certificates(), before, "nothing is renewed yet");
    let key = svend.key_for(&miss);
    let form = miss.form("Forny certifikat").fill("Nøgle", &key);
    form.submit().says("Dit certifikat er fornyet");
    form.submit().says("Dit certifikat er fornyet");
    assert_eq!(certificates(), before + 1, "sent twice, renewed once");
    let log = svend.browser.open("/selvbetjening/haendelseslog").text();
    assert!(log.contains("Forkert nøgle") && log.contains("ved fornyelse af certifikatet"), "{log}");
}

#[test]
fn without_a_card_that_works_nothing_is_renewed() {
    let site = Site::filled();
    let svend = site.named("Svend Ulstrup");
    svend.logs_on();
    let page = svend.browser.open("/selvbetjening/certifikat");
    let asked = page.form("Forny certifikat").fill("Adgangskode", &svend.password).submit();
    let key = svend.key_for(&asked);
    let cards = svend.browser.open("/selvbetjening/noeglekort/spaer");
    cards.form("Spær").tick("Andre kan have set nøglerne").submit();
    let refused = asked.form("Forny certifikat").fill("Nøgle", &key).submit();
    refused.is(Status::UnprocessableEntity);
    let again = page.form("Forny certifikat").fill("Adgangskode", &svend.password).submit();
    again.is(Status::UnprocessableEntity).says("nøglekort");
    assert!(site.public_nemid_of("Svend Ulstrup").certificates.iter().all(|one| one.from < site.now()));
    assert_eq!(site.public_nemid_of("Svend Ulstrup").certificates.len(), 1);
}

#[test]
fn a_key_counts_for_the_renewal_that_was_read_and_for_no_other() {
    let site = Site::filled();
    let svend = site.named("Svend Ulstrup");
    svend.logs_on();
    let page = svend.browser.open("/selvbetjening/certifikat");
    let asked = page.form("Forny certifikat").fill("Adgangskode", &svend.password).submit();
    let key = svend.key_for(&asked);
    let contact = svend.browser.open("/selvbetjening/kontakt").form("Gem");
    contact.fill("E-mail", "svend@nyt.example").fill("Adgangskode", &svend.password).submit();
    let changed = asked.form("Forny certifikat").fill("Nøgle", &key).submit();
    changed.is(Status::UnprocessableEntity).says("er ændret, siden du begyndte").says("svend@nyt.example");
    svend.renews_certificate().says("Dit certifikat er fornyet").says("svend@nyt.example");
}

#[test]
fn a_new_one_is_valid_for_four_years_or_for_fewer_by_setting() {
    for (years, until) in [(4, "4. marts 2023"), (1, "4. marts 2020")] {
        let site = Site::filled_with(|how| service::cases::open::Opening { certificate_years: years, ..how });
        let tina = site.named("Tina Vestergaard");
        tina.logs_on();
        let page = tina.browser.open("/selvbetjening/certifikat");
        page.form("Bestil certifikat").tick("Jeg").submit().says("Gyldigt").says(until);
    }
}
