//! Random commands by random actors at random times against one `NemId`, through the rules alone.
//!
//! A *trial* holds the NemID and applies actions to it; a *watcher* checks the invariants; a *memory* counts
//! guesses and letters independently, to compare the rules' counts with. A *tally* shows that the runs
//! reached the difficult parts of the rules: locks, blocks, re-openings, used-up cards, and all four kinds of carriers.

mod action;
mod blocks;
mod card_uses;
mod carried;
mod carrier_answers;
mod carrier_deeds;
mod carrier_watcher;
mod carriers;
mod letters;
mod memory;
mod papers;
mod password_actions;
mod saving;
mod start;
mod tally;
mod trial;
mod watcher;

use std::cell::RefCell;

use proptest::collection::vec;
use proptest::test_runner::{Config, TestCaseError, TestCaseResult, TestRunner};

use action::Command;
use start::Enrolment;
use tally::Tally;
use trial::Trial;

/// A property that must hold, with the sentence that is told when it does not.
fn hold(holds: bool, what: impl Into<String>) -> TestCaseResult {
    if holds { Ok(()) } else { Err(TestCaseError::fail(what.into())) }
}

fn live(start: &Enrolment, commands: &[Command], tally: &RefCell<Tally>) -> TestCaseResult {
    let mut trial = Trial::begin(start)?;
    for command in commands {
        trial.takes(command)?;
    }
    tally.borrow_mut().add(&trial.tally);
    Ok(())
}

/// At most so many times the cases are lived through to come to all hard places; two or three do it as a rule.
const ROUNDS: u32 = 12;

#[test]
fn whatever_happens_to_a_nemid_the_promises_hold() {
    let tally = RefCell::new(Tally::default());
    for round in 1..=ROUNDS {
        let config = Config { cases: 128, failure_persistence: None, ..Config::default() };
        let lives = (start::beginnings(), vec(action::commands(), 1..240));
        let outcome =
            TestRunner::new(config).run(&lives, |(start, commands)| live(&start, &commands, &tally));
        if let Err(failure) = outcome {
            panic!("{failure}");
        }
        let missed = tally.borrow().missed();
        if missed.is_empty() {
            return;
        }
        assert!(round < ROUNDS, "never reached: {missed:?} among {:#?}", tally.borrow());
    }
}
