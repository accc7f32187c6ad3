//! What comes over the wire, and what the site sees of it.

use std::io::{Read, Write};

use super::{Listening, answer, asks, patient, rest};

const CLOSE: &str = "Host: localhost\r\nConnection: close\r\n";

#[test]
fn method_address_headers_cookies_and_the_other_end_arrive_unchanged() {
    let listening = Listening::with(patient());
    let mut connection = listening.connect_from([127, 0, 0, 9]);
    connection
        .write_all(
            b"GET /proeve/ekko/a|b/%2e%2e?c={d}&e=%zz HTTP/1.1\r\nHost: localhost:80\r\nCookie: a=1; b=x%20y\r\n\
              Cookie: c=3\r\nX-Forwarded-For: 203.0.113.7\r\nVia: \xff\r\nConnection: close\r\n\r\n",
        )
        .unwrap();
    let told = rest(&mut connection);
    assert!(told.starts_with("HTTP/1.1 200 OK\r\n"), "{told}");
    let body = told.split_once("\r\n\r\n").unwrap().1;
    assert!(body.starts_with("GET /proeve/ekko/a|b/%2e%2e?c={d}&e=%zz from 127.0.0.9; "), "{body}");
    assert!(body.ends_with("cookies a=1&b=x y&c=3"), "{body}");
    for header in ["host: localhost:80", "x-forwarded-for: 203.0.113.7", "via: \u{fffd}"] {
        assert!(body.contains(header), "{header}: {body}");
    }
    assert!(told.contains("x-content-type-options: nosniff"), "{told}");
}

#[test]
fn a_visitor_from_afar_does_not_look_near() {
    let listening = Listening::with(patient());
    for (header, status) in [("", 200), ("X-Forwarded-For: \u{80}", 403), ("Via: 1.1 a", 403)] {
        let header = if header.is_empty() { String::new() } else { format!("{header}\r\n") };
        let told = listening.told(format!("GET /kontrolrum HTTP/1.1\r\n{CLOSE}{header}\r\n").as_bytes());
        assert!(told.starts_with(&format!("HTTP/1.1 {status} ")), "{header}: {told}");
    }
}

#[test]
fn head_is_answered_like_get_without_a_body() {
    let listening = Listening::with(patient());
    let whole = listening.told(format!("GET /log-paa HTTP/1.1\r\n{CLOSE}\r\n").as_bytes());
    let head = listening.told(format!("HEAD /log-paa HTTP/1.1\r\n{CLOSE}\r\n").as_bytes());
    let length = |told: &str| {
        let length = told.split("content-length: ").nth(1).unwrap().split('\r').next().unwrap();
        length.parse::<usize>().unwrap()
    };
    let body = whole.split_once("\r\n\r\n").unwrap().1;
    assert_eq!(length(&whole), body.len());
    assert_eq!(length(&head), body.len());
    assert!(head.ends_with("\r\n\r\n") && head.starts_with("HTTP/1.1 200"), "{head}");
}

#[test]
fn requests_follow_each_other_on_one_connection_and_may_come_at_once() {
    let listening = Listening::with(patient());
    let mut connection = listening.connect();
    assert!(asks(&mut connection, "/regler").starts_with("HTTP/1.1 200"));
    let one = b"GET /proeve/ekko/1 HTTP/1.1\r\nHost: localhost\r\n\r\n";
    let other = b"GET /proeve/ekko/2 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    connection.write_all(&[one.as_slice(), other].concat()).unwrap();
    assert!(answer(&mut connection).contains("ekko/1 from"));
    assert!(rest(&mut connection).contains("ekko/2 from"));
}

#[test]
fn who_waits_for_leave_to_send_a_body_gets_it() {
    let listening = Listening::with(patient());
    let mut connection = listening.connect();
    let head = "POST /api/world/clock HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 11\r\n";
    connection.write_all(format!("{head}{CLOSE}Expect: 100-continue\r\n\r\n").as_bytes()).unwrap();
    let mut leave = [0; 25];
    connection.read_exact(&mut leave).unwrap();
    assert_eq!(&leave, b"HTTP/1.1 100 Continue\r\n\r\n");
    connection.write_all(b"{\"days\": 1}").unwrap();
    assert!(rest(&mut connection).starts_with("HTTP/1.1 200"));
}

