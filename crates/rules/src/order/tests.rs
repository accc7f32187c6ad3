//! The three situations of the order page and what can be ordered in each (Guide 2.1, 3.2.1).

use crate::example::{Life, bank, card, draft, grown_up, officer, operator};
use crate::nemid::block::{CertificateBlockReason, NemIdBlockReason};
use crate::order::*;
use crate::{cards, certificates, ending};

fn of(lives: &[&Life]) -> Situation {
    let theirs: Vec<_> = lives.iter().map(|life| life.nemid.clone()).collect();
    situation(&theirs, lives.first().unwrap().now)
}

#[test]
fn a_public_nemid_not_activated_yet_counts_as_one_that_is_there() {
    let life = Life::begun();
    assert_eq!(of(&[&life]), Situation::AlreadyPublic { number: life.nemid.number });
    let stamp = life.stamp(officer());
    let first = FirstCard::HandedOut(card(70));
    let number = NemIdNumber::from_drawn(70);
    let new = NewNemId { holder: life.nemid.holder, number, contact: &Contact::default(), card: &first };
    let theirs = std::slice::from_ref(&life.nemid);
    let made = make_new(theirs, grown_up(), &new, &stamp);
    assert_eq!(made.unwrap_err(), OrderRefusal::AlreadyHas);
}

#[test]
fn one_whose_certificate_was_blocked_can_have_another_attached() {
    let mut life = Life::in_use();
    let stamp = life.stamp(officer());
    let reason = CertificateBlockReason::HolderAsked;
    let events = certificates::block(&life.nemid, reason, &stamp).unwrap();
    life.apply(&events, officer());
    assert_eq!(of(&[&life]), Situation::CanAttach { to: vec![life.nemid.number] });
    let events = attach(&life.nemid, &card(1).number, grown_up(), &draft(2), &stamp).unwrap();
    life.apply(&events, officer());
    assert!(life.nemid.valid_certificate(life.now).is_some(), "on an activated one it comes at once");
}

#[test]
fn business_and_ended_nemids_are_not_seen() {
    let business = Life::begun_at_bank(Issuer::Business(bank()));
    assert_eq!(of(&[&business]), Situation::MakeNew);
    let mut ended = Life::in_use();
    let events = ending::block(&ended.nemid, NemIdBlockReason::RulesBroken, &ended.stamp(operator()));
    ended.apply(&events.unwrap(), operator());
    assert_eq!(of(&[&ended, &business]), Situation::MakeNew);
    let private = Life::begun_at_bank(Issuer::Bank(bank()));
    assert_eq!(of(&[&ended, &private]), Situation::CanAttach { to: vec![private.nemid.number] });
}

#[test]
fn only_a_card_that_the_citizen_holds_names_the_nemid_to_attach_to() {
    let mut life = Life::begun_at_bank(Issuer::Bank(bank()));
    let stamp = life.stamp(officer());
    let ordered = cards::order(&life.nemid, CardOrderReason::Extra, &card(71), &stamp).unwrap();
    life.apply(&ordered, officer());
    let with = |number| attach(&life.nemid, &card(number).number, grown_up(), &draft(2), &stamp);
    assert_eq!(with(72).unwrap_err(), OrderRefusal::CardNotTheirs);
    assert_eq!(with(71).unwrap_err(), OrderRefusal::CardInPost);
    assert_eq!(with(1).unwrap(), [Event::CertificateOrdered], "it comes with the activation");
}

#[test]
fn the_dead_and_the_young_are_refused() {
    let with = |age, dead| may_have(Eligibility { age, dead });
    assert_eq!(with(Some(15), false), Ok(()));
    assert_eq!(with(Some(14), false), Err(OrderRefusal::TooYoung));
    assert_eq!(with(None, false), Err(OrderRefusal::TooYoung));
    assert_eq!(with(Some(80), true), Err(OrderRefusal::Dead));
}
