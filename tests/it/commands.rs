//! The commands, and the messages when the program does not start: the program runs as a process of its own.

use std::net::TcpListener;

use jiff::SignedDuration;
use rocket::http::Status;
use service::cases::open;
use service::cases::open::{Opening, key_file};
use service::testing::Clock;
use service::testing::Place;

use crate::process::{Serving, database, program, run, told, without_leave_to_write, world};
use crate::site::{Folder, Site, opening_in};

/// The same world, served in this process by the real clock.
fn served_here(folder: Folder) -> Site {
    let how = opening_in(&folder.path().join("data"));
    // With a clock that goes on, a change made twice writes two instants.
    let how = Opening { clock: Clock::real(SignedDuration::ZERO), rehearses: false, ..how };
    Site::over(rocket::execute(open::open(how)).unwrap(), folder)
}

#[test]
fn a_new_world_is_made_only_when_somebody_agrees_and_takes_nothing_else_away() {
    let folder = world();
    let key = std::fs::read(key_file(&folder.path().join("data"))).unwrap();
    std::fs::write(folder.path().join("data/notes.txt"), "mine").unwrap();

    let (removed, said) = run(folder.path(), &["reset"]);
    assert!(!removed && said.contains("--yes"), "{said}");
    assert_eq!(std::fs::read(key_file(&folder.path().join("data"))).unwrap(), key);

    std::fs::write(Place::below(&folder.path().join("data")).path(), "no database any more").unwrap();
    let (removed, said) = run(folder.path(), &["reset", "--yes"]);
    assert!(removed, "{said}");
    assert_ne!(std::fs::read(key_file(&folder.path().join("data"))).unwrap(), key);
    assert!(folder.path().join("data/notes.txt").exists());
}

#[test]
fn a_world_that_is_served_is_not_taken_away() {
    let folder = world();
    let _serving = Serving::start(folder.path());
    let (removed, said) = run(folder.path(), &["reset", "--yes"]);
    assert!(!removed && said.contains("in use; stop the program first"), "{said}");
    assert!(run(folder.path(), &["check"]).0);
}

#[test]
fn a_new_world_is_sound_and_damage_is_found() {
    let (looked, said) = run(Folder::new().path(), &["check"]);
    assert!(!looked && said.contains("there is no world"), "{said}");
    let folder = world();
    let (sound, said) = run(folder.path(), &["check"]);
    assert!(sound, "{said}");

    database(folder.path())
        .execute_batch(
            "PRAGMA foreign_keys = OFF;
             INSERT INTO citizens (cpr, name, street, postcode, town) VALUES ('x', 'x', 'x', 'x', 'x');
             INSERT INTO nemids (number, version, holder, issuer, created, standing, failures, strike, cpr_log_on,
                                 recording, reorder_level) VALUES ('123456789', 1, 'x', 'public', '', '', 0, 0, 0, 0, 20);
             INSERT INTO key_cards (number, nemid, ordinal, salt, since, state, used, wrong)
             VALUES ('A000000001', '999999999', 1, x'00', '2019', 'attached', x'00', 0);
             INSERT INTO journal (at, staff, desk, citizen, action, identification, text)
             VALUES ('2019', '999999999', 'office', 'nobody', 'x', 'x', 'x');
             INSERT INTO letters (id, citizen, kind, posted, arrives, state, content)
             VALUES (99999, 'x', 'notice', '', '', 'lost', x'00');",
        )
        .unwrap();
    let (sound, said) = run(folder.path(), &["check"]);
    assert!(!sound, "{said}");
    for finding in [
        "table key_cards, row",
        "journal.citizen, row",
        "table letters, row 99999: its content does not open",
        "table nemids, column holder, row 123456789",
    ] {
        assert!(said.contains(finding), "no {finding:?} in {said}");
    }
}

