//! What time brings about where several programs serve one world: it happens once, whichever of them does it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread;

use jiff::SignedDuration;
use selvbetjening::world::tick;
use service::cases::world::clock::{Move, move_on};
use service::cases::world::nightly::{AnothersTurn, catch_up};
use service::testing::StoreError;

use crate::site::{Site, database_of};
use crate::two_programs::in_earnest;

/// What time has brought about, and the letters and messages that came of it.
fn brought_about(site: &Site) -> Vec<String> {
    site.values(
        "SELECT nemid || ' ' || code || ' ' || at AS what FROM event_log WHERE channel = '\"clock\"' UNION ALL \
         SELECT citizen || ' ' || kind || ' ' || posted || ' ' || arrives || ' ' || state FROM letters UNION ALL \
         SELECT citizen || ' ' || way || ' ' || queued FROM outbox ORDER BY what",
    )
}

#[test]
fn what_a_moved_clock_brings_happens_once_although_the_other_program_does_what_is_due_too() {
    let ((alone, _), (one, other)) = (in_earnest(), in_earnest());
    let by = Move::Days(700);
    rocket::execute(move_on(&alone.app, by)).unwrap();
    let is_moved = AtomicBool::new(false);
    rocket::execute(async {
        let moves = async {
            move_on(&one.app, by).await.unwrap();
            is_moved.store(true, Ordering::Relaxed);
        };
        let beats = async {
            while !is_moved.load(Ordering::Relaxed) {
                tick::live(&other.app, true).await.unwrap();
            }
            tick::live(&other.app, false).await.unwrap();
        };
        rocket::tokio::join!(moves, beats)
    });
    let happened = brought_about(&one);
    assert!(happened.len() > 100, "too little to tell: {happened:?}");
    assert_eq!(happened, brought_about(&alone));
    assert_eq!(one.now(), other.now());
}

#[test]
fn two_programs_that_move_the_clock_at_one_instant_both_get_where_they_wanted() {
    let (one, other) = in_earnest();
    let before = one.now();
    rocket::execute(async {
        let (ours, theirs) = (move_on(&one.app, Move::Days(90)), move_on(&other.app, Move::Days(120)));
        let (ours, theirs) = rocket::tokio::join!(ours, theirs);
        assert!(ours.unwrap().now.duration_since(before) > SignedDuration::from_hours(89 * 24));
        assert!(theirs.unwrap().now.duration_since(before) > SignedDuration::from_hours(119 * 24));
    });
    let late = "letters WHERE state = '\"in_transit\"' AND arrives < '2019-05-01'";
    assert_eq!(one.count(late), 0);
}

#[test]
fn what_is_due_is_left_to_the_program_that_does_it_until_that_ends() {
    let (one, other) = in_earnest();
    if database_of(one.folder.path()).is_none() {
        // On one folder there is one writer anyway.
        return;
    }
    let waiting = "letters WHERE state = '\"in_transit\"'";
    let before = other.count(waiting);
    assert!(before > 0);
    let ((tell, begun), (end, ended)) = (channel(), channel::<()>());
    let store = one.app.store().clone();
    let at_it = thread::spawn(move || {
        let ended = std::sync::Mutex::new(ended);
        rocket::execute(store.write::<(), StoreError, _>(move |tx| {
            assert!(tx.take_turn()?);
            tell.send(()).unwrap();
            ended.lock().unwrap().recv().unwrap();
            Err(StoreError::Open("it ends in the middle".into()))
        }))
    });
    begun.recv().unwrap();
    other.real_time_passes(SignedDuration::from_hours(30 * 24));
    rocket::execute(catch_up(&other.app, AnothersTurn::Left)).unwrap();
    assert_eq!(other.count(waiting), before, "it was left to the one that is at it");
    end.send(()).unwrap();
    at_it.join().unwrap().unwrap_err();
    rocket::execute(catch_up(&other.app, AnothersTurn::Left)).unwrap();
    assert!(other.count(waiting) < before, "and done by the other once that had ended");
}
