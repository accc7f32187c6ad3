//! Rules 4.3: a new CPR number blocks the certificate in the night, the old number opens nothing any more, and the
//! next log-on brings a new certificate (D28).

use rocket::http::Status;
use rules::log;
use rules::nemid::block::CertificateBlockReason;
use rules::nemid::certificate::Reliance;
use rules::words::CprNumber;
use serde_json::{Value, json};
use service::cases::upkeep::check;

use crate::people::Person;
use crate::site::Site;
use crate::world::api;

const PORTAL: &str = "/tjenester/borgerportalen";
const INSURER: &str = "/tjenester/forsikringshuset";
const NETBANK: &str = "/tjenester/fjordbanken";

/// Bodil, who got a new number this morning, and that number.
fn bodil(site: &Site) -> (Person<'_>, String) {
    let bodil = site.named("Bodil Enggaard");
    let new = bodil.as_listed()["new_cpr_number"].as_str().unwrap().to_owned();
    (bodil, new)
}

/// The same person in the night after.
fn renumbered(site: &Site) -> (Person<'_>, String) {
    let (bodil, new) = bodil(site);
    site.clock_moves("days", 1);
    let renumbered = site.named("Bodil Enggaard");
    assert_eq!(renumbered.cpr, new);
    (renumbered, bodil.cpr)
}

/// The text of the newest message with this subject.
fn told(site: &Site, cpr: &str, subject: &str) -> Option<Value> {
    let messages = site.world(&format!("persons/{cpr}/messages"));
    let fits = |one: &&Value| one["subject"].as_str().unwrap().contains(subject);
    messages.as_array().unwrap().iter().find(fits).cloned()
}

#[test]
fn on_the_first_day_everything_is_as_before() {
    let site = Site::filled();
    let (mut bodil, new) = bodil(&site);
    bodil.user_id.clone_from(&bodil.cpr);
    bodil.logs_on();
    bodil.browser.open("/selvbetjening/certifikat").says("Gyldigt");
    assert_eq!(
        api::post(&site, &format!("persons/{new}/name"), &json!({ "name": "Bo" })).0,
        Status::NotFound
    );
    let desk = site.desk();
    let page = desk.officer.browser.open("/ra/vedligehold/spaer-noeglekort");
    let page = page.form("Næste").fill("CPR-nummer", &new).submit();
    page.is(Status::UnprocessableEntity).says("NemID får det at vide i nat");
    desk.serves("/ra/vedligehold/spaer-noeglekort", &bodil, &["Pas"]).says("Bodil Enggaard");
}