#[test]
fn the_last_administrator_is_re_opened_and_only_the_last() {
    let folder = world();
    let (done, said) = run(folder.path(), &["reopen-administrator"]);
    assert!(!done && said.contains("can log on"), "{said}");

    let locked = "UPDATE nemids SET failures = 5, strike = 1, locked_until = '2100-01-01T00:00:00.000000000Z' \
                  WHERE number IN (SELECT nemid FROM staff WHERE role LIKE '%administrator%')";
    assert!(database(folder.path()).execute(locked, ()).unwrap() > 0);
    let (done, said) = run(folder.path(), &["reopen-administrator"]);
    assert!(done && said.contains("/genaabn"), "{said}");
    let code = said.lines().find_map(|line| line.strip_prefix("Midlertidig adgangskode: ")).unwrap();
    assert!(code.len() == 6 && code.chars().all(|digit| digit.is_ascii_digit()), "{code}");
    assert!(run(folder.path(), &["check"]).0);
    let (again, refused) = run(folder.path(), &["reopen-administrator"]);
    assert!(again && !refused.contains(code), "what was shown is shown once: {refused}");

    database(folder.path()).execute("DELETE FROM staff", ()).unwrap();
    let (done, said) = run(folder.path(), &["reopen-administrator"]);
    assert!(!done && said.contains("nobody is administrator"), "{said}");
}

#[test]
fn what_the_command_shows_re_opens_the_administrator_and_nothing_else() {
    let folder = world();
    let locked = "UPDATE nemids SET failures = 5, strike = 1, locked_until = '2100-01-01T00:00:00.000000000Z' \
                  WHERE number IN (SELECT nemid FROM staff WHERE role LIKE '%administrator%')";
    database(folder.path()).execute(locked, ()).unwrap();
    let (done, said) = run(folder.path(), &["reopen-administrator"]);
    assert!(done, "{said}");
    let shown = |label: &str| {
        let line = said.lines().find_map(|line| line.strip_prefix(label)).unwrap();
        line.trim().to_owned()
    };
    let (number, digits) = (shown("NemID-nummer:"), shown("Midlertidig adgangskode:"));

    let site = served_here(folder);
    let (mut aksel, jonas) = (site.named("Aksel Brandt"), site.named("Jonas Lyng"));
    assert_eq!((shown("Administrator:"), number), (aksel.name.clone(), aksel.nemid_number()));
    aksel.types_password("/log-paa?til=/ra", &aksel.password).says("Adgangskoden er spærret");
    jonas.types_temporary("/genaabn", &digits).is(Status::UnprocessableEntity);
    let card = aksel.open_cards().remove(0);
    aksel.reopens(&digits, (None, "saksogpapir63"), &card);
    assert_eq!(aksel.logs_on_at("/log-paa?til=/ra").path, "/ra");
    aksel.browser.open("/ra/medarbejdere").says("Jonas Lyng");
    assert_eq!(jonas.logs_on_at("/log-paa?til=/ra").path, "/ra");
    let spent = aksel.types_temporary("/genaabn", &digits);
    assert_ne!(spent.status, Status::Ok, "a temporary password is used up");
}

#[test]
fn a_missing_or_foreign_server_key_is_told() {
    let here = world();
    let key = key_file(&here.path().join("data"));
    std::fs::write(&key, "c29tZWJvZHkgZWxzZSdzIGtleSBvZiAzMiBieXRlcyE=\n").unwrap();
    let (started, said) = run(here.path(), &[]);
    assert!(!started && said.contains("not the one that this database was made under"), "{said}");
    std::fs::remove_file(&key).unwrap();
    let (started, said) = run(here.path(), &[]);
    assert!(!started && said.contains("its server key is missing"), "{said}");
    assert!(!key.exists(), "no new key where an old one is missing");
}

#[test]
fn a_database_of_a_newer_version_or_of_another_kind_is_told() {
    let folder = world();
    database(folder.path())
        .execute(
            "INSERT INTO refinery_schema_history (version, name, applied_on, checksum) \
             VALUES (9999, 'tomorrow', '2030-01-01T00:00:00Z', '1')",
            (),
        )
        .unwrap();
    let (started, said) = run(folder.path(), &[]);
    assert!(!started && said.contains("newer version"), "{said}");

    std::fs::write(Place::below(&folder.path().join("data")).path(), "a shopping list, and no database")
        .unwrap();
    let (started, said) = run(folder.path(), &[]);
    assert!(!started && said.contains("cannot be opened"), "{said}");
}

