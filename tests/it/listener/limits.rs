//! Connections that wait are closed, and make room for others.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::Duration;

use super::{Listening, asks, is_closed, patient, rest, strict};

const BEGUN: &str =
    "POST /log-paa HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";

#[test]
fn half_a_head_is_closed() {
    let listening = Listening::with(strict());
    for sent in ["G", "GET / HTTP/1.1\r\nHost: local", "GET / HTTP/1.1\r\nHost: localhost\r\n"] {
        assert_eq!(listening.told(sent.as_bytes()), "");
    }
}

#[test]
fn half_a_body_is_told_that_it_took_too_long() {
    let listening = Listening::with(strict());
    let told = listening.told(format!("{BEGUN}Content-Length: 30\r\n\r\nuser_id=").as_bytes());
    assert!(told.starts_with("HTTP/1.1 408 ") && told.contains("Det tog for lang tid at sende"), "{told}");
    assert!(
        told.to_lowercase().contains("connection: close") && told.contains("content-security-policy"),
        "{told}"
    );
    let told = listening.told(
        b"POST /api/world/clock HTTP/1.1\r\nHost: localhost\r\nCookie: selvbetjening_sprog=en\r\nContent-Length: 30\r\n\r\n{",
    );
    assert!(told.contains("{\"error\":\"too_slow\",\"message\":\"The request did not"), "{told}");
}

#[test]
fn a_connection_without_a_request_is_closed_before_the_first_and_after_the_last() {
    let listening = Listening::with(strict());
    let mut silent = listening.connect();
    let mut used = listening.connect();
    assert!(asks(&mut used, "/regler").starts_with("HTTP/1.1 200"));
    assert_eq!((rest(&mut silent), rest(&mut used)), (String::new(), String::new()));
}

#[test]
fn keeping_none_open_closes_each_after_its_answer() {
    let listening = Listening::with(super::Asked { idle: None, ..patient() });
    let told = listening.told(b"GET /regler HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert!(told.starts_with("HTTP/1.1 200") && told.to_lowercase().contains("connection: close"), "{told}");
}

#[test]
fn an_answer_that_nobody_reads_is_closed_and_one_that_lasts_is_not() {
    let listening = Listening::with(strict());
    let mut unread = listening.connect();
    unread.write_all(b"GET /proeve/stor HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut stream = streaming(&listening);
    let mut idle: Vec<TcpStream> = (0..20).map(|_| listening.connect()).collect();
    sleep(Duration::from_millis(1_500));
    assert!(idle.iter_mut().all(is_closed), "all that are idle have gone");
    assert!(rest(&mut unread).len() < 32 << 20, "it was cut off");
    let mut piece = [0; 8_192];
    for _ in 0..20 {
        assert!(stream.read(&mut piece).unwrap() > 0, "the stream goes on");
    }
}

/// A connection with an answer that lasts, of which the beginning has been read.
fn streaming(listening: &Listening) -> TcpStream {
    let mut stream = listening.connect();
    stream.write_all(b"GET /proeve/stroem HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    assert!(stream.read(&mut [0; 1_024]).unwrap() > 0);
    stream
}

#[test]
fn the_limit_of_one_address_closes_its_own_connections_and_no_other_s() {
    let listening = Listening::with(patient());
    let mut other = listening.connect_from([127, 0, 0, 2]);
    assert!(asks(&mut other, "/regler").starts_with("HTTP/1.1 200"));
    let mut many: Vec<TcpStream> = (0..30).map(|_| listening.connect_from([127, 0, 0, 3])).collect();
    assert!(asks(many.last_mut().unwrap(), "/regler").starts_with("HTTP/1.1 200"), "the newest is served");
    let open = many.iter_mut().filter_map(|one| (!is_closed(one)).then_some(())).count();
    assert_eq!(open, 6);
    assert!(asks(&mut other, "/regler").starts_with("HTTP/1.1 200"), "the other one is still open");
}

#[test]
fn at_the_limit_of_all_whoever_comes_is_served() {
    let listening = Listening::with(patient());
    let mut held = Vec::new();
    for nth in 0..60_u8 {
        let mut visitor = listening.connect_from([127, 0, 1, nth]);
        assert!(asks(&mut visitor, "/regler").starts_with("HTTP/1.1 200"), "{nth}");
        held.push(visitor);
    }
    let open = held.iter_mut().filter_map(|one| (!is_closed(one)).then_some(())).count();
    assert_eq!(open, 13);
}
