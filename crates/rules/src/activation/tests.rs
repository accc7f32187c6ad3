//! Activations, as they happen to one citizen.

use crate::activation::*;
use crate::actor::Actor;
use crate::example::{Life, bank, card, draft, grown_up, hash, officer};
use crate::nemid::temporary::LIFE;
use crate::order;
use crate::temporary::TemporaryAction;
use crate::words::KeyCardNumber;

const ALL: Consents =
    Consents { cpr_lookup: true, pid_service: true, earlier_pid: true, bank_exchange: true };

fn chosen(life: &Life) -> Activation {
    Activation {
        temporary: life.nemid.temporary.as_ref().unwrap().hash.clone(),
        password: hash("secret1"),
        user_id: UserId::parse("inger75").ok(),
        cpr_log_on: false,
        contact: Contact::default(),
        recording: true,
        consents: ALL,
        rules_version: Some(3),
    }
}

fn last_step(life: &mut Life, chosen: &Activation, right: bool) -> Result<KeyOutcome, EnrolmentRefusal> {
    let typed = life.asked_for(KeyCardNumber::from_drawn(1), right, Purpose::Activation);
    let spare = life.fresh();
    let spares = Spares { card: &spare, certificate: &draft(1) };
    let (events, outcome) = complete(&life.nemid, chosen, &typed, &spares, &life.holder())?;
    life.apply(&events, Actor::Citizen);
    Ok(outcome)
}

#[test]
fn an_activation_sets_all_that_was_chosen_and_brings_card_and_certificate_into_use() {
    let mut life = Life::begun();
    let chosen = chosen(&life);
    assert_eq!(last_step(&mut life, &chosen, true), Ok(KeyOutcome::Right));
    let nemid = &life.nemid;
    assert!(nemid.is_activated() && nemid.recording && !nemid.cpr_log_on);
    assert_eq!(nemid.user_id, chosen.user_id);
    assert_eq!(nemid.rules_accepted.unwrap().version, 3);
    assert_eq!(nemid.active_card().unwrap().keys_left(), 147);
    assert!(nemid.valid_certificate(life.now).is_some() && nemid.certificate_ordered.is_none());
    assert_eq!(last_step(&mut life, &chosen, true), Err(EnrolmentRefusal::TemporaryDead), "once is enough");
}

#[test]
fn a_wrong_key_in_the_last_step_leaves_the_temporary_password_alive() {
    let mut life = Life::begun();
    let chosen = chosen(&life);
    assert_eq!(last_step(&mut life, &chosen, false), Ok(KeyOutcome::Wrong { left: 4 }));
    assert!(!life.nemid.is_activated() && life.nemid.user_id.is_none());
    assert_eq!(last_step(&mut life, &chosen, true), Ok(KeyOutcome::Right));
}

#[test]
fn a_newer_temporary_password_or_its_age_ends_an_activation_under_way() {
    let mut life = Life::begun();
    let begun = chosen(&life);
    let mut older = life.clone();
    older.passes(LIFE + jiff::SignedDuration::from_secs(1));
    assert_eq!(last_step(&mut older, &begun, true), Err(EnrolmentRefusal::TemporaryDead));
    life.is_sent(TemporaryAction::Resend);
    assert_eq!(last_step(&mut life, &begun, true), Err(EnrolmentRefusal::TemporaryDead));
}

#[test]
fn without_the_consents_or_the_rules_nothing_starts() {
    let mut life = Life::begun();
    let without = Activation { consents: Consents { pid_service: false, ..ALL }, ..chosen(&life) };
    assert_eq!(last_step(&mut life, &without, true), Err(EnrolmentRefusal::ConsentMissing));
    let without = Activation { consents: Consents { bank_exchange: false, ..ALL }, ..chosen(&life) };
    assert!(last_step(&mut life.clone(), &without, true).is_ok(), "no bank, no exchange");
    let without = Activation { rules_version: None, ..chosen(&life) };
    assert_eq!(last_step(&mut life, &without, true), Err(EnrolmentRefusal::RulesNotAccepted));
}

