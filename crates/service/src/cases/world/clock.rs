//! The simulated clock: it runs at real speed and can be moved forward, never back (D21). Everything that
//! falls due on the way happens in its order.

use std::sync::PoisonError;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use thiserror::Error;

use crate::cases::app::act::distance;
use crate::cases::app::{Act, App, CaseError, Origin, refused};
use crate::cases::world::nightly::Advance;
use crate::cases::world::{mail_files, nightly};
use crate::outside::clock::Clock;
use crate::store::{StoreError, Tx};
use rules::actor::{Actor, Channel};
use rules::happenings::{Happenings, Moved};
use rules::{Refusal, calendar};

/// The most years that one move can span.
const MOST_YEARS: u16 = 10;
/// How long a move waits for its turn where another program on the same database does what is due.
const PATIENCE: Duration = Duration::from_secs(30);

/// How far the clock is to be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// A number of hours.
    Hours(u32),
    /// To the same Danish time of day, a number of days later.
    Days(u32),
    /// To the same Danish time of day, a number of working days later (D14).
    WorkingDays(u32),
    /// To an instant.
    To(Timestamp),
}

/// Why the clock is not moved.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ClockRefusal {
    /// Time does not go back.
    #[error("the clock can't be moved back")]
    Back,
    /// The move is longer than one move can be.
    #[error("the clock can't be moved more than {MOST_YEARS} years at a time")]
    TooFar,
}

impl Refusal for ClockRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Back => "clock-back",
            Self::TooFar => "clock-too-far",
        }
    }
}

impl Move {
    /// The instant after the move.
    ///
    /// # Errors
    /// [`ClockRefusal`] when that is in the past or too far away.
    pub fn target(self, now: Timestamp) -> Result<Timestamp, ClockRefusal> {
        let day = calendar::danish_date(now);
        let most = u32::from(MOST_YEARS) * 366;
        let target = match self {
            Self::Hours(hours) if hours <= most * 24 => {
                now.saturating_add(SignedDuration::from_hours(i64::from(hours))).unwrap_or(Timestamp::MAX)
            }
            Self::Days(days) if days <= most => {
                calendar::days_after(now, u16::try_from(days).unwrap_or(u16::MAX))
            }
            Self::WorkingDays(days) if days <= most => {
                let later = calendar::add_working_days(day, days);
                let days = later.duration_since(day).as_hours() / 24;
                calendar::days_after(now, u16::try_from(days).unwrap_or(u16::MAX))
            }
            Self::To(instant) => instant,
            _ => return Err(ClockRefusal::TooFar),
        };
        if target < now {
            return Err(ClockRefusal::Back);
        }
        if target > calendar::years_after(now, MOST_YEARS) {
            return Err(ClockRefusal::TooFar);
        }
        Ok(target)
    }
}

/// Moves the clock and everything that falls due on the way, in batches. Returns the new
/// simulated instant and what happened. An interrupted move leaves the clock at the last instant whose matters are done,
/// and [`unfinished`] reports it.
///
/// # Errors
/// [`ClockRefusal`] for a move back, or one that is too long; [`CaseError::Busy`] when another program on the same database
/// keeps doing what is due.
pub async fn move_on(app: &App, by: Move) -> Result<Moved, CaseError<ClockRefusal>> {
    // One move at a time, so that two moves at once add up.
    let _turn = app.moves.lock().await;
    let mut target = None;
    let mut whole: Option<Moved> = None;
    let mut waits_since: Option<Instant> = None;
    loop {
        let (clock, until) = (app.clock.clone(), target);
        let moved = app
            .act_then(
                &Origin::inside(Channel::Clock),
                Actor::Clock,
                move |act| if act.tx.take_turn()? { step(act, by, until).map(Some) } else { Ok(None) },
                // This runs before anybody else writes, so that nothing is written at the old time after
                // this.
                move |step: &Option<Step>| {
                    if let Some(step) = step {
                        clock.move_on_to(step.offset);
                    }
                },
            )
            .await?;
        let Some(moved) = moved else {
            if waits_since.get_or_insert_with(Instant::now).elapsed() > PATIENCE {
                return Err(CaseError::Busy);
            }
            tokio::time::sleep(nightly::BETWEEN_LOOKS).await;
            continue;
        };
        waits_since = None;
        if moved.forgot {
            mail_files::forget_old(app).await?;
        }
        let so_far = match whole {
            None => Moved { from: moved.from, now: moved.reached, happened: moved.happened },
            Some(mut so_far) => {
                so_far.happened.extend(&moved.happened);
                Moved { now: moved.reached, ..so_far }
            }
        };
        *app.last_move.lock().unwrap_or_else(PoisonError::into_inner) = Some(so_far.clone());
        if moved.done {
            return Ok(so_far);
        }
        (target, whole) = (Some(moved.aim), Some(so_far));
    }
}

