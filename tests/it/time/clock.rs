//! The world's clock never goes back: not when two processes on one data folder move it at once, and not at
//! the end of its range.

use jiff::{SignedDuration, Timestamp};
use service::cases::app::{App, CaseError};
use service::cases::open;
use service::cases::open::Opening;
use service::cases::world::clock::{ClockRefusal, Move, follow, move_on};
use service::testing::Clock;

use crate::site::{Folder, Site, opening_in, real_start};

/// A house on a folder, as each process has one.
async fn app(folder: &Folder) -> App {
    open::open(opening_in(folder.path())).await.unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn moves_by_two_processes_add_up() {
    let folder = Folder::new();
    rocket::execute(async {
        let (one, other) = (app(&folder).await, app(&folder).await);
        assert_eq!(move_on(&one, Move::Days(40)).await.unwrap().now, at("2019-04-13T07:00:00Z"));
        assert_eq!(move_on(&other, Move::Hours(1)).await.unwrap().now, at("2019-04-13T08:00:00Z"));
        follow(&one).await.unwrap();
        for app in [one, other, app(&folder).await] {
            assert_eq!(app.now(), at("2019-04-13T08:00:00Z"));
        }
    });
}

#[test]
fn a_move_that_the_other_process_has_overtaken_is_refused() {
    let folder = Folder::new();
    rocket::execute(async {
        let (one, other) = (app(&folder).await, app(&folder).await);
        let reached = move_on(&one, Move::Days(40)).await.unwrap().now;
        let back = move_on(&other, Move::To(at("2019-03-20T08:00:00Z"))).await;
        assert!(matches!(back, Err(CaseError::Refused(ClockRefusal::Back))), "{back:?}");
        assert_eq!(other.now(), reached);
        assert_eq!(app(&folder).await.now(), reached);
    });
}

#[test]
fn a_world_opened_by_a_clock_that_was_set_back_is_not_before_what_was_written() {
    let site = Site::filled();
    let aksel = site.named("Aksel Dam");
    site.clock_moves("days", 40);
    aksel.logs_on();
    let written = site.now();
    rocket::execute(async {
        let set_back =
            Clock::manual(real_start() - SignedDuration::from_hours(30 * 24), SignedDuration::ZERO);
        let how = Opening { clock: set_back, ..opening_in(site.folder.path()) };
        let other = open::open(how).await.unwrap();
        assert_eq!(other.now(), written);
        assert_eq!(
            move_on(&other, Move::Hours(1)).await.unwrap().now,
            written + SignedDuration::from_hours(1)
        );
        follow(&site.app).await.unwrap();
    });
    assert!(site.now() > written);
}

#[test]
fn at_the_end_of_what_it_can_tell_the_clock_stays() {
    let folder = Folder::new();
    rocket::execute(async {
        let one = app(&folder).await;
        let mut moves = 0;
        let refused = loop {
            match move_on(&one, Move::Days(3_650)).await {
                Ok(_) if moves < 40 => moves += 1,
                ended => break ended,
            }
        };
        assert!(matches!(refused, Err(CaseError::Refused(ClockRefusal::TooFar))), "{refused:?}");
        assert!(one.now() > at("2300-01-01T00:00:00Z"), "{}", one.now());
        assert_eq!(app(&folder).await.now(), one.now());
    });
}
