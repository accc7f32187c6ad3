//! Cards ordered, handed out and blocked, as it happens to one citizen.

use crate::actor::Actor;
use crate::cards::*;
use crate::example::{Life, card, officer};
use crate::nemid::block::PasswordBlockReason;

fn number(of: u64) -> KeyCardNumber {
    KeyCardNumber::from_drawn(of)
}

#[test]
fn four_cards_can_be_open_those_in_the_post_among_them() {
    let mut life = Life::in_use();
    for extra in [10, 11, 12] {
        let events = order(&life.nemid, CardOrderReason::Extra, &card(extra), &life.holder()).unwrap();
        life.apply(&events, Actor::Citizen);
    }
    let fifth = order(&life.nemid, CardOrderReason::Extra, &card(13), &life.holder());
    assert_eq!(fifth, Err(CardRefusal::TooMany));
    let stamp = life.stamp(officer());
    assert_eq!(hand_out(&life.nemid, &card(13), &stamp), Err(CardRefusal::TooMany));
    let events = block(&life.nemid, &[number(10)], CardBlockReason::NeverArrived, &stamp).unwrap();
    life.apply(&events, officer());
    assert!(hand_out(&life.nemid, &card(13), &stamp).is_ok());
}

#[test]
fn a_replacement_on_its_way_is_not_ordered_twice() {
    let mut life = Life::in_use();
    let events = order(&life.nemid, CardOrderReason::Replacement, &card(10), &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    let again = order(&life.nemid, CardOrderReason::Replacement, &card(11), &life.holder());
    assert_eq!(again, Err(CardRefusal::OnItsWay));
}

#[test]
fn a_card_block_is_final_and_sends_no_card() {
    let mut life = Life::in_use();
    let events = block(&life.nemid, &[number(1)], CardBlockReason::Lost, &life.holder()).unwrap();
    assert_eq!(events, [Event::CardBlocked { card: number(1), reason: CardBlockReason::Lost }]);
    life.apply(&events, Actor::Citizen);
    let again = block(&life.nemid, &[number(1)], CardBlockReason::Lost, &life.holder());
    assert_eq!(again, Err(CardRefusal::NotOpen));
    assert_eq!(block_all(&life.nemid, CardBlockReason::Lost, &life.holder()), Err(CardRefusal::NoneNamed));
}

#[test]
fn of_several_cards_none_is_blocked_when_one_is_not_theirs() {
    let life = Life::in_use();
    let both = [number(1), number(99)];
    let refused = block(&life.nemid, &both, CardBlockReason::Lost, &life.holder());
    assert_eq!(refused, Err(CardRefusal::Unknown));
}

#[test]
fn a_card_blocked_in_the_post_is_not_attached_when_it_comes() {
    let mut life = Life::in_use();
    let events = order(&life.nemid, CardOrderReason::Extra, &card(10), &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    assert_eq!(deliver(&life.nemid, &number(10)), [Event::CardDelivered { card: number(10) }]);
    let events = block_all(&life.nemid, CardBlockReason::Lost, &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    assert_eq!(deliver(&life.nemid, &number(10)), []);
}

#[test]
fn with_a_blocked_password_the_holder_orders_and_sets_nothing_but_the_counter_hands_out() {
    let mut life = Life::in_use();
    assert_eq!(set_reorder_level(&life.nemid, 9, &life.holder()), Err(CardRefusal::Level));
    assert_eq!(set_reorder_level(&life.nemid, 20, &life.holder()), Ok(Vec::new()));
    let reason = PasswordBlockReason::KnownByOthers;
    let events = crate::passwords::block(&life.nemid, reason, &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    let ordered = order(&life.nemid, CardOrderReason::Extra, &card(10), &life.holder());
    assert_eq!(ordered, Err(CardRefusal::NotUsable));
    assert_eq!(set_reorder_level(&life.nemid, 30, &life.holder()), Err(CardRefusal::NotUsable));
    assert!(hand_out(&life.nemid, &card(10), &life.stamp(officer())).is_ok());
    assert!(block_all(&life.nemid, CardBlockReason::Lost, &life.holder()).is_ok(), "blocking always goes");
}

#[test]
fn a_card_in_the_post_counts_as_lost_on_the_tenth_working_day() {
    let mut life = Life::in_use();
    let events = order(&life.nemid, CardOrderReason::Extra, &card(10), &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    let overdue = |life: &Life, at: &str| {
        let now = at.parse().unwrap();
        life.nemid.cards.iter().map(|card| is_overdue(card, now)).collect::<Vec<_>>()
    };
    // It was ordered on Monday, 4 March 2019; the card in use is never overdue.
    assert_eq!(overdue(&life, "2019-03-17T22:59:59Z"), [false, false]);
    assert_eq!(overdue(&life, "2019-03-17T23:00:00Z"), [false, true]);
    life.apply(&deliver(&life.nemid, &number(10)), Actor::Clock);
    assert_eq!(overdue(&life, "2019-06-18T08:00:00Z"), [false, false]);
}

#[test]
fn a_page_offers_the_order_of_a_card_that_will_succeed() {
    let mut life = Life::in_use();
    assert_eq!((may_order(&life.nemid), kind_of_order(&life.nemid)), (Ok(()), CardOrderReason::Extra));
    let lost = block_all(&life.nemid, CardBlockReason::Lost, &life.holder()).unwrap();
    life.apply(&lost, Actor::Citizen);
    assert_eq!((may_order(&life.nemid), kind_of_order(&life.nemid)), (Ok(()), CardOrderReason::Replacement));
    let events = order(&life.nemid, CardOrderReason::Replacement, &card(10), &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    assert_eq!(may_order(&life.nemid), Err(CardRefusal::OnItsWay));
    life.nemid_is_blocked();
    assert_eq!(may_order(&life.nemid), Err(CardRefusal::NemIdEnded));
    assert_eq!(set_reorder_level(&life.nemid, 30, &life.holder()), Err(CardRefusal::NemIdEnded));
}

#[test]
fn the_last_key_sends_a_card_when_the_one_that_was_sent_before_got_lost() {
    let mut life = Life::in_use();
    life.logs_on(number(1), 127);
    let lost =
        block(&life.nemid, &[life.nemid.cards[1].number], CardBlockReason::NeverArrived, &life.holder());
    life.apply(&lost.unwrap(), Actor::Citizen);
    life.nemid.reorder_level = 10;
    life.nemid.cards[0].used = {
        let mut used = life.nemid.cards[0].used;
        while used.count() < crate::words::KEYS_PER_CARD - 1 {
            let next = used.unused().next().unwrap();
            used.mark(next);
        }
        used
    };
    let (events, _) = life.answers(number(1), true);
    assert!(
        matches!(
            events[..],
            [.., Event::CardUsedUp { .. }, Event::CardOrdered { .. }, Event::LoggedOn { .. }]
        ),
        "{events:?}"
    );
}

#[test]
fn the_level_at_which_a_card_is_sent_is_chosen_from_ten_to_sixty() {
    let life = Life::in_use();
    let chosen = |level| set_reorder_level(&life.nemid, level, &life.holder());
    for level in [10, 60] {
        assert_eq!(chosen(level), Ok(vec![Event::ReorderLevelSet { level }]));
    }
    for level in [0, 9, 61] {
        assert_eq!(chosen(level), Err(CardRefusal::Level));
    }
}

#[test]
fn a_chosen_level_is_the_one_at_which_a_card_is_sent() {
    let mut life = Life::in_use();
    let events = set_reorder_level(&life.nemid, 60, &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    life.logs_on(number(1), 86);
    assert_eq!((life.nemid.cards[0].keys_left(), life.nemid.cards.len()), (61, 1));
    life.logs_on(number(1), 1);
    assert_eq!(life.nemid.cards.len(), 2);
}

#[test]
fn to_who_has_no_address_no_card_is_posted_and_one_is_handed_out() {
    let mut life = Life::in_use();
    life.nemid.reach = crate::post::PostalReach::Nowhere;
    let ordered = order(&life.nemid, CardOrderReason::Extra, &card(10), &life.holder());
    assert_eq!(ordered, Err(CardRefusal::NoAddress));
    assert_eq!(may_order(&life.nemid), Err(CardRefusal::NoAddress));
    life.logs_on(number(1), 130);
    assert!(life.nemid.cards.len() == 1 && life.nemid.active_card().unwrap().keys_left() < 20);
    assert!(hand_out(&life.nemid, &card(10), &life.stamp(officer())).is_ok());
}
