//! No private key stands anywhere in any encoding but sealed: on the disk, in mails, in answers, in files that are handed out,
//! in what the program prints.

use std::io::Read;
use std::path::Path;
use std::process::Stdio;

use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD, Engine};
use rusqlite::types::Value;

use super::encodings::{Search, Secret};
use super::judges::Court;
use super::signed::signs;
use crate::process::{Serving, program, world};
use crate::self_service::holder;
use crate::site::{Folder, Site};

/// All private keys that a world has by now, opened with its server key, by table and row.
fn secrets(court: &Court<'_>) -> Vec<Secret> {
    let mut all = Vec::new();
    for (table, row, context) in [
        ("authorities", "name", "authority"),
        ("certificate_bodies", "serial", "certificate"),
        ("organisation_certificates", "serial", "certificate"),
    ] {
        let of = format!("FROM {table} WHERE key IS NOT NULL ORDER BY {row}");
        let rows =
            court.site.values::<Value>(&format!("SELECT {row} {of}")).into_iter().map(|row| match row {
                Value::Integer(serial) => format!("{serial:08X}"),
                Value::Text(name) => name,
                other => panic!("{other:?}"),
            });
        for (row, sealed) in rows.zip(court.site.values::<Vec<u8>>(&format!("SELECT key {of}"))) {
            let key = court.site.app.opened_bytes(&format!("{context}:{row}"), &sealed).unwrap();
            all.push(Secret::of(court, &format!("{table} {row}"), &key));
        }
    }
    all
}

/// One way in which bytes are written.
type Way = Box<dyn Fn(&[u8]) -> Vec<u8>>;

fn search(secrets: &[Secret]) -> Search {
    let mut search = Search::default();
    for secret in secrets {
        search.add(secret);
    }
    search
}

/// All files below a folder but the server key, which seals the others.
fn files_below(folder: &Path) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            all.extend(files_below(&path));
        } else if path.extension().is_none_or(|ending| ending != "key") {
            all.push(std::fs::read(path).unwrap());
        }
    }
    all
}

#[track_caller]
fn holds_none(search: &Search, what: &str, bytes: &[u8]) {
    assert_eq!(search.found_in(bytes), [""; 0], "{what}");
    let says_so = bytes.windows(16).any(|window| window.starts_with(b"PRIVATE KEY"));
    assert!(!says_so, "{what} says that it holds one");
}

#[test]
fn the_search_finds_a_key_however_it_is_written() {
    let site = Site::empty();
    let court = Court::of(&site);
    let secrets = secrets(&court);
    let [primary, ..] = &secrets[..] else { panic!() };
    let search = search(std::slice::from_ref(primary));
    let other = &secrets[1];
    let hex = |bytes: &[u8], pair: fn(&u8) -> String, between: &str| {
        bytes.iter().map(pair).collect::<Vec<_>>().join(between).into_bytes()
    };
    let lines = |bytes: &[u8], width: usize, end: &str| {
        let text = BASE64_STANDARD.encode(bytes);
        let lines = text.as_bytes().chunks(width).map(|line| std::str::from_utf8(line).unwrap());
        lines.collect::<Vec<_>>().join(end).into_bytes()
    };
    let mut ways: Vec<Way> = vec![
        Box::new(<[u8]>::to_vec),
        Box::new(|bytes| bytes.iter().rev().copied().collect()),
        Box::new(move |bytes| hex(bytes, |byte| format!("{byte:02x}"), "")),
        Box::new(move |bytes| hex(bytes, |byte| format!("{byte:02X}"), "")),
        Box::new(move |bytes| hex(bytes, |byte| format!("{byte:02x}"), ":")),
        Box::new(move |bytes| hex(bytes, ToString::to_string, ", ")),
        Box::new(move |bytes| lines(bytes, 64, "\n")),
        Box::new(move |bytes| lines(bytes, 76, "\r\n")),
        Box::new(move |bytes| lines(bytes, 64, "\\n")),
    ];
    for place in 0..3 {
        let before = vec![b'x'; place];
        ways.push(Box::new(move |bytes| BASE64_STANDARD.encode([&before, bytes].concat()).into_bytes()));
        let before = vec![b'x'; place];
        ways.push(Box::new(move |bytes| {
            BASE64_URL_SAFE_NO_PAD.encode([&before, bytes].concat()).into_bytes()
        }));
    }
    let planted = |secret: &Secret| {
        let numbers = secret.numbers.iter().map(|number| number.bytes.clone());
        numbers.chain(secret.whole.iter().cloned()).collect::<Vec<_>>()
    };
    for (nth, way) in ways.iter().enumerate() {
        for (bytes, strange) in planted(primary).iter().zip(planted(other)) {
            let among = |bytes: &[u8]| [b"before ", way(bytes).as_slice(), b" after"].concat();
            assert!(!search.found_in(&among(bytes)).is_empty(), "way {nth}");
            assert!(search.found_in(&among(&strange)).is_empty(), "way {nth} of another key");
        }
    }
    let half = &primary.numbers[1].bytes[40..];
    assert!(!search.found_in(&BASE64_STANDARD.encode(half).into_bytes()).is_empty(), "a part is enough");
}

