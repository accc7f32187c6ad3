//! Rules 3.7: everything that tells of a person and is older than the current year and five years is deleted, an ended
//! NemID with all its data; what a receiver of signed data has to check stays (Rules 4.5).

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::types::Value;
use service::cases::open::{Opening, mail_folder};
use service::cases::upkeep::check;
use service::testing::{KEPT, MailWay, Rows, StoreError, TABLES};

use crate::self_service::holder;
use crate::site::Site;

/// The columns in which an older instant may stand: what is in force or under way, what the register and sites keep, and
/// what tells of nobody.
const MAY_BE_OLDER: [&str; 25] = [
    "agreements.since",
    "carriers.since",
    "carriers.used",
    "certificates.valid_from",
    "citizens.died",
    "consents.given",
    "cpr_consents.given",
    "documents.prepared",
    "documents.signed",
    "documents.text",
    "errands.content",
    "former_cpr_numbers.until",
    "key_cards.since",
    "nemids.certificate_ordered",
    "nemids.created",
    "nemids.password_block",
    "nemids.password_since",
    "nemids.rules_accepted",
    "past_certificates.blocked",
    "past_certificates.valid_from",
    "past_certificates.valid_until",
    "refinery_schema_history.applied_on",
    "rules_versions.published_at",
    "stock_cards.handed_out",
    "stock_cards.opened",
];

/// The columns that hold an instant before another one, wherever it stands in them.
fn columns_before(site: &Site, kept_from: &str) -> BTreeSet<String> {
    let mut older = BTreeSet::new();
    for table in TABLES.iter().chain(&KEPT) {
        let Rows { columns, rows } = site.rows(&format!("SELECT * FROM {table}"));
        for row in rows {
            for (column, value) in columns.iter().zip(row) {
                let Value::Text(text) = value else { continue };
                if instants(&text).any(|instant| instant < kept_from) {
                    older.insert(format!("{table}.{column}"));
                }
            }
        }
    }
    older
}

/// Every instant in a text, to the hour.
fn instants(text: &str) -> impl Iterator<Item = &str> {
    let is_one = |part: &&str| {
        let shape = |(byte, like): (u8, u8)| if like == b'0' { byte.is_ascii_digit() } else { byte == like };
        part.bytes().zip(*b"0000-00-00T00").all(shape)
    };
    (0..text.len()).filter_map(|from| text.get(from..from + 13)).filter(is_one)
}

fn count(site: &Site, sql: &str) -> u32 {
    site.value(sql)
}

/// How many years the world lives.
fn years_pass(site: &Site, years: u32) {
    site.clock_moves("days", 365 * years + years / 4);
}

#[test]
fn an_ended_nemid_is_forgotten_and_its_user_id_is_free_again() {
    let site = Site::filled();
    site.clock_moves("days", 60);
    assert_eq!(site.nemids_of("Emil Friis").len(), 2, "closed in April 2019, and kept");
    let old = site.nemids_of("Emil Friis").into_iter().find(|one| !one.state.is_open()).unwrap().number;
    years_pass(&site, 5);
    assert_eq!(site.nemids_of("Emil Friis").len(), 2, "until 2024 has passed");
    years_pass(&site, 1);
    let oldest: Option<String> = site.value("SELECT min(issued) FROM temporary_passwords");
    assert!(
        oldest.is_none_or(|issued| *issued > *"2019-12-31"),
        "an older letter's password is forgotten with it"
    );
    let left = site.nemids_of("Emil Friis");
    assert!(left.iter().all(|one| one.number != old) && left.len() == 1, "{left:?}");

    let emil = site.named("Emil Friis");
    emil.logs_on();
    let form = emil.browser.open("/selvbetjening/bruger-id").form("Gem");
    let form = form.fill("Bruger-id", "emil.gammel").fill("Adgangskode", &emil.password);
    form.submit().never_says("optaget").says("emil.gammel");
    let found = rocket::execute(check::look_over(&site.app));
    assert!(found.is_empty(), "{}", found.len());
}

#[test]
fn what_was_signed_stays_with_the_bank_and_no_serial_number_is_given_out_twice() {
    let site = Site::filled();
    let aksel = site.named("Aksel Dam");
    let olga = site.operator();
    let page = olga.finds(&aksel.cpr).follow("Spær hele NemID");
    olga.signs(&page.form("Næste").tick("Reglerne").submit());
    drop(olga);
    site.clock_moves("days", 1);
    let count = |sql: &str| count(&site, sql);
    let payments = "SELECT count(*) FROM documents WHERE payment IS NOT NULL AND signed IS NOT NULL";
    let last = count("SELECT max(serial) FROM certificates");
    assert_eq!(count(payments), 2);
    years_pass(&site, 7);
    assert!(site.nemids_of("Aksel Dam").is_empty());
    assert_eq!(count(payments), 2);
    let next = site.app.store().read::<_, StoreError, _>(|tx| Ok(tx.next_certificate_serial()?.0));
    assert!(rocket::execute(next).unwrap() > last, "given out twice");
}

