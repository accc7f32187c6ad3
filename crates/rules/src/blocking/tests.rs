//! What is blocked at once, and what follows.

use crate::actor::PlaceName;
use crate::blocking::*;
use crate::cards::CardRefusal;
use crate::example::{Life, hash};
use crate::nemid::Issuer;
use crate::nemid::temporary::TemporaryPlace;
use crate::reasons::StopReason;
use crate::words::{CarrierId, PinLetterSerial};

fn new() -> NewTemporary {
    NewTemporary {
        hash: hash("temporary"),
        fingerprint: crate::nemid::DigitsFingerprint::default(),
        serial: PinLetterSerial::from_drawn(7),
        delivery: Delivery::Posted,
        place: TemporaryPlace::Selvbetjening,
    }
}

const BOTH: What = What {
    password: Some(PasswordBlockReason::KnownByOthers),
    cards: Some(CardBlockReason::OtherSuspicion),
    tokens: None,
    apps: None,
};

const PASSWORD: What = What { cards: None, ..BOTH };

#[test]
fn a_temporary_password_that_others_may_know_is_blocked_before_the_activation() {
    let mut life = Life::begun();
    let reason = PasswordBlockReason::KnownByOthers;
    let blocked = Event::TemporaryPasswordBlocked { reason };
    assert_eq!(at_once(&life.nemid, PASSWORD, None, &life.holder()), Ok(vec![blocked.clone()]));
    let events = at_once(&life.nemid, PASSWORD, Some(&new()), &life.holder()).unwrap();
    assert_eq!(events[0], blocked);
    assert!(matches!(&events[1..], [Event::TemporaryPasswordIssued { purpose, .. }]
        if *purpose == TemporaryPurpose::Activate));
    life.apply(&[blocked], Actor::Citizen);
    assert_eq!(life.nemid.live_temporary(life.now), None);
    let again = at_once(&life.nemid, PASSWORD, Some(&new()), &life.holder());
    assert_eq!(again, Err(BlockingRefusal::Password(PasswordRefusal::NotActivated)), "none is left");
}

