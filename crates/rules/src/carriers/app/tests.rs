//! What apps do, as it happens to one citizen.

use super::*;
use crate::Refusal;
use crate::actor::Actor;
use crate::carriers;
use crate::example::{Life, card};
use crate::keys::AskedKey;
use crate::nightly;
use crate::words::KeyCardNumber;

fn number(drawn: u64) -> CarrierNumber {
    CarrierNumber::app_from_drawn(drawn)
}

fn telephone(life: &Life, device: u32) -> OnTelephone {
    OnTelephone {
        device: DeviceId(device),
        owner: life.nemid.holder,
        make: "Fjordfon 2".to_owned(),
        smart: true,
        lost: false,
        battery: true,
        net: true,
    }
}

fn installs(life: &mut Life, drawn: u64, on: &OnTelephone, right: bool) -> Result<KeyOutcome, AppRefusal> {
    let typed = life.asked_for(KeyCardNumber::from_drawn(1), right, Purpose::AppInstall);
    let spare = life.fresh();
    let (events, outcome) = install(&life.nemid, number(drawn), on, &typed, &spare, &life.holder())?;
    life.apply(&events, Actor::Citizen);
    Ok(outcome)
}

/// A life in use with an app that has its PIN, on the telephone with the number of the app.
fn with_app(drawn: u32) -> Life {
    let mut life = Life::in_use();
    takes_into_use(&mut life, drawn);
    life
}

fn takes_into_use(life: &mut Life, drawn: u32) {
    let on = telephone(life, drawn);
    assert_eq!(installs(life, drawn.into(), &on, true).unwrap(), KeyOutcome::Right);
    life.passes(WAIT);
    let pin = PinHash::new([1; 16], [2; 32]);
    let events = choose_pin(&life.nemid, number(drawn.into()), on.device, pin, life.now).unwrap();
    life.apply(&events, Actor::Citizen);
}

fn state(life: &Life, drawn: u64) -> &CarrierState {
    &life.nemid.carrier(number(drawn)).unwrap().state
}

fn approves(life: &mut Life, drawn: u64, right: bool) -> Result<KeyOutcome, KeyRefusal> {
    let (events, outcome) = approve(&life.nemid, number(drawn), right, &Purpose::LogOn, &life.holder())?;
    life.apply(&events, Actor::Citizen);
    Ok(outcome)
}

#[test]
fn it_is_installed_with_a_key_from_the_card_and_opened_an_hour_later() {
    let mut life = Life::in_use();
    let on = telephone(&life, 7);
    assert_eq!(installs(&mut life, 1, &on, false).unwrap(), KeyOutcome::Wrong { left: 4 });
    assert!(life.nemid.carriers.is_empty(), "a wrong key installs nothing");
    assert_eq!(installs(&mut life, 1, &on, true).unwrap(), KeyOutcome::Right);
    assert_eq!(installs(&mut life, 2, &on, true).unwrap_err(), AppRefusal::ThereAlready);
    let pin = PinHash::new([1; 16], [2; 32]);
    let at = life.now.saturating_add(WAIT).unwrap();
    life.passes(WAIT - SignedDuration::from_nanos(1));
    let early = choose_pin(&life.nemid, number(1), on.device, pin, life.now).unwrap_err();
    assert_eq!(early, AppRefusal::NotReady { at });
    assert_eq!(early.until(), Some(at));
    assert_eq!(carriers::offered(&life.nemid), [CarrierKind::Card], "it is not in use yet");
    life.passes(SignedDuration::from_nanos(1));
    for other in [(number(2), on.device), (number(1), DeviceId(8))] {
        let refused = choose_pin(&life.nemid, other.0, other.1, pin, life.now);
        assert_eq!(refused.unwrap_err(), AppRefusal::NotThere);
    }
    let events = choose_pin(&life.nemid, number(1), on.device, pin, life.now).unwrap();
    life.apply(&events, Actor::Citizen);
    assert_eq!(super::pin(life.nemid.carrier(number(1)).unwrap()), Some(pin));
    let again = choose_pin(&life.nemid, number(1), on.device, pin, life.now);
    assert_eq!(again.unwrap_err(), AppRefusal::InUse);
    assert!(carriers::offered(&life.nemid).contains(&CarrierKind::App));
}

