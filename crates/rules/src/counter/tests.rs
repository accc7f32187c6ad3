//! Whom a counter finds and serves.

use crate::actor::Actor;
use crate::counter::*;
use crate::example::{Life, bank, draft, grown_up, officer};
use crate::nemid::block::CertificateBlockReason;
use crate::{certificates, order};

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
