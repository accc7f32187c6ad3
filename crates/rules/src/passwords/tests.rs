//! Typed passwords, the lock and the block, as it happens to one citizen.

use jiff::SignedDuration;

use crate::example::{Life, hash, operator};
use crate::nemid::lockout::LOCK;
use crate::passwords::*;

fn wrong(life: &mut Life, times: u8) -> Option<AfterWrong> {
    (0..times).map(|_| life.types("guess")).last().flatten()
}

fn verdict(right: bool) -> PasswordVerdict {
    PasswordVerdict { against: hash("secret1"), right, rehashed: None }
}

#[test]
fn the_right_password_among_the_guesses_begins_the_count_again() {
    let mut life = Life::in_use();
    wrong(&mut life, 4);
    assert_eq!(life.types("secret1"), None);
    assert_eq!(wrong(&mut life, 4), Some(AfterWrong::TryAgain { left: 1 }));
}

#[test]
fn a_person_who_guesses_learns_of_a_lock_alone_and_the_log_says_what_barred_the_way() {
    use PasswordRefusal::{Blocked, Locked, NemIdBlocked, NemIdClosed, NotActivated, Stale};
    let until = Timestamp::UNIX_EPOCH;
    let blocked = Blocked { reason: PasswordBlockReason::Suspicion };
    for (refusal, for_the_holder_alone, bar) in [
        (Locked { until }, false, Some(LogOnBar::Locked)),
        (blocked, true, Some(LogOnBar::PasswordBlocked)),
        (NemIdBlocked, true, Some(LogOnBar::NemIdBlocked)),
        (NemIdClosed, true, Some(LogOnBar::NemIdClosed)),
        (NotActivated, false, None),
        (Stale, false, None),
    ] {
        assert_eq!(refusal.is_for_the_holder_alone(), for_the_holder_alone, "{refusal}");
        assert_eq!(refusal.bar(), bar, "{refusal}");
    }
}

#[test]
fn a_nemid_that_has_ended_or_was_never_activated_judges_no_password_and_has_no_lock_to_lift() {
    let mut closed = Life::in_use();
    let reason = crate::nemid::block::NemIdCloseReason::HolderAsked;
    closed.apply(&[Event::NemIdClosed { reason }], Actor::Citizen);
    let mut blocked = Life::in_use();
    blocked.nemid_is_blocked();
    for (life, refusal) in [
        (closed, PasswordRefusal::NemIdClosed),
        (blocked, PasswordRefusal::NemIdBlocked),
        (Life::begun(), PasswordRefusal::NotActivated),
    ] {
        assert_eq!(may_be_typed(&life.nemid, life.now), Err(refusal));
        assert_eq!(lift_lock(&life.nemid, &life.stamp(operator())), Err(refusal));
    }
    let life = Life::in_use();
    assert_eq!(
        lift_lock(&life.nemid, &life.stamp(operator())),
        Err(PasswordRefusal::Stale),
        "none is running"
    );
}

#[test]
fn while_locked_even_the_right_password_is_not_looked_at() {
    let mut life = Life::in_use();
    let until = life.now + LOCK;
    assert_eq!(wrong(&mut life, 5), Some(AfterWrong::Locked { until }));
    life.passes(LOCK - SignedDuration::from_secs(1));
    let refused = judge(&life.nemid, &verdict(true), &Purpose::LogOn, &life.holder());
    assert_eq!(refused.unwrap_err(), PasswordRefusal::Locked { until });
    life.passes(SignedDuration::from_secs(1));
    assert_eq!(life.types("secret1"), None, "the lock lapses by itself");
    assert!(!life.nemid.lockout.strike, "and the right password takes the strike away");
}

#[test]
fn five_more_after_the_lock_block_the_password_as_typed_wrong_too_often() {
    let mut life = Life::in_use();
    wrong(&mut life, 5);
    life.passes(LOCK);
    assert_eq!(wrong(&mut life, 4), Some(AfterWrong::TryAgain { left: 1 }));
    assert_eq!(wrong(&mut life, 1), Some(AfterWrong::Blocked));
    let block = life.nemid.password.block().unwrap();
    assert_eq!((block.reason, block.at), (PasswordBlockReason::TooManyTries, life.now));
    let refused = judge(&life.nemid, &verdict(true), &Purpose::LogOn, &life.holder());
    let reason = PasswordBlockReason::TooManyTries;
    assert_eq!(refused.unwrap_err(), PasswordRefusal::Blocked { reason });
}

#[test]
fn a_lock_lifted_by_the_operator_keeps_its_strike_and_nobody_else_lifts_it() {
    let mut life = Life::in_use();
    wrong(&mut life, 5);
    assert!(lift_lock(&life.nemid, &life.holder()).is_err());
    let events = lift_lock(&life.nemid, &life.stamp(operator())).unwrap();
    life.apply(&events, operator());
    assert_eq!(wrong(&mut life, 5), Some(AfterWrong::Blocked));
}

#[test]
fn a_verdict_against_an_older_password_is_not_counted() {
    let life = Life::in_use();
    let stale = PasswordVerdict { against: hash("before"), right: false, rehashed: None };
    let refused = judge(&life.nemid, &stale, &Purpose::LogOn, &life.holder());
    assert_eq!(refused.unwrap_err(), PasswordRefusal::Stale);
}

#[test]
fn a_rehash_changes_the_hash_and_nothing_else() {
    let mut life = Life::in_use();
    let verdict = PasswordVerdict { rehashed: Some(hash("secret1, stronger")), ..verdict(true) };
    let judged = judge(&life.nemid, &verdict, &Purpose::LogOn, &life.holder()).unwrap();
    let (before, since) = (life.nemid.clone(), life.now);
    life.apply(&judged.events, Actor::Citizen);
    let expected = NemId { password: Password::InUse { hash: hash("secret1, stronger"), since }, ..before };
    assert_eq!(life.nemid, expected);
}

#[test]
fn a_blocked_password_keeps_its_first_reason() {
    let mut life = Life::in_use();
    let events = block(&life.nemid, PasswordBlockReason::KnownByOthers, &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    let again = block(&life.nemid, PasswordBlockReason::Suspicion, &life.stamp(operator()));
    let reason = PasswordBlockReason::KnownByOthers;
    assert_eq!(again, Err(PasswordRefusal::Blocked { reason }));
}

#[test]
fn a_running_lock_gives_way_to_a_block() {
    let mut life = Life::in_use();
    wrong(&mut life, 5);
    let events = block(&life.nemid, PasswordBlockReason::KnownByOthers, &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    assert_eq!(life.nemid.lockout, crate::nemid::Lockout::default());
}