#[test]
fn in_the_night_the_certificate_is_blocked_and_the_reason_comes_by_signed_mail_and_letter() {
    let site = Site::filled();
    let before = site.named("Bodil Enggaard").letters().len();
    let (bodil, old) = renumbered(&site);
    let nemid = site.public_nemid_of("Bodil Enggaard");
    let certificate = nemid.certificate().unwrap();
    let Reliance::Blocked { reason, at } = certificate.reliance(site.now()) else {
        panic!("{certificate:?}")
    };
    assert_eq!(reason, Some(CertificateBlockReason::CprNumberChanged));
    assert_eq!(at.to_string(), "2019-03-05T02:00:00Z");
    site.browser().open("/spaerreliste").says(&certificate.serial.to_string()).says("nyt CPR-nummer");
    let mail = told(&site, &bodil.cpr, "nyt CPR-nummer").unwrap();
    assert_eq!(mail["signed"], true);
    assert!(mail["text"].as_str().unwrap().contains("NemID-nummer"), "{mail}");
    assert_eq!(bodil.letters().len(), before + 1, "and by letter");
    let log = site.log_of(&nemid);
    let codes: Vec<_> = log.iter().take(3).map(|entry| log::code(&entry.event)).collect();
    assert_eq!(codes, ["certificate_ordered", "certificate_blocked", "cpr_number_changed"]);
    let (status, told) = api::error(&site, &format!("persons/{old}"));
    assert_eq!((status, told["error"].as_str()), (Status::NotFound, Some("cpr_number_replaced")));
    let browser = site.browser();
    let page = browser.open(&format!("/kontrolrum/personer/{old}"));
    assert_eq!(page.path, format!("/kontrolrum/personer/{}", bodil.cpr));
    page.says(&CprNumber::parse(&old).unwrap().to_string());
    let findings = rocket::execute(check::look_over(&site.app));
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn neither_number_logs_on_and_the_nemid_number_brings_the_new_certificate() {
    let site = Site::filled();
    let (mut bodil, old) = renumbered(&site);
    let before = site.public_nemid_of("Bodil Enggaard").certificate().unwrap().pid;
    let number = bodil.user_id.clone();
    for cpr in [&old, &bodil.cpr.clone()] {
        bodil.user_id.clone_from(cpr);
        bodil.types_password("/log-paa", &bodil.password).is(Status::UnprocessableEntity);
    }
    bodil.user_id = number;
    bodil.logs_on();
    bodil.browser.open("/selvbetjening/certifikat").says("Gyldigt");
    let nemid = site.public_nemid_of("Bodil Enggaard");
    assert_ne!(nemid.valid_certificate(site.now()).unwrap().pid, before, "a PID of its own");
    assert_eq!(nemid.certificates.len(), 2);
    bodil.browser.open("/selvbetjening/bruger-id").says("CPR-nummer");
    assert!(!nemid.cpr_log_on);
}

#[test]
fn a_public_site_brings_it_too_and_a_netbank_goes_on_without() {
    let site = Site::filled();
    let accounts = |bodil: &Person<'_>| {
        let page = bodil.logs_on_at(NETBANK);
        let text = page.text();
        let at = text.find("Lønkonto").unwrap_or_else(|| panic!("{text}"));
        text[at..at + 24].to_owned()
    };
    let before = accounts(&site.named("Bodil Enggaard"));
    let (bodil, _) = renumbered(&site);
    assert_eq!(accounts(&bodil), before, "the bank's accounts are the same");
    assert!(site.public_nemid_of("Bodil Enggaard").valid_certificate(site.now()).is_none());
    let bodil = bodil.elsewhere();
    let cpr = CprNumber::parse(&bodil.cpr).unwrap().to_string();
    bodil.logs_on_at(PORTAL).says(&cpr);
    assert!(site.public_nemid_of("Bodil Enggaard").valid_certificate(site.now()).is_some());
}

#[test]
fn a_wrong_key_brings_no_certificate() {
    let site = Site::filled();
    let (bodil, _) = renumbered(&site);
    let page = bodil.types_password("/log-paa", &bodil.password);
    let wrong = if bodil.key_for(&page) == "123456" { "654321" } else { "123456" };
    page.form("Log på").fill("Nøgle", wrong).submit().is(Status::UnprocessableEntity);
    assert!(site.public_nemid_of("Bodil Enggaard").valid_certificate(site.now()).is_none());
}

#[test]
fn a_private_site_meets_a_stranger_and_asks_for_consent_again() {
    let site = Site::filled();
    let known = site.named("Bodil Enggaard");
    let old = CprNumber::parse(&known.cpr).unwrap().to_string();
    known.logs_on_at(INSURER).says(&old);
    let (bodil, _) = renumbered(&site);
    let page = bodil.logs_on_at(INSURER);
    page.says("samtykke").never_says(&old);
}

#[test]
fn a_desk_is_told_that_the_old_number_is_replaced_and_not_by_which() {
    let site = Site::filled();
    let (bodil, old) = renumbered(&site);
    let (desk, new) = (site.desk(), CprNumber::parse(&bodil.cpr).unwrap().to_string());
    let page = desk.officer.browser.open("/ra/vedligehold/spaer-noeglekort");
    let page = page.form("Næste").fill("CPR-nummer", &old).submit();
    page.is(Status::UnprocessableEntity).says("personen har fået et nyt").never_says(&new);
    site.clerk("fjordbanken").finds(&old).is(Status::UnprocessableEntity).says("personen har fået et nyt");
    let olga = site.operator();
    let trace = olga.person.browser.open("/operatoer/journal/opslag");
    trace.says("Bodil Enggaard").never_says("Numre, som ingen her har").never_says(&new);
    let page = desk.serves("/ra/vedligehold/spaer-noeglekort", &bodil, &["Pas"]);
    page.says("Bodil Enggaard").says("CPR-nummeret er nyt").says("NemID-nummer");
}