#[test]
fn a_second_block_is_of_the_temporary_password_and_the_certificate_stays() {
    let mut life = Life::in_use();
    let events = at_once(&life.nemid, PASSWORD, Some(&new()), &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    let events = at_once(&life.nemid, PASSWORD, Some(&new()), &life.holder()).unwrap();
    assert!(matches!(&events[..], [Event::TemporaryPasswordBlocked { .. },
        Event::TemporaryPasswordIssued { purpose, .. }] if *purpose == TemporaryPurpose::Unlock));
    life.apply(&events, Actor::Citizen);
    assert!(life.nemid.valid_certificate(life.now).is_some());
    assert!(!is_offered(&life.nemid, life.now), "its letter is in the post");
    life.passes(jiff::SignedDuration::from_hours(7 * 24));
    assert!(is_offered(&life.nemid, life.now));
    life.nemid_is_blocked();
    assert!(at_once(&life.nemid, PASSWORD, Some(&new()), &life.holder()).is_err(), "it has ended");
}

#[test]
fn password_and_cards_are_blocked_and_a_temporary_password_is_sent() {
    let mut life = Life::in_use();
    let events = at_once(&life.nemid, BOTH, Some(&new()), &life.holder()).unwrap();
    assert!(sends_temporary(&events));
    life.apply(&events, Actor::Citizen);
    assert!(life.nemid.password.block().is_some());
    assert_eq!(life.nemid.open_cards().count(), 0);
    assert!(life.nemid.live_temporary(life.now).is_some());
    assert!(life.nemid.valid_certificate(life.now).is_some(), "the certificate stays");
}

#[test]
fn whoever_says_no_and_whoever_has_a_bank_without_certificate_is_sent_none() {
    let life = Life::in_use();
    assert!(!sends_temporary(&at_once(&life.nemid, BOTH, None, &life.holder()).unwrap()));
    let mut bank = Life::in_use();
    bank.nemid.issuer = Issuer::Bank(crate::example::bank());
    bank.nemid.certificates.clear();
    assert!(!sends_temporary(&at_once(&bank.nemid, BOTH, Some(&new()), &bank.holder()).unwrap()));
}

#[test]
fn the_bank_that_made_it_sends_its_own_and_another_blocks_without() {
    let mut life = Life::in_use();
    life.nemid.issuer = Issuer::Bank(crate::example::bank());
    life.nemid.certificates.clear();
    let by = |bank: PlaceName| {
        let stamp = life.stamp(Actor::Bank { bank, staff: None });
        at_once(&life.nemid, BOTH, Some(&new()), &stamp).unwrap()
    };
    let netbank = TemporaryPlace::Netbank(crate::example::bank());
    let own = by(crate::example::bank());
    assert!(own.iter().any(|event| matches!(event,
        Event::TemporaryPasswordIssued { place, .. } if *place == netbank)));
    let other = by(PlaceName::new("agerbanken"));
    assert!(other.iter().any(|event| matches!(event, Event::PasswordBlocked { .. })));
    assert!(!sends_temporary(&other));
}

#[test]
fn without_an_address_it_is_blocked_and_no_letter_follows() {
    let mut life = Life::in_use();
    assert_eq!(follows(&life.nemid, life.now).code(), "post");
    life.nemid.reach = crate::post::PostalReach::Nowhere;
    assert_eq!(follows(&life.nemid, life.now).code(), "counter");
    let events = at_once(&life.nemid, BOTH, Some(&new()), &life.holder()).unwrap();
    assert!(events.iter().any(|event| matches!(event, Event::PasswordBlocked { .. })));
    assert!(!sends_temporary(&events));
    let bank = Life::begun_at_bank(Issuer::Bank(crate::example::bank()));
    assert_eq!(follows(&bank.nemid, bank.now).code(), "bank");
}

#[test]
fn with_a_password_blocked_before_the_cards_are_blocked_all_the_same() {
    let mut life = Life::in_use();
    let events = at_once(&life.nemid, PASSWORD, None, &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    let again = at_once(&life.nemid, PASSWORD, None, &life.holder());
    assert!(matches!(again, Err(BlockingRefusal::Password(_))));
    let events = at_once(&life.nemid, BOTH, Some(&new()), &life.holder()).unwrap();
    assert!(matches!(events[..], [Event::CardBlocked { .. }]));
    life.apply(&events, Actor::Citizen);
    assert_eq!(at_once(&life.nemid, BOTH, None, &life.holder()), Err(BlockingRefusal::Nothing));
}

#[test]
fn nothing_chosen_blocks_nothing() {
    let life = Life::in_use();
    let refused = at_once(&life.nemid, What::default(), Some(&new()), &life.holder());
    assert_eq!(refused, Err(BlockingRefusal::Nothing));
}

#[test]
fn in_one_go_each_thing_is_blocked_for_its_own_reason_and_the_password_with_them() {
    let life = Life::in_use();
    let card = life.nemid.active_card().unwrap().number;
    let lost = Stop { number: CarrierId::Card(card), reason: StopReason::Lost };
    let stops = Stops { things: vec![lost], password: Some(PasswordBlockReason::KnownByOthers) };
    let events = each(&life.nemid, &stops, None, &life.holder()).unwrap();
    let after = life.nemid.after(&events, &life.holder());
    assert!(after.active_card().is_none() && after.password.block().is_some());

    let wrong = Stop { reason: StopReason::InstalledByOthers, ..lost };
    let stops = Stops { things: vec![wrong], ..stops };
    let refused = each(&life.nemid, &stops, None, &life.holder());
    assert_eq!(refused.unwrap_err(), StopRefusal::ReasonDoesNotFit, "nothing is blocked then");
    let of_no_line = Stops { things: Vec::new(), password: Some(PasswordBlockReason::TelephoneLost) };
    let refused = each(&life.nemid, &of_no_line, None, &life.holder());
    assert_eq!(refused.unwrap_err(), StopRefusal::ReasonDoesNotFit, "no keys are read out on a telephone");
    let nothing = each(&life.nemid, &Stops::default(), None, &life.holder());
    assert_eq!(nothing.unwrap_err(), StopRefusal::Card(CardRefusal::NoneNamed));
}
