//! Random lives with all four kinds of carriers, through the pages: at computers and telephones, in any order and from
//! pages that are long out of date. Whatever is sent: what was answered once, replaced or refused never works again, no
//! carrier that was blocked answers, and what was asked for one text signs no other (D4, D36–D38).
//!
//! A *life* is a world with one person who has all four kinds; it knows the secrets that were shown, and for which
//! question each of them is good. What the Hændelseslog says after each step is compared with that.

mod claims;
mod life;
mod log;
mod pages;
mod things;

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rules::words::CarrierKind;

use crate::site::Site;

use life::Life;

/// Which of the secrets that were shown is typed.
#[derive(Clone, Copy, Debug)]
pub enum Typed {
    /// The one that was shown last.
    Newest,
    /// One from before.
    Older(usize),
    /// Six digits that were never shown.
    Guess,
}

/// One thing that is done; a window is a computer at which a question may wait.
#[derive(Clone, Debug)]
pub enum Step {
    LogsOn {
        window: usize,
    },
    Reads {
        text: usize,
    },
    Chooses {
        window: usize,
        kind: CarrierKind,
    },
    Calls {
        window: usize,
    },
    TakesTheCall,
    Presses {
        times: u8,
    },
    Types {
        window: usize,
        what: Typed,
    },
    Approves {
        right: bool,
    },
    Refuses,
    GoesOn {
        window: usize,
    },
    /// All that it takes to answer in a window with this kind, in one go.
    Answers {
        window: usize,
        kind: CarrierKind,
    },
    Blocks {
        kind: CarrierKind,
    },
    Loses {
        lost: bool,
    },
    Orders {
        kind: CarrierKind,
    },
    TokenWearsOut,
}

/// How many windows there are: two at which somebody logs on, and one at a site where texts are signed.
pub const WINDOWS: usize = 3;
/// The window at the site.
pub const SITE: usize = 2;
/// The same window, with the page that it showed before.
pub const BEFORE: usize = 3;

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let typed = prop_oneof![
        6 => Just(Typed::Newest),
        2 => (0..6_usize).prop_map(Typed::Older),
        1 => Just(Typed::Guess),
    ];
    let window = || 0..=BEFORE;
    let kind = || prop::sample::select(CarrierKind::ALL.to_vec());
    let step = prop_oneof![
        16 => (0..SITE).prop_map(|window| Step::LogsOn { window }),
        16 => (0..2_usize).prop_map(|text| Step::Reads { text }),
        7 => (0..WINDOWS, kind()).prop_map(|(window, kind)| Step::Chooses { window, kind }),
        5 => (0..WINDOWS).prop_map(|window| Step::Calls { window }),
        5 => Just(Step::TakesTheCall),
        6 => (1..3_u8).prop_map(|times| Step::Presses { times }),
        8 => (window(), typed).prop_map(|(window, what)| Step::Types { window, what }),
        6 => (0..6_u8).prop_map(|of| Step::Approves { right: of > 0 }),
        1 => Just(Step::Refuses),
        5 => window().prop_map(|window| Step::GoesOn { window }),
        48 => (window(), kind()).prop_map(|(window, kind)| Step::Answers { window, kind }),
        1 => kind().prop_map(|kind| Step::Blocks { kind }),
        1 => (0..3_u8).prop_map(|of| Step::Loses { lost: of == 0 }),
        1 => kind().prop_map(|kind| Step::Orders { kind }),
        1 => (0..12_u8).prop_map(|of| if of == 0 { Step::TokenWearsOut } else { Step::TakesTheCall }),
    ];
    vec(step, 25..50)
}

/// The same lives in each run: ten, or as many as `LIVES` says.
fn runner() -> TestRunner {
    let cases = std::env::var("LIVES").map_or(10, |count| count.parse().expect("LIVES is a count"));
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 40, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]))
}

/// What has to come up in the lives, so that they show anything.
const REACHED: [&str; 9] = [
    "logged on with token",
    "logged on with app",
    "logged on with voice",
    "signed with token",
    "signed with app",
    "signed with voice",
    "a used or replaced answer was sent",
    "an answer for another text was sent",
    "blocked",
];

#[test]
fn no_answer_counts_twice_for_another_text_or_after_a_block() {
    let tally: RefCell<BTreeMap<String, u32>> = RefCell::default();
    let outcome = runner().run(&steps(), |steps| {
        let site = Site::filled();
        let mut life = Life::begins(&site);
        for step in &steps {
            life.does(step);
        }
        for (what, times) in life.tally {
            *tally.borrow_mut().entry(what).or_default() += times;
        }
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
    let tally = tally.borrow();
    let missed: Vec<_> = REACHED.iter().filter(|what| !tally.contains_key(**what)).collect();
    assert!(missed.is_empty(), "never reached: {missed:?} among {tally:#?}");
}
