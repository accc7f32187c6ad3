//! A database written by an older version of the program is migrated and stays usable: the world in
//! `migrations/` was written when there were three migrations.

use rusqlite::Connection;
use service::cases::open::key_file;
use service::cases::upkeep::check;
use service::testing::{Place, Store};

use crate::site::{Folder, Site};

mod kills;

mod embedded {
    refinery::embed_migrations!("db/migrations");
}

const WORLD: &str = include_str!("migrations/v3.sql");

/// The server key under which it was written. It keeps no secret but that of made-up persons.
const KEY: &str = "+jFGDKRb0uSoJI8OBWj/UAQQHgS6yjKdlvyVl7QkFrc=\n";

/// The tables as an older version made them, empty.
fn old_database(version: u32) -> Folder {
    let folder = Folder::new();
    let mut database = Connection::open(Place::below(folder.path()).path()).unwrap();
    let target = refinery::Target::Version(version.try_into().unwrap());
    embedded::migrations::runner().set_target(target).run(&mut database).unwrap();
    folder
}

fn old_world() -> Folder {
    let folder = old_database(3);
    std::fs::write(key_file(folder.path()), KEY).unwrap();
    private(&key_file(folder.path()));
    let database = Connection::open(Place::below(folder.path()).path()).unwrap();
    database.execute_batch(WORLD).unwrap();
    folder
}

#[cfg(unix)]
fn private(file: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600)).unwrap();
}

#[cfg(not(unix))]
fn private(_: &std::path::Path) {}

/// A database of version 6 whose journal has so many entries of several desks.
fn with_journal(entries: u32) -> Folder {
    let folder = old_database(6);
    let database = Connection::open(Place::below(folder.path()).path()).unwrap();
    database.pragma_update(None, "foreign_keys", false).unwrap();
    let sql = "WITH RECURSIVE nth(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n < ?1)
               INSERT INTO journal (id, at, staff, desk, place, action, identification, text)
               SELECT n * 3, '', 's', CASE n % 5 WHEN 0 THEN 'operator' WHEN 1 THEN 'bank' ELSE 'office' END,
                      CASE n % 5 WHEN 0 THEN NULL WHEN 3 THEN '' WHEN 4 THEN 'north' ELSE 'x' END, 'a', '[]', 't'
               FROM nth";
    database.execute(sql, [entries]).unwrap();
    folder
}