#[test]
fn what_tells_of_a_person_goes_with_the_first_moment_of_the_sixth_year_wherever_it_lies() {
    let site = Site::filled();
    let (aksel, willy) = (site.named("Aksel Dam"), holder(&site, "Willy Åkjær"));
    willy.opens("/noeglekort").press("Bestil nøglekort").says("er bestilt");
    site.desk().issues(&site.named("Rikke Søndergaard"), "Nulstil ved glemt adgangskode");
    aksel.logs_on();
    let of_2019 = "SELECT count(*) FROM event_log WHERE at < '2019-12-31T23:00'";
    site.change_world("clock", "{\"to\": \"2024-12-31T23:59:59+01:00\"}");
    assert!(count(&site, of_2019) > 0, "a second before");
    assert!(!columns_before(&site, "2019-12-31T23").is_empty());
    site.change_world("clock", "{\"to\": \"2025-01-01T00:00:00+01:00\"}");
    assert_eq!(count(&site, of_2019), 0);
    let older = columns_before(&site, "2019-12-31T23");
    let left: Vec<_> = older.iter().filter(|column| !MAY_BE_OLDER.contains(&column.as_str())).collect();
    assert!(left.is_empty(), "{left:?}");
    let in_use = "SELECT count(*) FROM stock_cards WHERE handed_out < '2019-12-31T23' \
                  AND number NOT IN (SELECT number FROM key_cards)";
    assert_eq!(count(&site, in_use), 0, "an old card of the stock is one in use");
    assert!(rocket::execute(check::look_over(&site.app)).is_empty());

    // What is in force goes on where it was, and new cards come after the old ones.
    let willy = site.named("Willy Åkjær");
    willy.logs_on();
    willy.opens("/noeglekort").says("I brug").never_says("Mistet");
    willy.opens("/noeglekort").press("Bestil nøglekort").says("er bestilt");
    let cards = site.public_nemid_of("Willy Åkjær").cards;
    assert!(cards.is_sorted_by_key(|card| card.since), "{cards:?}");
}

#[test]
fn a_certificate_that_is_forgotten_can_still_be_checked_without_name_and_reason() {
    let site = Site::filled();
    let serial = |name: &str| site.public_nemid_of(name).certificate().unwrap().serial.to_string();
    let (blocked, expired) = (serial("Aksel Dam"), serial("Tina Vestergaard"));
    let renewed = site.public_nemid_of("Willy Åkjær").certificates[0].serial.to_string();
    let olga = site.operator();
    let page = olga.finds(&site.cpr_of("Aksel Dam")).follow("Spær hele NemID");
    olga.signs(&page.form("Næste").tick("Reglerne").submit());
    drop(olga);
    let receiver = site.browser();
    let check = |serial: &str| receiver.open(&format!("/certifikat?serienummer={serial}"));
    check(&blocked).says("Certifikatet er spærret").says("Årsag: ");
    years_pass(&site, 7);
    assert!(site.nemids_of("Aksel Dam").is_empty());
    let page = check(&blocked);
    page.says("Certifikatet er spærret").says("4. marts 2019").never_says("Årsag: ").never_says("Aksel");
    check(&renewed).says("Certifikatet er spærret").says("9. januar 2018").never_says("Årsag: ");
    check(&expired).says("Certifikatet er udløbet").says("29. januar 2019");
    let list = receiver.open("/spaerreliste");
    list.says(&blocked).says("gemmes ikke længere");
    assert_eq!(count(&site, "SELECT count(*) FROM certificates JOIN past_certificates USING (serial)"), 0);
}

#[test]
fn the_files_of_mails_go_with_their_messages_and_nothing_else_in_the_folder_does() {
    let site = Site::filled_with(|opening| {
        let folder = mail_folder(&opening.data);
        Opening { mail: MailWay::File(folder), ..opening }
    });
    let folder = mail_folder(site.folder.path());
    let files = || {
        let found = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name());
        found.map(|name| name.into_string().unwrap()).collect::<BTreeSet<_>>()
    };
    site.clock_moves("days", 30);
    assert!(site.mail_goes() > 0);
    let first = files();
    assert!(
        !first.is_empty()
            && first.iter().all(|name| Path::new(name).extension().is_some_and(|end| end == "eml")),
        "{first:?}"
    );
    for name in ["notes.txt", ".00000001.draft", "backup-2019.eml"] {
        std::fs::write(folder.join(name), "").unwrap();
    }
    years_pass(&site, 4);
    site.mail_goes();
    let later = files();
    assert!(later.is_superset(&first) && later.len() > first.len() + 3, "{later:?}");
    years_pass(&site, 2);
    let left = files();
    assert!(left.is_disjoint(&first) && !left.contains(".00000001.draft"), "{left:?}");
    assert!(left.contains("notes.txt") && left.contains("backup-2019.eml") && left.len() > 2, "{left:?}");
}
