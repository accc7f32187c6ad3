//! Ending the program: it finishes requests in progress and accepts no new ones, and ends the streams of pages that wait;
//! a second signal ends it at once.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::process::{Serving, run, world};

const BODY: &str = "{                \"days\": 366}";

/// As much of it as Rocket looks at before a request has begun.
const BEGUN: usize = 16;

/// Begins to move the clock by a year and stops in the middle of the body, when the program already reads it.
fn half_sent(serving: &Serving) -> BufReader<TcpStream> {
    let mut connection = BufReader::new(serving.connect());
    let asked = ("POST", "/api/world/clock");
    let head = serving.head(asked, ("application/json", BODY.len()), "Expect: 100-continue\r\n");
    connection.get_mut().write_all(head.as_bytes()).unwrap();
    let mut line = String::new();
    connection.read_line(&mut line).unwrap();
    assert!(line.contains("100 Continue"), "{line}");
    connection.get_mut().write_all(&BODY.as_bytes()[..BEGUN]).unwrap();
    // What came in before the answers to these were sent has been read by then, on a busy machine too.
    for _ in 0..5 {
        sleep(Duration::from_millis(100));
        serving.world("GET", "clock", "");
    }
    connection
}

#[test]
fn what_is_in_flight_is_finished_and_nothing_new_begins() {
    let folder = world();
    let mut serving = Serving::start(folder.path());
    let mut connection = half_sent(&serving);
    serving.signal("TERM");
    let refused = (0..100).any(|_| {
        sleep(Duration::from_millis(20));
        TcpStream::connect(&serving.address).is_err()
    });
    assert!(refused, "a new visitor is let in");
    // Longer than a web server waits by itself.
    sleep(Duration::from_secs(6));
    connection.get_mut().write_all(&BODY.as_bytes()[BEGUN..]).unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    assert!(answer.contains("HTTP/1.1 200") && answer.contains("2020-03-04"), "{answer}");
    assert!(serving.child.wait().unwrap().success());
    assert!(run(folder.path(), &["check"]).0);
    let again = Serving::start(folder.path());
    let (_, clock) = again.world("GET", "clock", "");
    assert!(clock["now"].as_str().unwrap().starts_with("2020-03-04"), "{clock}");
}

#[test]
fn who_only_stays_connected_is_not_waited_for() {
    let folder = world();
    for signal in ["TERM", "INT"] {
        let mut serving = Serving::start(folder.path());
        let (mut idle, silent) = (BufReader::new(serving.connect()), serving.connect());
        let head = format!("GET /api/world/clock HTTP/1.1\r\nHost: {}\r\n\r\n", serving.address);
        idle.get_mut().write_all(head.as_bytes()).unwrap();
        let mut line = String::new();
        idle.read_line(&mut line).unwrap();
        assert!(line.contains("200"), "{line}");
        let began = Instant::now();
        serving.signal(signal);
        assert!(serving.child.wait().unwrap().success());
        assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
        drop(silent);
    }
}

#[test]
fn a_second_signal_does_not_wait() {
    let folder = world();
    for (name, code) in [("TERM", 143), ("INT", 130)] {
        let mut serving = Serving::start(folder.path());
        let waiting = half_sent(&serving);
        serving.signal("TERM");
        sleep(Duration::from_secs(1));
        assert!(serving.child.try_wait().unwrap().is_none(), "it waits for the first visitor");
        serving.signal(name);
        assert_eq!(serving.child.wait().unwrap().code(), Some(code));
        drop(waiting);
        assert!(run(folder.path(), &["check"]).0);
    }
}

/// What follows these words, up to a quotation mark.
fn quoted_after<'a>(text: &'a str, words: &str) -> &'a str {
    text.split(words)
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_else(|| panic!("{words}: {text}"))
}

/// Types user ID and password as somebody who uses the app; gives the address at which that page waits for the telephone.
fn waits_for_the_app(serving: &Serving) -> String {
    let form = serving.ask(("GET", "/log-paa"), ("text/plain", ""), "");
    let cookies = |head: &str| {
        let set = head.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
        set.filter_map(|cookie| cookie.split(';').next()).map(str::to_owned).collect::<Vec<_>>()
    };
    let mut kept = cookies(&form.head);
    let token = quoted_after(&form.body, "name=\"_token\" value=\"").replace('+', "%2B").replace('/', "%2F");
    let typed = format!("_token={token}&user_id=asta.kronborg&password=havtaske85blaa");
    let kind = ("application/x-www-form-urlencoded", typed.as_str());
    let sent = serving.ask(("POST", "/log-paa"), kind, &format!("Cookie: {}\r\n", kept.join("; ")));
    assert_eq!(sent.status, 303, "{}", sent.body);
    kept.extend(cookies(&sent.head));
    let more = format!("Cookie: {}\r\n", kept.join("; "));
    let page = serving.ask(("GET", "/log-paa/noegle"), ("text/plain", ""), &more);
    quoted_after(&page.body, "data-waits=\"").to_owned()
}

#[test]
fn pages_that_wait_for_a_telephone_do_not_hold_the_program() {
    let folder = world();
    let mut serving = Serving::start(folder.path());
    let waits = waits_for_the_app(&serving);
    let mut streams: Vec<_> = (0..20).map(|_| BufReader::new(serving.connect())).collect();
    for stream in &mut streams {
        stream.get_mut().set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let head = format!("GET {waits} HTTP/1.1\r\nHost: {}\r\n\r\n", serving.address);
        stream.get_mut().write_all(head.as_bytes()).unwrap();
        let (mut line, mut told) = (String::new(), String::new());
        while line != "\r\n" {
            line.clear();
            stream.read_line(&mut line).unwrap();
            told += &line;
        }
        assert!(told.contains("200") && told.contains("text/event-stream"), "{told}");
    }
    sleep(Duration::from_millis(500));
    assert!(serving.child.try_wait().unwrap().is_none());
    let began = Instant::now();
    serving.signal("TERM");
    for stream in &mut streams {
        let mut rest = String::new();
        stream.read_to_string(&mut rest).unwrap();
        assert!(!rest.contains("over"), "nobody has answered: {rest}");
    }
    assert_eq!(serving.child.wait().unwrap().code(), Some(0));
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    assert!(run(folder.path(), &["check"]).0);
}
