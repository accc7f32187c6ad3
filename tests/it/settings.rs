//! Mistakes in the settings: the program names the setting, and never shows a password.

use std::io::Read;
use std::process::Stdio;

use base64::prelude::{BASE64_STANDARD, Engine};

use crate::process::{Serving, program, run, told};
use crate::site::Folder;

const PASSWORD: &str = "SELVBETJENING_CONTROL_ROOM_PASSWORD";

#[test]
fn a_password_in_the_environment_is_text_whatever_it_looks_like() {
    let folder = Folder::new();
    for (written, typed) in [
        ("12345678", "12345678"),
        ("20190304", "20190304"),
        ("00123456", "00123456"),
        ("[xxxxxxx", "[xxxxxxx"),
        ("{a=b, c}", "{a=b, c}"),
        ("\"in quotes\"", "in quotes"),
    ] {
        let mut command = program(folder.path(), &[]);
        command.env(PASSWORD, written);
        let serving = Serving::by(command);
        let status = |password: &str| {
            let shown = BASE64_STANDARD.encode(format!(":{password}"));
            let more = format!("Authorization: Basic {shown}\r\n");
            serving.ask(("GET", "/api/world/clock"), ("application/json", ""), &more).status
        };
        assert_eq!(status(typed), 200, "{written}");
        assert_eq!(status("12"), 401);
    }
}

#[test]
fn a_password_that_cannot_be_read_is_not_told() {
    for file in [
        "[default]\ncontrol_room_password = 4711123",
        "[default]\ncontrol_room_password = [4711123]",
        "[default]\ncontrol_room_password = kontrol4711123",
        "[default]\ncontrol_room_password = \"kontrol4711123",
        "control_room_password = \"kontrol4711123\"",
        "control_room_password = 4711123",
        "port = 4711123",
        "[default]\nkeep_alive = \"4711123 seconds\"",
        "[default]\nmail = 4711123",
        "[default]\nmail = [\"smtp://me:4711123@mail.example\"",
        "[default.control_room_password]\nis = \"4711123\"",
    ] {
        let folder = Folder::new();
        std::fs::write(folder.path().join("Rocket.toml"), file).unwrap();
        let (started, said) = run(folder.path(), &["check"]);
        assert!(!started && said.contains("settings cannot be read"), "{file}: {said}");
        assert!(!said.contains("4711123"), "{file}: {said}");
        assert!(said.contains("in quotes") || said.contains("must be a whole number"), "{file}: {said}");
    }
}

#[test]
fn a_setting_that_is_none_is_refused_with_the_nearest_one() {
    let folder = Folder::new();
    let mut wrong = program(folder.path(), &[]);
    wrong.env("SELVBETJENING_CONTROLROOM_PASSWORD", "kontrol1");
    let (started, said) = told(wrong.output().unwrap());
    assert!(!started && said.contains("SELVBETJENING_CONTROLROOM_PASSWORD"), "{said}");
    assert!(said.contains("nearest one is control_room_password") && !said.contains("kontrol1"), "{said}");

    std::fs::write(folder.path().join("Rocket.toml"), "[default]\nhash_pases = 3").unwrap();
    let (started, said) = run(folder.path(), &["check"]);
    assert!(!started && said.contains("hash_pases") && said.contains("nearest one is hash_passes"), "{said}");

    let of_rocket = "[default]\nworkers = 2\nlimits = { form = \"64 kB\" }\nhash_passes = 3";
    std::fs::write(folder.path().join("Rocket.toml"), of_rocket).unwrap();
    let mut right = program(folder.path(), &["check"]);
    let (_, said) = told(right.env("SELVBETJENING_KEEP_ALIVE", "4").output().unwrap());
    assert!(said.contains("there is no world"), "{said}");
}

#[test]
fn a_short_password_of_the_control_room_is_refused_and_an_empty_one_is_none() {
    let folder = Folder::new();
    for short in ["4711123", "true", "[4711]"] {
        let mut wrong = program(folder.path(), &[]);
        let (started, said) = told(wrong.env(PASSWORD, short).output().unwrap());
        assert!(!started && said.contains("at least 8 characters") && !said.contains(short), "{said}");
    }
    let mut open = program(folder.path(), &[]);
    open.env(PASSWORD, "");
    let serving = Serving::by(open);
    assert_eq!(serving.ask(("GET", "/api/world/clock"), ("application/json", ""), "").status, 200);
}

#[test]
fn a_file_without_its_line_says_which_line_it_is() {
    let folder = Folder::new();
    std::fs::write(folder.path().join("Rocket.toml"), "# Mine\nport = 9000\n").unwrap();
    let (started, said) = run(folder.path(), &["check"]);
    assert!(!started && said.contains("Rocket.toml has no line [default]"), "{said}");
}

#[test]
fn a_list_in_the_environment_is_written_without_brackets_too() {
    for (setting, list) in [
        ("HOSTS", "oevelse.example"),
        ("HOSTS", "a.example, oevelse.example"),
        ("HOSTS", "[\"oevelse.example\"]"),
        ("OWN_NETWORKS", "10.4.0.0/16,127.0.0.1"),
    ] {
        let folder = Folder::new();
        let mut command = program(folder.path(), &[]);
        command.env(format!("SELVBETJENING_{setting}"), list).env(PASSWORD, "20190304");
        let serving = Serving::by(command);
        let host = if setting == "HOSTS" { "oevelse.example" } else { "localhost" };
        let answer = serving.ask(("GET", "/"), ("text/html", ""), &format!("Host: {host}\r\n"));
        assert_eq!(answer.status, 200, "{setting}={list}");
    }
}