#[test]
fn a_bank_nemid_with_a_certificate_ordered_needs_the_exchange_with_the_bank_too() {
    let mut life = Life::begun_at_bank(Issuer::Bank(bank()));
    assert!(!needs_bank_consent(&life.nemid));
    let stamp = life.stamp(officer());
    let events = order::attach(&life.nemid, &card(1).number, grown_up(), &draft(1), &stamp).unwrap();
    life.apply(&events, officer());
    life.is_sent(TemporaryAction::Resend);
    let without = Activation { consents: Consents { bank_exchange: false, ..ALL }, ..chosen(&life) };
    assert_eq!(last_step(&mut life, &without, true), Err(EnrolmentRefusal::ConsentMissing));
    let with = chosen(&life);
    assert_eq!(last_step(&mut life, &with, true), Ok(KeyOutcome::Right));
}

#[test]
fn what_is_chosen_as_it_was_is_no_change_and_new_contact_data_are_one() {
    let mut life = Life::begun();
    let email = crate::words::Email::parse("inger@eksempel.dk").ok();
    let new = Contact { email, mobile: None };
    let same = Activation { user_id: None, cpr_log_on: true, recording: false, ..chosen(&life) };
    let typed = life.asked_for(KeyCardNumber::from_drawn(1), true, Purpose::Activation);
    let (spare, certificate) = (card(90), draft(1));
    let spares = Spares { card: &spare, certificate: &certificate };
    let changes = |chosen: &Activation| {
        let (events, _) = complete(&life.nemid, chosen, &typed, &spares, &life.holder()).unwrap();
        events.into_iter().filter(|event| matches!(event, Event::ContactChanged { .. })).collect::<Vec<_>>()
    };
    assert_eq!(changes(&same), []);
    let given = Activation { contact: new.clone(), ..same };
    assert_eq!(changes(&given), [Event::contact_changed(&Contact::default(), &new)]);
}

#[test]
fn each_step_asks_whether_the_temporary_password_is_still_the_live_one_and_for_this() {
    let mut life = Life::begun();
    let began_with = life.nemid.temporary.as_ref().unwrap().hash.clone();
    let step = |life: &Life, purpose| may_go_on(&life.nemid, &began_with, purpose, &life.holder());
    assert_eq!(step(&life, TemporaryPurpose::Activate), Ok(()));
    assert_eq!(step(&life, TemporaryPurpose::Reset), Err(EnrolmentRefusal::NothingToStart));
    life.is_sent(TemporaryAction::Resend);
    assert_eq!(step(&life, TemporaryPurpose::Activate), Err(EnrolmentRefusal::TemporaryDead));
}

#[test]
fn a_key_that_was_asked_for_something_else_completes_no_activation() {
    let mut life = Life::begun();
    let chosen = chosen(&life);
    let typed = life.asked_for(KeyCardNumber::from_drawn(1), true, Purpose::LogOn);
    let spares = Spares { card: &card(90), certificate: &draft(1) };
    let refused = complete(&life.nemid, &chosen, &typed, &spares, &life.holder());
    assert_eq!(refused.unwrap_err(), EnrolmentRefusal::Key(KeyRefusal::AskedAnew));
}

#[test]
fn a_password_that_was_chosen_already_is_not_chosen_again_by_a_temporary_one_for_activation() {
    let mut life = Life::in_use();
    let issued = Event::TemporaryPasswordIssued {
        hash: hash("temporary"),
        fingerprint: crate::nemid::DigitsFingerprint::default(),
        purpose: TemporaryPurpose::Activate,
        place: crate::nemid::temporary::TemporaryPlace::Selvbetjening,
        serial: crate::words::PinLetterSerial::from_drawn(9),
        delivery: crate::nemid::temporary::Delivery::Posted,
        posted: None,
    };
    life.apply(&[issued], officer());
    let chosen = chosen(&life);
    assert_eq!(last_step(&mut life, &chosen, true), Err(EnrolmentRefusal::NothingToStart));
}

#[test]
fn without_an_ordered_certificate_no_consent_is_needed() {
    let life = Life::begun_at_bank(Issuer::Bank(bank()));
    let none = Consents { cpr_lookup: false, pid_service: false, earlier_pid: false, bank_exchange: false };
    assert_eq!(consents_reach(&life.nemid, none), Ok(()));
    assert_eq!(consents_reach(&Life::begun().nemid, none), Err(EnrolmentRefusal::ConsentMissing));
}
