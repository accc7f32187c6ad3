//! What time alone brings about: once a night the house goes round, and letters come when they come, in the order of
//! the days, whether the clock ticks there or is moved there.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::house::{House, Origin};
use super::opening;
use crate::rules::actor::{Channel, Stamp};
use crate::rules::nemid::{Event, NemId};
use crate::rules::sessions::{IDLE, START};
use crate::rules::{calendar, certificates, ending, retention, temporary};
use crate::store::{StoreError, Tx};

/// The hour of the night, by Danish clocks, at which the house goes round.
const HOUR: i8 = 3;
/// More things than can happen to one NemID in one night.
const ENOUGH: usize = 8;

/// When the first round after an instant is due.
fn next_round(after: Timestamp) -> Timestamp {
    let today = calendar::danish_date(after);
    let round = |day: Date| calendar::at_danish_time(day, HOUR, 0);
    match round(today) {
        at if at > after => at,
        _ => today.tomorrow().map_or(Timestamp::MAX, round),
    }
}

/// What happens to one NemID by itself (Guide 3.1.2, D19, Rules 4.2, 4.4), the first of it.
fn by_itself(nemid: &NemId, stamp: &Stamp) -> Vec<Event> {
    let events = temporary::run_out(nemid, stamp.at);
    if !events.is_empty() {
        return events;
    }
    let events = certificates::as_time_passes(nemid, stamp.at);
    if !events.is_empty() {
        return events;
    }
    ending::delete_superfluous(nemid, stamp)
}

impl House {
    /// Lives through everything that is due by an instant: letters as they arrive, and each night's round.
    ///
    /// # Errors
    /// When it can't be written; then nothing is.
    pub fn live_until(&self, tx: &Tx<'_>, by: Timestamp) -> Result<(), StoreError> {
        let from = tx.last_round()?.unwrap_or_else(opening::world_starts);
        let (mut last, mut next) = (from, next_round(from));
        if next <= by {
            let mut known = everybody(tx)?;
            while next <= by {
                self.deliver_arrived(tx, next)?;
                self.go_round(tx, &mut known, next)?;
                if retention::kept_from(next) != retention::kept_from(last) {
                    forget(tx, retention::kept_from(next))?;
                }
                (last, next) = (next, next_round(next));
            }
            tx.save_last_round(last)?;
        }
        self.deliver_arrived(tx, by)?;
        Ok(())
    }

    /// One night's round. Looks at the NemIDs as they are known and reads anew only those to which something happens.
    fn go_round(&self, tx: &Tx<'_>, known: &mut [NemId], at: Timestamp) -> Result<(), StoreError> {
        let (stamp, origin) = (Stamp::clock(at), Origin::inside(Channel::Clock));
        for nemid in known.iter_mut().filter(|nemid| nemid.standing.is_open()) {
            if by_itself(nemid, &stamp).is_empty() {
                continue;
            }
            let Some(mut fresh) = tx.nemid(nemid.number)? else { continue };
            for _ in 0..ENOUGH {
                let events = by_itself(&fresh, &stamp);
                if events.is_empty() {
                    break;
                }
                fresh = self.record(tx, &fresh, &events, (&stamp, &origin))?;
            }
            *nemid = fresh;
        }
        Ok(())
    }
}

/// Whether anything is due by now.
fn is_anything_due(tx: &Tx<'_>, now: Timestamp) -> Result<bool, StoreError> {
    let from = tx.last_round()?.unwrap_or_else(opening::world_starts);
    Ok(next_round(from) <= now || !tx.letters_due(now)?.is_empty())
}

fn everybody(tx: &Tx<'_>) -> Result<Vec<NemId>, StoreError> {
    let numbers = tx.nemid_numbers()?;
    let found: Result<Vec<_>, _> = numbers.into_iter().map(|number| tx.nemid(number)).collect();
    Ok(found?.into_iter().flatten().collect())
}

/// Forgets what is older than the current year and five years (Rules 3.7).
fn forget(tx: &Tx<'_>, kept_from: Timestamp) -> Result<(), StoreError> {
    tx.forget_events_before(kept_from)?;
    tx.forget_journal_before(kept_from)?;
    tx.forget_post_before(kept_from)?;
    Ok(())
}

/// Lives up to now. Looks before it takes the one writer, since nearly always nothing is due.
///
/// # Errors
/// When the database can't be read or written.
pub async fn catch_up(house: &Arc<House>) -> Result<(), StoreError> {
    let now = house.now();
    if !house.store.read(move |tx| is_anything_due(tx, now)).await? {
        return Ok(());
    }
    let inner = house.clone();
    house.store.write(move |tx| inner.live_until(tx, now)).await
}

/// Sweeps away what was begun long ago and left: sessions, log-ons and starts, errands. By the real clock (D11).
///
/// # Errors
/// When it can't be written.
pub async fn sweep(house: &Arc<House>) -> Result<(), StoreError> {
    let before = house.clock.real_now() - IDLE.max(START) * 2;
    house.store.write(move |tx| tx.sweep_sessions(before)).await
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
}