#[test]
fn a_value_in_another_shape_is_not_told_and_what_it_has_to_be_is() {
    let folder = Folder::new();
    for (setting, shape) in [
        ("PORT", "port must be a number from 0 to 65535"),
        ("LIMIT_ORDER", "limit_order must be a whole number"),
        ("BEHIND_TLS", "behind_tls must be true or false"),
        ("PROXY", "proxy must be an IP address"),
        ("OWN_NETWORKS", "own_networks must be addresses or networks"),
        ("WORKERS", "workers, a setting of Rocket"),
    ] {
        let mut wrong = program(folder.path(), &["check"]);
        let (started, said) =
            told(wrong.env(format!("SELVBETJENING_{setting}"), "x4711123").output().unwrap());
        assert!(!started && said.contains(shape) && !said.contains("4711123"), "{setting}: {said}");
    }
}

#[test]
fn a_table_that_nothing_reads_is_told() {
    let folder = Folder::new();
    std::fs::write(folder.path().join("Rocket.toml"), "[defualt]\ncontrol_room_password = \"kontrol4711\"")
        .unwrap();
    let (started, said) = run(folder.path(), &["check"]);
    assert!(!started && said.contains("[defualt]") && !said.contains("4711"), "{said}");
}

#[test]
fn it_is_told_that_nothing_protects_what_visitors_send() {
    let folder = Folder::new();
    let mut command = program(folder.path(), &[]);
    command.env("SELVBETJENING_ADDRESS", "0.0.0.0").env(PASSWORD, "kontrol1").stderr(Stdio::piped());
    let mut serving = Serving::by(command);
    serving.signal("TERM");
    let mut said = String::new();
    serving.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(said.contains("settings_dangerous: other machines can reach this address"), "{said}");
    assert!(said.contains("setting=address"), "{said}");
}

#[test]
fn a_database_that_would_be_reached_without_encryption_is_refused_and_its_password_is_not_told() {
    let folder = Folder::new();
    for (address, why) in [
        ("postgres://me:4711123@10.1.2.3/selvbetjening?sslmode=disable", "10.1.2.3 is not this machine"),
        ("postgres://me:4711123@127.0.0.1,db.example/x?sslmode=disable", "db.example is not this machine"),
        ("mysql://me:4711123@127.0.0.1/selvbetjening", "no address of a PostgreSQL database"),
        ("me:4711123", "no address of a PostgreSQL database"),
        ("postgres://me:4711123@127.0.0.1:port/x", "no address of a PostgreSQL database"),
        (
            "postgres://me:4711123@localhost/x?hostaddr=10.1.2.3&sslmode=disable",
            "10.1.2.3 is not this machine",
        ),
        // Nobody listens there.
        ("postgres://me:4711123@127.0.0.1:1/selvbetjening", "cannot be reached"),
    ] {
        let mut command = program(folder.path(), &[]);
        command.env("SELVBETJENING_DATABASE", address);
        let (started, said) = told(command.output().unwrap());
        assert!(!started && said.contains(why) && !said.contains("4711123"), "{address}: {said}");
    }
    assert!(
        !folder.path().join("data/server.key").exists(),
        "no key is made by itself for a world on a server"
    );
}

/// A server that says, asked for encryption, that it has none, and what it was asked first.
fn without_encryption() -> (u16, std::thread::JoinHandle<Vec<u8>>) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let serves = std::thread::spawn(move || {
        let (mut visitor, _) = listener.accept().unwrap();
        let mut asked = [0; 8];
        visitor.read_exact(&mut asked).unwrap();
        std::io::Write::write_all(&mut visitor, b"N").unwrap();
        let mut rest = Vec::new();
        visitor.read_to_end(&mut rest).unwrap();
        rest
    });
    (port, serves)
}

#[test]
fn a_server_that_does_not_encrypt_is_told_nothing_where_it_should() {
    let folder = Folder::new();
    for word in ["require", "verify-full", "verify-ca"] {
        let (port, serves) = without_encryption();
        let mut command = program(folder.path(), &[]);
        command.env(
            "SELVBETJENING_DATABASE",
            format!("postgres://me:4711123@127.0.0.1:{port}/x?sslmode={word}"),
        );
        let (started, said) = told(command.output().unwrap());
        assert!(!started && said.contains("TLS") && !said.contains("4711123"), "{word}: {said}");
        assert!(serves.join().unwrap().is_empty(), "neither user nor password went there");
    }
}

#[test]
fn authorities_of_a_database_that_cannot_be_read_are_refused() {
    let folder = Folder::new();
    let file = folder.path().join("authorities.pem");
    std::fs::write(&file, "no certificate").unwrap();
    for (name, why) in [("missing.pem", "No such file"), ("authorities.pem", "it has no certificate")] {
        let mut command = program(folder.path(), &[]);
        command.env("SELVBETJENING_DATABASE", "postgres://me:4711123@db.example/x");
        command.env("SELVBETJENING_DATABASE_CA", folder.path().join(name));
        let (started, said) = told(command.output().unwrap());
        assert!(!started && said.contains("database_ca") && said.contains(why), "{name}: {said}");
        assert!(!said.contains("4711123"), "{said}");
    }
}
