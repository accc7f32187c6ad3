//! Mistakes in the settings: the program names the setting, and never shows a password.

use base64::prelude::{BASE64_STANDARD, Engine};

use crate::process::{Serving, program, run, told};
use crate::site::Folder;

const PASSWORD: &str = "SELVBETJENING_CONTROL_ROOM_PASSWORD";

#[test]
fn a_password_in_the_environment_is_text_whatever_it_looks_like() {
    let folder = Folder::new();
    for (written, typed) in [
        ("12345678", "12345678"),
        ("0012", "0012"),
        ("true", "true"),
        ("[x", "[x"),
        ("{a=b}", "{a=b}"),
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
        "[default]\nmail = 4711123",
        "[default]\nmail = [\"smtp://me:4711123@mail.example\"",
        "[default.control_room_password]\nis = \"4711123\"",
    ] {
        let folder = Folder::new();
        std::fs::write(folder.path().join("Rocket.toml"), file).unwrap();
        let (started, said) = run(folder.path(), &["check"]);
        assert!(!started && said.contains("settings cannot be read"), "{file}: {said}");
        assert!(!said.contains("4711123"), "{file}: {said}");
        assert!(said.contains("in quotes"), "{file}: {said}");
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
