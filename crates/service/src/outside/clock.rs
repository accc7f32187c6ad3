//! The only reader of the clock. It gives two times: the real one, for everything that runs while a person
//! sits at the screen (D11), and the simulated one for everything else, which runs at real speed at a
//! settable distance (D21). Neither ever goes back: when the system's clock is set back, both go on at their
//! own speed, by the machine's steady clock.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};

/// The source of the real time, and the distance of the world's time from it.
#[derive(Debug)]
pub struct Clock {
    real: Real,
    /// The latest real time that was read or stored.
    read: Mutex<Read>,
    world: Mutex<World>,
}

/// How far the world's time is from the real one. It changes as a whole, so that nobody who read it before the world was
/// begun anew moves the new one.
#[derive(Clone, Copy, Debug)]
struct World {
    distance: Distance,
    /// The latest simulated instant that was returned or stored.
    latest: Timestamp,
}

/// The distance of the world's time from the real one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// How often the world was begun anew (D34). With each time goes back to the beginning, and otherwise never.
    pub beginning: u64,
    /// Simulated minus real time.
    pub offset: SignedDuration,
}

#[derive(Debug)]
enum Real {
    System {
        /// Where the steady clock stood when this one was made.
        began: Instant,
    },
    /// Moves only when a test moves it.
    Manual {
        /// Nanoseconds since 1970, moved forward and back.
        system: AtomicI64,
        /// Nanoseconds that have been counted; it never goes back.
        steady: AtomicI64,
    },
}

/// A real time, and where the steady clock stood at it.
#[derive(Clone, Copy, Debug)]
struct Read {
    at: Timestamp,
    /// In nanoseconds; `None` before the first reading.
    steady: Option<i64>,
}

/// The machine's own time, for the log.
pub fn system_now() -> Timestamp {
    Clock::real(SignedDuration::ZERO).real_now()
}

impl Clock {
    /// The system's clock, with the world `offset` ahead of it (behind it, when negative).
    pub fn real(offset: SignedDuration) -> Self {
        Self::by(Real::System { began: Instant::now() }, offset)
    }

    /// A clock that stands still at `start` (real time) until [`Clock::advance_real`] moves it.
    pub fn manual(start: Timestamp, offset: SignedDuration) -> Self {
        let system = AtomicI64::new(since_1970(start));
        Self::by(Real::Manual { system, steady: AtomicI64::new(0) }, offset)
    }

    fn by(real: Real, offset: SignedDuration) -> Self {
        let distance = Distance { beginning: 0, offset: cut(offset) };
        Self {
            real,
            read: Mutex::new(Read { at: Timestamp::MIN, steady: None }),
            world: Mutex::new(World { distance, latest: Timestamp::MIN }),
        }
    }

    /// The real time: the system's, but never less than the last reading and what the steady clock has
    /// counted since. A system's clock that is set back neither prolongs a session nor stops the world; one
    /// that is set forward, or a machine that slept, is followed.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    pub fn real_now(&self) -> Timestamp {
        let mut read = self.last_read();
        let (system, steady) = match &self.real {
            Real::System { began } => {
                (Timestamp::now(), i64::try_from(began.elapsed().as_nanos()).unwrap_or(i64::MAX))
            }
            Real::Manual { system, steady } => {
                (instant(system.load(Ordering::SeqCst)), steady.load(Ordering::SeqCst))
            }
        };
        let passed = SignedDuration::from_nanos(read.steady.map_or(0, |then| steady - then));
        *read = Read { at: system.max(later(read.at, passed)), steady: Some(steady) };
        read.at
    }

    /// Keeps the real time from going back before an instant that has been stored.
    pub fn real_never_before(&self, stored: Timestamp) {
        let now = self.real_now();
        let mut read = self.last_read();
        read.at = read.at.max(now).max(stored);
    }

    fn last_read(&self) -> MutexGuard<'_, Read> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The world's time. It never goes back: while the real time at its distance is behind an instant
    /// returned or stored before, the world's time stands still.
    pub fn now(&self) -> Timestamp {
        let real = self.real_now();
        let mut world = self.world();
        world.latest = world.latest.max(later(real, world.distance.offset));
        world.latest
    }

    /// Keeps the world's time from going back before an instant that has been stored since this beginning.
    pub fn never_before(&self, beginning: u64, instant: Timestamp) {
        let mut world = self.world();
        if world.distance.beginning == beginning {
            world.latest = world.latest.max(instant);
        }
    }

    /// The distance of the world's time from the real one; positive when it is ahead.
    pub fn offset(&self) -> SignedDuration {
        self.world().distance.offset
    }

    /// How often the world was begun anew.
    pub fn beginning(&self) -> u64 {
        self.world().distance.beginning
    }

    /// Moves the world's time to a distance from the real one; a smaller distance than the present one
    /// changes nothing.
    pub fn move_on_to(&self, offset: SignedDuration) {
        let mut world = self.world();
        world.distance.offset = world.distance.offset.max(cut(offset));
    }

    /// Follows a stored distance: forward only, unless the world was begun anew since.
    pub fn follow(&self, stored: Distance) {
        let known = self.beginning();
        if stored.beginning > known {
            self.begin(stored);
        } else if stored.beginning == known {
            self.move_on_to(stored.offset);
        }
    }

    /// Whether the world's time can be so far ahead.
    pub fn reaches(offset: SignedDuration) -> bool {
        i64::try_from(offset.as_nanos()).is_ok()
    }

    /// Sets the distance of the world's time from the real one, when the world is opened or has begun anew. Afterwards it only
    /// grows.
    pub fn begin(&self, distance: Distance) {
        let distance = Distance { offset: cut(distance.offset), ..distance };
        *self.world() = World { distance, latest: Timestamp::MIN };
    }

    /// The offset at which the world's time is `simulated` right now.
    pub fn offset_for(&self, simulated: Timestamp) -> SignedDuration {
        simulated.duration_since(self.real_now())
    }

    /// Moves a manual clock, real and simulated time alike. A negative duration sets it back, as a system's
    /// clock is; the steady clock beside it stays. The system's clock cannot be moved; there this changes
    /// nothing.
    pub fn advance_real(&self, by: SignedDuration) {
        if let Real::Manual { system, steady } = &self.real {
            // What has been told up to now is the beginning of what is counted from here.
            self.real_now();
            system.fetch_add(nanoseconds(by), Ordering::SeqCst);
            steady.fetch_add(nanoseconds(by).max(0), Ordering::SeqCst);
        }
    }
}

fn later(time: Timestamp, by: SignedDuration) -> Timestamp {
    time.checked_add(by).unwrap_or(if by.is_negative() { Timestamp::MIN } else { Timestamp::MAX })
}

/// The stored offset has 64 bits; a longer one is cut to that.
fn cut(offset: SignedDuration) -> SignedDuration {
    SignedDuration::from_nanos(nanoseconds(offset))
}

fn instant(nanoseconds: i64) -> Timestamp {
    later(Timestamp::UNIX_EPOCH, SignedDuration::from_nanos(nanoseconds))
}

fn since_1970(instant: Timestamp) -> i64 {
    nanoseconds(instant.duration_since(Timestamp::UNIX_EPOCH))
}

/// 64 bits hold 292 years of nanoseconds; longer durations are cut to that.
fn nanoseconds(duration: SignedDuration) -> i64 {
    let end = if duration.is_negative() { i64::MIN } else { i64::MAX };
    i64::try_from(duration.as_nanos()).unwrap_or(end)
}

#[cfg(test)]
mod tests;