#[test]
fn a_port_that_is_taken_and_an_address_of_elsewhere_are_told() {
    let folder = world();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let (started, said) =
        told(program(folder.path(), &[]).env("SELVBETJENING_PORT", &port).output().unwrap());
    assert!(!started && said.contains(&port) && said.contains("SELVBETJENING_PORT"), "{said}");

    // An address for documentation, which no machine has.
    let mut elsewhere = program(folder.path(), &[]);
    elsewhere
        .env("SELVBETJENING_ADDRESS", "192.0.2.1")
        .env("SELVBETJENING_CONTROL_ROOM_PASSWORD", "kontrol1");
    let (started, said) = told(elsewhere.output().unwrap());
    assert!(!started && said.contains("192.0.2.1") && said.contains("SELVBETJENING_ADDRESS"), "{said}");
}

#[test]
fn other_machines_are_let_in_only_where_the_control_room_has_a_password() {
    let folder = Folder::new();
    for password in ["", "\"\""] {
        let mut open = program(folder.path(), &[]);
        open.env("SELVBETJENING_ADDRESS", "0.0.0.0").env("SELVBETJENING_CONTROL_ROOM_PASSWORD", password);
        let (started, said) = told(open.output().unwrap());
        assert!(!started && said.contains("0.0.0.0 can be reached from other machines"), "{said}");
        assert!(said.contains("SELVBETJENING_CONTROL_ROOM_PASSWORD"), "{said}");
    }
    for (name, value) in [("PROXY", "127.0.0.1"), ("BEHIND_TLS", "true"), ("HOSTS", "[\"oevelse.example\"]")]
    {
        let mut open = program(folder.path(), &[]);
        let (started, said) = told(open.env(format!("SELVBETJENING_{name}"), value).output().unwrap());
        assert!(!started && said.contains(&name.to_lowercase()), "{said}");
        assert!(said.contains("SELVBETJENING_CONTROL_ROOM_PASSWORD"), "{said}");
    }
    assert!(!folder.path().join("data").exists(), "nothing is made for a start that can't be");
}

#[test]
fn settings_that_cannot_be_read_are_told_by_name() {
    let folder = Folder::new();
    for (name, value) in
        [("PORT", "many"), ("ADDRESS", "home"), ("HASH_PASSES", "1"), ("CERTIFICATE_YEARS", "9")]
    {
        let mut wrong = program(folder.path(), &[]);
        let (started, said) = told(wrong.env(format!("SELVBETJENING_{name}"), value).output().unwrap());
        assert!(!started && said.to_uppercase().contains(name), "{name}: {said}");
    }
    std::fs::write(folder.path().join("Rocket.toml"), "port = [half").unwrap();
    let (started, said) = run(folder.path(), &[]);
    assert!(!started && said.contains("settings cannot be read") && said.contains("Rocket.toml"), "{said}");
}

#[test]
fn a_data_folder_that_is_none_or_may_not_be_written_is_told() {
    let folder = world();
    std::fs::write(folder.path().join("file"), "").unwrap();
    let not_a_folder = folder.path().join("file");
    let (started, said) =
        told(program(folder.path(), &[]).env("SELVBETJENING_DATA", not_a_folder).output().unwrap());
    assert!(!started && said.contains("data folder"), "{said}");

    let (locked, key) = (Folder::new(), key_file(&folder.path().join("data")));
    let data = locked.path().join("data");
    let (started, said) = without_leave_to_write(locked.path(), locked.path());
    assert!(!started && said.contains("the data folder") && !data.exists(), "{said}");
    std::fs::create_dir(&data).unwrap();
    let (started, said) = without_leave_to_write(locked.path(), &data);
    assert!(!started && said.contains("no server key could be written"), "{said}");
    std::fs::copy(key, key_file(&data)).unwrap();
    let (started, said) = without_leave_to_write(locked.path(), &data);
    assert!(!started && said.contains("cannot be opened"), "{said}");
}

#[test]
fn the_help_names_commands_and_settings() {
    let folder = Folder::new();
    let (helped, said) = run(folder.path(), &["--help"]);
    assert!(helped, "{said}");
    for word in ["reset", "check", "reopen-administrator", "control_room_password", "Rocket.toml"] {
        assert!(said.contains(word), "{said}");
    }
    assert!(!run(folder.path(), &["dance"]).0);
}
