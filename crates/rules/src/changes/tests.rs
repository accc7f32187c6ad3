//! What a citizen changes about their own NemID, as it happens to one citizen.

use crate::actor::Actor;
use crate::changes::*;
use crate::example::{Life, draft, hash};
use crate::nemid::certificate::CertifiedDetail;
use crate::words::{Email, Mobile};

fn verdict(right: bool) -> PasswordVerdict {
    PasswordVerdict { against: hash("secret1"), right, rehashed: None }
}

fn with_email(address: &str) -> Contact {
    Contact { email: Email::parse(address).ok(), mobile: Mobile::parse("20304050").ok() }
}

/// The same life with the password locked by five wrong tries.
fn locked(mut life: Life) -> Life {
    for _ in 0..5 {
        life.types("guess");
    }
    life
}

#[test]
fn a_new_password_replaces_the_old_one_when_that_is_right_and_is_not_hashed_anew_before() {
    let life = Life::in_use();
    let old = PasswordVerdict { rehashed: Some(hash("secret1, stronger")), ..verdict(true) };
    let judged = password(&life.nemid, &old, &hash("secret2"), &life.holder()).unwrap();
    let accepted = Event::PasswordAccepted { purpose: Purpose::PasswordChange };
    assert_eq!(judged.events, [accepted, Event::PasswordChanged { hash: hash("secret2") }]);
    let judged = password(&life.nemid, &verdict(false), &hash("secret2"), &life.holder()).unwrap();
    let refused = Event::PasswordRefused { purpose: Purpose::PasswordChange, failures: 1 };
    assert_eq!((judged.events, judged.wrong.is_some()), (vec![refused], true));
}

#[test]
fn a_user_id_is_chosen_and_the_cpr_number_switched_with_the_right_password_alone() {
    let life = Life::in_use();
    let id = UserId::parse("inger75").unwrap();
    let chosen = Some(ChosenUserId { id: &id, taken: false, in_password: false });
    let changed = |right, to, cpr_log_on| {
        let judged = user_id(&life.nemid, &verdict(right), to, cpr_log_on, &life.holder()).unwrap();
        judged.events[1..].to_vec()
    };
    let named = Event::UserIdChanged { from: None, to: Some(id.clone()) };
    assert_eq!(changed(true, chosen, false), [named, Event::CprLogOnSwitched { on: false }]);
    assert_eq!(changed(true, None, true), [], "all is as it was");
    assert_eq!(changed(false, chosen, false), [], "nothing by a wrong password");
}

#[test]
fn a_user_id_that_cannot_be_had_counts_no_wrong_password_and_ones_own_can_always_be_kept() {
    let mut life = Life::in_use();
    let id = UserId::parse("inger75").unwrap();
    let taken = ChosenUserId { id: &id, taken: true, in_password: false };
    let guessed = ChosenUserId { id: &id, taken: false, in_password: true };
    let typed = |life: &Life, to| user_id(&life.nemid, &verdict(false), Some(to), true, &life.holder());
    assert_eq!(typed(&life, taken).unwrap_err(), ChangeRefusal::UserIdTaken);
    assert_eq!(typed(&life, guessed).unwrap_err(), ChangeRefusal::UserIdInPassword);
    life.apply(&[Event::UserIdChanged { from: None, to: Some(id.clone()) }], Actor::Citizen);
    assert!(typed(&life, taken).unwrap().wrong.is_some(), "judged as anywhere else");
    let refused = typed(&locked(life), taken).unwrap_err();
    assert_eq!(refused.code(), "locked");
}

#[test]
fn contact_data_and_recording_change_once_and_not_while_locked() {
    let mut life = Life::in_use();
    let to = with_email("inger@eksempel.dk");
    let changed = Event::contact_changed(&Contact::default(), &to);
    assert_eq!(contact(&life.nemid, &to, &life.holder()), Ok(vec![changed.clone()]));
    assert_eq!(recording(&life.nemid, true, &life.holder()), Ok(vec![Event::RecordingSwitched { on: true }]));
    life.apply(&[changed, Event::RecordingSwitched { on: true }], Actor::Citizen);
    assert_eq!(contact(&life.nemid, &to, &life.holder()), Ok(Vec::new()));
    assert_eq!(recording(&life.nemid, true, &life.holder()), Ok(Vec::new()));
    let life = locked(life);
    assert!(contact(&life.nemid, &Contact::default(), &life.holder()).is_err());
    assert!(recording(&life.nemid, false, &life.holder()).is_err());
}

#[test]
fn another_email_address_than_the_certified_one_makes_the_certificate_out_of_date() {
    let mut life = Life::in_use();
    let (first, second) = (with_email("inger@eksempel.dk"), with_email("holm@eksempel.dk"));
    let name = draft(1).name;
    let saved = |life: &Life, to: &Contact| contact_and_certificate(&life.nemid, to, &name, &life.holder());
    let given = Event::contact_changed(&Contact::default(), &first);
    assert_eq!(saved(&life, &first), Ok(vec![given.clone()]), "none was certified");
    life.apply(&[given], Actor::Citizen);
    let renewed = life.renews(&draft(2));
    life.apply(&renewed, Actor::Citizen);
    let serial = draft(2).serial;
    let changed = Event::contact_changed(&first, &second);
    assert_eq!(
        saved(&life, &second),
        Ok(vec![changed, Event::CertificateOutdated { serial, what: Some(CertifiedDetail::Email) }])
    );
    assert!(saved(&locked(life), &second).is_err());
}