#[test]
fn what_is_no_request_is_refused_by_a_page_of_ours() {
    let listening = Listening::with(patient());
    let chunked = format!("POST /log-paa HTTP/1.1\r\n{CLOSE}Transfer-Encoding: chunked\r\n\r\nzz\r\n");
    for (sent, status, said) in [
        ("GET / HTTP/1.1\r\nConnection: close\r\n\r\n".to_owned(), 400, "Vi forstod ikke"),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n".to_owned(), 400, "Vi forstod ikke"),
        (format!("SPRING / HTTP/1.1\r\n{CLOSE}\r\n"), 400, "Vi forstod ikke"),
        (format!("get / HTTP/1.1\r\n{CLOSE}\r\n"), 400, "Vi forstod ikke"),
        (format!("SPRING /api/world/clock HTTP/1.1\r\n{CLOSE}\r\n"), 400, "{\"error\":\"bad_request\""),
        (format!("GET / HTTP/1.1\r\n{CLOSE}Host : x\r\n\r\n"), 400, ""),
        (chunked, 400, "Vi forstod ikke"),
        ("GET / HTTP/1.1\r\nHost: user@localhost\r\nConnection: close\r\n\r\n".to_owned(), 421, ""),
        (format!("GET / HTTP/1.1\r\n{CLOSE}X: {}\r\n\r\n", "x".repeat(17_000)), 431, ""),
        ("GET / HTTP/1.0\r\n\r\n".to_owned(), 421, ""),
        // Of two hosts the one in the address counts.
        (format!("GET http://localhost/ HTTP/1.1\r\n{CLOSE}\r\n"), 200, ""),
        (
            "GET http://localhost/ HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n".to_owned(),
            200,
            "",
        ),
        (format!("GET http://elsewhere.example/ HTTP/1.1\r\n{CLOSE}\r\n"), 421, ""),
        ("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n".to_owned(), 200, ""),
        (format!("TRACE / HTTP/1.1\r\n{CLOSE}\r\n"), 405, ""),
        (format!("GET /findes-ikke HTTP/1.1\r\n{CLOSE}\r\n"), 404, ""),
    ] {
        let told = listening.told(sent.as_bytes());
        let version = if sent.contains("HTTP/1.0") { "1.0" } else { "1.1" };
        assert!(
            told.starts_with(&format!("HTTP/{version} {status} ")) && told.contains(said),
            "{sent}\n{told}"
        );
        if !said.is_empty() {
            assert!(told.contains("content-security-policy"), "{told}");
        }
    }
}

#[test]
fn a_body_that_is_too_large_is_refused_and_its_sender_reads_so() {
    let listening = Listening::with(patient());
    for (kind, length) in [("application/x-www-form-urlencoded", 40_000), ("application/json", 70_000)] {
        for length in [length, 900_000] {
            let path = if kind.ends_with("json") { "/api/world/clock" } else { "/log-paa" };
            let head = format!(
                "POST {path} HTTP/1.1\r\n{CLOSE}Content-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
            );
            let told = listening.told(&[head.as_bytes(), &vec![b'1'; length]].concat());
            assert!(told.starts_with("HTTP/1.1 413 "), "{told}");
        }
    }
}

#[test]
fn a_long_answer_arrives_whole_and_one_that_breaks_off_is_not_taken_for_whole() {
    let listening = Listening::with(patient());
    let told = listening.told(format!("GET /proeve/stor HTTP/1.1\r\n{CLOSE}\r\n").as_bytes());
    assert_eq!(told.split_once("\r\n\r\n").unwrap().1.len(), 32 << 20);
    let told = listening.told(format!("GET /proeve/knaek HTTP/1.1\r\n{CLOSE}\r\n").as_bytes());
    assert!(told.contains("begun") && !told.ends_with("0\r\n\r\n"), "{told}");
    let mut connection = listening.connect();
    assert!(asks(&mut connection, "/regler").starts_with("HTTP/1.1 200"), "the others do not notice");
}
