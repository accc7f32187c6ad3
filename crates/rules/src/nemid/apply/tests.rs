//! What events leave behind where no rule would bring two of them together, so that no other test shows it.

use crate::actor::Actor;
use crate::example::{Life, bank, hash};
use crate::nemid::apply::*;
use crate::nemid::block::PasswordBlockReason;

#[test]
fn an_agreement_with_another_bank_stays_beside_one_that_is_made_or_ended() {
    let mut life = Life::in_use();
    let other = PlaceName::new("agerbanken");
    let made = |bank: &PlaceName| Event::AgreementMade { bank: bank.clone() };
    life.apply(&[made(&other), made(&bank()), made(&bank())], Actor::Citizen);
    let banks = |life: &Life| life.nemid.agreements.iter().map(|one| one.bank.clone()).collect::<Vec<_>>();
    assert_eq!(banks(&life), [other.clone(), bank()], "one for each bank");
    life.apply(&[Event::AgreementEnded { bank: bank() }], Actor::Citizen);
    assert_eq!(banks(&life), [other]);
}

#[test]
fn a_password_that_was_never_chosen_is_neither_blocked_nor_hashed_anew() {
    let mut life = Life::begun();
    let reason = PasswordBlockReason::Suspicion;
    let events = [Event::PasswordBlocked { reason }, Event::PasswordRehashed { hash: hash("new") }];
    life.apply(&events, Actor::Citizen);
    assert_eq!(life.nemid.password, Password::NotChosen);
}

#[test]
fn the_rules_that_were_accepted_last_are_kept_with_the_instant() {
    let mut life = Life::in_use();
    life.apply(&[Event::RulesAccepted { version: 4 }], Actor::Citizen);
    assert_eq!(life.nemid.rules_accepted, Some(RulesAcceptance { version: 4, at: life.now }));
}

#[test]
fn before_a_password_is_chosen_there_is_no_hash_and_no_block_of_it() {
    let begun = Life::begun().nemid;
    assert_eq!((begun.password.hash(), begun.password.block()), (None, None));
}
