//! Temporary passwords offered, typed and dead in each way, as it happens to one citizen.

use jiff::SignedDuration;

use crate::actor::Actor;
use crate::example::{Life, bank, draft, grown_up, hash, officer};
use crate::nemid::DigitsFingerprint;
use crate::nemid::block::{CertificateBlockReason, NemIdBlockReason};
use crate::nemid::certificate::Reliance;
use crate::nemid::temporary::{Delivery, LIFE, TemporaryEnd, TemporaryPlace};
use crate::temporary::*;
use crate::words::PinLetterSerial;
use crate::{order, passwords};

const HERE: TemporaryPlace = TemporaryPlace::Selvbetjening;

mod asked;

fn typed(life: &mut Life, right: bool, place: &TemporaryPlace) -> TemporaryOutcome {
    types(life, if right { TypedDigits::Right } else { TypedDigits::Wrong }, place)
}

fn types(life: &mut Life, digits: TypedDigits, place: &TemporaryPlace) -> TemporaryOutcome {
    let against = life.nemid.temporary.as_ref().unwrap().hash.clone();
    let (events, outcome) =
        judge(&life.nemid, &TemporaryVerdict { against, digits }, place, &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    outcome
}

fn dead(why: TemporaryEnd) -> TemporaryOutcome {
    TemporaryOutcome::Dead { why }
}

fn offers(life: &Life) -> Result<Vec<TemporaryAction>, TemporaryRefusal> {
    offered(&life.nemid, life.now)
}

fn new(of: &str, place: TemporaryPlace) -> NewTemporary {
    let serial = PinLetterSerial::from_drawn(5);
    let fingerprint = DigitsFingerprint::default();
    NewTemporary { hash: hash(of), fingerprint, serial, delivery: Delivery::Posted, place }
}

#[test]
fn it_works_on_the_thirtieth_day_to_the_second_and_not_after() {
    let mut life = Life::begun();
    life.passes(LIFE);
    let purpose = TemporaryPurpose::Activate;
    assert_eq!(typed(&mut life, true, &HERE), TemporaryOutcome::Right { purpose });
    assert_eq!(run_out(&life.nemid, life.now), []);
    life.passes(SignedDuration::from_secs(1));
    assert_eq!(run_out(&life.nemid, life.now), [Event::TemporaryPasswordDied { why: TemporaryEnd::TooOld }]);
    assert_eq!(typed(&mut life, true, &HERE), dead(TemporaryEnd::TooOld));
    assert_eq!(run_out(&life.nemid, life.now), [], "it dies once");
}

#[test]
fn it_lives_for_thirty_days() {
    assert_eq!(LIFE.as_secs(), 2_592_000);
}

#[test]
fn whoever_made_a_nemid_helps_with_it_unless_it_is_public() {
    let private = Life::begun_at_bank(Issuer::Bank(bank()));
    let mut attached = private.clone();
    let card = private.nemid.cards[0].number;
    let events = order::attach(&private.nemid, &card, grown_up(), &draft(3), &private.stamp(officer()));
    attached.apply(&events.unwrap(), officer());
    let business = Life::begun_at_bank(Issuer::Business(bank()));
    let public = Life::begun();
    let now = public.now;
    for (nemid, who) in [
        (&public.nemid, Helper::Anybody),
        (&private.nemid, Helper::ItsBank),
        (&attached.nemid, Helper::Anybody),
        (&business.nemid, Helper::ItsBank),
        (&public.employed(), Helper::Administrator),
    ] {
        assert_eq!(helper(nemid, now), who);
        assert_eq!(only_its_bank_helps(nemid, now), who == Helper::ItsBank);
    }
}

#[test]
fn what_the_state_does_not_offer_is_not_issued_at_counter_or_bank_nor_anything_after_the_end() {
    let mut life = Life::begun();
    let stamp = life.stamp(officer());
    let here = new("newer", HERE);
    let counter = |life: &Life, action| issue(&life.nemid, action, &here, &stamp).map(|events| events.len());
    let at_bank =
        |life: &Life, action| issue_at_bank(&life.nemid, action, &here, &stamp).map(|events| events.len());
    for action in [TemporaryAction::Unlock, TemporaryAction::Reset] {
        assert_eq!(counter(&life, action), Err(TemporaryRefusal::NotOffered));
        assert_eq!(at_bank(&life, action), Err(TemporaryRefusal::NotOffered));
    }
    let reason = crate::nemid::block::NemIdCloseReason::HolderAsked;
    let mut closed = life.clone();
    closed.apply(&[Event::NemIdClosed { reason }], Actor::Citizen);
    life.nemid_is_blocked();
    for (ended, refusal) in [(closed, TemporaryRefusal::NemIdClosed), (life, TemporaryRefusal::NemIdBlocked)]
    {
        assert_eq!(counter(&ended, TemporaryAction::Resend), Err(refusal));
        assert_eq!(at_bank(&ended, TemporaryAction::Resend), Err(refusal));
    }
}

#[test]
fn a_dead_one_has_no_tries_left_to_count() {
    let mut life = Life::begun();
    typed(&mut life, true, &TemporaryPlace::Netbank(bank()));
    let stamp = life.holder();
    let mut decision = Decision::of(&life.nemid, &stamp);
    assert_eq!(wrong_try(&mut decision), TemporaryOutcome::Wrong { left: 0 });
    assert_eq!(decision.events(), []);
}

#[test]
fn the_third_wrong_try_kills_it_with_right_ones_between_and_wherever_it_is_typed() {
    let mut life = Life::begun();
    let netbank = TemporaryPlace::Netbank(bank());
    assert_eq!(typed(&mut life, false, &HERE), TemporaryOutcome::Wrong { left: 2 });
    assert!(matches!(typed(&mut life, true, &HERE), TemporaryOutcome::Right { .. }));
    assert_eq!(typed(&mut life, false, &netbank), TemporaryOutcome::Wrong { left: 1 });
    assert_eq!(typed(&mut life, false, &HERE), TemporaryOutcome::TriedOut);
    assert_eq!(
        typed(&mut life, false, &HERE),
        TemporaryOutcome::TriedOut,
        "the cause is told to its digits alone"
    );
    assert_eq!(typed(&mut life, true, &HERE), dead(TemporaryEnd::TooManyTries));
}

#[test]
fn an_older_letter_says_so_and_costs_the_newer_one_nothing() {
    let mut life = Life::begun();
    let events = issue(&life.nemid, TemporaryAction::Resend, &new("newer", HERE), &life.stamp(officer()));
    life.apply(&events.unwrap(), officer());
    for place in [HERE, TemporaryPlace::Netbank(bank()), HERE, HERE] {
        assert_eq!(types(&mut life, TypedDigits::Superseded, &place), dead(TemporaryEnd::Newer));
    }
    assert_eq!(typed(&mut life, false, &HERE), TemporaryOutcome::Wrong { left: 2 });
    let operator = Actor::Operator { staff: None };
    let stamp = life.stamp(operator.clone());
    let block = crate::ending::block(&life.nemid, NemIdBlockReason::RulesBroken, &stamp).unwrap();
    life.apply(&block, operator);
    assert_eq!(types(&mut life, TypedDigits::Superseded, &HERE), dead(TemporaryEnd::NemIdEnded));
}

#[test]
fn its_right_digits_at_the_wrong_place_kill_it_at_once() {
    let mut life = Life::begun();
    assert_eq!(typed(&mut life, true, &TemporaryPlace::Netbank(bank())), dead(TemporaryEnd::WrongPlace));
    assert_eq!(typed(&mut life, true, &HERE), dead(TemporaryEnd::WrongPlace));
    assert_eq!(typed(&mut life, false, &HERE), TemporaryOutcome::Wrong { left: 0 }, "the cause is not told");
}

#[test]
fn its_digits_as_a_password_kill_it_while_it_lives() {
    let mut life = Life::begun();
    let events = typed_as_password(&life.nemid, &life.holder());
    assert_eq!(events, [Event::TemporaryPasswordDied { why: TemporaryEnd::WrongPlace }]);
    life.apply(&events, Actor::Visitor);
    assert_eq!(typed_as_password(&life.nemid, &life.holder()), []);
    assert_eq!(typed(&mut life, true, &HERE), dead(TemporaryEnd::WrongPlace));
}

#[test]
fn one_netbank_is_the_wrong_place_for_anothers() {
    let mut life = Life::begun_at_bank(Issuer::Bank(bank()));
    let stamp = life.stamp(Actor::Bank { bank: bank(), staff: None });
    let new = new("bank", TemporaryPlace::Netbank(bank()));
    let events = issue_at_bank(&life.nemid, TemporaryAction::Resend, &new, &stamp).unwrap();
    life.apply(&events, stamp.actor.clone());
    let other = TemporaryPlace::Netbank(crate::actor::PlaceName::new("agerbanken"));
    assert!(matches!(typed(&mut life.clone(), true, &new.place), TemporaryOutcome::Right { .. }));
    assert_eq!(typed(&mut life, true, &other), dead(TemporaryEnd::WrongPlace));
}

#[test]
fn a_newer_one_kills_the_one_before_and_a_verdict_against_that_counts_for_nothing() {
    let mut life = Life::begun();
    let old = life.nemid.temporary.as_ref().unwrap().hash.clone();
    let events = issue(&life.nemid, TemporaryAction::Resend, &new("newer", HERE), &life.stamp(officer()));
    let events = events.unwrap();
    assert_eq!(events[0], Event::TemporaryPasswordDied { why: TemporaryEnd::Newer });
    life.apply(&events, officer());
    let stale = TemporaryVerdict { against: old, digits: TypedDigits::Wrong };
    assert!(judge(&life.nemid, &stale, &HERE, &life.holder()).is_none());
}

#[test]
fn one_that_was_too_old_already_did_not_die_of_the_newer() {
    let mut life = Life::begun();
    life.passes(LIFE + SignedDuration::from_secs(1));
    let events = issue(&life.nemid, TemporaryAction::Resend, &new("newer", HERE), &life.stamp(officer()));
    assert_eq!(events.unwrap()[0], Event::TemporaryPasswordDied { why: TemporaryEnd::TooOld });
}

#[test]
fn what_is_offered_follows_the_state() {
    let mut life = Life::begun();
    assert_eq!(offers(&life), Ok(vec![TemporaryAction::Resend]));
    life.activates("secret1");
    assert_eq!(offers(&life), Ok(vec![TemporaryAction::Reset]));
    for _ in 0..5 {
        life.types("guess");
    }
    let both = Ok(vec![TemporaryAction::Unlock, TemporaryAction::Reset]);
    assert_eq!(offers(&life), both, "locked by tries");
    let reason = PasswordBlockReason::Suspicion;
    let events = passwords::block(&life.nemid, reason, &life.stamp(officer())).unwrap();
    life.apply(&events, officer());
    assert_eq!(offers(&life), both, "blocked on suspicion");
    life.is_sent(TemporaryAction::Reset);
    assert_eq!(offers(&life), Ok(vec![TemporaryAction::Reset]), "blocked as forgotten");
}

#[test]
fn unlocking_a_running_lock_blocks_the_password_and_keeps_the_certificate() {
    let mut life = Life::in_use();
    for _ in 0..5 {
        life.types("guess");
    }
    life.is_sent(TemporaryAction::Unlock);
    assert_eq!(life.nemid.password.block().unwrap().reason, PasswordBlockReason::LockedThenReopening);
    assert!(life.nemid.valid_certificate(life.now).is_some());
    assert_eq!(life.nemid.lockout.running(life.now), None);
}

#[test]
fn resetting_blocks_password_and_certificate_once() {
    let mut life = Life::in_use();
    life.is_sent(TemporaryAction::Reset);
    assert_eq!(life.nemid.password.block().unwrap().reason, PasswordBlockReason::Forgotten);
    let certificate = life.nemid.certificate().unwrap().clone();
    let Reliance::Blocked { reason, .. } = certificate.reliance(life.now) else { panic!("{certificate:?}") };
    assert_eq!(reason, Some(CertificateBlockReason::PasswordForgotten));
    let first = life.nemid.password.clone();
    life.passes(SignedDuration::from_hours(1));
    life.is_sent(TemporaryAction::Reset);
    assert_eq!(life.nemid.password, first, "a second letter changes no block");
    assert_eq!(life.nemid.certificate(), Some(&certificate));
}

#[test]
fn a_bank_nemid_is_helped_by_the_counter_only_with_a_certificate_and_a_business_one_never() {
    let mut life = Life::begun_at_bank(Issuer::Bank(bank()));
    assert_eq!(offers(&life), Err(TemporaryRefusal::AttachFirst));
    let events = order::attach(
        &life.nemid,
        &life.nemid.cards[0].number,
        grown_up(),
        &draft(3),
        &life.stamp(officer()),
    );
    life.apply(&events.unwrap(), officer());
    assert_eq!(offers(&life), Ok(vec![TemporaryAction::Resend]));
    let business = Life::begun_at_bank(Issuer::Business(bank()));
    assert_eq!(offers(&business), Err(TemporaryRefusal::NotOffered));
}

#[test]
fn what_is_said_of_the_certificate_is_what_becomes_of_it() {
    use crate::nemid::block::CertificateBlockReason;
    let blocks = |life: &Life, action| {
        let (new, stamp) = (new("731905", HERE), life.stamp(officer()));
        let events = issue(&life.nemid, action, &new, &stamp).unwrap();
        events.iter().any(|event| matches!(event, Event::CertificateBlocked { .. }))
    };
    let mut life = Life::in_use();
    assert_eq!(certificate_fate(&life.nemid, TemporaryAction::Reset, life.now), CertificateFate::Blocked);
    assert_eq!(certificate_fate(&life.nemid, TemporaryAction::Unlock, life.now), CertificateFate::Kept);
    assert!(blocks(&life, TemporaryAction::Reset));
    let stamp = life.stamp(officer());
    let events =
        crate::certificates::block(&life.nemid, CertificateBlockReason::HolderAsked, &stamp).unwrap();
    life.apply(&events, officer());
    assert_eq!(certificate_fate(&life.nemid, TemporaryAction::Reset, life.now), CertificateFate::NoneValid);
    assert!(!blocks(&life, TemporaryAction::Reset));
}
