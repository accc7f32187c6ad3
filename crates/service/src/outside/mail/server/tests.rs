//! Addresses of mail servers: what is encrypted, ports, and what is refused.

use crate::outside::mail::server::*;

fn at(address: &str, tls: MailTls) -> Encryption {
    MailServer::at(address, tls).map(|server| server.encryption).unwrap()
}

#[test]
fn a_password_leaves_this_machine_encrypted_unless_that_is_switched_off_by_name() {
    use Encryption::{FromTheStart, Never, Offered, Required};
    for (address, auto, required, off) in [
        ("smtp://me:secret@mail.example:587", Required, Required, Never),
        ("smtp://me:secret@mail.example?tls=opportunistic", Required, Required, Never),
        ("smtp://me:secret@127.0.0.1:25", Never, Required, Never),
        ("smtp://me:secret@localhost", Never, Required, Never),
        ("smtp://me:secret@[::1]:25", Never, Required, Never),
        ("smtp://mail.example:25", Never, Required, Never),
        ("smtp://mail.example?tls=required", Required, Required, Never),
        ("smtp://mail.example?tls=opportunistic", Offered, Required, Never),
        ("smtps://me:secret@mail.example", FromTheStart, FromTheStart, FromTheStart),
    ] {
        let found = [MailTls::Auto, MailTls::Required, MailTls::Off].map(|tls| at(address, tls));
        assert_eq!(found, [auto, required, off], "{address}");
    }
}

#[test]
fn each_kind_of_connection_has_its_port_and_a_password_may_hold_any_character() {
    let server = |address: &str| MailServer::at(address, MailTls::Auto).unwrap();
    let port = |address: &str| server(address).port;
    assert_eq!(port("smtp://mail.example"), 25);
    assert_eq!(port("smtp://me:secret@mail.example"), 587);
    assert_eq!(port("smtps://mail.example"), 465);
    assert_eq!(port("smtps://mail.example:2465"), 2_465);
    let odd = server("smtps://me%40mail.example:a%3Ab%2Fc%23@mail.example");
    assert_eq!(odd.credentials, Some(Credentials::new("me@mail.example".into(), "a:b/c#".into())));
}

#[test]
fn what_is_no_address_is_refused_and_not_repeated() {
    for address in [
        "mail.example",
        "gopher://mail.example",
        "smtp://",
        "smtp://me:secret@mail.example?tls=maybe",
        "smtp://me:secret%FF@mail.example",
        "smtp://me:secret@mail.example:port",
    ] {
        let refused = MailServer::at(address, MailTls::Auto).err().expect(address).to_string();
        assert!(!refused.contains("secret") && !refused.contains("mail.example?"), "{refused}");
    }
}

#[test]
fn what_leaves_this_machine_in_the_clear_is_known() {
    let unprotected = |address: &str, tls| MailServer::at(address, tls).unwrap().is_unprotected();
    assert!(unprotected("smtp://mail.example:25", MailTls::Auto));
    assert!(unprotected("smtp://mail.example?tls=opportunistic", MailTls::Auto));
    assert!(unprotected("smtp://me:secret@mail.example", MailTls::Off));
    assert!(!unprotected("smtp://me:secret@mail.example", MailTls::Auto));
    assert!(!unprotected("smtp://mail.example:25", MailTls::Required));
    assert!(!unprotected("smtp://127.0.0.1:25", MailTls::Auto));
}
