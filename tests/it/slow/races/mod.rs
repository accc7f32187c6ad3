//! Every pair of actions on one NemID, one account, one errand at each kind of desk and one clock, really at the same time
//! through the site; and more of them, drawn with the state in which they begin.
//! Whichever wins, and whether both do: the account stands above its limit, nothing happens twice, the clock never goes
//! back, and the log says what the state is.

mod actions;
mod carrier_actions;
mod carriers;
mod promises;

use jiff::SignedDuration;
use proptest::collection::vec;
use proptest::test_runner::{Config, TestRunner};
use service::cases::open;
use service::cases::open::Opening;
use service::testing::Clock;

use crate::at_once::at_once;
use crate::site::{Folder, Site, opening_in, real_start};

use actions::{ACTIONS, Action, Cast, DESKS, STATES, State};
use promises::{Before, is_sound};

/// A world in which each change is made once, as in the program.
fn world() -> Site {
    let folder = Site::filled_folder();
    let app = rocket::execute(open::open(opening(&folder))).unwrap();
    Site::over(app, folder)
}

fn opening(folder: &Folder) -> Opening {
    let clock = Clock::manual(real_start(), SignedDuration::ZERO);
    Opening { rehearses: false, clock, ..opening_in(folder.path()) }
}

/// Two actions at the same time, from the state in which the citizen is.
fn race(one: &Action, other: &Action) {
    race_from(&STATES[0], &[one, other]);
}

/// Actions at the same time; by two processes where the clock is moved.
fn race_from(state: &State, actions: &[&Action]) {
    let site = world();
    let cast = Cast::of(&site);
    (state.comes)(&cast);
    let requests = actions.iter().map(|action| (action.aim)(&cast)).collect();
    let does = |name: &str| actions.iter().any(|action| action.name == name);
    let errands = DESKS.iter().filter(|desk| does(desk)).count();
    let before = Before::of(&site, actions::WHO, i64::try_from(errands).unwrap());
    let moves_the_clock = does("clock");
    let second = moves_the_clock.then(|| rocket::execute(open::open(opening(&site.folder))).unwrap());
    let processes: Vec<_> = [Some(site.app.clone()), second].into_iter().flatten().collect();
    let answers = at_once(&processes, requests);
    let names: Vec<_> = actions.iter().map(|action| action.name).collect();
    let names = format!("{} {}", names.join(" and "), state.name);
    for answer in &answers {
        assert!(answer.status.code < 500, "{names}: {answers:?}");
    }
    before.holds_after(&site, &processes, &names);
    if actions.iter().all(|action| action.name == actions[0].name) {
        is_sound(&site, &names);
    }
    rocket::execute(async move { drop(processes) });
}

/// Every pair, an action with itself among them. They are split, so that they are lived through side by side.
fn every_pair_of(part: usize) {
    for (nth, one) in ACTIONS.iter().enumerate() {
        for (other_nth, other) in ACTIONS.iter().enumerate().skip(nth) {
            if (nth + other_nth) % 2 == part {
                race(one, other);
            }
        }
    }
}

#[test]
fn whoever_comes_first_the_promises_hold() {
    every_pair_of(0);
}

#[test]
fn whoever_comes_first_the_promises_hold_for_the_other_half() {
    every_pair_of(1);
}

/// Beside the list: two or three actions, drawn with the state from which they begin. `RACES` says how many.
#[test]
fn whatever_is_drawn_from_whichever_state_the_promises_hold() {
    let cases = std::env::var("RACES").ok().and_then(|wish| wish.parse().ok()).unwrap_or(16);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 8, ..Config::default() };
    let drawn = (0..STATES.len(), vec(0..ACTIONS.len(), 2..=3));
    let outcome = TestRunner::new(config).run(&drawn, |(state, actions)| {
        let actions: Vec<_> = actions.into_iter().map(|nth| &ACTIONS[nth]).collect();
        race_from(&STATES[state], &actions);
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

/// The reproduction that was found: while the key of one payment is judged, others of the same amount are made.
#[test]
fn an_account_is_spent_once() {
    let site = world();
    let cast = Cast::of(&site);
    let before = Before::of(&site, actions::WHO, 0);
    let pay = (ACTIONS.iter().find(|one| one.name == "pay").unwrap().aim)(&cast);
    let again = cast.form_of_the_same_payment();
    let mut requests = vec![pay.clone()];
    requests.extend(std::iter::repeat_n(again, 8));
    requests.push(pay);
    for answer in at_once(std::slice::from_ref(&site.app), requests) {
        assert!(answer.status.code < 500, "{answer:?}");
    }
    before.holds_after(&site, std::slice::from_ref(&site.app), "payments");
    // What can still be signed of them is refused.
    if let Some(key) = cast.key_for_the_open_payment() {
        at_once(std::slice::from_ref(&site.app), vec![key]);
    }
    before.holds_after(&site, std::slice::from_ref(&site.app), "payments, and one that was left");
}