/// The last move of the clock that was made by this process, while no other has begun since.
pub fn last_move(app: &App) -> Option<Moved> {
    app.last_move.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Where a move leads.
#[derive(Clone, Copy)]
struct Aim {
    at: Timestamp,
    /// How often the world had begun anew when the move began.
    beginning: u64,
}

/// The result of one transaction of a move.
struct Step {
    from: Timestamp,
    aim: Aim,
    reached: Timestamp,
    offset: SignedDuration,
    done: bool,
    forgot: bool,
    happened: Happenings,
}

fn step(act: &Act<'_>, by: Move, aim: Option<Aim>) -> Result<Step, CaseError<ClockRefusal>> {
    let (from, beginning) = (act.now(), act.app.clock.beginning());
    let aim = match aim {
        // Another program had the world begin anew meanwhile, so that this was a move of the world before.
        Some(aim) if aim.beginning != beginning => return Ok(Step::none(act, aim)),
        Some(aim) => aim,
        None => Aim { at: by.target(from).map_err(refused)?, beginning },
    };
    let target = aim.at;
    let advance = nightly::advance(act, target)?;
    let reached = if advance.done { target } else { advance.reached.unwrap_or(from).max(from) };
    let offset = act.app.clock.offset_for(reached).max(act.app.clock.offset());
    if !Clock::reaches(offset) {
        return Err(refused(ClockRefusal::TooFar));
    }
    act.tx.save_clock_offset(offset)?;
    act.tx.save_move_under_way((!advance.done).then_some(target))?;
    let Advance { done, forgot, happened, .. } = advance;
    Ok(Step { from, aim, reached, offset, done, forgot, happened })
}

impl Step {
    /// The end of a move that leads nowhere any more.
    fn none(act: &Act<'_>, aim: Aim) -> Self {
        let (from, offset) = (act.now(), act.app.clock.offset());
        Self { from, aim, reached: from, offset, done: true, forgot: false, happened: Happenings::default() }
    }
}

/// The target of the last move of the clock, if that was interrupted.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself is not general in its lifetime"
)]
pub async fn unfinished(app: &App) -> Result<Option<Timestamp>, StoreError> {
    if app.moves.try_lock().is_err() {
        return Ok(None);
    }
    app.read::<_, StoreError>(|tx| tx.move_under_way()).await
}

/// Adopts what another process did in the same database: its moves of the clock, and the latest instants that
/// it wrote by the world's clock and by the real one.
pub async fn follow(app: &App) -> Result<(), StoreError> {
    let read = |tx: &Tx<'_>| Ok((tx.clock()?, tx.latest_instant()?, tx.latest_real_instant()?));
    let (stored, latest, latest_real) = app.read::<_, StoreError>(read).await?;
    if let Some(latest) = latest_real {
        app.clock.real_never_before(latest);
    }
    let Some(stored) = stored else { return Ok(()) };
    app.clock.follow(distance(stored));
    if let Some(latest) = latest {
        app.clock.never_before(stored.beginning, latest);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn days_keep_the_danish_time_of_day() {
        let start = at("2019-03-04T08:00:00Z");
        assert_eq!(Move::Hours(8).target(start), Ok(at("2019-03-04T16:00:00Z")));
        assert_eq!(Move::Days(28).target(start), Ok(at("2019-04-01T07:00:00Z")));
        assert_eq!(Move::WorkingDays(5).target(start), Ok(at("2019-03-11T08:00:00Z")));
        assert_eq!(Move::WorkingDays(30).target(start), Ok(at("2019-04-15T07:00:00Z")));
        assert_eq!(Move::WorkingDays(33).target(start), Ok(at("2019-04-23T07:00:00Z")));
        assert_eq!(Move::Days(0).target(start), Ok(start));
    }

    #[test]
    fn never_back_and_not_to_the_end_of_time() {
        let start = at("2019-03-04T08:00:00Z");
        assert_eq!(Move::To(at("2019-03-04T07:59:59Z")).target(start), Err(ClockRefusal::Back));
        assert_eq!(Move::To(at("2029-03-05T08:00:00Z")).target(start), Err(ClockRefusal::TooFar));
        assert_eq!(Move::Days(u32::MAX).target(start), Err(ClockRefusal::TooFar));
        assert_eq!(Move::Hours(u32::MAX).target(start), Err(ClockRefusal::TooFar));
        assert_eq!(Move::WorkingDays(3_000).target(start), Err(ClockRefusal::TooFar));
    }
}