/// All entries of the journal, and its tables in SQL.
fn journal(folder: &Folder) -> Vec<String> {
    let database = Connection::open(Place::below(folder.path()).path()).unwrap();
    let sql = "SELECT format('%s %s %s %s', id, desk, place, number) FROM journal \
               UNION ALL SELECT sql FROM sqlite_master WHERE tbl_name = 'journal' AND sql IS NOT NULL";
    let mut asked = database.prepare(sql).unwrap();
    asked.query_map((), |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn what_was_consented_to_is_read_from_the_log_of_an_older_world() {
    let folder = old_world();
    Store::open(&Place::below(folder.path())).unwrap();
    let database = Connection::open(Place::below(folder.path()).path()).unwrap();
    let count = |sql: &str| database.query_row(sql, (), |row| row.get::<_, i64>(0)).unwrap();
    let given = count("SELECT count(*) FROM consents WHERE consent = '{\"what\":\"cpr_lookup\"}'");
    let activated = "SELECT count(*) FROM event_log WHERE code = 'activated' \
                     AND json_extract(event, '$.consents.cpr_lookup') AND nemid IN (SELECT nemid FROM certificates)";
    assert!(given > 0 && given == count(activated), "{given}");
    let in_force_without = "SELECT count(*) FROM consents AS c JOIN nemids AS n ON n.number = c.nemid \
                            WHERE c.ended IS NULL AND json_extract(c.consent, '$.what') <> 'to_bank' \
                            AND n.certificate_ordered IS NULL AND NOT EXISTS (SELECT 1 FROM certificates AS o \
                            WHERE o.nemid = n.number AND json_extract(o.state, '$.is') = 'valid')";
    assert_eq!(count(in_force_without), 0, "they ended with the certificate");
}

#[test]
fn the_journal_is_numbered_as_its_migration_says_and_a_long_one_soon() {
    let (as_written, ours) = (with_journal(600), with_journal(600));
    let mut database = Connection::open(Place::below(as_written.path()).path()).unwrap();
    embedded::migrations::runner().run(&mut database).unwrap();
    Store::open(&Place::below(ours.path())).unwrap();
    assert_eq!(journal(&as_written), journal(&ours));

    let long = with_journal(20_000);
    let began = std::time::Instant::now();
    Store::open(&Place::below(long.path())).unwrap();
    assert!(began.elapsed() < std::time::Duration::from_secs(10), "{:?}", began.elapsed());
}

#[test]
fn what_is_in_the_post_of_an_older_world_went_to_where_letters_go_now() {
    let folder = old_world();
    let mut database = Connection::open(Place::below(folder.path()).path()).unwrap();
    let target = refinery::Target::Version(24);
    embedded::migrations::runner().set_target(target).run(&mut database).unwrap();
    let holder: String =
        database.query_row("SELECT holder FROM nemids LIMIT 1", (), |row| row.get(0)).unwrap();
    let abroad = r#"{"street": "Via Roma 5", "town": "Roma", "country": "Italien"}"#;
    let moves =
        "UPDATE citizens SET street = '', postcode = '', town = '', stated_address = ?2 WHERE cpr = ?1";
    assert_eq!(database.execute(moves, (&holder, abroad)).unwrap(), 1);
    drop(database);
    Store::open(&Place::below(folder.path())).unwrap();
    let database = Connection::open(Place::below(folder.path()).path()).unwrap();
    let count = |sql: &str| database.query_row(sql, [&holder], |row| row.get::<_, i64>(0)).unwrap();
    let theirs = "nemid IN (SELECT number FROM nemids WHERE holder = ?1)";
    let cards = count(&format!("SELECT count(*) FROM key_cards WHERE {theirs}"));
    assert!(cards > 0);
    assert_eq!(count(&format!("SELECT count(*) FROM key_cards WHERE reach = 'abroad' AND {theirs}")), cards);
    assert_eq!(count(&format!("SELECT count(*) FROM key_cards WHERE reach IS NOT NULL AND NOT {theirs}")), 0);
    let letters = "SELECT count(*) FROM nemids WHERE holder = ?1 AND temporary_hash IS NOT NULL \
                   AND temporary_reach IS NOT 'abroad'";
    assert_eq!(count(letters), 0);
}

#[test]
fn an_old_world_goes_on_where_it_was() {
    let site = Site::in_folder(old_world());
    let hanne = site.person(|one| one["name"] == "Hanne Iversen");
    hanne.logs_on();
    hanne.browser.open("/selvbetjening/haendelseslog").says("28. februar 2019").says("4. marts 2019");
    site.clock_moves("days", 40);
    let findings = rocket::execute(check::look_over(&site.app));
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn a_certificate_of_an_old_world_gets_its_key_when_it_is_needed() {
    let site = Site::in_folder(old_world());
    let hanne = site.person(|one| one["name"] == "Hanne Iversen");
    hanne.logs_on();
    let (status, _, bytes) = hanne.browser.fetches("/selvbetjening/certifikat/fil/cer");
    assert_eq!((status.code, bytes.first()), (200, Some(&0x30)));
    hanne.browser.open("/selvbetjening/certifikat").says("Ligger forseglet").says("Fingeraftryk");
    let findings = rocket::execute(check::look_over(&site.app));
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn a_letter_of_an_old_world_is_known_again_when_a_newer_one_was_issued() {
    let site = Site::in_folder(old_world());
    let hanne = site.person(|one| one["name"] == "Hanne Iversen");
    let letter = hanne.letters().into_iter().find(|one| one["kind"] == "pin_letter").unwrap();
    let letter = site.change_world(&format!("letters/{}/open", letter["id"]), "{}");
    let digits = letter["temporary_password"].as_str().unwrap();
    hanne.types_temporary("/genaabn", digits).says("Den midlertidige adgangskode er brugt");
    let form = hanne.browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
    let card = &hanne.open_cards()[0];
    form.fill("Bruger-id", &hanne.user_id).fill("Nøglekortnummer", card).submit().says("på vej");
    hanne.types_temporary("/genaabn", digits).says("nyere midlertidig adgangskode");
}

#[test]
fn letters_of_an_old_world_stay_readable_and_keep_whom_they_were_written_to() {
    let site = Site::in_folder(old_world());
    let hanne = site.person(|one| one["name"] == "Hanne Iversen");
    site.change_world(&format!("persons/{}/name", hanne.cpr), "{\"name\": \"Hanne Ny\"}");
    for (kind, purpose) in [("welcome", "activate"), ("key_card", "first_card"), ("pin_letter", "activate")] {
        let letter = hanne.letters().into_iter().find(|one| one["kind"] == kind).unwrap();
        assert_eq!(letter["purpose"], purpose, "{kind}");
        let told = site.change_world(&format!("letters/{}/open", letter["id"]), "{}");
        assert!(told["text"].as_str().unwrap().contains("Kære Hanne Iversen"), "{told}");
    }
}

#[test]
fn what_was_signed_stands_in_the_journal_of_its_desk() {
    let site = Site::in_folder(old_world());
    let officer = site.staff("officer", 0);
    officer.logs_on_at("/ra");
    let journal = officer.browser.open("/ra/journal");
    journal
        .says("Hanne Iversen")
        .says("Signed before the journals became one: at the counter.")
        .says("nr. 1");
    assert!(!journal.text().contains("at the bank."));
    let clerk = site.staff("bank_clerk", 0);
    clerk.logs_on_at("/bank/fjordbanken");
    let journal = clerk.browser.open("/bank/fjordbanken/journal");
    journal.says("Hanne Iversen").says("Signed before the journals became one: at the bank.").says("nr. 1");
}

#[test]
fn what_was_out_of_date_and_what_was_published_keep_their_time() {
    let folder = old_world();
    let database = Connection::open(Place::below(folder.path()).path()).unwrap();
    let renamed = "UPDATE certificates SET outdated_since = '2019-02-22T11:00:00.000000000Z', name = 'Hanne Før' \
                   WHERE json_extract(state, '$.is') = 'valid' \
                   AND nemid IN (SELECT number FROM nemids JOIN citizens ON cpr = holder \
                                 WHERE citizens.name = 'Hanne Iversen')";
    assert_eq!(database.execute(renamed, []).unwrap(), 1);
    drop(database);
    let site = Site::in_folder(folder);
    let outdated = site.public_nemid_of("Hanne Iversen").certificate().unwrap().outdated;
    assert_eq!(outdated.name, Some("2019-02-22T11:00:00Z".parse().unwrap()));
    assert_eq!(outdated.email, None);
    site.browser().open("/regler").says("Reglerne gælder fra 25. maj 2018.");
    site.clock_moves("days", 21);
    assert!(site.public_nemid_of("Hanne Iversen").valid_certificate(site.now()).is_none(), "since 24 March");
}
