//! The three situations of the order page and what can be ordered in each (Guide 2.1, 3.2.1).

use crate::example::{Life, bank, card, draft, grown_up, officer, operator};
use crate::nemid::block::{CertificateBlockReason, NemIdBlockReason};
use crate::order::*;
use crate::post::PostalReach;
use crate::words::Contact;
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
    let new = NewNemId {
        holder: life.nemid.holder,
        number,
        contact: &Contact::default(),
        card: &first,
        reach: PostalReach::Denmark,
    };
    let theirs = std::slice::from_ref(&life.nemid);
    let made = make_new(theirs, grown_up(), &new, &stamp);
    assert_eq!(made.unwrap_err(), OrderRefusal::AlreadyHas);
}

#[test]
fn who_has_one_of_a_bank_says_that_another_is_wanted_beside_it() {
    let (private, public) = (Life::begun_at_bank(Issuer::Bank(bank())), Life::begun());
    let business = Life::begun_at_bank(Issuer::Business(bank()));
    let first = FirstCard::Posted(card(70));
    let number = NemIdNumber::from_drawn(70);
    let (holder, reach) = (private.nemid.holder, PostalReach::Denmark);
    let new = NewNemId { holder, number, contact: &Contact::default(), card: &first, reach };
    let order = |life: &Life, person: Eligibility, beside: bool| {
        let theirs = std::slice::from_ref(&life.nemid);
        make_first(theirs, person, &new, beside, &life.stamp(officer())).err()
    };
    assert_eq!(order(&private, grown_up(), false), Some(OrderRefusal::HasOneToAttachTo));
    assert_eq!(order(&private, grown_up(), true), None);
    assert_eq!(order(&business, grown_up(), false), None, "it can't have a certificate");
    assert_eq!(order(&public, grown_up(), true), Some(OrderRefusal::AlreadyHas));
    let young = Eligibility { age: Some(14), dead: false };
    assert_eq!(order(&private, young, false), Some(OrderRefusal::TooYoung), "nothing else is of use to them");
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
    let consents = crate::consents::for_certificate(&life.nemid);
    let expected = [Event::ConsentsGiven { consents, version: 1 }, Event::CertificateOrdered];
    assert_eq!(with(1).unwrap(), expected, "it comes with the activation");
}

#[test]
fn the_dead_and_the_young_are_refused() {
    let with = |age, dead| may_have(Eligibility { age, dead });
    assert_eq!(with(Some(15), false), Ok(()));
    assert_eq!(with(Some(14), false), Err(OrderRefusal::TooYoung));
    assert_eq!(with(None, false), Err(OrderRefusal::TooYoung));
    assert_eq!(with(Some(80), true), Err(OrderRefusal::Dead));
}

#[test]
fn contact_data_given_with_the_order_are_recorded_and_the_card_is_posted_or_handed_out() {
    let life = Life::begun();
    let stamp = life.stamp(officer());
    let email = crate::words::Email::parse("inger@eksempel.dk").ok();
    let (none, given) = (Contact::default(), Contact { email, mobile: None });
    let number = NemIdNumber::from_drawn(70);
    let made = |contact: &Contact, first: &FirstCard| {
        let new =
            NewNemId { holder: life.nemid.holder, number, contact, card: first, reach: PostalReach::Denmark };
        make_new(&[], grown_up(), &new, &stamp).unwrap().1
    };
    let (posted, handed_out) = (FirstCard::Posted(card(70)), FirstCard::HandedOut(card(70)));
    assert_eq!(made(&none, &handed_out).len(), 3, "made, ordered, attached");
    assert_eq!(made(&given, &handed_out)[2], Event::contact_changed(&none, &given));
    let (number, salt) = (card(70).number, card(70).salt);
    let why = CardOrderReason::First;
    assert_eq!(made(&none, &posted)[2], Event::CardOrdered { card: number, salt, why });
    assert_eq!(made(&none, &handed_out)[2], Event::CardAttached { card: number, salt });
}

#[test]
fn a_holder_orders_a_certificate_for_the_one_nemid_that_is_to_be_public() {
    let mut life = Life::in_use();
    let mut other = Life::in_use();
    other.nemid.number = NemIdNumber::from_drawn(77);
    let alone = vec![life.nemid.clone()];
    let may = |life: &Life, theirs: &[NemId], person| may_order_own(&life.nemid, theirs, person, life.now);
    let there = Err(OrderRefusal::Certificate(CertificateRefusal::AlreadyThere));
    assert_eq!(may(&life, &alone, grown_up()), there);
    let asked = CertificateBlockReason::HolderAsked;
    let events = certificates::block(&life.nemid, asked, &life.holder()).unwrap();
    life.apply(&events, crate::actor::Actor::Citizen);
    let dead = Eligibility { dead: true, ..grown_up() };
    let both = [life.nemid.clone(), other.nemid.clone()];
    assert_eq!(may(&life, &both[..1], grown_up()), Ok(()));
    assert_eq!(may(&life, &alone, grown_up()), Ok(()), "that it is public itself does not count");
    assert_eq!(may(&life, &both[..1], dead), Err(OrderRefusal::Dead));
    assert_eq!(may(&life, &both, grown_up()), Err(OrderRefusal::AnotherIsPublic));

    let order = |theirs: &[NemId]| order_own(&life.nemid, theirs, grown_up(), &draft(2), &life.holder());
    assert_eq!(order(&both), Err(OrderRefusal::AnotherIsPublic));
    assert!(matches!(
        order(&both[..1]).unwrap()[..],
        [Event::ConsentsGiven { .. }, Event::CertificateOrdered, Event::CertificateIssued { .. }]
    ));
}

#[test]
fn to_who_has_no_address_a_new_nemid_comes_with_a_card_that_is_handed_out_alone() {
    let life = Life::begun();
    let stamp = life.stamp(officer());
    let made = |first: &FirstCard, reach| {
        let number = NemIdNumber::from_drawn(70);
        let new =
            NewNemId { holder: life.nemid.holder, number, contact: &Contact::default(), card: first, reach };
        let at_bank = make_at_bank(Issuer::Bank(bank()), &new, &stamp).map(drop);
        assert_eq!(make_new(&[], grown_up(), &new, &stamp).map(drop), at_bank);
        at_bank
    };
    let (posted, handed_out) = (FirstCard::Posted(card(70)), FirstCard::HandedOut(card(70)));
    assert_eq!(made(&posted, PostalReach::Nowhere), Err(OrderRefusal::NoAddress));
    assert_eq!(made(&handed_out, PostalReach::Nowhere), Ok(()));
    assert_eq!(made(&posted, PostalReach::Abroad), Ok(()));
}

#[test]
fn one_is_old_enough_on_the_fifteenth_birthday() {
    let on = |birth: jiff::civil::Date| old_enough_on(birth).unwrap();
    assert_eq!(on(jiff::civil::date(2004, 6, 3)), jiff::civil::date(2019, 6, 3));
    assert_eq!(on(jiff::civil::date(2004, 2, 29)), jiff::civil::date(2019, 2, 28));
}
