//! The end of a NemID, as it happens to one citizen.

use crate::ending::*;
use crate::example::{Life, bank, card, draft, officer, operator};
use crate::nemid::{CardState, Issuer};
use crate::words::{KeyCardNumber, NemIdNumber};
use crate::{activation, certificates, passwords, temporary};

fn first() -> KeyCardNumber {
    KeyCardNumber::from_drawn(1)
}

#[test]
fn the_last_key_of_a_nemid_sends_no_card_however_few_are_left() {
    let mut life = Life::in_use();
    life.logs_on(first(), 125);
    assert_eq!(life.nemid.card(&first()).unwrap().keys_left(), 22);
    let mut last = life.clone();
    last.nemid.reorder_level = 60;
    let typed = last.asked_for(first(), true, Purpose::Ending);
    let (events, outcome) = close(&last.nemid, &typed, &card(50), &last.holder()).unwrap();
    assert_eq!(outcome, KeyOutcome::Right);
    assert!(!events.iter().any(|event| matches!(event, Event::CardOrdered { .. })));
    last.apply(&events, Actor::Citizen);
    assert_eq!(last.nemid.cards.len(), 1);
    assert!(matches!(&last.nemid.cards[0].state,
        CardState::Blocked(block) if block.reason == CardBlockReason::NemIdClosed));
    assert!(last.nemid.valid_certificate(last.now).is_none());
}

#[test]
fn only_its_holder_ends_it_with_a_password_in_use_and_a_right_key() {
    let mut life = Life::in_use();
    let typed = life.asked_for(first(), true, Purpose::Ending);
    let by_officer = close(&life.nemid, &typed, &card(50), &life.stamp(officer()));
    assert_eq!(by_officer.unwrap_err(), EndingRefusal::NotForThisActor);
    let wrong = KeyAnswer { right: false, ..typed.clone() };
    let (events, outcome) = close(&life.nemid, &wrong, &card(50), &life.holder()).unwrap();
    assert_eq!((events.len(), outcome), (1, KeyOutcome::Wrong { left: 4 }));
    for _ in 0..5 {
        life.types("guess");
    }
    let locked = close(&life.nemid, &typed, &card(50), &life.holder());
    assert_eq!(locked.unwrap_err(), EndingRefusal::Key(KeyRefusal::NotUsable));
}

#[test]
fn what_has_ended_never_opens_again() {
    let mut life = Life::begun();
    let stamp = life.stamp(operator());
    let temporary = life.nemid.temporary.as_ref().unwrap().hash.clone();
    let typed = life.asked_for(first(), true, Purpose::Ending);
    let events = block(&life.nemid, NemIdBlockReason::FalseInformation, &stamp).unwrap();
    life.apply(&events, operator());
    assert_eq!(block(&life.nemid, NemIdBlockReason::Death, &stamp), Err(EndingRefusal::AlreadyEnded));
    assert!(!life.nemid.is_public(life.now), "the ordered certificate ended with it");
    assert_eq!(life.nemid.live_temporary(life.now), None);
    assert_eq!(temporary::offered(&life.nemid, life.now), Err(temporary::TemporaryRefusal::NemIdBlocked));
    let chosen =
        crate::reopening::Reopening { temporary, password: crate::example::hash("x"), remembered: None };
    let spares = activation::Spares { card: &card(60), certificate: &draft(9) };
    let refused = crate::reopening::complete(&life.nemid, &chosen, &typed, &spares, &stamp);
    assert_eq!(refused.unwrap_err(), activation::EnrolmentRefusal::TemporaryDead, "the letter ended with it");
    let refused = certificates::order(&life.nemid, &draft(9), Some(40), &stamp);
    assert_eq!(refused, Err(certificates::CertificateRefusal::NemIdEnded));
    assert_eq!(passwords::may_be_typed(&life.nemid, life.now), Err(passwords::PasswordRefusal::NemIdBlocked));
}

#[test]
fn a_whole_nemid_is_blocked_by_the_operator_or_by_the_news_of_a_death() {
    let life = Life::in_use();
    let by = |actor, reason| block(&life.nemid, reason, &life.stamp(actor)).map(|events| events.len());
    let refused = Err(EndingRefusal::NotForThisActor);
    assert_eq!(by(officer(), NemIdBlockReason::RulesBroken), refused);
    assert_eq!(by(Actor::Citizen, NemIdBlockReason::Death), refused);
    assert_eq!(by(Actor::Clock, NemIdBlockReason::RulesBroken), refused);
    assert_eq!(by(Actor::Clock, NemIdBlockReason::Death), Ok(3), "NemID, certificate and card");
}

/// A bank NemID whose agreement has moved to another.
fn superfluous() -> Life {
    let mut life = Life::begun_at_bank(Issuer::Bank(bank()));
    let away = Event::AgreementMovedAway { bank: bank(), to: NemIdNumber::from_drawn(7) };
    life.apply(&[away], Actor::Bank { bank: bank(), staff: None });
    life
}

#[test]
fn a_superfluous_nemid_is_deleted_after_six_months_to_the_day() {
    let mut life = superfluous();
    life.now = "2019-09-04T06:59:59Z".parse().unwrap();
    assert_eq!(delete_superfluous(&life.nemid, &Stamp::clock(life.now)), []);
    life.now = "2019-09-04T07:00:00Z".parse().unwrap();
    let events = delete_superfluous(&life.nemid, &Stamp::clock(life.now));
    assert_eq!(events[0], Event::NemIdClosed { reason: NemIdCloseReason::Superfluous });
    life.apply(&events, Actor::Clock);
    assert_eq!(delete_superfluous(&life.nemid, &Stamp::clock(life.now)), []);
}

#[test]
fn a_nemid_with_a_certificate_ordered_or_made_by_the_public_does_not_grow_superfluous() {
    let mut ordered = superfluous();
    let events = certificates::order(&ordered.nemid, &draft(3), Some(40), &ordered.stamp(officer())).unwrap();
    ordered.apply(&events, officer());
    assert_eq!(ordered.nemid.superfluous_since, None);

    let mut public = Life::begun();
    let here = Event::AgreementMade { bank: bank() };
    let away = Event::AgreementMovedAway { bank: bank(), to: NemIdNumber::from_drawn(7) };
    public.apply(&[here, away], Actor::Bank { bank: bank(), staff: None });
    assert_eq!(public.nemid.superfluous_since, None);
}

#[test]
fn what_has_ended_is_not_closed_again_and_a_key_for_something_else_closes_nothing() {
    let mut life = Life::in_use();
    let for_log_on = life.asked(first(), true);
    let refused = close(&life.nemid, &for_log_on, &card(50), &life.holder());
    assert_eq!(refused.unwrap_err(), EndingRefusal::Key(KeyRefusal::AskedAnew));
    let typed = KeyAnswer { purpose: Purpose::Ending, ..for_log_on };
    life.nemid_is_blocked();
    let refused = close(&life.nemid, &typed, &card(50), &life.holder());
    assert_eq!(refused.unwrap_err(), EndingRefusal::AlreadyEnded);
}
