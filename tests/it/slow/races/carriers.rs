//! Two answers to one question at the same time, and an answer beside whatever ends the question: one log-on at most, by a
//! carrier that was open, for an answer that was right (D4, D36–D38).

use rules::nemid::Event;
use rules::words::{CarrierId, CarrierKind};
use serde_json::Value;

use crate::at_once::{Answer, Request, at_once};
use crate::site::Site;

use super::carrier_actions::{ACTIONS, Action, Scene};
use super::promises::{Before, is_sound};
use super::world;

/// How the question stands when the actions begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    /// It waits for its answer.
    Asked,
    /// It was approved on a telephone, and the computer has not gone on yet.
    Approved,
}

/// What happened.
struct Raced {
    events: Vec<Event>,
    answers: Vec<Answer>,
}

impl Raced {
    fn count(&self, wanted: impl Fn(&Event) -> bool) -> usize {
        self.events.iter().filter(|event| wanted(event)).count()
    }

    fn log_ons(&self) -> usize {
        self.count(|event| matches!(event, Event::LoggedOn { .. }))
    }
}

/// Actions at the same time about one question; then the computer goes on, as it would by itself.
fn race(kind: CarrierKind, when: When, actions: &[&Action]) -> Raced {
    let site = world();
    let scene = Scene::of(&site, kind);
    let scene = if when == When::Approved { scene.approved() } else { scene };
    let requests: Vec<Request> = actions.iter().map(|action| (action.aim)(&scene)).collect();
    let before = Before::of(&site, &scene.person.name, 0);
    let answers = at_once(std::slice::from_ref(&site.app), requests);
    scene.goes_on();
    let names: Vec<_> = actions.iter().map(|action| action.name).collect();
    let names = format!("{} with {}", names.join(" and "), kind.code());
    for answer in &answers {
        assert!(answer.status.code < 500, "{names}: {answers:?}");
    }
    before.holds_after(&site, std::slice::from_ref(&site.app), &names);
    let events: Vec<_> = before.events(&site).into_iter().map(|(event, _)| event).collect();
    let raced = Raced { events, answers };
    one_answer_counts(&raced, when, &names);
    if actions.iter().all(|action| action.name == actions[0].name) {
        is_sound(&site, &names);
    }
    raced
}

/// One log-on at most, after one right answer, and nothing by what was blocked before.
fn one_answer_counts(raced: &Raced, when: When, names: &str) {
    let events = &raced.events;
    assert!(raced.log_ons() <= 1, "{names}: {events:?}");
    let right = raced.count(|event| matches!(event, Event::CarrierAccepted { .. }));
    let before = usize::from(when == When::Approved);
    assert!(right <= 1 && raced.log_ons() <= right + before, "{names}: {events:?}");
    for (nth, event) in events.iter().enumerate() {
        let Event::CarrierBlocked { carrier, .. } = event else { continue };
        let uses = |event: &Event| match event {
            Event::CarrierAccepted { carrier: used, .. } | Event::CarrierRefused { carrier: used, .. } => {
                used == carrier
            }
            Event::LoggedOn { carrier: Some(CarrierId::Other(used)), .. } => used == carrier,
            _ => false,
        };
        assert!(!events[nth + 1..].iter().any(uses), "{names}: {events:?}");
    }
    let ended = events.iter().position(|event| matches!(event, Event::RequestRefused { .. }));
    let after = ended.map_or(&[][..], |at| &events[at..]);
    assert!(!after.iter().any(|event| matches!(event, Event::LoggedOn { .. })), "{names}: {events:?}");
}

/// Every pair of what can be done about a question that goes to this kind, an action with itself among them.
fn every_pair_about(kind: CarrierKind, when: When) {
    let fitting: Vec<_> = ACTIONS.iter().filter(|action| action.fits(kind)).collect();
    let asked = |action: &&&Action| when == When::Asked || !action.answers_the_request;
    let fitting: Vec<_> = fitting.iter().filter(asked).copied().collect();
    for (nth, one) in fitting.iter().enumerate() {
        for other in &fitting[nth..] {
            race(kind, when, &[one, other]);
        }
    }
}

#[test]
fn of_two_answers_with_a_token_one_counts_whatever_happens_beside_it() {
    every_pair_about(CarrierKind::Token, When::Asked);
}

#[test]
fn of_two_answers_with_apps_one_counts_whatever_happens_beside_it() {
    every_pair_about(CarrierKind::App, When::Asked);
}

#[test]
fn an_approval_counts_once_whatever_happens_before_the_computer_goes_on() {
    every_pair_about(CarrierKind::App, When::Approved);
}

#[test]
fn of_two_answers_by_telephone_one_counts_whatever_happens_beside_it() {
    every_pair_about(CarrierKind::Voice, When::Asked);
}

fn named(name: &str) -> &'static Action {
    ACTIONS.iter().find(|action| action.name == name).unwrap()
}

/// The same answer from eight windows at once, with each kind, opens one session.
#[test]
fn the_same_answer_many_times_at_once_gives_one_log_on() {
    for (kind, when) in [
        (CarrierKind::Token, When::Asked),
        (CarrierKind::Voice, When::Asked),
        (CarrierKind::App, When::Approved),
    ] {
        let raced = race(kind, when, &[named("answer at the computer"); 8]);
        assert_eq!(raced.log_ons(), 1, "{}", kind.code());
        let refused = raced.count(|event| matches!(event, Event::CarrierRefused { .. }));
        assert_eq!(refused, 0, "{}: who sends it twice has not guessed", kind.code());
    }
}

/// Two codes of one token, both of them right, at once: one logs on.
#[test]
fn two_right_codes_at_once_give_one_log_on() {
    let raced = race(
        CarrierKind::Token,
        When::Asked,
        &[named("answer with the next code"), named("answer at the computer")],
    );
    assert_eq!(raced.log_ons(), 1, "{:?}", raced.answers);
}

/// Both telephones approve one request at once: one of them is told that it is over.
#[test]
fn two_approvals_at_once_count_as_one() {
    let raced = race(CarrierKind::App, When::Asked, &[named("approve"), named("approve elsewhere")]);
    assert_eq!(raced.count(|event| matches!(event, Event::CarrierAccepted { .. })), 1);
    assert_eq!(raced.log_ons(), 1);
    let over = raced.answers.iter().filter(|answer| answer.status.code == 422).count();
    assert_eq!(over, 1, "{:?}", raced.answers);
}

/// A telephone that rings is taken twice at once: one voice is heard, and one key counts.
#[test]
fn a_call_is_taken_once() {
    let site: Site = world();
    let villads = site.named("Villads Hjort");
    villads.types_password("/log-paa", &villads.password).press("Ring mig op");
    let page = site.browser();
    let taken = page.open(&format!("/kontrolrum/personer/{}", villads.cpr)).form("Tag telefonen").aimed();
    let answers = at_once(std::slice::from_ref(&site.app), vec![taken; 4]);
    let heard = answers.iter().filter(|answer| answer.body.contains("<audio")).count();
    assert_eq!(heard, 1, "{answers:?}");
    let states: Vec<Value> = villads.calls().iter().map(|call| call["state"].clone()).collect();
    assert_eq!(states, ["answered"]);
}
