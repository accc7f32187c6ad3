//! When letters are posted and due, and what happens to them on the way.

use jiff::SignedDuration;

use super::*;
use crate::actor::Actor;
use crate::cards;
use crate::example::Life;
use crate::nemid::Event;
use crate::nemid::block::CardBlockReason;
use crate::temporary::TemporaryAction;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn a_letter_written_on_a_saturday_is_posted_on_monday_and_the_pin_letter_not_with_the_first_card() {
    let saturday = at("2019-03-09T10:00:00Z");
    let journey = Journey::of(saturday, PostalReach::Denmark);
    assert_eq!(journey.posted, at("2019-03-11T08:00:00Z"));
    assert_eq!(journey.arrives, at("2019-03-14T09:00:00Z"));
    let mut life = Life::begun();
    assert_eq!(Journey::of_pin_letter(&life.nemid, saturday), journey, "its card is older");
    for card in &mut life.nemid.cards {
        card.since = saturday;
    }
    assert_eq!(Journey::of_pin_letter(&life.nemid, saturday).posted, at("2019-03-12T08:00:00Z"));
    assert_eq!(
        Journey::of(at("2019-03-08T10:00:00Z"), PostalReach::Denmark).posted,
        at("2019-03-08T10:00:00Z")
    );
}

#[test]
fn a_letter_is_late_lost_and_found_and_comes_on_a_working_day() {
    let now = at("2019-03-04T08:00:00Z");
    let letter = OnItsWay { state: LetterState::InTransit, arrives: at("2019-03-07T09:00:00Z") };
    let late = letter.after(Mishap::Delayed { days: 2 }, now).unwrap();
    assert_eq!(late.arrives, at("2019-03-11T09:00:00Z"), "not on a Saturday");
    let lost = late.after(Mishap::Lost, now).unwrap();
    assert_eq!(lost.state, LetterState::Lost);
    assert_eq!(lost.after(Mishap::Found, now), Ok(late), "in time");
    let found = lost.after(Mishap::Found, at("2019-03-15T08:00:00Z")).unwrap();
    assert_eq!(found.arrives, at("2019-03-18T09:00:00Z"), "the next working day");
}

#[test]
fn what_can_happen_to_a_letter_depends_on_where_it_is() {
    let now = at("2019-03-04T08:00:00Z");
    let after =
        |state, mishap| OnItsWay { state, arrives: now }.after(mishap, now).map(|letter| letter.state);
    let delayed = Mishap::Delayed { days: 1 };
    for state in [LetterState::Delivered, LetterState::Opened] {
        assert_eq!(after(state, delayed), Err(MishapRefusal::HasCome));
        assert_eq!(after(state, Mishap::Lost), Err(MishapRefusal::HasCome));
        assert_eq!(after(state, Mishap::Found), Err(MishapRefusal::NotLost));
    }
    assert_eq!(after(LetterState::InTransit, Mishap::Found), Err(MishapRefusal::NotLost));
    assert_eq!(after(LetterState::Lost, delayed), Err(MishapRefusal::LostAlready));
    for days in [0, LONGEST_DELAY + 1] {
        assert_eq!(after(LetterState::InTransit, Mishap::Delayed { days }), Err(MishapRefusal::Days));
    }
}

#[test]
fn a_temporary_password_works_until_the_instant_that_is_told() {
    let life = Life::begun();
    let temporary = life.nemid.temporary.unwrap();
    let last = works_until(temporary.issued);
    assert_eq!(temporary.dead(last), None);
    assert!(temporary.dead(last + SignedDuration::from_nanos(1)).is_some());
}

#[test]
fn a_card_is_due_three_working_days_after_it_is_posted_and_only_while_it_is_in_the_post() {
    let mut life = Life::in_use();
    life.now = "2019-03-09T12:00:00Z".parse().unwrap();
    let spare = life.fresh();
    let ordered = cards::order(&life.nemid, CardOrderReason::Extra, &spare, &life.holder()).unwrap();
    life.apply(&ordered, Actor::Citizen);
    let due = card_due(life.nemid.card(&spare.number).unwrap()).unwrap();
    assert_eq!(due, calendar::at_danish_time("2019-03-14".parse().unwrap(), 10, 0), "ordered on a Saturday");
    life.apply(&[Event::CardDelivered { card: spare.number }], Actor::Clock);
    assert_eq!(card_due(life.nemid.card(&spare.number).unwrap()), None);
}

#[test]
fn the_first_pin_letter_leaves_a_day_after_the_card_even_if_that_is_blocked_later() {
    let mut life = Life::begun();
    life.now = "2019-03-15T09:00:00Z".parse().unwrap();
    let spare = life.fresh();
    let why = CardOrderReason::First;
    life.apply(&[Event::CardOrdered { card: spare.number, salt: spare.salt, why }], Actor::Citizen);
    life.is_sent(TemporaryAction::Resend);
    life.nemid.temporary.as_mut().unwrap().delivery = Delivery::Posted;
    let due = pin_letter_due(&life.nemid);
    assert_eq!(due, Some(calendar::at_danish_time("2019-03-21".parse().unwrap(), 10, 0)));
    life.passes(jiff::SignedDuration::from_hours(1));
    let blocked = cards::block_all(&life.nemid, CardBlockReason::Lost, &life.holder()).unwrap();
    life.apply(&blocked, Actor::Citizen);
    assert_eq!(pin_letter_due(&life.nemid), due, "it has left by then");
}

#[test]
fn a_letter_abroad_takes_eight_working_days_after_it_was_posted() {
    let monday = "2019-03-04T09:00:00Z".parse().unwrap();
    let arrives = |journey: Journey| calendar::danish_date(journey.arrives).to_string();
    assert_eq!(arrives(Journey::of(monday, PostalReach::Denmark)), "2019-03-07");
    assert_eq!(arrives(Journey::of(monday, PostalReach::Abroad)), "2019-03-14");
    assert_eq!(arrives(Journey::apart_from_card(monday, PostalReach::Abroad)), "2019-03-15");
    let mut life = Life::in_use();
    life.nemid.reach = PostalReach::Abroad;
    let spare = life.fresh();
    let ordered = cards::order(&life.nemid, CardOrderReason::Extra, &spare, &life.holder()).unwrap();
    life.apply(&ordered, Actor::Citizen);
    let due = card_due(life.nemid.card(&spare.number).unwrap()).unwrap();
    assert_eq!(calendar::danish_date(due).to_string(), "2019-03-14");
}
