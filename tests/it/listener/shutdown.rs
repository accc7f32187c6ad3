//! Ending: what has begun is finished, and nobody who only stays connected is waited for.

use std::io::{Read, Write};
use std::thread::sleep;
use std::time::Duration;

use selvbetjening::listener::Ended;

use super::{Listening, asks, patient, rest};

#[test]
fn an_answer_that_has_begun_is_finished_and_the_idle_are_closed() {
    let listening = Listening::with(patient());
    let (mut silent, mut used, mut half) = (listening.connect(), listening.connect(), listening.connect());
    assert!(asks(&mut used, "/regler").starts_with("HTTP/1.1 200"));
    half.write_all(b"GET / HTTP/1.1\r\n").unwrap();
    let mut waiting = listening.connect();
    waiting.write_all(b"GET /proeve/langsom HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    sleep(Duration::from_millis(200));
    let address = listening.address;
    let ended = listening.end();
    assert_eq!(ended, Ended::Finished);
    assert!(std::net::TcpStream::connect(address).is_err(), "nobody new is let in");
    let told = rest(&mut waiting);
    assert!(told.starts_with("HTTP/1.1 200") && told.ends_with("done"), "{told}");
    assert_eq!([rest(&mut silent), rest(&mut used), rest(&mut half)], [""; 3]);
}

#[test]
fn what_does_not_end_is_cut_off() {
    let listening = Listening::with(patient());
    let mut stream = listening.connect();
    stream.write_all(b"GET /proeve/stroem HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    assert!(stream.read(&mut [0; 1_024]).unwrap() > 0);
    assert_eq!(listening.end(), Ended::CutOff);
}