#[test]
fn no_answer_file_or_mail_holds_a_key_and_neither_does_the_disk() {
    let site = Site::filled();
    let (court, rosa, stine) = (Court::of(&site), holder(&site, "Rosa Holm"), site.named("Stine Udsen"));
    let mut answers = Vec::new();
    rosa.renews_certificate();
    rosa.opens("/certifikat");
    let receipt = signs(&stine);
    stine.logs_on();
    let officer = site.desk().officer;
    officer.browser.open("/ra/certifikat");
    rocket::execute(service::cases::certificates::bodies::make_needed(&site.app)).unwrap();
    let secrets = secrets(&court);
    assert!(secrets.len() >= 7, "authorities, Rosa, Stine, the officer, the portal: {}", secrets.len());
    let search = search(&secrets);
    for (browser, addresses) in [
        (
            &officer.browser,
            vec![
                "/ra/certifikat",
                "/ra/certifikat/fil/cer",
                "/ra/certifikat/fil/pem",
                "/ra/certifikat/fil/p7b",
            ],
        ),
        (
            &rosa.browser,
            vec![
                "/selvbetjening/certifikat",
                "/selvbetjening/certifikat/fil/cer",
                "/selvbetjening/certifikat/fil/pem",
                "/selvbetjening/certifikat/fil/p7b",
                "/selvbetjening/certifikat/fil/p7m",
                "/selvbetjening/haendelseslog",
                "/selvbetjening/haendelseslog.csv",
                "/cert/primary.cer",
                "/cert/i.cer",
                "/crl/primary.crl",
                "/crl/i.crl",
                "/crl/i/1.crl",
                "/om-certifikater",
                "/spaerreliste",
            ],
        ),
        (
            &stine.browser,
            vec![
                "/selvbetjening/krypteret-post",
                "/selvbetjening/krypteret-post/1",
                "/selvbetjening/krypteret-post/1/mail.p7m",
            ],
        ),
    ] {
        answers.extend(addresses.into_iter().map(|address| (address.to_owned(), browser.fetches(address).2)));
    }
    for file in ["", "/signed.xml", "/receipt.pdf"] {
        let address = format!("{receipt}{file}");
        let (status, _, bytes) = stine.browser.fetches(&address);
        assert_eq!(status.code, 200, "{address}");
        answers.push((address, bytes));
    }
    let persons = site.world("persons").to_string();
    answers.push(("persons".into(), persons.into_bytes()));
    for (address, bytes) in &answers {
        assert!(!bytes.is_empty(), "{address}");
        holds_none(&search, address, bytes);
    }
    site.mail_goes();
    for mail in site.app.mail().kept() {
        holds_none(&search, "a mail", &site.app.mail().written(&mail).unwrap());
    }
    for file in files_below(site.folder.path()) {
        holds_none(&search, "the disk", &file);
    }
}

#[test]
fn what_the_program_prints_and_writes_holds_no_key() {
    let folder = world();
    let mut command = program(folder.path(), &[]);
    command.env("SELVBETJENING_LOG_LEVEL", "info").stderr(Stdio::piped());
    let mut serving = Serving::by(command);
    let nothing = ("text/plain", "");
    serving.ask(("GET", "/certifikat?serienummer=10000001"), nothing, "");
    let (_, made) = serving.world("POST", "persons", "{\"state\": \"active\", \"session\": true}");
    let cookie = format!("{}\r\n", made["cookie"]["header"].as_str().unwrap());
    for address in ["/selvbetjening/certifikat/fil/pem", "/selvbetjening/certifikat"] {
        assert_eq!(serving.ask(("GET", address), nothing, &cookie).status, 200, "{address}");
    }
    for broken in ["/ocsp/AAAA", "/crl/i/9.crl", "/cert/none.cer"] {
        let mut connection = serving.connect();
        let head = serving.head(("GET", broken), ("text/plain", 0), "");
        std::io::Write::write_all(&mut connection, head.as_bytes()).unwrap();
        connection.read_to_end(&mut Vec::new()).unwrap();
    }
    serving.signal("TERM");
    let mut said = Vec::new();
    serving.child.stderr.take().unwrap().read_to_end(&mut said).unwrap();
    assert!(serving.child.wait().unwrap().success());
    let site = Site::in_folder(Folder::of(&folder.path().join("data")));
    let court = Court::of(&site);
    let secrets = secrets(&court);
    assert!(secrets.len() >= 4, "{}", secrets.len());
    let search = search(&secrets);
    holds_none(&search, "what was printed", &said);
    for file in files_below(folder.path()) {
        holds_none(&search, "what was written", &file);
    }
}
