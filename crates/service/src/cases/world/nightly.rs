//! What time alone brings about: once a night the house goes round, and letters come when they come, in the order of
//! the days, whether the clock ticks there or is moved there.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::cases::app::{App, Origin};
use crate::cases::open;
use crate::store::{StoreError, Tx};
use rules::actor::{Channel, Stamp};
use rules::sessions::{ENROLMENT, FORM, IDLE};
use rules::{calendar, nightly, retention};

/// The hour of the night, by Danish clocks, at which the house goes round.
const HOUR: i8 = 3;
/// More things than can happen to one NemID in one night.
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

/// The first round of the year after that of an instant: what is kept is kept for whole years (Rules 3.7).
fn turn_of_year(after: Timestamp) -> Timestamp {
    let next = calendar::danish_date(after).year().saturating_add(1);
    Date::new(next, 1, 1).map_or(Timestamp::MAX, round_of)
}

impl App {
    /// Lives through everything that is due by an instant: letters as they arrive, and each night's round. A night on
    /// which nothing falls due is passed over, so that ten years of quiet nights cost nothing.
    ///
    /// # Errors
    /// When it can't be written; then nothing is.
    pub fn live_until(&self, tx: &Tx<'_>, by: Timestamp) -> Result<(), StoreError> {
        let from = tx.last_round()?.unwrap_or_else(open::world_starts);
        let mut last = from;
        loop {
            let night = next_night(tx, last)?;
            if night > by {
                break;
            }
            self.deliver_arrived(tx, night)?;
            self.go_round(tx, night)?;
            if retention::kept_from(night) != retention::kept_from(last) {
                forget(tx, retention::kept_from(night))?;
            }
            last = night;
        }
        let quiet = last_round(by);
        if quiet > from {
            tx.save_last_round(quiet)?;
            tx.forget_tries_before(calendar::danish_date(quiet))?;
        }
        self.deliver_arrived(tx, by)?;
        Ok(())
    }

    /// One night's round: what has fallen due for each NemID, in the order of their numbers.
    fn go_round(&self, tx: &Tx<'_>, at: Timestamp) -> Result<(), StoreError> {
        let (stamp, origin) = (Stamp::clock(at), Origin::inside(Channel::Clock));
        for number in tx.due_by(at)? {
            let Some(mut nemid) = tx.nemid(number)? else { continue };
            for nth in 0..ENOUGH {
                let events = nightly::decide(&nemid, &stamp);
                if events.is_empty() {
                    if nth == 0 {
                        tx.save_due(&nemid)?;
                    }
                    break;
                }
                nemid = self.record(tx, &nemid, &events, (&stamp, &origin))?;
            }
        }
        Ok(())
    }
}

/// The first round after another one in which there may be something to do.
fn next_night(tx: &Tx<'_>, last: Timestamp) -> Result<Timestamp, StoreError> {
    let just_before = |due: Timestamp| due.checked_sub(SignedDuration::from_nanos(1)).unwrap_or(due);
    let due = tx.next_due()?.map(|due| next_round(just_before(due).max(last)));
    Ok(due.map_or_else(|| turn_of_year(last), |due| due.min(turn_of_year(last))))
}

/// Whether anything is due by now.
fn is_anything_due(tx: &Tx<'_>, now: Timestamp) -> Result<bool, StoreError> {
    let from = tx.last_round()?.unwrap_or_else(open::world_starts);
    Ok(next_round(from) <= now || !tx.letters_due(now)?.is_empty())
}

/// Forgets what is older than the current year and five years (Rules 3.7).
fn forget(tx: &Tx<'_>, kept_from: Timestamp) -> Result<(), StoreError> {
    tx.forget_events_before(kept_from)?;
    tx.forget_journal_before(kept_from)?;
    tx.forget_post_before(kept_from)?;
    tx.forget_shadows_before(kept_from)?;
    for number in tx.ended_nemids()? {
        let ended = tx.nemid(number)?;
        if ended.is_some_and(|nemid| retention::is_forgotten(&nemid, kept_from)) {
            tx.forget_nemid(number)?;
        }
    }
    Ok(())
}

/// Lives up to now. Looks before it takes the one writer, since nearly always nothing is due.
///
/// # Errors
/// When the database can't be read or written.
pub async fn catch_up(app: &Arc<App>) -> Result<(), StoreError> {
    let now = app.now();
    if !app.store.read(move |tx| is_anything_due(tx, now)).await? {
        return Ok(());
    }
    let inner = app.clone();
    app.store.write(move |tx| inner.live_until(tx, now)).await
}

/// Sweeps away what was begun long ago and left: sessions, log-ons and starts, errands; and which forms were sent
/// ([`FORM`]). By the real clock (D11).
///
/// # Errors
/// When it can't be written.
pub async fn sweep(app: &Arc<App>) -> Result<(), StoreError> {
    let now = app.clock.real_now();
    app.store
        .write(move |tx| {
            tx.sweep_sessions(now - IDLE.max(ENROLMENT) * 2)?;
            tx.sweep_spent(now - FORM)
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
