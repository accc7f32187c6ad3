//! The simulated clock: it ticks at real speed and can be moved forward, never back (D21). What is due on the way
//! happens in its order.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use thiserror::Error;

use super::house::{House, Trouble, refused};
use crate::outside::clock::Clock;
use crate::rules::{Refusal, calendar};
use crate::store::{StoreError, Tx};

/// Years that one move can span at most.
const MOST_YEARS: u16 = 10;

/// How far the clock is to be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// So many hours.
    Hours(u32),
    /// To the same Danish time of day, so many days later.
    Days(u32),
    /// To the same Danish time of day, so many working days later (D14).
    WorkingDays(u32),
    /// To an instant.
    To(Timestamp),
}

/// Why the clock stays where it is.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ClockRefusal {
    /// Time does not go back.
    #[error("the clock can't be moved back")]
    Back,
    /// Further than one move can span.
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
    /// Where the clock stands after it.
    ///
    /// # Errors
    /// When that lies in the past, or too far away.
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

/// Moves the clock, and lets what is due on the way happen. Gives the new simulated instant.
///
/// # Errors
/// Back, or too far.
pub async fn move_on(house: &Arc<House>, by: Move) -> Result<Timestamp, Trouble<ClockRefusal>> {
    let (inner, clock) = (house.clone(), house.clock.clone());
    let moved = house
        .store
        .write_then::<_, Trouble<ClockRefusal>, _, _>(
            move |tx| {
                // Read behind the one writer, so that of two moves at once, in two processes too, each adds to the
                // other.
                if let Some(saved) = tx.clock_offset()? {
                    inner.clock.move_on_to(saved);
                }
                let target = by.target(inner.now()).map_err(refused)?;
                let offset = inner.clock.offset_for(target).max(inner.clock.offset());
                if !Clock::reaches(offset) {
                    return Err(refused(ClockRefusal::TooFar));
                }
                inner.live_until(tx, target)?;
                tx.save_clock_offset(offset)?;
                Ok((target, offset))
            },
            // Before anybody else writes, so that nothing is written at the old time that comes after this.
            move |(_, offset)| clock.move_on_to(*offset),
        )
        .await;
    moved.map(|(target, _)| target)
}

/// Adopts what another process did on the same database: its moves, and how far its time has come.
///
/// # Errors
/// When the database can't be read.
pub async fn follow(house: &Arc<House>) -> Result<(), StoreError> {
    let read = |tx: &Tx<'_>| Ok((tx.clock_offset()?, tx.latest_instant()?));
    let (offset, latest) = house.store.read::<_, StoreError, _>(read).await?;
    if let Some(offset) = offset {
        house.clock.move_on_to(offset);
    }
    if let Some(latest) = latest {
        house.clock.never_before(latest);
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
