//! What tokens do, and what the carriers have in common, as it happens to one citizen.

use jiff::SignedDuration;

use super::*;
use crate::actor::Actor;
use crate::cards;
use crate::carriers::token::DrawnToken;
use crate::example::{Life, card};
use crate::keys;
use crate::nemid::block::CardBlockReason;
use crate::nemid::{CardSalt, DeviceId, Holding};
use crate::words::{KeyCardNumber, Mobile};

fn drawn(number: u64) -> DrawnToken {
    DrawnToken { number: CarrierNumber::token_from_drawn(number), salt: CardSalt::new([7; 16]) }
}

/// A life in use with a token that has come by post.
fn with_token_attached(number: u64) -> Life {
    let mut life = Life::in_use();
    let events = token::order(&life.nemid, &drawn(number), &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    let events = deliver(&life.nemid, drawn(number).number);
    life.apply(&events, Actor::Clock);
    life
}

/// The same, taken into use with its first code and a key from the card.
fn with_token(number: u64) -> Life {
    let mut life = with_token_attached(number);
    starts(&mut life, number, Some(0)).unwrap();
    life
}

fn starts(life: &mut Life, number: u64, code: Option<u32>) -> Result<KeyOutcome, CarrierRefusal> {
    let typed = life.asked_for(KeyCardNumber::from_drawn(1), true, Purpose::TokenStart);
    let spare = life.fresh();
    let (events, outcome) =
        start::token(&life.nemid, drawn(number).number, code, &typed, &spare, &life.holder())?;
    life.apply(&events, Actor::Citizen);
    Ok(outcome)
}

fn code(number: CarrierNumber, counter: Option<u32>) -> KeyAnswer {
    let (of, right) = (AskedKey::Carrier(number), counter.is_some());
    KeyAnswer { of, right, counter, purpose: Purpose::LogOn }
}

fn types(life: &mut Life, number: u64, counter: Option<u32>) -> Result<KeyOutcome, KeyRefusal> {
    let typed = code(drawn(number).number, counter);
    let (events, outcome) = keys::log_on(&life.nemid, &typed, &card(90), &life.holder())?;
    life.apply(&events, Actor::Citizen);
    Ok(outcome)
}

fn next(life: &Life, number: u64) -> u32 {
    match life.nemid.carrier(drawn(number).number).unwrap().holding {
        Holding::Token { next, .. } => next,
        ref other => panic!("{other:?}"),
    }
}

#[test]
fn a_token_is_ordered_once_and_taken_into_use_with_its_code_and_a_key_from_the_card() {
    let mut life = with_token_attached(1);
    let refused = token::order(&life.nemid, &drawn(2), &life.holder());
    assert_eq!(refused.unwrap_err(), CarrierRefusal::TooMany);
    assert_eq!(offered(&life.nemid), [CarrierKind::Card], "it is not in use yet");
    assert_eq!(starts(&mut life, 2, Some(0)).unwrap_err(), CarrierRefusal::Unknown);
    assert_eq!(starts(&mut life, 1, None).unwrap_err(), CarrierRefusal::WrongCode);
    assert_eq!(starts(&mut life, 1, Some(token::WINDOW)).unwrap_err(), CarrierRefusal::WrongCode);
    assert_eq!(starts(&mut life, 1, Some(3)).unwrap(), KeyOutcome::Right);
    assert_eq!(starts(&mut life, 1, Some(4)).unwrap_err(), CarrierRefusal::NotOpen);
    assert_eq!(next(&life, 1), 4, "the code that was typed is spent");
    assert_eq!(offered(&life.nemid), [CarrierKind::Token, CarrierKind::Card], "the card stays beside it");
}

#[test]
fn a_wrong_key_from_the_card_takes_no_token_into_use() {
    let mut life = with_token_attached(1);
    let typed = life.asked_for(KeyCardNumber::from_drawn(1), false, Purpose::TokenStart);
    let (number, spare) = (drawn(1).number, life.fresh());
    let taken = start::token(&life.nemid, number, Some(0), &typed, &spare, &life.holder());
    let (events, outcome) = taken.unwrap();
    assert_eq!(outcome, KeyOutcome::Wrong { left: 4 });
    life.apply(&events, Actor::Citizen);
    assert_eq!(life.nemid.carrier(number).unwrap().state, CarrierState::Attached);
    let elsewhere = life.asked_for(KeyCardNumber::from_drawn(1), true, Purpose::LogOn);
    let refused = start::token(&life.nemid, number, Some(0), &elsewhere, &spare, &life.holder());
    assert_eq!(refused.unwrap_err(), CarrierRefusal::Key(KeyRefusal::AskedAnew));
}

#[test]
fn each_code_works_once_and_in_order() {
    let mut life = with_token(1);
    assert_eq!(types(&mut life, 1, Some(1)), Ok(KeyOutcome::Right));
    let used = life.nemid.carrier(drawn(1).number).unwrap();
    let (_, searched) = token::searched(used).unwrap();
    assert_eq!((searched.start, searched.end), (2, 2 + token::LOOK_AHEAD), "spent codes are not looked for");
    assert_eq!(used.used, Some(life.now));
    assert_eq!(types(&mut life, 1, Some(11)), Ok(KeyOutcome::Right), "nine presses in vain");
    assert_eq!(next(&life, 1), 12, "what was skipped is spent as well");
    for spent in [1, 5, 11] {
        assert!(matches!(types(&mut life, 1, Some(spent)), Ok(KeyOutcome::CarrierWrong { .. })), "{spent}");
    }
    assert_eq!(types(&mut life, 1, Some(12)), Ok(KeyOutcome::Right));
}

#[test]
fn beyond_the_window_two_codes_in_a_row_are_needed() {
    let mut life = with_token(1);
    assert_eq!(types(&mut life, 1, Some(1 + token::WINDOW)), Ok(KeyOutcome::NextCode));
    assert_eq!(types(&mut life, 1, Some(3 + token::WINDOW)), Ok(KeyOutcome::NextCode), "not the one after");
    assert_eq!(types(&mut life, 1, Some(4 + token::WINDOW)), Ok(KeyOutcome::Right));
    assert_eq!(next(&life, 1), 5 + token::WINDOW);
}

#[test]
fn five_wrong_codes_block_the_token_and_nothing_else() {
    let mut life = with_token(1);
    for left in (1..5).rev() {
        let kind = CarrierKind::Token;
        assert_eq!(types(&mut life, 1, None), Ok(KeyOutcome::CarrierWrong { kind, left }));
    }
    assert_eq!(types(&mut life, 1, None), Ok(KeyOutcome::CarrierBlocked(CarrierKind::Token)));
    assert_eq!(types(&mut life, 1, Some(1)), Err(KeyRefusal::UnknownCarrier));
    assert_eq!(offered(&life.nemid), [CarrierKind::Card]);
    assert_eq!(life.answers(KeyCardNumber::from_drawn(1), true).1, KeyOutcome::Right);
}

#[test]
fn a_right_code_forgives_the_wrong_ones_before() {
    let mut life = with_token(1);
    for counter in [None, None, None, None, Some(1), None, None, None, None] {
        types(&mut life, 1, counter).unwrap();
    }
    assert_eq!(types(&mut life, 1, Some(2)), Ok(KeyOutcome::Right));
}

#[test]
fn the_kind_that_was_used_last_is_asked_first() {
    let mut life = with_token(1);
    assert_eq!(first(&life.nemid).unwrap().kind(), CarrierKind::Token);
    life.logs_on(KeyCardNumber::from_drawn(1), 1);
    assert_eq!(offered(&life.nemid), [CarrierKind::Card, CarrierKind::Token]);
    assert_eq!(first(&life.nemid).unwrap().kind(), CarrierKind::Card);
    types(&mut life, 1, Some(1)).unwrap();
    assert_eq!(offered(&life.nemid), [CarrierKind::Token, CarrierKind::Card]);
}

#[test]
fn a_blocked_token_leaves_the_card_and_a_blocked_card_the_token() {
    let mut life = with_token(1);
    let blocked = cards::block_all(&life.nemid, CardBlockReason::Lost, &life.holder()).unwrap();
    life.apply(&blocked, Actor::Citizen);
    assert!(life.nemid.can_answer());
    assert_eq!(types(&mut life, 1, Some(1)), Ok(KeyOutcome::Right));
    let reason = CarrierBlockReason::CarrierLost;
    let blocked = block_all(&life.nemid, CarrierKind::Token, reason, &life.holder()).unwrap();
    life.apply(&blocked, Actor::Citizen);
    assert!(!life.nemid.can_answer());
    assert_eq!(first(&life.nemid), Err(KeyRefusal::NoCard));
    let again = block(&life.nemid, &[drawn(1).number], reason, &life.holder());
    assert_eq!(again.unwrap_err(), CarrierRefusal::NotOpen, "a block is final (D18)");
    let unknown = block(&life.nemid, &[drawn(9).number], reason, &life.holder());
    assert_eq!(unknown.unwrap_err(), CarrierRefusal::Unknown);
    assert_eq!(block(&life.nemid, &[], reason, &life.holder()).unwrap_err(), CarrierRefusal::NoneNamed);
}

#[test]
fn a_token_blocked_on_its_way_never_arrives_and_another_replaces_the_one_in_use() {
    let mut life = with_token(1);
    for number in [2, 3] {
        let events = token::order(&life.nemid, &drawn(number), &life.holder()).unwrap();
        life.apply(&events, Actor::Citizen);
        if number == 2 {
            let reason = CarrierBlockReason::CarrierNeverArrived;
            let events = block(&life.nemid, &[drawn(2).number], reason, &life.holder()).unwrap();
            life.apply(&events, Actor::Citizen);
            assert_eq!(deliver(&life.nemid, drawn(2).number), []);
        }
    }
    let events = deliver(&life.nemid, drawn(3).number);
    life.apply(&events, Actor::Clock);
    starts(&mut life, 3, Some(0)).unwrap();
    let states: Vec<_> = life.nemid.carriers.iter().map(|one| one.state.code()).collect();
    assert_eq!(states, ["blocked", "blocked", "active"]);
    assert_eq!(of_kind(&life.nemid, CarrierKind::Token), Ok(CarrierId::Other(drawn(3).number)));
}

#[test]
fn nothing_is_ordered_or_asked_before_activation_or_after_the_end() {
    let begun = Life::begun();
    assert_eq!(token::may_order(&begun.nemid), Err(CarrierRefusal::NotActivated));
    let mut life = with_token(1);
    let typed = life.asked_for(KeyCardNumber::from_drawn(1), true, Purpose::Ending);
    let (events, _) = crate::ending::close(&life.nemid, &typed, &card(60), &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    assert_eq!(life.nemid.carriers[0].state.code(), "blocked");
    assert_eq!(token::may_order(&life.nemid), Err(CarrierRefusal::NemIdEnded));
    let asked = ask(&life.nemid, CarrierId::Other(drawn(1).number), 1, &Purpose::LogOn);
    assert_eq!(asked.unwrap_err(), KeyRefusal::NotUsable);
    assert_eq!(token::wear_out(&life.nemid, life.now), []);
}

#[test]
fn a_battery_ends_after_five_years_and_takes_the_token_with_it() {
    let mut life = with_token(1);
    let ends = token::battery_ends(&life.nemid.carriers[0]).unwrap();
    assert_eq!(ends.duration_since(life.nemid.carriers[0].since), SignedDuration::from_hours(24 * 365 * 5));
    assert_eq!(token::wear_out(&life.nemid, ends - SignedDuration::from_secs(1)), []);
    let worn = token::wear_out(&life.nemid, ends);
    life.apply(&worn, Actor::Clock);
    assert_eq!(life.nemid.carriers[0].state.code(), "worn_out");
    assert_eq!(types(&mut life, 1, Some(1)), Err(KeyRefusal::UnknownCarrier));
    assert_eq!(token::battery_ends(&life.nemid.carriers[0]), None);
    assert_eq!(token::may_order(&life.nemid), Ok(()));
}

#[test]
fn an_answer_with_a_token_activates_and_reopens_nothing() {
    let number = CarrierNumber::token_from_drawn(1);
    assert_eq!(keys::from_card(&code(number, Some(0))), Err(KeyRefusal::UnknownCard));
}

#[test]
fn what_only_other_kinds_have_is_not_a_tokens() {
    let life = Life::in_use();
    let app = Carrier::new(
        CarrierNumber::app_from_drawn(1),
        Holding::App { device: DeviceId(1), pin: None },
        life.now,
        CarrierState::Active,
    );
    let telephone = Mobile::parse("70000001").unwrap();
    let line = Carrier::new(
        CarrierNumber::voice_from_drawn(1),
        Holding::Voice { telephone },
        life.now,
        CarrierState::Active,
    );
    for other in [app, line] {
        assert_eq!(token::searched(&other), None);
        assert_eq!(token::battery_ends(&other), None);
        assert!(!token::needs_another_code(&other, 5_000));
    }
}

#[test]
fn a_token_in_the_post_is_due_when_its_letter_is_and_only_until_it_has_come() {
    let mut life = Life::in_use();
    assert_eq!(token::due(&life.nemid), None);
    let events = token::order(&life.nemid, &drawn(1), &life.stamp(crate::example::officer())).unwrap();
    life.apply(&events, crate::example::officer());
    let journey = crate::post::Journey::of(life.now, life.nemid.reach);
    assert_eq!(token::due(&life.nemid), Some(journey.arrives));
    let events = deliver(&life.nemid, drawn(1).number);
    life.apply(&events, Actor::Clock);
    assert_eq!(token::due(&life.nemid), None);
}

#[test]
fn a_desk_orders_a_token_for_a_blocked_password_and_its_holder_cannot() {
    let mut life = Life::in_use();
    life.password_is_blocked();
    assert_eq!(token::order(&life.nemid, &drawn(1), &life.holder()), Err(CarrierRefusal::NotUsable));
    assert!(token::order(&life.nemid, &drawn(1), &life.stamp(crate::example::officer())).is_ok());
}
