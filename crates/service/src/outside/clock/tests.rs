//! How the two times go.

use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn the_world_runs_beside_real_time() {
    let clock = Clock::manual(at("2026-05-01T10:00:00Z"), SignedDuration::ZERO);
    clock.begin(Distance { beginning: 0, offset: clock.offset_for(at("2019-03-04T08:00:00Z")) });
    assert_eq!(clock.now(), at("2019-03-04T08:00:00Z"));

    clock.advance_real(SignedDuration::from_mins(5));
    assert_eq!(clock.real_now(), at("2026-05-01T10:05:00Z"));
    assert_eq!(clock.now(), at("2019-03-04T08:05:00Z"));

    clock.move_on_to(clock.offset() + SignedDuration::from_hours(24));
    assert_eq!(clock.real_now(), at("2026-05-01T10:05:00Z"));
    assert_eq!(clock.now(), at("2019-03-05T08:05:00Z"));
}

#[test]
fn neither_time_follows_a_systems_clock_that_is_set_back() {
    let clock = Clock::manual(at("2026-05-01T10:00:00Z"), SignedDuration::ZERO);
    clock.begin(Distance { beginning: 0, offset: clock.offset_for(at("2019-03-04T08:00:00Z")) });
    clock.advance_real(SignedDuration::from_hours(1));
    assert_eq!(clock.now(), at("2019-03-04T09:00:00Z"));
    clock.advance_real(SignedDuration::from_hours(-30 * 24));
    assert_eq!(clock.now(), at("2019-03-04T09:00:00Z"));
    assert_eq!(clock.real_now(), at("2026-05-01T11:00:00Z"));
    // Both go on at their own speed.
    clock.move_on_to(clock.offset_for(at("2019-03-05T09:00:00Z")));
    clock.advance_real(SignedDuration::from_mins(1));
    assert_eq!(clock.now(), at("2019-03-05T09:01:00Z"));
    let offset = clock.offset();
    clock.move_on_to(offset - SignedDuration::from_hours(1));
    assert_eq!(clock.offset(), offset);
}

#[test]
fn the_world_is_never_before_what_was_written() {
    let clock = Clock::manual(at("2019-03-04T08:00:00Z"), SignedDuration::ZERO);
    clock.never_before(0, at("2019-03-04T12:00:00Z"));
    assert_eq!(clock.now(), at("2019-03-04T12:00:00Z"));
    clock.never_before(0, at("2019-03-04T11:00:00Z"));
    clock.advance_real(SignedDuration::from_hours(3));
    assert_eq!(clock.now(), at("2019-03-04T12:00:00Z"));
    clock.advance_real(SignedDuration::from_hours(3));
    assert_eq!(clock.now(), at("2019-03-04T14:00:00Z"));
}

#[test]
fn a_world_begun_anew_goes_back_once_and_no_news_of_the_old_one_moves_it() {
    let clock = Clock::manual(at("2026-05-01T10:00:00Z"), SignedDuration::ZERO);
    let old = Distance { beginning: 0, offset: clock.offset_for(at("2029-01-01T00:00:00Z")) };
    clock.follow(old);
    assert_eq!(clock.now(), at("2029-01-01T00:00:00Z"));
    let new = Distance { beginning: 1, offset: clock.offset_for(at("2019-03-04T08:00:00Z")) };
    clock.follow(new);
    assert_eq!((clock.now(), clock.beginning()), (at("2019-03-04T08:00:00Z"), 1));
    clock.follow(old);
    clock.never_before(0, at("2029-01-01T00:00:00Z"));
    assert_eq!(clock.now(), at("2019-03-04T08:00:00Z"));
    clock.never_before(1, at("2019-03-04T09:00:00Z"));
    assert_eq!(clock.now(), at("2019-03-04T09:00:00Z"));
}

#[test]
fn real_time_goes_on_by_the_steady_clock_from_what_was_stored_later() {
    let clock = Clock::real(SignedDuration::ZERO);
    let stored = clock.real_now() + SignedDuration::from_hours(30 * 24);
    clock.real_never_before(stored);
    let first = clock.real_now();
    assert!(first >= stored, "another process wrote by a clock that was ahead");
    std::thread::sleep(std::time::Duration::from_millis(5));
    let passed = clock.real_now().duration_since(first);
    assert!(passed >= SignedDuration::from_millis(5), "it does not stand still: {passed:?}");
}

#[test]
fn the_system_clock_ticks_by_itself() {
    let clock = Clock::real(SignedDuration::from_hours(-1));
    let before = clock.real_now();
    clock.advance_real(SignedDuration::from_hours(9));
    let apart = clock.real_now().duration_since(before);
    assert!(!apart.is_negative() && apart < SignedDuration::from_mins(10), "{apart:?}");
    assert!(clock.now() < before);
}

#[test]
fn far_away_is_the_end_of_time_not_a_crash() {
    let clock = Clock::manual(Timestamp::MAX, SignedDuration::MAX);
    assert!(clock.now() > at("2200-01-01T00:00:00Z"));
    let clock = Clock::manual(at("2026-05-01T10:00:00Z"), SignedDuration::MIN);
    assert!(clock.now() < at("1800-01-01T00:00:00Z"));
}
