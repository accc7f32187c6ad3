//! What time alone brings about: what falls due happens once a night, and letters arrive at their hour, in
//! the order of the days, whether the clock runs there or is moved there.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::cases::access::refused;
use crate::cases::app::{Act, App, Origin};
use crate::cases::open;
use crate::cases::world::cpr_change;
use crate::cases::world::post::{self, Budget};
use crate::store::{StoreError, Tx};
use rules::actor::{Actor, Channel, Stamp};
use rules::control_room::PAUSE;
use rules::sessions::{DECOY, FORM, REMEMBERED};
use rules::{calendar, nightly, retention};

/// The hour of the night, in Danish time, at which the round of everything that has fallen due begins.
const HOUR: i8 = 3;
/// An upper limit for what can happen to one NemID in one night.
const ENOUGH: usize = 8;

/// The round of a day.
fn round_of(day: Date) -> Timestamp {
    calendar::at_danish_time(day, HOUR, 0)
}

/// When the first round after an instant is due.
fn next_round(after: Timestamp) -> Timestamp {
    let today = calendar::danish_date(after);
    match round_of(today) {
        at if at > after => at,
        _ => today.tomorrow().map_or(Timestamp::MAX, round_of),
    }
}

/// The last round up to an instant.
fn last_round(by: Timestamp) -> Timestamp {
    let today = calendar::danish_date(by);
    match round_of(today) {
        at if at <= by => at,
        _ => today.yesterday().map_or(Timestamp::MIN, round_of),
    }
}

/// The first round of the year after an instant's: records are kept for whole years (Rules 3.7).
fn turn_of_year(after: Timestamp) -> Timestamp {
    let next = calendar::danish_date(after).year().saturating_add(1);
    Date::new(next, 1, 1).map_or(Timestamp::MAX, round_of)
}

/// The progress of one transaction.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Advance {
    /// Whether everything that was due has happened.
    pub done: bool,
    /// The last night that was finished, if any.
    pub night: Option<Timestamp>,
}

/// Does what is due by an instant: letters as they arrive, and each night's round, as much as one transaction
/// should do. Nights on which nothing falls due are skipped, so that ten quiet years cost nothing. The next
/// transaction finds the rest by the column `due`.
pub(crate) fn advance(act: &Act<'_>, by: Timestamp) -> Result<Advance, StoreError> {
    let mut budget = Budget::of(act.app.settings.batch);
    let from = act.tx.last_round()?.unwrap_or_else(open::world_starts);
    let mut last = from;
    let mut cut_off = false;
    loop {
        let night = next_night(act.tx, last)?;
        if night > by {
            break;
        }
        cut_off = !post::deliver_arrived(act, night, &mut budget)? || !go_round(act, night, &mut budget)?;
        if cut_off {
            break;
        }
        if retention::kept_from(night) != retention::kept_from(last) {
            forget(act.tx, retention::kept_from(night))?;
        }
        last = night;
    }
    if !cut_off {
        last = last.max(last_round(by));
    }
    if last > from {
        act.tx.save_last_round(last)?;
        act.tx.forget_tries_before(calendar::danish_date(last))?;
    }
    let done = !cut_off && post::deliver_arrived(act, by, &mut budget)?;
    Ok(Advance { done, night: (last > from).then_some(last) })
}

/// Does one night's round: new CPR numbers come over from the register, then what has fallen due for each NemID, in the
/// order of their numbers. Returns whether
/// that was all.
fn go_round(act: &Act<'_>, at: Timestamp, budget: &mut Budget) -> Result<bool, StoreError> {
    let night = act.stamped(Stamp::clock(at));
    for new in act.tx.new_cpr_numbers_by(at)? {
        if budget.left() == 0 {
            return Ok(false);
        }
        budget.spend();
        cpr_change::come_over(&night, &new)?;
    }
    for number in act.tx.due_by(at)? {
        if budget.left() == 0 {
            return Ok(false);
        }
        budget.spend();
        let Some(mut nemid) = act.tx.nemid(number)? else { continue };
        for nth in 0..ENOUGH {
            let events = nightly::decide(&nemid, &night.stamp);
            if events.is_empty() {
                if nth == 0 {
                    act.tx.save_due(&nemid)?;
                }
                break;
            }
            nemid = night.record(&nemid, &events)?;
        }
    }
    Ok(true)
}

