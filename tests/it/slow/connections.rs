//! The program, asked over the network by many and by slow visitors.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::process::{Serving, program, with_few_files, world};

/// All that still comes. Whatever does not come within half a minute fails the test.
fn rest(mut connection: TcpStream) -> String {
    connection.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let mut all = Vec::new();
    connection.read_to_end(&mut all).unwrap();
    String::from_utf8(all).unwrap()
}

#[test]
fn pages_come_and_the_clock_goes_while_more_connections_idle_than_files_may_be_open() {
    let folder = world();
    let serving = Serving::by(with_few_files(folder.path(), 256));
    let mut idle = Vec::new();
    for _ in 0..280 {
        idle.push(serving.connect());
    }
    for path in ["/", "/log-paa", "/kontrolrum", "/static/app.css"] {
        assert_eq!(serving.ask(("GET", path), ("text/plain", ""), "").status, 200, "{path}");
    }
    let (status, clock) = serving.world("POST", "clock", "{\"days\": 7}");
    assert_eq!(status, 200, "the database is written: {clock}");
    for _ in 0..280 {
        idle.push(serving.connect());
    }
    let letters = serving.world("GET", "persons", "");
    assert_eq!(letters.0, 200);
}

#[test]
fn the_times_that_are_set_hold() {
    let folder = world();
    let mut command = program(folder.path(), &[]);
    for setting in ["HEAD_SECONDS", "BODY_SECONDS", "KEEP_ALIVE"] {
        command.env(format!("SELVBETJENING_{setting}"), "1");
    }
    let serving = Serving::by(command);
    let (silent, mut head, mut body, mut used) =
        (serving.connect(), serving.connect(), serving.connect(), BufReader::new(serving.connect()));
    head.write_all(b"GET / HTTP/1.1\r\nHost: ").unwrap();
    let begun = serving.head(("POST", "/api/world/clock"), ("application/json", 30), "");
    body.write_all(format!("{begun}{{").as_bytes()).unwrap();
    used.get_mut().write_all(b"GET /regler HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut line = String::new();
    used.read_line(&mut line).unwrap();
    assert!(line.contains("200"), "{line}");
    assert_eq!((rest(silent), rest(head)), (String::new(), String::new()));
    let told = rest(body);
    assert!(told.starts_with("HTTP/1.1 408 ") && told.contains("\"too_slow\""), "{told}");
    used.get_mut().set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    assert!(used.read_to_end(&mut Vec::new()).is_ok(), "it is closed after its answer");
}
