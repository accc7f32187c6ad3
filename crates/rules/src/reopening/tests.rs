//! Re-openings, as they happen to one citizen.

use crate::actor::Actor;
use crate::cards;
use crate::example::{Life, card, draft, hash, officer};
use crate::nemid::temporary::TemporaryEnd;
use crate::nemid::{Lockout, NemId};
use crate::reopening::*;
use crate::temporary::TemporaryAction;
use crate::words::KeyCardNumber;

fn locked() -> Life {
    let mut life = Life::in_use();
    for _ in 0..5 {
        life.types("guess");
    }
    life
}

fn remembers(life: &mut Life, right: bool) -> TemporaryOutcome {
    let verdict =
        PasswordVerdict { against: life.nemid.password.hash().unwrap().clone(), right, rehashed: None };
    let began_with = life.nemid.temporary.as_ref().unwrap().hash.clone();
    let judged = remembered(&life.nemid, &began_with, &verdict, &life.holder()).unwrap();
    let (events, outcome) = judged.unwrap();
    life.apply(&events, Actor::Citizen);
    outcome
}

#[test]
fn a_forgotten_password_is_re_opened_with_a_new_certificate_of_the_same_pid() {
    let mut life = Life::in_use();
    life.is_sent(TemporaryAction::Reset);
    assert!(life.nemid.valid_certificate(life.now).is_none());
    life.reopens("secret2", 2);
    assert!(matches!(&life.nemid.password, Password::InUse { hash: now, .. } if *now == hash("secret2")));
    let pids: Vec<_> = life.nemid.certificates.iter().map(|one| one.pid).collect();
    assert_eq!(pids.len(), 2);
    assert_eq!(pids[0], pids[1]);
    assert_eq!(life.nemid.live_temporary(life.now), None);
}

#[test]
fn unlocking_keeps_the_certificate_and_clears_every_counter() {
    let mut life = locked();
    let stamp = life.stamp(officer());
    let events = cards::hand_out(&life.nemid, &card(80), &stamp).unwrap();
    life.apply(&events, officer());
    life.is_sent(TemporaryAction::Unlock);
    for number in [1, 80] {
        let wrong = life.asked_for(KeyCardNumber::from_drawn(number), false, Purpose::Reopening);
        let stamp = life.holder();
        let mut decision = Decision::of(&life.nemid, &stamp);
        keys::answer(&mut decision, &wrong, &card(81)).unwrap();
        let events = decision.events();
        life.apply(&events, Actor::Citizen);
    }
    life.reopens("secret2", 2);
    assert_eq!(life.nemid.certificates.len(), 1);
    assert_eq!(life.nemid.lockout, Lockout::default());
    assert!(life.nemid.cards.iter().all(|card| card.wrong == 0 && card.pending.is_none()));
}

#[test]
fn a_wrong_remembered_password_is_a_try_of_the_temporary_one() {
    let mut life = locked();
    life.is_sent(TemporaryAction::Unlock);
    assert_eq!(remembers(&mut life, false), TemporaryOutcome::Wrong { left: 2 });
    assert!(matches!(remembers(&mut life, true), TemporaryOutcome::Right { .. }));
    assert_eq!(remembers(&mut life, false), TemporaryOutcome::Wrong { left: 1 });
    let why = TemporaryEnd::TooManyTries;
    assert_eq!(remembers(&mut life, false), TemporaryOutcome::Dead { why });
    assert!(life.nemid.password.block().is_some(), "the password stays blocked");
}

#[test]
fn without_the_remembered_password_an_unlocking_does_not_complete() {
    let mut life = locked();
    let temporary = life.is_sent(TemporaryAction::Unlock);
    let typed = life.asked_for(KeyCardNumber::from_drawn(1), true, Purpose::Reopening);
    for remembered in [None, Some(hash("another"))] {
        let chosen = Reopening { temporary: temporary.clone(), password: hash("new"), remembered };
        let spares = Spares { card: &card(80), certificate: &draft(2) };
        let refused = complete(&life.nemid, &chosen, &typed, &spares, &life.holder());
        assert_eq!(refused.unwrap_err(), EnrolmentRefusal::NothingToStart);
    }
}

#[test]
fn a_temporary_password_for_resetting_asks_for_no_remembered_one() {
    let mut life = locked();
    let temporary = life.is_sent(TemporaryAction::Reset);
    let verdict = PasswordVerdict { against: hash("secret1"), right: true, rehashed: None };
    let asked = remembered(&life.nemid, &temporary, &verdict, &life.holder());
    assert_eq!(asked.unwrap_err(), EnrolmentRefusal::NothingToStart);
    let typed = life.asked_for(KeyCardNumber::from_drawn(1), true, Purpose::Reopening);
    let chosen = Reopening { temporary, password: hash("new"), remembered: None };
    let spares = Spares { card: &card(80), certificate: &draft(2) };
    let done = complete(&life.nemid, &chosen, &typed, &spares, &life.holder());
    assert_eq!(done.unwrap().1, KeyOutcome::Right);
}

#[test]
fn a_verdict_against_an_older_password_counts_no_try_and_a_password_in_use_is_not_re_opened() {
    let mut life = locked();
    let temporary = life.is_sent(TemporaryAction::Unlock);
    let stale = PasswordVerdict { against: hash("before"), right: false, rehashed: None };
    assert!(remembered(&life.nemid, &temporary, &stale, &life.holder()).unwrap().is_none());
    let typed = life.asked_for(KeyCardNumber::from_drawn(1), true, Purpose::Reopening);
    let activated = NemId { password: Life::in_use().nemid.password, ..life.nemid.clone() };
    let chosen = Reopening { temporary, password: hash("new"), remembered: Some(hash("secret1")) };
    let spares = Spares { card: &card(80), certificate: &draft(2) };
    let refused = complete(&activated, &chosen, &typed, &spares, &life.holder());
    assert_eq!(refused.unwrap_err(), EnrolmentRefusal::NothingToStart);
}

#[test]
fn a_wrong_key_re_opens_nothing_nor_does_one_that_was_asked_for_something_else() {
    let mut life = Life::in_use();
    let temporary = life.is_sent(TemporaryAction::Reset);
    let chosen = Reopening { temporary, password: hash("new"), remembered: None };
    let last_step = |life: &Life, typed: &keys::KeyAnswer| {
        let spares = Spares { card: &card(80), certificate: &draft(2) };
        complete(&life.nemid, &chosen, typed, &spares, &life.holder())
    };
    let wrong = life.asked_for(KeyCardNumber::from_drawn(1), false, Purpose::Reopening);
    assert_eq!(last_step(&life, &wrong).unwrap().0.len(), 1, "the key is counted");
    let other = KeyAnswer { right: true, purpose: Purpose::LogOn, ..wrong };
    let refused = last_step(&life, &other).unwrap_err();
    assert_eq!(refused, EnrolmentRefusal::Key(keys::KeyRefusal::AskedAnew));
}