#[test]
fn the_journal_finds_by_the_new_number_what_was_signed_under_the_old_and_not_the_other_way_round() {
    let site = Site::filled();
    let (desk, bodil) = (site.desk(), site.named("Bodil Enggaard"));
    let page = desk.maintains("/ra/vedligehold/spaer-certifikat", &bodil);
    desk.signs(&page.form("Næste").tick("Borgeren har bedt om det").submit());
    let (bodil, old) = renumbered(&site);
    let page = desk.maintains("/ra/vedligehold/spaer-adgangskode", &bodil);
    desk.signs(&page.form("Næste").tick("Andre kender måske adgangskoden").submit());
    let search = |cpr: &str| {
        let page = desk.officer.browser.open("/ra/journal");
        page.form("Find person").fill("CPR-nummer", cpr).submit().text()
    };
    let (by_new, by_old) = (search(&bodil.cpr), search(&old));
    assert!(by_new.contains("Certifikatet spærres") && by_new.contains("Adgangskoden spærres"), "{by_new}");
    assert!(by_old.contains("Certifikatet spærres") && !by_old.contains("Adgangskoden spærres"), "{by_old}");
}

#[test]
fn a_block_without_logging_on_finds_its_person_by_the_old_number_too() {
    let site = Site::filled();
    let (_, old) = renumbered(&site);
    let browser = site.browser();
    let page = browser.open("/spaer");
    let form = page.form("Spær nu").tick("Nøglekort: mistet");
    form.fill("Navn", "Bodil Enggaard").fill("CPR-nummer", &old).submit().is(Status::Ok);
    assert_eq!(site.public_nemid_of("Bodil Enggaard").open_cards().count(), 0);
}

#[test]
fn the_control_room_gives_a_made_up_number_that_nobody_has_once_a_day() {
    let site = Site::filled();
    let (hanne, gunnar) = (site.named("Hanne Iversen"), site.named("Gunnar Holst"));
    let browser = site.browser();
    let page = || browser.open(&format!("/kontrolrum/personer/{}", hanne.cpr));
    for (typed, why) in [
        ("", "Skriv CPR-nummeret"),
        ("080877-1234", "ikke et opdigtet"),
        (&*gunnar.cpr, "En anden har"),
        (&*hanne.cpr, "En anden har"),
    ] {
        let again = page().form("Giv nyt CPR-nummer").fill("CPR-nummer", typed).submit();
        again.is(Status::UnprocessableEntity).says(why);
    }
    let given = page().press("Giv nyt CPR-nummer").says("NemID får det at vide i nat").text();
    assert!(given.contains("CPR-nummer fra i nat"), "{given}");
    let path = |cpr: &str| format!("persons/{cpr}/cpr-number");
    let give = |cpr: &str, new: &str| {
        let (status, told) = api::post(&site, &path(cpr), &json!({ "cpr": new }));
        (status, told["error"].as_str().unwrap_or_default().to_owned())
    };
    let new = hanne.as_listed()["new_cpr_number"].as_str().unwrap().to_owned();
    assert_eq!(give(&hanne.cpr, "7008774711"), (Status::Conflict, "cpr_number_waits".into()));
    assert_eq!(give(&gunnar.cpr, "7809344711"), (Status::Conflict, "dead_already".into()));
    assert_eq!(give("6101804711", "6101804712"), (Status::NotFound, "not_in_register".into()));
    let erik = site.cpr_of("Erik Fjeldsted");
    assert_eq!(give(&erik, &new), (Status::Conflict, "cpr_number_taken".into()));
    site.clock_moves("days", 1);
    assert_eq!(give(&erik, &hanne.cpr), (Status::Conflict, "cpr_number_taken".into()), "had it");
    assert_eq!(give(&new, "7008774711").0, Status::Ok, "another one the day after");
    site.clock_moves("days", 1);
    let twice = site.named("Hanne Iversen").as_listed();
    assert_eq!(twice["former_cpr_numbers"], json!([hanne.cpr, new]));
}

#[test]
fn a_bank_customer_without_certificate_is_told_of_the_change_itself() {
    let site = Site::filled();
    let kirsten = site.named("Kirsten Munk");
    let new = rules::words::CprNumber::synthetic("1950-01-01".parse().unwrap(), 17);
    site.change_world(&format!("persons/{}/cpr-number", kirsten.cpr), &json!({ "cpr": new }).to_string());
    let before = kirsten.letters().len();
    site.clock_moves("days", 1);
    let kirsten = site.named("Kirsten Munk");
    assert_eq!(kirsten.letters().len(), before + 1);
    kirsten.logs_on_at(NETBANK).says("Lønkonto");
}