/// The first round after another one in which something may be due.
fn next_night(tx: &Tx<'_>, last: Timestamp) -> Result<Timestamp, StoreError> {
    let just_before = |due: Timestamp| due.checked_sub(SignedDuration::from_nanos(1)).unwrap_or(due);
    let due = [tx.next_due()?.map(just_before), tx.first_new_cpr_number()?];
    let due = due.into_iter().flatten().map(|due| next_round(due.max(last))).min();
    Ok(due.map_or_else(|| turn_of_year(last), |due| due.min(turn_of_year(last))))
}

/// Whether anything is due by now.
fn is_anything_due(tx: &Tx<'_>, now: Timestamp) -> Result<bool, StoreError> {
    let from = tx.last_round()?.unwrap_or_else(open::world_starts);
    Ok(next_round(from) <= now || !tx.letters_due(now)?.is_empty())
}

/// Deletes what is older than the current year and five years (Rules 3.7).
fn forget(tx: &Tx<'_>, kept_from: Timestamp) -> Result<(), StoreError> {
    tx.forget_events_before(kept_from)?;
    tx.forget_journal_before(kept_from)?;
    tx.forget_look_ups_before(kept_from)?;
    tx.forget_post_before(kept_from)?;
    tx.forget_temporaries_before(kept_from)?;
    tx.forget_own_places_before(kept_from)?;
    for number in tx.ended_nemids()? {
        let ended = tx.nemid(number)?;
        if ended.is_some_and(|nemid| retention::is_forgotten(&nemid, kept_from)) {
            tx.forget_nemid(number)?;
        }
    }
    Ok(())
}

/// Catches up to now, and writes what was refused in past hours into the logs. Reads before it takes the write lock, since nearly always nothing is due.
pub async fn catch_up(app: &App) -> Result<(), StoreError> {
    refused::tell_of_past_hours(app).await?;
    loop {
        let now = app.now();
        if !app.read(move |tx| is_anything_due(tx, now)).await? {
            return Ok(());
        }
        let origin = Origin::inside(Channel::Clock);
        let advance =
            app.act::<StoreError, _>(&origin, Actor::Clock, move |act| advance(act, act.now())).await?;
        if advance.done {
            return Ok(());
        }
    }
}

/// Deletes what was begun a day ago and abandoned ([`REMEMBERED`]): sessions, log-ons, enrolments and errands, and what
/// was typed in them; and the notes of forms that were sent ([`FORM`]). It goes by the real clock (D11). Counts that have lapsed go too, and decoys after a
/// month.
pub async fn sweep(app: &App) -> Result<(), StoreError> {
    app.act(&Origin::inside(Channel::Clock), Actor::Clock, |act| {
        act.tx.sweep_sessions(act.real_now - REMEMBERED)?;
        act.tx.sweep_enrolment_passwords(act.real_now - act.app.lifetimes().enrolment())?;
        act.tx.sweep_drafts(act.real_now - REMEMBERED)?;
        act.tx.sweep_control_room_guesses(act.real_now - PAUSE)?;
        act.tx.sweep_tallies(act.now(), act.real_now)?;
        act.tx.sweep_decoys(act.now() - DECOY)?;
        act.tx.sweep_tries()?;
        act.tx.sweep_limits_reached()?;
        act.tx.sweep_spent(act.real_now - FORM)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_round_is_tonight_by_danish_clocks() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(next_round(at("2019-03-04T08:00:00Z")), at("2019-03-05T02:00:00Z"));
        assert_eq!(next_round(at("2019-03-05T01:59:59Z")), at("2019-03-05T02:00:00Z"));
        assert_eq!(next_round(at("2019-03-05T02:00:00Z")), at("2019-03-06T02:00:00Z"));
        assert_eq!(next_round(at("2019-07-01T12:00:00Z")), at("2019-07-02T01:00:00Z"));
    }

    #[test]
    fn every_instant_lies_between_its_last_round_and_the_next() {
        let mut at: Timestamp = "2019-03-29T00:00:00Z".parse().unwrap();
        for _ in 0..96 {
            assert!(last_round(at) <= at && at < next_round(at));
            assert_eq!(next_round(last_round(at)), next_round(at), "{at}");
            at += SignedDuration::from_hours(1);
        }
    }

    #[test]
    fn the_year_turns_with_its_first_round() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(turn_of_year(at("2019-03-04T08:00:00Z")), at("2020-01-01T02:00:00Z"));
        assert_eq!(turn_of_year(at("2020-01-01T02:00:00Z")), at("2021-01-01T02:00:00Z"));
    }
}
