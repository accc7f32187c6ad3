//! Voice response as it happens to one citizen.

use super::*;
use crate::actor::Actor;
use crate::carriers;
use crate::example::{Life, card};
use crate::keys::AskedKey;
use crate::words::CarrierId;

fn line(number: u64) -> CarrierNumber {
    CarrierNumber::voice_from_drawn(number)
}

fn telephone(end: u32) -> Mobile {
    Mobile::parse(&format!("7000{end:04}")).unwrap()
}

fn orders(life: &mut Life, number: u64, end: u32, ordered: Ordered) -> Result<(), CarrierRefusal> {
    let events = order(&life.nemid, line(number), telephone(end), ordered, &life.holder())?;
    life.apply(&events, Actor::Citizen);
    Ok(())
}

/// A life in use with a telephone that waits to be confirmed.
fn with_line_waiting() -> Life {
    let mut life = Life::in_use();
    orders(&mut life, 1, 1, Ordered::InPerson).unwrap();
    life
}

fn read_out(number: u64, right: bool, purpose: Purpose) -> KeyAnswer {
    KeyAnswer { of: AskedKey::Carrier(line(number)), right, counter: None, purpose }
}

fn changes(life: &mut Life, to: Option<Mobile>, typed: &KeyAnswer) -> Result<KeyOutcome, CarrierRefusal> {
    let (events, outcome) = change(&life.nemid, to, typed, &card(90), &life.holder())?;
    life.apply(&events, Actor::Citizen);
    Ok(outcome)
}

fn with_line() -> Life {
    let mut life = with_line_waiting();
    let typed = read_out(1, true, Purpose::VoiceChange);
    assert_eq!(changes(&mut life, None, &typed), Ok(KeyOutcome::Right));
    life
}

fn state(life: &Life, number: u64) -> &'static str {
    life.nemid.carrier(line(number)).unwrap().state.code()
}

fn calls(life: &Life, number: u64, purpose: &Purpose) -> Result<Mobile, KeyRefusal> {
    call(&life.nemid, line(number), purpose, &Around::default()).map(|(telephone, _)| telephone)
}

#[test]
fn in_person_it_can_be_called_at_once_and_by_letter_when_that_has_come() {
    let mut life = Life::in_use();
    orders(&mut life, 1, 1, Ordered::ByLetter).unwrap();
    assert_eq!(state(&life, 1), "ordered");
    assert_eq!(calls(&life, 1, &Purpose::VoiceChange), Err(KeyRefusal::UnknownCarrier));
    assert_eq!(to_confirm(&life.nemid).unwrap_err(), CarrierRefusal::NotOpen);
    let events = carriers::deliver(&life.nemid, line(1));
    life.apply(&events, Actor::Clock);
    assert_eq!(calls(&life, 1, &Purpose::VoiceChange), Ok(telephone(1)));
    let life = with_line_waiting();
    assert_eq!(calls(&life, 1, &Purpose::VoiceChange), Ok(telephone(1)));
}

#[test]
fn a_line_that_waits_is_replaced_and_a_number_that_is_called_is_not_ordered_again() {
    let mut life = with_line_waiting();
    assert_eq!(orders(&mut life, 2, 1, Ordered::InPerson), Err(CarrierRefusal::AlreadyCalled));
    orders(&mut life, 2, 2, Ordered::InPerson).unwrap();
    assert_eq!((state(&life, 1), state(&life, 2)), ("blocked", "attached"));
    let mut life = with_line();
    assert_eq!(orders(&mut life, 2, 1, Ordered::ByLetter), Err(CarrierRefusal::AlreadyCalled));
    orders(&mut life, 2, 2, Ordered::InPerson).unwrap();
    assert_eq!(state(&life, 1), "active", "until the other one is confirmed");
    let typed = read_out(2, true, Purpose::VoiceChange);
    changes(&mut life, None, &typed).unwrap();
    assert_eq!((state(&life, 1), state(&life, 2)), ("blocked", "active"));
}

#[test]
fn a_key_confirms_it_for_what_starts_a_nemid_and_for_nothing_else() {
    let life = with_line_waiting();
    for purpose in [Purpose::Activation, Purpose::Reopening, Purpose::VoiceChange] {
        assert_eq!(calls(&life, 1, &purpose), Ok(telephone(1)));
    }
    for purpose in [Purpose::LogOn, Purpose::Ending, Purpose::Renewal, Purpose::AppInstall] {
        assert_eq!(calls(&life, 1, &purpose), Err(KeyRefusal::UnknownCarrier));
    }
    let typed = read_out(1, true, Purpose::LogOn);
    let refused = keys::log_on(&life.nemid, &typed, &card(90), &life.holder());
    assert_eq!(refused.unwrap_err(), KeyRefusal::UnknownCarrier);
    let life = with_line();
    assert_eq!(state(&life, 1), "active");
    assert_eq!(carriers::of_kind(&life.nemid, CarrierKind::Voice), Ok(CarrierId::Other(line(1))));
    assert!(keys::log_on(&life.nemid, &typed, &card(90), &life.holder()).is_ok());
}

#[test]
fn only_the_telephone_itself_confirms_it_and_only_for_this_purpose() {
    let mut life = with_line_waiting();
    let by_card = life.asked_for(life.nemid.cards[0].number, true, Purpose::VoiceChange);
    let refused = CarrierRefusal::Key(KeyRefusal::UnknownCarrier);
    assert_eq!(changes(&mut life, None, &by_card), Err(refused));
    let other = read_out(1, true, Purpose::Reopening);
    assert_eq!(changes(&mut life, None, &other), Err(CarrierRefusal::Key(KeyRefusal::AskedAnew)));
    let wrong = read_out(1, false, Purpose::VoiceChange);
    let outcome = changes(&mut life, None, &wrong).unwrap();
    assert_eq!(outcome, KeyOutcome::CarrierWrong { kind: CarrierKind::Voice, left: 4 });
    assert_eq!(state(&life, 1), "attached");
}

