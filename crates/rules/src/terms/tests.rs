//! The versions of the rules, as they are published, come into force and are accepted.

use crate::example::{Life, officer};
use crate::terms::*;

fn version(number: u32, published: &str, for_security: bool) -> Version {
    let changed = Summary::parse("Nyt.", "New.").unwrap();
    Version { number, published: at(published), for_security, changed, sections: Vec::new() }
}

fn terms(later: Vec<Version>) -> Terms {
    let first = version(1, "2018-02-24T23:00:00Z", false);
    Terms::new([first].into_iter().chain(later).collect()).unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn a_version_is_in_force_three_months_after_it_can_be_read_or_at_once_for_security() {
    let in_force = |published: &str| version(2, published, false).in_force_from();
    assert_eq!(in_force("2019-12-02T14:00:00Z"), at("2020-03-02T14:00:00Z"), "to the hour");
    assert_eq!(in_force("2019-03-04T14:00:00Z"), at("2019-06-04T13:00:00Z"), "by Danish clocks");
    assert_eq!(in_force("2019-11-30T14:00:00Z"), at("2020-02-29T14:00:00Z"), "the last day of a short month");
    assert_eq!(version(2, "2019-11-30T14:00:00Z", true).in_force_from(), at("2019-11-30T14:00:00Z"));
}

#[test]
fn the_first_version_is_announced_and_then_in_force() {
    let numbers = |terms: &Terms, now| terms.announced(now).iter().map(|one| one.number).collect::<Vec<_>>();
    let terms = terms(Vec::new());
    assert_eq!(numbers(&terms, at("2018-03-01T00:00:00Z")), [1]);
    assert!(numbers(&terms, at("2019-03-04T08:00:00Z")).is_empty());
    assert_eq!(terms.in_force(at("2019-03-04T08:00:00Z")).in_force_from(), at("2018-05-24T22:00:00Z"));
}

#[test]
fn what_was_announced_comes_into_force_after_a_security_change_in_between() {
    let terms =
        terms(vec![version(2, "2019-03-04T08:00:00Z", false), version(3, "2019-04-01T08:00:00Z", true)]);
    assert_eq!(terms.in_force(at("2019-03-20T08:00:00Z")).number, 1);
    assert_eq!(terms.in_force(at("2019-04-02T08:00:00Z")).number, 3);
    let summer = at("2019-06-05T08:00:00Z");
    assert_eq!(terms.in_force(summer).number, 2);
    let states: Vec<_> = terms.all().map(|version| terms.state(version, summer)).collect();
    let within = VersionState::Within { current: 2 };
    assert_eq!(states, [VersionState::Past, VersionState::InForce, within]);
}

#[test]
fn whatever_came_into_force_since_is_to_be_accepted_the_change_for_security_too() {
    let terms =
        terms(vec![version(2, "2019-03-04T08:00:00Z", false), version(3, "2019-04-01T08:00:00Z", true)]);
    let mut life = Life::in_use();
    let due = |life: &Life, now| {
        terms.to_be_accepted(&life.nemid, at(now)).iter().map(|one| one.number).collect::<Vec<_>>()
    };
    life.apply(&[Event::RulesAccepted { version: 1 }], Actor::Citizen);
    assert!(due(&life, "2019-03-20T08:00:00Z").is_empty());
    assert_eq!(due(&life, "2019-04-02T08:00:00Z"), [3]);
    assert_eq!(due(&life, "2019-06-05T08:00:00Z"), [3, 2]);
    life.apply(&[Event::RulesAccepted { version: 3 }], Actor::Citizen);
    assert_eq!(due(&life, "2019-06-05T08:00:00Z"), [2]);
    life.apply(&[Event::RulesAccepted { version: 2 }], Actor::Citizen);
    assert!(due(&life, "2019-06-05T08:00:00Z").is_empty());
}

#[test]
fn only_the_operator_publishes_and_only_what_is_in_force_is_accepted_once() {
    let mut life = Life::in_use();
    let changed = Summary::parse("Nyt.", "New.").unwrap();
    let all = terms(Vec::new());
    let refused = all.publish(changed.clone(), true, &life.stamp(officer()));
    assert_eq!(refused, Err(TermsRefusal::NotForThisActor));
    let stamp = life.stamp(Actor::Operator { staff: None });
    let second = all.publish(changed, true, &stamp).unwrap();
    assert_eq!(second.number, 2);
    let all = terms(vec![second]);
    assert_eq!(all.accept(&life.nemid, 1, &life.holder()), Err(TermsRefusal::NotInForce));
    let events = all.accept(&life.nemid, 2, &life.holder()).unwrap();
    assert_eq!(events, [Event::RulesAccepted { version: 2 }]);
    life.apply(&events, Actor::Citizen);
    assert!(all.to_be_accepted(&life.nemid, life.now).is_empty());
    assert!(all.accept(&life.nemid, 2, &life.holder()).unwrap().is_empty());
    assert_eq!(Summary::parse(" ", "New."), Err(TermsRefusal::NoSummary));
}

#[test]
fn a_summary_stands_in_both_languages_and_has_a_thousand_characters_at_most() {
    let longest = "å".repeat(LONGEST_SUMMARY);
    assert!(Summary::parse(&longest, "New.").is_ok());
    let longer = format!("{longest}å");
    assert_eq!(Summary::parse(&longer, "New."), Err(TermsRefusal::SummaryTooLong));
    assert_eq!(Summary::parse("Nyt.", &longer), Err(TermsRefusal::SummaryTooLong));
    assert_eq!(Summary::parse("Nyt.", ""), Err(TermsRefusal::NoSummary));
}

#[test]
fn a_version_is_announced_until_the_hour_at_which_it_is_in_force() {
    let terms = terms(vec![version(2, "2019-03-04T14:00:00Z", false)]);
    let second = terms.all().last().unwrap();
    let told = |now| (terms.state(second, at(now)), terms.announced(at(now)).len());
    assert_eq!(told("2019-03-04T13:59:59Z"), (VersionState::Announced, 0));
    assert_eq!(told("2019-03-04T14:00:00Z"), (VersionState::Announced, 1));
    // Summer time has begun: 15.00 is an hour earlier.
    assert_eq!(told("2019-06-04T12:59:59Z"), (VersionState::Announced, 1));
    assert_eq!(told("2019-06-04T13:00:00Z"), (VersionState::InForce, 0));
    assert_eq!(terms.state(terms.all().next().unwrap(), at("2019-06-04T13:00:00Z")), VersionState::Past);
}

#[test]
fn who_accepted_none_or_one_that_is_gone_accepts_what_is_in_force_and_who_is_not_activated_none() {
    let terms = terms(vec![version(2, "2019-01-04T08:00:00Z", true)]);
    let due = |nemid: &NemId| {
        let due = terms.to_be_accepted(nemid, at("2019-03-04T08:00:00Z"));
        due.into_iter().map(|version| version.number).collect::<Vec<_>>()
    };
    let life = Life::in_use();
    assert_eq!(due(&NemId { rules_accepted: None, ..life.nemid.clone() }), [2]);
    let mut unknown = life;
    unknown.apply(&[Event::RulesAccepted { version: 9 }], Actor::Citizen);
    assert_eq!(due(&unknown.nemid), [1, 2]);
    assert!(due(&Life::begun().nemid).is_empty());
}

#[test]
fn of_two_changes_for_security_on_one_day_the_first_is_past_at_once() {
    let terms =
        terms(vec![version(2, "2019-04-01T07:00:00Z", true), version(3, "2019-04-01T07:30:00Z", true)]);
    let now = at("2019-04-01T08:00:00Z");
    let states: Vec<_> = terms.all().map(|version| terms.state(version, now)).collect();
    assert_eq!(states, [VersionState::Past, VersionState::Past, VersionState::InForce]);
}
