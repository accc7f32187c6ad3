//! What keys do, as it happens to one citizen.

use crate::actor::Actor;
use crate::example::{Life, card, operator};
use crate::keys::*;
use crate::nemid::block::{CardBlockReason, NemIdBlockReason};
use crate::words::{CarrierId, KEYS_PER_CARD, KeyPosition};
use crate::{cards, changes, ending};

fn number(of: u64) -> KeyCardNumber {
    KeyCardNumber::from_drawn(of)
}

/// The position on the card that an answer is of.
fn position(answer: &KeyAnswer) -> KeyPosition {
    match answer.of {
        AskedKey::Card { position, .. } => position,
        AskedKey::Carrier(number) => panic!("{number} is no card"),
    }
}

/// In use with card 1, and card 2 handed out beside it.
fn with_two_cards() -> Life {
    let mut life = Life::in_use();
    let events = cards::hand_out(&life.nemid, &card(200), &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    life
}

#[test]
fn the_same_key_is_asked_again_until_it_is_answered_whatever_is_drawn() {
    let mut life = Life::in_use();
    let first = position(&life.asked(number(1), true));
    let again = ask(&life.nemid, &number(1), 99, &Purpose::LogOn).unwrap();
    assert_eq!(again, (first, Vec::new()), "asking twice draws once");
    life.answers(number(1), false);
    assert_eq!(
        ask(&life.nemid, &number(1), 7, &Purpose::LogOn).unwrap().0,
        first,
        "a wrong key uses nothing up"
    );
    assert_eq!(life.nemid.card(&number(1)).unwrap().used.count(), 1, "only the key of the activation");
}

#[test]
fn after_a_password_change_the_question_is_drawn_anew_and_the_old_answer_refused() {
    let mut life = Life::in_use();
    let old = life.asked(number(1), true);
    let verdict = crate::passwords::PasswordVerdict {
        against: crate::example::hash("secret1"),
        right: true,
        rehashed: None,
    };
    let new = crate::example::hash("secret2");
    let judged = changes::password(&life.nemid, &verdict, &new, &life.holder()).unwrap();
    life.apply(&judged.events, Actor::Citizen);
    assert_eq!(life.nemid.card(&number(1)).unwrap().pending, None);
    let late = log_on(&life.nemid, &old, &card(300), &life.holder());
    assert_eq!(late.unwrap_err(), KeyRefusal::AskedAnew);
}

#[test]
fn a_right_key_works_once_even_when_it_is_sent_twice() {
    let mut life = Life::in_use();
    let typed = life.asked(number(1), true);
    let (events, _) = log_on(&life.nemid, &typed, &card(300), &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    let twice = log_on(&life.nemid, &typed, &card(300), &life.holder());
    assert_eq!(twice.unwrap_err(), KeyRefusal::AskedAnew);
    assert_ne!(ask(&life.nemid, &number(1), 5, &Purpose::LogOn).unwrap().0, position(&typed));
}

#[test]
fn five_wrong_keys_in_a_row_block_the_card_and_a_right_one_between_sets_the_count_to_zero() {
    let mut life = Life::in_use();
    for left in [4, 3, 2, 1] {
        assert_eq!(life.answers(number(1), false).1, KeyOutcome::Wrong { left });
    }
    life.logs_on(number(1), 1);
    for left in [4, 3, 2, 1] {
        assert_eq!(life.answers(number(1), false).1, KeyOutcome::Wrong { left });
    }
    let (events, outcome) = life.answers(number(1), false);
    assert_eq!(outcome, KeyOutcome::CardBlocked);
    assert!(!events.iter().any(|event| matches!(event, Event::CardOrdered { .. })), "none is sent by itself");
    let CardState::Blocked(block) = &life.nemid.card(&number(1)).unwrap().state else { panic!() };
    assert_eq!((block.reason, block.at), (CardBlockReason::TooManyWrongKeys, life.now));
    assert_eq!(ask(&life.nemid, &number(1), 5, &Purpose::LogOn).unwrap_err(), KeyRefusal::UnknownCard);
}

#[test]
fn answering_from_an_attached_card_takes_it_into_use_and_blocks_the_one_before() {
    let mut life = with_two_cards();
    let events = cards::hand_out(&life.nemid, &card(201), &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    assert_eq!(card_to_ask(&life.nemid, None), Ok(number(1)));
    assert_eq!(card_to_ask(&life.nemid, Some(&number(200))), Ok(number(200)));
    assert_eq!(card_to_ask(&life.nemid, Some(&number(77))), Err(KeyRefusal::UnknownCard));
    life.answers(number(200), false);
    assert_eq!(life.nemid.active_card().unwrap().number, number(1), "a wrong key takes nothing into use");
    life.logs_on(number(200), 1);
    assert_eq!(life.nemid.active_card().unwrap().number, number(200));
    assert!(matches!(&life.nemid.card(&number(1)).unwrap().state,
        CardState::Blocked(block) if block.reason == CardBlockReason::Replaced));
    assert_eq!(life.nemid.card(&number(201)).unwrap().state, CardState::Attached, "other attached ones stay");
}

#[test]
fn a_new_card_is_sent_when_twenty_keys_are_left_and_only_one() {
    let mut life = Life::in_use();
    life.logs_on(number(1), KEYS_PER_CARD - 22);
    assert_eq!(life.nemid.card(&number(1)).unwrap().keys_left(), 21);
    assert_eq!(life.nemid.open_cards().count(), 1);
    life.logs_on(number(1), 1);
    assert_eq!(life.nemid.cards.iter().filter(|card| card.state == CardState::Ordered).count(), 1);
    life.logs_on(number(1), 20);
    assert_eq!(life.nemid.cards.len(), 2, "one on its way is enough");
    assert!(matches!(life.nemid.card(&number(1)).unwrap().state, CardState::UsedUp { .. }));
    assert_eq!(card_to_ask(&life.nemid, None), Err(KeyRefusal::NoCard));
}

#[test]
fn a_full_card_taken_into_use_sends_no_other_though_a_newer_one_was_used_up() {
    let mut life = with_two_cards();
    let events = cards::hand_out(&life.nemid, &card(201), &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    life.logs_on(number(201), KEYS_PER_CARD);
    assert_eq!(life.nemid.active_card(), None);
    life.logs_on(number(200), 1);
    assert!(life.nemid.cards.iter().all(|card| card.state != CardState::Ordered), "147 keys are left");
}

#[test]
fn no_key_is_asked_of_a_nemid_that_has_ended() {
    let mut life = Life::in_use();
    let stamp = life.stamp(operator());
    let events = ending::block(&life.nemid, NemIdBlockReason::RulesBroken, &stamp).unwrap();
    life.apply(&events, operator());
    assert_eq!(ask(&life.nemid, &number(1), 5, &Purpose::LogOn).unwrap_err(), KeyRefusal::NotUsable);
}

#[test]
fn a_right_key_records_the_log_on_or_why_it_is_refused_and_a_wrong_one_neither() {
    let mut life = Life::in_use();
    let bar = LogOnBar::NoAgreement;
    let logged_on = Event::LoggedOn { purpose: Purpose::LogOn, carrier: Some(CarrierId::Card(number(1))) };
    let refused = Event::LogOnRefused { purpose: Purpose::LogOn, bar, times: 1 };
    for right in [true, false] {
        let typed = life.asked(number(1), right);
        let (on, _) = log_on(&life.nemid, &typed, &card(300), &life.holder()).unwrap();
        let (away, _) = turn_away(&life.nemid, &typed, bar, &card(300), &life.holder()).unwrap();
        assert_eq!((on.contains(&logged_on), away.contains(&refused)), (right, right));
        assert!(!on.contains(&refused) && !away.contains(&logged_on));
    }
}

#[test]
fn a_key_counts_for_the_log_on_that_it_was_asked_for_while_the_password_is_in_use() {
    let mut life = Life::in_use();
    let ending = life.asked_for(number(1), true, Purpose::Ending);
    let refused = log_on(&life.nemid, &ending, &card(300), &life.holder());
    assert_eq!(refused.unwrap_err(), KeyRefusal::AskedAnew);
    let typed = KeyAnswer { purpose: Purpose::LogOn, ..ending };
    let mut ended = life.clone();
    life.password_is_blocked();
    let refused = log_on(&life.nemid, &typed, &card(300), &life.holder());
    assert_eq!(refused.unwrap_err(), KeyRefusal::NotUsable);
    ended.nemid_is_blocked();
    let stamp = ended.holder();
    let mut decision = Decision::of(&ended.nemid, &stamp);
    assert_eq!(answer(&mut decision, &typed, &card(300)), Err(KeyRefusal::NotUsable));
}
