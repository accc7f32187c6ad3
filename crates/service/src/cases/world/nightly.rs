//! What time alone brings about: what falls due happens at its instant (D26), and letters arrive at their hour, in
//! their order, whether the clock runs there or is moved there. Once a night the counts of the day go, and what was
//! left over is looked at again.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::civil::Date;

use crate::cases::access::refused;
use crate::cases::app::{Act, App, Origin};
use crate::cases::open;
use crate::cases::world::post::{self, Budget};
use crate::cases::world::{cpr_change, mail_files};
use crate::store::{StoreError, Tx};
use rules::actor::{Actor, Channel, Stamp};
use rules::control_room::PAUSE;
use rules::happenings::{Happening, Happenings};
use rules::sessions::{DECOY, FORM, REMEMBERED};
use rules::{calendar, nightly, retention};

/// The hour of the night, in Danish time, of the round.
const HOUR: i8 = 3;
/// An upper limit for what can happen to one NemID at one instant.
const ENOUGH: usize = 8;
/// How long somebody waits at most for what another program is doing, and between two looks whether that is done.
pub const PATIENCE: Duration = Duration::from_secs(5);
pub(crate) const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

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

/// The first moment of the year after an instant's: records are kept for whole years (Rules 3.7).
fn turn_of_year(after: Timestamp) -> Timestamp {
    let next = calendar::danish_date(after).year().saturating_add(1);
    Date::new(next, 1, 1).map_or(Timestamp::MAX, |day| calendar::at_danish_time(day, 0, 0))
}

/// The progress of one transaction.
#[derive(Clone, Debug)]
pub(crate) struct Advance {
    /// Whether everything that was due has happened.
    pub done: bool,
    /// The last instant that was finished, if any.
    pub reached: Option<Timestamp>,
    /// Whether a year turned, so that older records were deleted.
    pub forgot: bool,
    /// What has happened.
    pub happened: Happenings,
}

/// Does what is due by an instant, one instant after the other: letters as they arrive, and what falls due, as much as
/// one transaction should do. Nights on which nothing is left over are skipped, so that ten quiet years cost nothing. The
/// next transaction finds the rest by the column `due`.
pub(crate) fn advance(act: &Act<'_>, by: Timestamp) -> Result<Advance, StoreError> {
    advance_within(act, by, Budget::of(act.app.settings.batch))
}

/// The same, as much as a budget allows.
pub(crate) fn advance_within(
    act: &Act<'_>,
    by: Timestamp,
    mut budget: Budget,
) -> Result<Advance, StoreError> {
    let from = act.tx.last_round()?.unwrap_or_else(open::world_starts);
    let mut last = from;
    let (mut cut_off, mut forgot) = (false, false);
    loop {
        let at = next_instant(act.tx, last)?;
        if at > by {
            break;
        }
        cut_off = !post::deliver_arrived(act, at, &mut budget)? || !go_round(act, at, &mut budget)?;
        if cut_off {
            break;
        }
        if retention::kept_from(at) != retention::kept_from(last) {
            forget(act.tx, retention::kept_from(at))?;
            forgot = true;
        }
        last = at;
    }
    if !cut_off {
        last = last.max(last_round(by));
    }
    act.tx.erase_ended_organisation_keys(by)?;
    if last > from {
        act.tx.save_last_round(last)?;
        act.tx.forget_tries_before(calendar::danish_date(last))?;
    }
    let done = !cut_off && post::deliver_arrived(act, by, &mut budget)?;
    let reached = (last > from).then_some(last);
    Ok(Advance { done, reached, forgot, happened: budget.happened })
}

/// Does what has fallen due by an instant: new CPR numbers come over from the register in the night after they were given
/// (D28), then it is each NemID's turn, in the order of their numbers. Returns whether that was all.
fn go_round(act: &Act<'_>, at: Timestamp, budget: &mut Budget) -> Result<bool, StoreError> {
    let then = act.stamped(Stamp::clock(at));
    for new in act.tx.new_cpr_numbers_by(at)? {
        if next_round(new.registered) > at {
            continue;
        }
        if budget.left() == 0 {
            return Ok(false);
        }
        budget.spend();
        budget.happened.note(at, Happening::CprNumberCame);
        cpr_change::come_over(&then, &new)?;
    }
    for number in act.tx.due_by(at)? {
        if budget.left() == 0 {
            return Ok(false);
        }
        budget.spend();
        let Some(mut nemid) = act.tx.nemid(number)? else { continue };
        for nth in 0..ENOUGH {
            let events = nightly::decide(&nemid, &then.stamp);
            if events.is_empty() {
                if nth == 0 {
                    act.tx.save_due(&nemid)?;
                }
                break;
            }
            nemid = then.record(&nemid, &events)?;
            for what in events.iter().filter_map(Happening::of) {
                budget.happened.note(at, what);
            }
        }
    }
    Ok(true)
}

