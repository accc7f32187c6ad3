//! Tests of a new CPR number, and of the certificate that comes with the next log-on (D28).

use super::*;
use crate::actor::Actor;
use crate::certificates::CertificateDraft;
use crate::example::{Life, bank, draft};
use crate::nemid::{Issuer, Purpose};
use crate::notice::{Recipient, notices};
use crate::sites::Site;
use crate::words::{Contact, Email, Pid};

fn new() -> CprNumber {
    CprNumber::synthetic("1975-03-12".parse().unwrap(), 2000)
}

/// A NemID in use whose holder got a new number.
fn renumbered() -> Life {
    let mut life = Life::in_use();
    let events = take_over(&life.nemid, new(), &life.stamp(Actor::Clock));
    life.apply(&events, Actor::Clock);
    life
}

fn comes(life: &Life, purpose: &Purpose) -> bool {
    certificates::comes_with_log_on(&life.nemid, purpose, Some(40), life.now)
}

#[test]
fn the_certificate_is_blocked_and_a_new_one_with_a_new_pid_comes_with_the_next_log_on() {
    let mut life = renumbered();
    let before = life.nemid.certificate().unwrap().clone();
    assert_eq!((life.nemid.holder, life.nemid.pid, life.nemid.cpr_log_on), (new(), None, false));
    assert!(life.nemid.valid_certificate(life.now).is_none() && life.nemid.is_public(life.now));
    let other = CertificateDraft { pid: Pid::from_drawn(8), ..draft(2) };
    let issued = certificates::with_log_on(&life.nemid, &other, &life.holder());
    life.apply(&issued, Actor::Citizen);
    let now = life.nemid.valid_certificate(life.now).unwrap();
    assert_ne!(now.pid, before.pid);
    assert!(!comes(&life, &Purpose::LogOn), "it has come");
}

#[test]
fn it_comes_at_selvbetjening_and_at_sites_that_need_it_and_nowhere_else() {
    let mut life = renumbered();
    let at = |name| Site::named(name).unwrap().log_on();
    assert!(comes(&life, &Purpose::LogOn) && comes(&life, &at("borgerportalen")));
    assert!(comes(&life, &at("forsikringshuset")));
    assert!(!comes(&life, &at("fjordbanken")), "a netbank does not use it");
    assert!(!comes(&life, &Purpose::RaLogOn));
    assert!(!certificates::comes_with_log_on(&life.nemid, &Purpose::LogOn, Some(14), life.now));
    assert!(!comes(&Life::in_use(), &Purpose::LogOn), "none is ordered");
    let mut ordered = Life::begun();
    assert!(!comes(&ordered, &Purpose::LogOn), "it comes with the activation");
    ordered.passes(jiff::SignedDuration::from_hours(1));
    life.password_is_blocked();
    assert!(!comes(&life, &Purpose::LogOn), "it comes with the re-opening");
}

#[test]
fn without_a_valid_certificate_the_number_changes_and_nothing_is_blocked() {
    let private = Life::begun_at_bank(Issuer::Bank(bank())).nemid;
    let mut ended = Life::in_use();
    ended.nemid_is_blocked();
    for nemid in [private, ended.nemid, Life::begun().nemid] {
        let events = take_over(&nemid, new(), &Life::begun().stamp(Actor::Clock));
        assert_eq!(events, [Event::CprNumberChanged { from: nemid.holder, to: new() }]);
    }
}

#[test]
fn who_is_too_young_by_the_new_number_gets_no_new_certificate() {
    let life = Life::in_use();
    let child = CprNumber::synthetic("2005-03-12".parse().unwrap(), 4000);
    let events = take_over(&life.nemid, child, &life.stamp(Actor::Clock));
    assert!(matches!(events[..], [_, Event::CertificateBlocked { .. }]), "{events:?}");
}

#[test]
fn the_block_is_told_by_signed_mail_and_letter_with_its_reason_and_without_one_the_change_is_told() {
    let mut life = Life::in_use();
    life.nemid.contact = Contact { email: Some(Email::parse("inger@holm.example").unwrap()), mobile: None };
    let stamp = life.stamp(Actor::Clock);
    let told = |life: &Life| -> Vec<_> {
        let mut after = life.nemid.clone();
        let tell = |event: &Event| {
            after.apply(event, &stamp);
            notices(event, &after, &stamp)
        };
        take_over(&life.nemid, new(), &stamp).iter().flat_map(tell).collect()
    };
    let of_block = told(&life);
    let codes: Vec<_> = of_block.iter().map(|one| (one.code.as_str(), one.is_signed())).collect();
    assert_eq!(codes, [("certificate-blocked-cpr", true), ("certificate-blocked-cpr", false)]);
    assert_eq!(of_block[1].to, Recipient::Letter);
    life.nemid.certificates.clear();
    let of_change = told(&life);
    assert_eq!(of_change.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["cpr-number-changed"]);
    life.nemid_is_blocked();
    assert!(told(&life).is_empty(), "a NemID that has ended");
}

#[test]
fn the_register_gives_a_made_up_number_that_nobody_has() {
    assert_eq!(may_be_given(new(), false, false), Ok(()));
    let real = CprNumber::parse("120375-1234").unwrap();
    assert_eq!(may_be_given(real, false, false), Err(CprChangeRefusal::NotMadeUp));
    assert_eq!(may_be_given(new(), true, true), Err(CprChangeRefusal::Taken));
    assert_eq!(may_be_given(new(), false, true), Err(CprChangeRefusal::AnotherWaits));
}