#[test]
fn an_app_on_the_telephone_does_not_install_another_without_the_card() {
    let mut life = with_app(7);
    let on = telephone(&life, 8);
    let by_app = KeyAnswer {
        of: AskedKey::Carrier(number(7)),
        right: true,
        counter: None,
        purpose: Purpose::AppInstall,
    };
    let (spare, stamp) = (life.fresh(), life.holder());
    let refused = install(&life.nemid, number(2), &on, &by_app, &spare, &stamp);
    assert_eq!(refused.unwrap_err(), AppRefusal::Key(KeyRefusal::UnknownCard));
    let typed = life.asked_for(KeyCardNumber::from_drawn(1), true, Purpose::LogOn);
    let refused = install(&life.nemid, number(2), &on, &typed, &spare, &stamp);
    assert_eq!(refused.unwrap_err(), AppRefusal::Key(KeyRefusal::AskedAnew), "asked for a log-on");
}

#[test]
fn only_a_telephone_of_ones_own_that_works_takes_it_and_a_nemid_has_three_at_most() {
    let mut life = Life::in_use();
    let fine = telephone(&life, 7);
    let stranger = CprNumber::synthetic("1980-05-01".parse().unwrap(), 2);
    for (on, why) in [
        (OnTelephone { smart: false, ..fine.clone() }, AppRefusal::NotSmart),
        (OnTelephone { lost: true, ..fine.clone() }, AppRefusal::TelephoneLost),
        (OnTelephone { battery: false, ..fine.clone() }, AppRefusal::NoBattery),
        (OnTelephone { net: false, ..fine.clone() }, AppRefusal::NoNet),
        (OnTelephone { owner: stranger, ..fine.clone() }, AppRefusal::NotOwn),
    ] {
        assert_eq!(may_install(&life.nemid, &on).unwrap_err(), why);
    }
    for drawn in 1..=3 {
        takes_into_use(&mut life, drawn);
    }
    assert_eq!(may_install(&life.nemid, &fine).unwrap_err(), AppRefusal::TooMany);
    let reason = CarrierBlockReason::CarrierLost;
    let events = carriers::block(&life.nemid, &[number(2)], reason, &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    assert_eq!(may_install(&life.nemid, &fine), Ok(()));
    assert_eq!((state(&life, 1), state(&life, 3)), (&CarrierState::Active, &CarrierState::Active));
    let begun = Life::begun();
    assert_eq!(may_install(&begun.nemid, &telephone(&begun, 7)).unwrap_err(), AppRefusal::NotActivated);
    life.nemid_is_blocked();
    assert_eq!(may_install(&life.nemid, &fine).unwrap_err(), AppRefusal::NotUsable);
}

#[test]
fn it_lapses_after_a_day_without_a_pin_and_never_after_one() {
    let mut life = Life::in_use();
    let on = telephone(&life, 7);
    installs(&mut life, 7, &on, true).unwrap();
    let due = lapses(life.nemid.carrier(number(7)).unwrap()).unwrap();
    assert!(nightly::due(&life.nemid).is_some_and(|first| first <= due));
    life.passes(SignedDuration::from_hours(24) - SignedDuration::from_nanos(1));
    assert!(lapse(&life.nemid, life.now).is_empty());
    life.passes(SignedDuration::from_nanos(1));
    let events = nightly::decide(&life.nemid, &life.stamp(Actor::Clock));
    life.apply(&events, Actor::Clock);
    let blocked = state(&life, 7);
    assert!(
        matches!(blocked, CarrierState::Blocked(block) if block.reason == CarrierBlockReason::NeverBegun)
    );
    let mut used = with_app(8);
    used.passes(SignedDuration::from_hours(48));
    assert!(lapse(&used.nemid, used.now).is_empty());
}

#[test]
fn five_wrong_pins_block_it_for_good_and_a_right_one_between_them_begins_anew() {
    let mut life = with_app(7);
    for left in (1..=4).rev() {
        let kind = CarrierKind::App;
        assert_eq!(approves(&mut life, 7, false).unwrap(), KeyOutcome::CarrierWrong { kind, left });
    }
    assert_eq!(approves(&mut life, 7, true).unwrap(), KeyOutcome::Right);
    assert_eq!(life.nemid.used_last, Some(CarrierKind::App));
    for _ in 0..4 {
        approves(&mut life, 7, false).unwrap();
    }
    assert_eq!(approves(&mut life, 7, false).unwrap(), KeyOutcome::CarrierBlocked(CarrierKind::App));
    assert_eq!(approves(&mut life, 7, true).unwrap_err(), KeyRefusal::UnknownCarrier);
    assert_eq!(carriers::offered(&life.nemid), [CarrierKind::Card], "the card works on");
}

#[test]
fn an_approval_opens_what_it_was_asked_for_unless_the_app_is_blocked_meanwhile() {
    let mut life = with_app(7);
    let approved = |purpose| {
        let of = AskedKey::Carrier(number(7));
        KeyAnswer { of, right: true, counter: None, purpose }
    };
    let log_on = approved(Purpose::LogOn);
    let (events, outcome) = keys::log_on(&life.nemid, &log_on, &card(90), &life.holder()).unwrap();
    assert_eq!((events.len(), outcome), (1, KeyOutcome::Right), "the approval was noted when it was given");
    let refused = keys::log_on(&life.nemid, &approved(Purpose::Renewal), &card(90), &life.holder());
    assert_eq!(refused.unwrap_err(), KeyRefusal::AskedAnew);
    let not_yet = KeyAnswer { right: false, ..log_on.clone() };
    let refused = keys::log_on(&life.nemid, &not_yet, &card(90), &life.holder());
    assert_eq!(refused.unwrap_err(), KeyRefusal::NotApproved, "asking too early counts as nothing");
    let reason = CarrierBlockReason::DeviceCompromised;
    let events = carriers::block(&life.nemid, &[number(7)], reason, &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    let refused = keys::log_on(&life.nemid, &log_on, &card(90), &life.holder());
    assert_eq!(refused.unwrap_err(), KeyRefusal::UnknownCarrier);
}

#[test]
fn a_blocked_password_approves_and_refuses_nothing() {
    let mut life = with_app(7);
    let refused = refuse_request(&life.nemid, number(7), &Purpose::LogOn, &life.holder()).unwrap();
    assert_eq!(refused, [Event::RequestRefused { app: number(7), purpose: Purpose::LogOn }]);
    life.password_is_blocked();
    assert_eq!(approves(&mut life, 7, true).unwrap_err(), KeyRefusal::NotUsable);
    let refused = refuse_request(&life.nemid, number(7), &Purpose::LogOn, &life.holder());
    assert_eq!(refused.unwrap_err(), KeyRefusal::NotUsable);
}

#[test]
fn a_request_is_noted_in_the_log() {
    let life = with_app(7);
    let carrier = carriers::of_kind(&life.nemid, CarrierKind::App).unwrap();
    let (asked, events) = carriers::ask(&life.nemid, carrier, 0, &Purpose::LogOn).unwrap();
    assert_eq!(asked, AskedKey::Carrier(number(7)));
    assert_eq!(events, [Event::CarrierAsked { carrier: number(7), purpose: Purpose::LogOn }]);
}

#[test]
fn after_five_in_an_hour_without_an_answer_none_is_sent() {
    let at = |minutes: i64| Timestamp::from_second(minutes * 60).unwrap();
    assert!(!rests(&[at(0), at(1), at(2), at(3)]));
    assert!(rests(&[at(0), at(1), at(2), at(3), at(60)]));
    assert!(rests(&[at(60), at(3), at(0), at(2), at(1)]), "in whatever order");
    assert!(!rests(&[at(0), at(1), at(2), at(3), at(61)]));
    assert!(rests(&[at(0), at(30), at(60), at(61), at(62), at(63)]));
}