/// The first instant after another at which something may be due. What was due before is looked at in the next round.
fn next_instant(tx: &Tx<'_>, last: Timestamp) -> Result<Timestamp, StoreError> {
    let left_over = tx.is_any_due_by(last)?.then(|| next_round(last));
    let new_number = tx.first_new_cpr_number()?.map(|registered| next_round(registered.max(last)));
    let next = [tx.next_due_after(last)?, left_over, new_number].into_iter().flatten().min();
    Ok(next.map_or_else(|| turn_of_year(last), |next| next.min(turn_of_year(last))))
}

/// Whether anything is due by now.
fn is_anything_due(tx: &Tx<'_>, now: Timestamp) -> Result<bool, StoreError> {
    let from = tx.last_round()?.unwrap_or_else(open::world_starts);
    Ok(next_round(from).min(next_instant(tx, from)?) <= now || !tx.letters_due(now)?.is_empty())
}

/// Deletes what is older than the current year and five years (Rules 3.7, D27). Files of mails follow, once that is
/// committed ([`mail_files`]).
fn forget(tx: &Tx<'_>, kept_from: Timestamp) -> Result<(), StoreError> {
    tx.forget_events_before(kept_from)?;
    tx.forget_journal_before(kept_from)?;
    tx.forget_look_ups_before(kept_from)?;
    tx.forget_post_before(kept_from)?;
    tx.forget_encrypted_before(kept_from)?;
    tx.forget_temporaries_before(kept_from)?;
    tx.forget_own_places_before(kept_from)?;
    tx.forget_unsigned_before(kept_from)?;
    tx.forget_former_names_before(kept_from)?;
    tx.forget_consents_before(kept_from)?;
    for number in tx.ended_nemids()? {
        let ended = tx.nemid(number)?;
        if ended.is_some_and(|nemid| retention::is_forgotten(&nemid, kept_from)) {
            tx.forget_nemid(number)?;
        }
    }
    for number in tx.nemids_with_parts_before(kept_from)? {
        if let Some(nemid) = tx.nemid(number)? {
            tx.forget_parts(number, &retention::old_parts(&nemid, kept_from))?;
        }
    }
    tx.forget_handed_out_before(kept_from)?;
    Ok(())
}

/// What is done about what another program on the same database is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnothersTurn {
    /// It is left to that program.
    Left,
    /// It is waited for, but not for longer than [`PATIENCE`].
    Awaited,
}

/// Catches up to now, and writes what was refused in past hours into the logs. Reads before it takes the write lock, since
/// nearly always nothing is due. Of several programs on one database one at a time does so; what it leaves when it ends in the
/// middle, the next one does.
pub async fn catch_up(app: &App, anothers_turn: AnothersTurn) -> Result<(), StoreError> {
    refused::tell_of_past_hours(app).await?;
    let began = Instant::now();
    loop {
        let now = app.now();
        if !app.read(move |tx| is_anything_due(tx, now)).await? {
            return Ok(());
        }
        let origin = Origin::inside(Channel::Clock);
        let turn = |act: &Act<'_>| {
            if act.tx.take_turn()? { advance(act, act.now()).map(Some) } else { Ok(None) }
        };
        match app.act::<StoreError, _>(&origin, Actor::Clock, turn).await? {
            Some(advance) => {
                if advance.forgot {
                    mail_files::forget_old(app).await?;
                }
                if advance.done {
                    return Ok(());
                }
            }
            None if anothers_turn == AnothersTurn::Awaited && began.elapsed() < PATIENCE => {
                tokio::time::sleep(BETWEEN_LOOKS).await;
            }
            None => return Ok(()),
        }
    }
}

/// Deletes what was begun a day ago and abandoned ([`REMEMBERED`]): sessions, log-ons, enrolments and errands, and what
/// was typed in them; and the notes of forms that were sent ([`FORM`]). It goes by the real clock (D11). Counts that have
/// lapsed go too, decoys after a month, and files of mails that are no longer kept. What another program on the same database is
/// sweeping is left to it.
pub async fn sweep(app: &App) -> Result<(), StoreError> {
    app.act::<StoreError, _>(&Origin::inside(Channel::Clock), Actor::Clock, |act| {
        if !act.tx.take_turn()? {
            return Ok(());
        }
        act.tx.sweep_sessions(act.real_now - REMEMBERED)?;
        act.tx.sweep_calls(act.real_now - REMEMBERED)?;
        act.tx.sweep_enrolment_passwords(act.real_now - act.app.lifetimes().enrolment())?;
        act.tx.sweep_drafts(act.real_now - REMEMBERED)?;
        act.tx.sweep_control_room_guesses(act.real_now - PAUSE)?;
        act.tx.sweep_tallies(act.now(), act.real_now)?;
        act.tx.sweep_decoys(act.now() - DECOY)?;
        act.tx.sweep_tries()?;
        act.tx.sweep_limits_reached()?;
        act.tx.sweep_spent(act.real_now - FORM)
    })
    .await?;
    mail_files::forget_old(app).await
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

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
    fn the_year_turns_with_its_first_moment() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(turn_of_year(at("2019-03-04T08:00:00Z")), at("2019-12-31T23:00:00Z"));
        assert_eq!(turn_of_year(at("2019-12-31T23:00:00Z")), at("2020-12-31T23:00:00Z"));
    }
}
