//! Whatever happens to whomever, in any order: what a receipt offers next exists and succeeds, what it tells somebody to
//! do can be done, and the moments that it tells are those at which it happens (Guide 2.1, 3.1.1–3.2.3, Rules 3.4–4.3).
//!
//! A *life* is a world with a few persons to whom errands happen: at the counter, at a bank's or the operator's desk, or
//! alone. It keeps a list of *promises* read off the receipts; as its clock goes on, it looks at each when its moment comes.

mod alike;
mod alone;
mod counter;
mod desks;
mod life;
mod promises;
mod told;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use life::{Life, Tally};

/// Persons with everything that the guide knows, and some with nothing the matter.
const PERSONS: [&str; 16] = [
    "Jette Kjær",
    "Lise Mørk",
    "Uno Knap",
    "Pia Qvist",
    "Stine Udsen",
    "Ulla Vang",
    "Carsten Duus",
    "Ditte Ebbesen",
    "Kirsten Munk",
    "Regitze Toft",
    "Peter Sand",
    "Finn Gram",
    "Hanne Iversen",
    "Mette Odgaard",
    "Ida Krogh",
    "Aksel Dam",
];

/// Where an errand takes place.
#[derive(Clone, Copy, Debug)]
enum Place {
    Counter,
    Bank,
    Operator,
    Alone,
}

/// One thing that happens.
#[derive(Clone, Debug)]
pub struct Errand {
    place: Place,
    /// Which of the things that can be done there.
    action: usize,
    person: usize,
    /// Which of several things to choose is chosen.
    choice: usize,
    photo: bool,
    /// Whether the person does what the receipt tells them.
    obeys: bool,
    /// How long after the last one, in seconds.
    later: i64,
}

fn errands() -> impl Strategy<Value = Vec<Errand>> {
    let place = prop_oneof![
        5 => Just(Place::Counter),
        2 => Just(Place::Bank),
        1 => Just(Place::Operator),
        3 => Just(Place::Alone),
    ];
    let choices = (0..6_usize, 0..4_usize, 0..4_usize);
    let errand = (place, choices, any::<bool>(), any::<bool>(), 600..150_000_i64);
    let errand = errand.prop_map(|(place, (action, person, choice), photo, obeys, later)| Errand {
        place,
        action,
        person,
        choice,
        photo,
        obeys,
        later,
    });
    vec(errand, 6..12)
}

fn plays(life: &mut Life<'_>, errand: &Errand) {
    life.passes(errand.later);
    match errand.place {
        Place::Counter => counter::plays(life, errand),
        Place::Bank => desks::at_the_bank(life, errand),
        Place::Operator => desks::at_the_operators(life, errand),
        Place::Alone => alone::plays(life, errand),
    }
}

/// Lives for each four persons: so many, or as many as `LIVES` says. They are the same in each run: of so few drawn anew, now
/// and then hardly one would lead on.
fn runner(nth: u8, lives: u32) -> TestRunner {
    let cases = std::env::var("LIVES").map_or(lives, |count| count.parse().expect("LIVES is a count"));
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 0, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[80 + nth; 32]))
}

#[test]
fn what_a_receipt_promises_the_world_keeps() {
    let tally = std::cell::RefCell::new(Tally::default());
    for (nth, persons) in (0_u8..).zip(PERSONS.chunks(4)) {
        let outcome = runner(nth, 2).run(&errands(), |errands| {
            let site = crate::site::Site::filled();
            let mut life = Life::begins(&site, persons);
            for errand in &errands {
                plays(&mut life, errand);
            }
            life.ends();
            tally.borrow_mut().add(&life.tally);
            Ok(())
        });
        if let Err(failure) = outcome {
            panic!("{failure}");
        }
    }
    let missed = tally.borrow().missed();
    assert!(missed.is_empty(), "never reached: {missed:?} among {:?}", tally.borrow());
}