#[test]
fn the_number_changes_with_a_key_of_the_telephone_or_of_the_card() {
    let mut life = with_line();
    let typed = read_out(1, true, Purpose::VoiceChange);
    assert_eq!(changes(&mut life, Some(telephone(1)), &typed), Err(CarrierRefusal::AlreadyCalled));
    changes(&mut life, Some(telephone(2)), &typed).unwrap();
    assert_eq!(calls(&life, 1, &Purpose::LogOn), Ok(telephone(2)));
    let by_card = life.asked_for(life.nemid.cards[0].number, true, Purpose::VoiceChange);
    changes(&mut life, Some(telephone(3)), &by_card).unwrap();
    assert_eq!(calls(&life, 1, &Purpose::LogOn), Ok(telephone(3)));
    let by_card = life.asked_for(life.nemid.cards[0].number, false, Purpose::VoiceChange);
    changes(&mut life, Some(telephone(4)), &by_card).unwrap();
    assert_eq!(calls(&life, 1, &Purpose::LogOn), Ok(telephone(3)), "the key was wrong");
}

#[test]
fn a_lost_telephone_is_silent_while_the_password_is_blocked_for_it() {
    for reason in [PasswordBlockReason::TelephoneLost, PasswordBlockReason::LineMisused] {
        let mut life = with_line();
        life.apply(&[Event::PasswordBlocked { reason }], Actor::Citizen);
        assert_eq!(calls(&life, 1, &Purpose::Reopening), Err(KeyRefusal::UnknownCarrier), "{reason:?}");
        assert_eq!(to_start_with(&life.nemid), None);
        life.passes(SignedDuration::from_hours(1));
        orders(&mut life, 2, 1, Ordered::InPerson).unwrap();
        assert_eq!(calls(&life, 2, &Purpose::Reopening), Ok(telephone(1)), "a new telephone has the number");
        assert_eq!(to_start_with(&life.nemid).unwrap().number, line(2));
    }
    let mut life = with_line();
    let reason = PasswordBlockReason::KnownByOthers;
    life.apply(&[Event::PasswordBlocked { reason }], Actor::Citizen);
    assert_eq!(calls(&life, 1, &Purpose::Reopening), Ok(telephone(1)));
}

#[test]
fn it_does_not_ring_on_the_telephone_on_which_the_key_is_typed() {
    let life = with_line();
    let ring = |browser, make| {
        let around = Around { browser, make, unanswered: 0 };
        call(&life.nemid, line(1), &Purpose::LogOn, &around).map(|(telephone, _)| telephone)
    };
    assert_eq!(ring(Some("Mozilla/5.0 (klap 1)"), Some("Klap 1")), Err(KeyRefusal::ThisTelephone));
    assert_eq!(ring(Some("Mozilla/5.0 (X11; Linux)"), Some("Klap 1")), Ok(telephone(1)));
    assert_eq!(ring(Some("Mozilla/5.0"), Some(" ")), Ok(telephone(1)));
    assert_eq!(ring(None, Some("Klap 1")), Ok(telephone(1)));
}

#[test]
fn five_calls_that_nobody_took_are_the_last_for_a_while() {
    let life = with_line();
    let after = |unanswered| {
        let around = Around { unanswered, ..Around::default() };
        call(&life.nemid, line(1), &Purpose::LogOn, &around).map(|(telephone, _)| telephone)
    };
    assert_eq!(after(UNANSWERED - 1), Ok(telephone(1)));
    assert_eq!(after(UNANSWERED), Err(KeyRefusal::TooManyCalls));
}

#[test]
fn a_call_rings_for_a_minute_and_ends_with_its_question() {
    let began: Timestamp = "2019-03-07T08:00:00Z".parse().unwrap();
    let after = |seconds| began + SignedDuration::from_secs(seconds);
    assert_eq!(CallState::Ringing.at(after(59), began, true), CallState::Ringing);
    assert_eq!(CallState::Ringing.at(after(60), began, true), CallState::Missed);
    assert_eq!(CallState::Ringing.at(after(5), began, false), CallState::Ended);
    assert_eq!(CallState::Answered.at(after(200), began, true), CallState::Answered);
    assert_eq!(CallState::Answered.at(after(5), began, false), CallState::Ended);
    assert_eq!(CallState::Missed.at(after(5), began, false), CallState::Missed);
    for state in [CallState::Ringing, CallState::Answered, CallState::Missed, CallState::Ended] {
        assert_eq!(CallState::from_code(state.code()), Some(state));
    }
    assert_eq!(CallState::from_code("busy"), None);
}

#[test]
fn a_nemid_that_has_ended_or_whose_holder_has_no_address_orders_none_by_letter() {
    let mut life = with_line();
    life.apply(
        &[Event::NemIdClosed { reason: crate::nemid::block::NemIdCloseReason::HolderAsked }],
        Actor::Citizen,
    );
    assert_eq!(orders(&mut life, 2, 2, Ordered::InPerson), Err(CarrierRefusal::NemIdEnded));
    assert_eq!(calls(&life, 1, &Purpose::LogOn), Err(KeyRefusal::NotUsable));
    let typed = read_out(1, true, Purpose::VoiceChange);
    assert_eq!(changes(&mut life, Some(telephone(2)), &typed), Err(CarrierRefusal::NemIdEnded));
}
