//! Whom a counter finds and serves.

use crate::actor::Actor;
use crate::counter::*;
use crate::example::{Life, bank, draft, grown_up, officer};
use crate::nemid::Event;
use crate::nemid::block::CertificateBlockReason;
use crate::{cards, certificates, order};

fn at_bank() -> Life {
    Life::begun_at_bank(Issuer::Bank(bank()))
}

#[test]
fn an_officer_serves_everybody_but_themselves() {
    let (one, other) = (
        CprNumber::synthetic("1975-03-12".parse().unwrap(), 1),
        CprNumber::synthetic("1980-01-01".parse().unwrap(), 1),
    );
    assert_eq!(may_serve(&one, &one), Err(CounterRefusal::OwnNumber));
    assert_eq!(may_serve(&one, &other), Ok(()));
}

#[test]
fn the_counter_finds_public_and_private_nemids_ended_ones_too_and_none_for_business() {
    let mut ended = Life::in_use();
    ended.nemid_is_blocked();
    let (public, private) = (ended.nemid, at_bank().nemid);
    let business = Life::begun_at_bank(Issuer::Business(bank())).nemid;
    let employed = Life::in_use().employed();
    let all = vec![public.clone(), business, private.clone(), employed];
    assert_eq!(found(all), [public, private]);
}

#[test]
fn the_counter_blocks_what_is_public_by_its_issuer_or_by_its_certificate() {
    let may = |life: &Life| may_block_password(&life.nemid, life.now);
    let mut public = Life::in_use();
    let reason = CertificateBlockReason::HolderAsked;
    let events = certificates::block(&public.nemid, reason, &public.holder()).unwrap();
    public.apply(&events, Actor::Citizen);
    assert_eq!(may(&public), Ok(()), "without a certificate too");
    let mut private = at_bank();
    assert_eq!(may(&private), Err(CounterRefusal::NotPublic));
    let card = private.nemid.cards[0].number;
    let attached = order::attach(&private.nemid, &card, grown_up(), &draft(2), &private.stamp(officer()));
    private.apply(&attached.unwrap(), officer());
    assert_eq!(may(&private), Ok(()));
    public.nemid_is_blocked();
    assert_eq!(may(&public), Err(CounterRefusal::Ended));
}

#[test]
fn urgency_is_stated_for_a_bank_nemid_that_was_never_activated() {
    let begun = at_bank().nemid;
    let activated = NemId { issuer: Issuer::Bank(bank()), ..Life::in_use().nemid };
    assert_eq!(urgency_stated(&begun, false), Err(CounterRefusal::UrgencyNotStated));
    assert_eq!(urgency_stated(&begun, true), Ok(()));
    for other in [activated, Life::begun().nemid] {
        assert!(!needs_urgency(&other));
        assert_eq!(urgency_stated(&other, false), Ok(()));
    }
}

fn way(nemid: &NemId, theirs: &[&NemId], person: Eligibility) -> TemporaryWay {
    let theirs: Vec<_> = theirs.iter().map(|one| (*one).clone()).collect();
    way_to_temporary(nemid, &theirs, person, "2019-03-04T09:00:00Z".parse().unwrap())
}

#[test]
fn a_banks_nemid_gets_a_certificate_first_unless_another_has_it_or_none_can_be_had() {
    let (mut life, public) = (Life::begun_at_bank(Issuer::Bank(bank())), Life::in_use().nemid);
    let private = life.nemid.clone();
    let alone = |person| way(&private, &[&private], person);
    assert_eq!(alone(grown_up()), TemporaryWay::AttachFirst);
    assert_eq!(alone(Eligibility { age: Some(14), dead: false }), TemporaryWay::AskBank);
    assert_eq!(alone(Eligibility { age: Some(40), dead: true }), TemporaryWay::AskBank);
    let both = way(&private, &[&private, &public], grown_up());
    assert_eq!(both, TemporaryWay::ChooseThePublic(public.number));
    assert_eq!(way(&public, &[&private, &public], grown_up()), TemporaryWay::HandOut);
    let blocked =
        cards::block_all(&life.nemid, crate::nemid::block::CardBlockReason::Lost, &life.holder()).unwrap();
    life.apply(&blocked, Actor::Citizen);
    assert_eq!(way(&life.nemid, &[&life.nemid], grown_up()), TemporaryWay::CardFirst);
    life.apply(&[Event::CertificateOrdered], Actor::Citizen);
    assert_eq!(way(&life.nemid, &[&life.nemid], grown_up()), TemporaryWay::HandOut);
}

#[test]
fn urgency_is_asked_before_a_card_that_never_came_is_blocked_and_holds_up_no_other_block() {
    let nemid = Life::begun_at_bank(Issuer::Bank(bank())).nemid;
    let to_block = |reason, stated| urgency_stated_to_block(&nemid, reason, stated);
    let refused = Err(CounterRefusal::UrgencyNotStated);
    assert_eq!(to_block(StopReason::NeverArrived, false), refused);
    assert_eq!(to_block(StopReason::NeverArrived, true), Ok(()));
    assert_eq!(to_block(StopReason::Lost, false), Ok(()));
    let public = Life::begun().nemid;
    assert_eq!(urgency_stated_to_block(&public, StopReason::NeverArrived, false), Ok(()));
}
