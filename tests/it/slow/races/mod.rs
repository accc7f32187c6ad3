//! Every pair of actions on one NemID, one account, one errand and one clock, really at the same time through the site.
//! Whichever wins, and whether both do: the account stands above its limit, nothing happens twice, the clock never goes
//! back, and the log says what the state is.

mod actions;
mod promises;

use jiff::SignedDuration;
use service::cases::open;
use service::cases::open::Opening;
use service::testing::Clock;

use crate::at_once::at_once;
use crate::site::{Folder, Site, opening_in, real_start};

use actions::{ACTIONS, Action, Cast};
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

/// Two actions at the same time; by two processes where the clock is moved.
fn race(one: &Action, other: &Action) {
    let site = world();
    let cast = Cast::of(&site);
    let requests = vec![(one.aim)(&cast), (other.aim)(&cast)];
    let before = Before::of(&site, &cast);
    let moves_the_clock = one.name == "clock" || other.name == "clock";
    let second = moves_the_clock.then(|| rocket::execute(open::open(opening(&site.folder))).unwrap());
    let processes: Vec<_> = [Some(site.app.clone()), second].into_iter().flatten().collect();
    let answers = at_once(&processes, requests);
    let names = format!("{} and {}", one.name, other.name);
    for answer in &answers {
        assert!(answer.status.code < 500, "{names}: {answers:?}");
    }
    before.holds_after(&site, &processes, &names);
    if one.name == other.name {
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

/// The reproduction that was found: while the key of one payment is judged, others of the same amount are made.
#[test]
fn an_account_is_spent_once() {
    let site = world();
    let cast = Cast::of(&site);
    let before = Before::of(&site, &cast);
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
